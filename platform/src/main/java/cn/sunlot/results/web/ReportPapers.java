package cn.sunlot.results.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.TimeConfiguration;
import cn.sunlot.kernel.papers.Paper;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.results.domain.Report;
import cn.sunlot.results.domain.Report.Text;
import cn.sunlot.results.domain.Result;
import cn.sunlot.results.domain.ResultState;
import cn.sunlot.results.store.ResultStore;
import cn.sunlot.results.web.ReportController.ReportViews;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Task reports for printing (ZB-15.4). */
@Component
@Transactional(readOnly = true)
class ReportPapers {

  /**
   * A report.
   *
   * @param results as they stand, corrections in place of what they correct
   */
  record ReportPaper(
      String taskNumber,
      String taskTitle,
      String section,
      String state,
      LocalDate endedOn,
      Text text,
      @Nullable LocalDate reportedOn,
      @Nullable Instant publishedAt,
      String limitedReason,
      List<ResultLine> results) {}

  record ResultLine(
      String number, String target, String unitId, String item, LocalDate visitedOn, String type) {}

  private final ReportViews views;
  private final ResultStore results;
  private final Catalog catalog;
  private final Organisation organisation;
  private final ProblemTexts texts;

  ReportPapers(
      ReportViews views,
      ResultStore results,
      Catalog catalog,
      Organisation organisation,
      ProblemTexts texts) {
    this.views = views;
    this.results = results;
    this.catalog = catalog;
    this.organisation = organisation;
    this.texts = texts;
  }

  Paper report(UUID id, Locale locale) {
    Report report = views.get(id);
    return new Paper(
        "task-report",
        locale,
        texts.text("results.paper.name", locale, report.taskNumber()),
        organisation.getAuthority(report.authorityId()).name(),
        report.taskNumber(),
        lastChange(report),
        content(report));
  }

  private ReportPaper content(Report report) {
    return new ReportPaper(
        report.taskNumber(),
        report.title(),
        organisation.getDepartment(report.departmentId()).name(),
        Lifecycle.wireName(report.state()),
        report.endedOn(),
        report.text(),
        report.reportedOn(),
        report.publishedAt(),
        report.limitedReason(),
        results.listOfTask(report.taskId()).stream()
            .filter(r -> r.state() != ResultState.CORRECTED)
            .sorted(Comparator.comparing(Result::number))
            .map(this::line)
            .toList());
  }

  private ResultLine line(Result result) {
    return new ResultLine(
        result.number(),
        result.targetName(),
        result.unitId(),
        catalog.getItem(result.itemVersionId()).name(),
        result.visitedOn(),
        result.finding().type());
  }

  private static Instant lastChange(Report report) {
    Instant published = report.publishedAt();
    LocalDate day = report.reportedOn() == null ? report.endedOn() : report.reportedOn();
    return published == null ? day.atStartOfDay(TimeConfiguration.ZONE).toInstant() : published;
  }
}
