package cn.sunlot.planning.store;

import static cn.sunlot.planning.store.jooq.Tables.DUTY;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.planning.domain.PlanDuty;
import cn.sunlot.planning.store.jooq.tables.records.DutyRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What departments owe about plans. */
@Repository
@Transactional
public class DutyStore {

  private final DSLContext database;

  DutyStore(DSLContext database) {
    this.database = database;
  }

  /** Adds it, where it is not there yet; its day is moved to that of the rules while it is open. */
  public void keep(PlanDuty duty) {
    database
        .insertInto(DUTY)
        .set(row(duty))
        .onConflict(DUTY.AUTHORITY_ID, DUTY.DEPARTMENT_ID, DUTY.YEAR, DUTY.KIND)
        .doUpdate()
        .set(DUTY.DUE_ON, duty.due())
        .where(DUTY.DONE_ON.isNull())
        .execute();
  }

  /** The first time that it is fulfilled counts. */
  public void done(UUID departmentId, int year, PlanDuty.Kind kind, LocalDate on, String by) {
    database
        .update(DUTY)
        .set(DUTY.DONE_ON, on)
        .set(DUTY.DONE_BY, by)
        .where(DUTY.DEPARTMENT_ID.eq(departmentId))
        .and(DUTY.YEAR.eq(year))
        .and(DUTY.KIND.eq(Lifecycle.wireName(kind)))
        .and(DUTY.DONE_ON.isNull())
        .execute();
  }

  public Optional<PlanDuty> find(UUID departmentId, int year, PlanDuty.Kind kind) {
    return database
        .selectFrom(DUTY)
        .where(DUTY.DEPARTMENT_ID.eq(departmentId))
        .and(DUTY.YEAR.eq(year))
        .and(DUTY.KIND.eq(Lifecycle.wireName(kind)))
        .fetchOptional(DutyStore::read);
  }

  /** Of a year, by due day; those that the transaction may see. */
  public List<PlanDuty> list(UUID authorityId, int year) {
    return database
        .selectFrom(DUTY)
        .where(DUTY.AUTHORITY_ID.eq(authorityId))
        .and(DUTY.YEAR.eq(year))
        .orderBy(DUTY.DUE_ON, DUTY.KIND, DUTY.DEPARTMENT_ID)
        .fetch(DutyStore::read);
  }

  /** Open ones of a department, by due day. */
  public List<PlanDuty> listOpen(UUID departmentId) {
    return database
        .selectFrom(DUTY)
        .where(DUTY.DEPARTMENT_ID.eq(departmentId))
        .and(DUTY.DONE_ON.isNull())
        .orderBy(DUTY.DUE_ON)
        .fetch(DutyStore::read);
  }

  private static DutyRecord row(PlanDuty duty) {
    var row = new DutyRecord();
    row.setId(duty.id());
    row.setAuthorityId(duty.authorityId());
    row.setDepartmentId(duty.departmentId());
    row.setRegion(duty.region());
    row.setYear(duty.year());
    row.setKind(Lifecycle.wireName(duty.kind()));
    row.setDueOn(duty.due());
    row.set(DUTY.DONE_ON, duty.done());
    row.set(DUTY.DONE_BY, duty.doneBy());
    return row;
  }

  private static PlanDuty read(DutyRecord r) {
    return new PlanDuty(
        r.getId(),
        r.getAuthorityId(),
        r.getDepartmentId(),
        r.getRegion(),
        r.getYear(),
        Lifecycle.parse(PlanDuty.Kind.class, r.getKind()),
        r.getDueOn(),
        r.get(DUTY.DONE_ON),
        r.get(DUTY.DONE_BY));
  }
}
