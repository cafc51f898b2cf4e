package cn.sunlot.results.store;

import static cn.sunlot.results.store.jooq.Tables.REPORT;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.results.domain.Report;
import cn.sunlot.results.domain.Report.Dues;
import cn.sunlot.results.domain.Report.Progress;
import cn.sunlot.results.domain.Report.Terms;
import cn.sunlot.results.domain.Report.Text;
import cn.sunlot.results.domain.ReportState;
import cn.sunlot.results.store.jooq.tables.records.ReportRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

  /** The report of a task, if there is one: not all rules ask for it, and it comes with the end. */
  public Optional<Report> findOfTask(UUID taskId) {
    return database
        .selectFrom(REPORT)
        .where(REPORT.TASK_ID.eq(taskId))
        .fetchOptional(ReportStore::report);
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
    row.setPublishedAt(report.publishedAt());
    row.setLimitedReason(report.limitedReason());
    row.setReturnNote(report.progress().returnNote());
    fill(row, report.progress().dues());
  }

  private static void fill(ReportRecord row, Dues dues) {
    row.setDue(day(dues.report()));
    row.setDueProvisional(dues.report() != null && dues.report().provisional());
    row.setPublishDue(day(dues.publication()));
    row.setPublishDueProvisional(dues.publication() != null && dues.publication().provisional());
  }

  /** Reports of all authorities that are still to be written or published, locked. */
  public List<Report> lockOpen() {
    return database
        .selectFrom(REPORT)
        .where(REPORT.STATE.in(wireNames(ReportState.DRAFT, ReportState.SUBMITTED)))
        .orderBy(REPORT.ID)
        .forUpdate()
        .fetch(ReportStore::report);
  }

  /**
   * Saves other due days of a locked report; not counted as a change of somebody's, so that a form
   * that is open can still be saved.
   */
  public void saveDues(UUID id, Dues dues) {
    ReportRecord row = database.newRecord(REPORT);
    fill(row, dues);
    database.update(REPORT).set(row).where(REPORT.ID.eq(id)).execute();
  }

  private static List<String> wireNames(ReportState... states) {
    return Stream.of(states).map(Lifecycle::wireName).toList();
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
        new Terms(
            r.getTaskId(),
            r.getAuthorityId(),
            r.getDepartmentId(),
            r.getTaskNumber(),
            r.getTitle(),
            r.getEndedOn()),
        new Progress(
            Lifecycle.parse(ReportState.class, r.getState()),
            new Dues(
                due(r.getDue(), r.getDueProvisional()),
                due(r.getPublishDue(), r.getPublishDueProvisional())),
            new Text(
                r.getPeriod(), r.getTargets(), r.getContent(), r.getFindings(), r.getHandling()),
            r.getReportedOn(),
            r.getPublishedAt(),
            r.getLimitedReason(),
            r.getReturnNote()),
        r.getVersion());
  }
}
