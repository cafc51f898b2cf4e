package cn.sunlot.credit.store;

import static cn.sunlot.credit.store.jooq.Tables.WARNING;

import cn.sunlot.credit.CreditProblem;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Warnings, until somebody has looked at them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class WarningStore {

  private final DSLContext database;
  private final Clock clock;

  WarningStore(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Settles a warning.
   *
   * @return the target that it is about
   * @throws Refused if it is settled already
   */
  public UUID settle(UUID id, String note) {
    var row =
        database
            .selectFrom(WARNING)
            .where(WARNING.ID.eq(id))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
    if (row.getSettledAt() != null) {
      throw Refused.because(CreditProblem.WARNING_SETTLED);
    }
    row.setSettledAt(clock.instant());
    row.setSettledBy(SignedIn.get().personId());
    row.setNote(note);
    row.setVersion(row.getVersion() + 1);
    row.update();
    return row.getTargetId();
  }
}
