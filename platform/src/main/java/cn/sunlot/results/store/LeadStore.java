package cn.sunlot.results.store;

import static cn.sunlot.results.store.jooq.Tables.LEAD;

import cn.sunlot.fieldwork.Fieldwork.Lead;
import cn.sunlot.kernel.Ids;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what results leave for other bodies to handle. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class LeadStore {

  private final DSLContext database;

  LeadStore(DSLContext database) {
    this.database = database;
  }

  public void add(UUID resultId, UUID authorityId, List<Lead> leads) {
    int position = 0;
    for (Lead lead : leads) {
      database
          .insertInto(LEAD)
          .set(LEAD.ID, Ids.next())
          .set(LEAD.RESULT_ID, resultId)
          .set(LEAD.AUTHORITY_ID, authorityId)
          .set(LEAD.POSITION, position++)
          .set(LEAD.PROBLEM, lead.problem())
          .set(LEAD.RECEIVER, lead.receiver())
          .set(LEAD.TEXT, lead.text())
          .execute();
    }
  }

  public List<Lead> list(UUID resultId) {
    return database
        .selectFrom(LEAD)
        .where(LEAD.RESULT_ID.eq(resultId))
        .orderBy(LEAD.POSITION)
        .fetch(r -> new Lead(r.getProblem(), r.getReceiver(), r.getText()));
  }

  public boolean hasAny(Collection<UUID> resultIds) {
    return database.fetchExists(LEAD, LEAD.RESULT_ID.in(resultIds));
  }
}
