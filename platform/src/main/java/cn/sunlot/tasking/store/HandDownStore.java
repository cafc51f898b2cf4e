package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.HAND_DOWN;
import static org.jooq.impl.DSL.noCondition;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.tasking.domain.HandDown;
import cn.sunlot.tasking.domain.HandDown.Receipt;
import cn.sunlot.tasking.domain.HandDown.Terms;
import cn.sunlot.tasking.domain.HandDownState;
import cn.sunlot.tasking.store.jooq.tables.records.HandDownRecord;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Loads and saves the parts of drawn lists that went down a line. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class HandDownStore {

  private final DSLContext database;

  HandDownStore(DSLContext database) {
    this.database = database;
  }

  public void add(HandDown part) {
    Terms terms = part.terms();
    HandDownRecord row = database.newRecord(HAND_DOWN);
    row.setId(part.id());
    row.setTaskId(terms.taskId());
    row.setAuthorityId(terms.authorityId());
    row.setFromId(terms.fromId());
    row.setRegionCode(terms.regionCode());
    row.setDepartmentId(terms.departmentId());
    row.setLead(terms.lead());
    row.setState(Lifecycle.wireName(part.state()));
    row.setHandedAt(terms.handedAt());
    row.setVersion(part.version());
    row.insert();
  }

  public HandDown get(UUID id) {
    return list(HAND_DOWN.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** Parts of a task's list: the lead's first, by region. */
  public List<HandDown> listOfTask(UUID taskId) {
    return list(HAND_DOWN.TASK_ID.eq(taskId));
  }

  /**
   * Parts that went to one of these departments.
   *
   * @param state only those in this state, or null for all
   */
  public List<HandDown> listTo(Collection<UUID> departments, @Nullable HandDownState state) {
    return list(
        HAND_DOWN
            .DEPARTMENT_ID
            .in(departments)
            .and(HAND_DOWN.STATE.ne(Lifecycle.wireName(HandDownState.KEPT)))
            .and(state == null ? noCondition() : HAND_DOWN.STATE.eq(Lifecycle.wireName(state))));
  }

  /** Saves the receipt. */
  public void save(HandDown part) {
    Receipt receipt = part.receipt();
    int changed =
        database
            .update(HAND_DOWN)
            .set(HAND_DOWN.STATE, Lifecycle.wireName(receipt.state()))
            .set(HAND_DOWN.EXECUTING_ID, receipt.executingId())
            .set(HAND_DOWN.RECEIVED_BY, receipt.by())
            .set(HAND_DOWN.RECEIVED_AT, receipt.at())
            .set(HAND_DOWN.VERSION, part.version() + 1)
            .where(HAND_DOWN.ID.eq(part.id()).and(HAND_DOWN.VERSION.eq(part.version())))
            .execute();
    if (changed == 0) {
      throw Refused.because(KernelProblem.VERSION_CLASH, part.version(), get(part.id()).version());
    }
  }

  private List<HandDown> list(Condition condition) {
    return database
        .selectFrom(HAND_DOWN)
        .where(condition)
        .orderBy(HAND_DOWN.HANDED_AT, HAND_DOWN.LEAD.desc(), HAND_DOWN.REGION_CODE, HAND_DOWN.ID)
        .fetch(HandDownStore::part);
  }

  private static HandDown part(HandDownRecord r) {
    return new HandDown(
        r.getId(),
        new Terms(
            r.getTaskId(),
            r.getAuthorityId(),
            r.getFromId(),
            r.getRegionCode(),
            r.getDepartmentId(),
            r.getLead(),
            r.getHandedAt()),
        new Receipt(
            Lifecycle.parse(HandDownState.class, r.getState()),
            r.getExecutingId(),
            r.getReceivedBy(),
            r.getReceivedAt()),
        r.getVersion());
  }
}
