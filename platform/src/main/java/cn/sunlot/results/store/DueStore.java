package cn.sunlot.results.store;

import static cn.sunlot.results.store.jooq.Tables.DUE;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.results.domain.VisitDue;
import cn.sunlot.results.domain.VisitDue.Kind;
import cn.sunlot.results.store.jooq.tables.records.DueRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the last days that follow from visits. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class DueStore {

  private final DSLContext database;

  DueStore(DSLContext database) {
    this.database = database;
  }

  /** Puts a day in place of the one of its kind. */
  public void put(VisitDue due) {
    DueRecord row = database.newRecord(DUE);
    row.setVisitId(due.visitId());
    row.setDepartmentId(due.departmentId());
    row.setKind(Lifecycle.wireName(due.kind()));
    row.setAuthorityId(due.authorityId());
    row.setLastDay(due.due().date());
    row.setProvisional(due.due().provisional());
    row.set(DUE.DONE_ON, due.doneOn());
    database
        .insertInto(DUE)
        .set(row)
        .onConflict(DUE.VISIT_ID, DUE.DEPARTMENT_ID, DUE.KIND)
        .doUpdate()
        .set(row)
        .execute();
  }

  /** Takes a day away that does not follow any more: a report was sent back, a lead corrected. */
  public void remove(VisitDue due) {
    database
        .deleteFrom(DUE)
        .where(DUE.VISIT_ID.eq(due.visitId()))
        .and(DUE.DEPARTMENT_ID.eq(due.departmentId()))
        .and(DUE.KIND.eq(Lifecycle.wireName(due.kind())))
        .execute();
  }

  public List<VisitDue> list(UUID visitId) {
    return database
        .selectFrom(DUE)
        .where(DUE.VISIT_ID.eq(visitId))
        .orderBy(DUE.DEPARTMENT_ID, DUE.LAST_DAY, DUE.KIND)
        .fetch(DueStore::due);
  }

  /** Visits of all authorities with a day that is open, and not long past. */
  public List<UUID> listOpenVisits(LocalDate since) {
    return database
        .selectDistinct(DUE.VISIT_ID)
        .from(DUE)
        .where(DUE.DONE_ON.isNull())
        .and(DUE.LAST_DAY.ge(since).or(DUE.PROVISIONAL))
        .orderBy(DUE.VISIT_ID)
        .fetch(DUE.VISIT_ID);
  }

  static VisitDue due(DueRecord r) {
    return new VisitDue(
        r.getVisitId(),
        r.getDepartmentId(),
        r.getAuthorityId(),
        Lifecycle.parse(Kind.class, r.getKind()),
        new DueDate(r.getLastDay(), r.getProvisional()),
        r.getDoneOn());
  }
}
