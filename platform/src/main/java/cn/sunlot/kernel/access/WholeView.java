package cn.sunlot.kernel.access;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets listeners of the platform see every row in the midst of a person's transaction, and puts the
 * person's view back.
 *
 * <p>For work that follows from a person's act but is not theirs: what is published of a visit that
 * two sections made together needs the draws of both. Also for a command that is somebody's by
 * their office and not by whose row it is; it checks that before.
 */
@Component
public class WholeView {

  private final DSLContext database;

  WholeView(DSLContext database) {
    this.database = database;
  }

  /** Runs the work in the transaction that is under way, with every row visible. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void run(Runnable work) {
    RowView before = RowView.current(database);
    RowView.EVERYTHING.tell(database);
    work.run();
    // Not in a finally: after an exception the transaction takes no statement any more.
    before.tell(database);
  }
}
