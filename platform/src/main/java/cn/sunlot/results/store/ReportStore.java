package cn.sunlot.results.store;

import static cn.sunlot.results.store.jooq.Tables.REPORT;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.results.domain.Report;
import cn.sunlot.results.domain.Report.Text;
import cn.sunlot.results.domain.ReportState;
import cn.sunlot.results.store.jooq.tables.records.ReportRecord;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Loads and saves task reports. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ReportStore {

  private final DSLContext database;

  ReportStore(DSLContext database) {
    this.database = database;
  }

  public void add(Report report) {
    ReportRecord row = database.newRecord(REPORT);
    row.setId(report.id());
    row.setTaskId(report.taskId());
    row.setAuthorityId(report.authorityId());
    row.setDepartmentId(report.departmentId());
    row.setTaskNumber(report.taskNumber());
    row.setTitle(report.title());
    row.setEndedOn(report.endedOn());
    row.setDue(day(report.due()));
    row.setDueProvisional(report.due() != null && report.due().provisional());
    row.setVersion(report.version());
    fill(row, report);
    row.insert();
  }

  public Report get(UUID id) {
    return database
        .selectFrom(REPORT)
        .where(REPORT.ID.eq(id))
        .fetchOptional(ReportStore::report)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  public Report lock(UUID id) {
    return database
        .selectFrom(REPORT)
        .where(REPORT.ID.eq(id))
        .forUpdate()
        .fetchOptional(ReportStore::report)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  public void save(Report report) {
    ReportRecord row = database.newRecord(REPORT);
    fill(row, report);
    row.setVersion(report.version() + 1);
    int changed =
        database
            .update(REPORT)
            .set(row)
            .where(REPORT.ID.eq(report.id()).and(REPORT.VERSION.eq(report.version())))
            .execute();
    if (changed == 0) {
      throw Refused.because(
          KernelProblem.VERSION_CLASH, report.version(), get(report.id()).version());
    }
  }

  private static void fill(ReportRecord row, Report report) {
    row.setState(Lifecycle.wireName(report.state()));
    row.setPeriod(report.text().period());
    row.setTargets(report.text().targets());
    row.setContent(report.text().content());
    row.setFindings(report.text().findings());
    row.setHandling(report.text().handling());
    row.setReportedOn(report.reportedOn());
    row.setPublishDue(day(report.publishDue()));
    row.setPublishDueProvisional(report.publishDue() != null && report.publishDue().provisional());
    row.setPublishedAt(report.publishedAt());
    row.setLimitedReason(report.limitedReason());
    row.setReturnNote(report.returnNote());
  }

  private static @Nullable LocalDate day(@Nullable DueDate due) {
    return due == null ? null : due.date();
  }

  private static @Nullable DueDate due(@Nullable LocalDate day, boolean provisional) {
    return day == null ? null : new DueDate(day, provisional);
  }

  static Report report(ReportRecord r) {
    return new Report(
        r.getId(),
        r.getTaskId(),
        r.getAuthorityId(),
        r.getDepartmentId(),
        r.getTaskNumber(),
        r.getTitle(),
        r.getEndedOn(),
        due(r.getDue(), r.getDueProvisional()),
        Lifecycle.parse(ReportState.class, r.getState()),
        new Text(r.getPeriod(), r.getTargets(), r.getContent(), r.getFindings(), r.getHandling()),
        r.getReportedOn(),
        due(r.getPublishDue(), r.getPublishDueProvisional()),
        r.getPublishedAt(),
        r.getLimitedReason(),
        r.getReturnNote(),
        r.getVersion());
  }
}
