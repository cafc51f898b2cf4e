package cn.sunlot.publicity.store;

import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One at a time replaces what is public of an authority: whoever begins waits for whoever is at it,
 * and reads only then, or it would put older rows in place of newer ones.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Turns {

  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('publicity:' || ?, 0))";

  private final DSLContext database;

  Turns(DSLContext database) {
    this.database = database;
  }

  /** Returns when it is this transaction's turn, until its end. */
  public void await(UUID authorityId) {
    database.fetch(LOCK, authorityId.toString());
  }
}
