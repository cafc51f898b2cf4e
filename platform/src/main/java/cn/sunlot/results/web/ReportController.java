package cn.sunlot.results.web;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.papers.Paper;
import cn.sunlot.kernel.papers.PaperResponse;
import cn.sunlot.kernel.papers.Papers;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.results.domain.Report;
import cn.sunlot.results.domain.Report.Text;
import cn.sunlot.results.domain.ReportLifecycle;
import cn.sunlot.results.domain.ReportState;
import cn.sunlot.results.store.ReportStore;
import cn.sunlot.results.store.ResultSearch;
import cn.sunlot.results.usecase.ReleaseReport;
import cn.sunlot.results.usecase.WriteReport;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Task reports: written by the section, published by its head. */
@RestController
@RequestMapping("/api/reports")
class ReportController {

  record ReportText(
      @NotNull @Size(max = 200) String period,
      @Min(0) int targets,
      @NotNull @Size(max = 4000) String content,
      @NotNull @Size(max = 4000) String findings,
      @NotNull @Size(max = 4000) String handling) {}

  record ReportNote(@NotNull @Size(max = 1000) String note) {}

  record ReportDetail(
      UUID id,
      int version,
      UUID taskId,
      String taskNumber,
      String title,
      @OneOf(ReportState.class) String state,
      LocalDate endedOn,
      @Nullable DueDate due,
      Text text,
      @Nullable LocalDate reportedOn,
      @Nullable DueDate publishDue,
      boolean overdue,
      @Nullable Instant publishedAt,
      String limitedReason,
      String returnNote,
      List<String> allowedCommands) {}

  /** Reads reports for screens. */
  @Component
  @Transactional(readOnly = true)
  static class ReportViews {

    private final ReportStore store;
    private final Clock clock;

    ReportViews(ReportStore store, Clock clock) {
      this.store = store;
      this.clock = clock;
    }

    ReportDetail detail(UUID id) {
      return detail(get(id));
    }

    /** The report, for its section; for anybody else it does not exist. */
    Report get(UUID id) {
      Report report = store.get(id);
      if (!SignedIn.get().sees(report.departmentId())) {
        throw Refused.because(KernelProblem.NOT_FOUND, id);
      }
      return report;
    }

    ReportDetail detail(Report r) {
      SignedIn person = SignedIn.get();
      return new ReportDetail(
          r.id(),
          r.version(),
          r.taskId(),
          r.taskNumber(),
          r.title(),
          Lifecycle.wireName(r.state()),
          r.endedOn(),
          r.due(),
          r.text(),
          r.reportedOn(),
          r.publishDue(),
          r.isOverdue(LocalDate.now(clock)),
          r.publishedAt(),
          r.limitedReason(),
          r.progress().returnNote(),
          ReportLifecycle.TABLE.allowed(r.state()).stream()
              .filter(c -> person.may(c.permission()))
              .map(Lifecycle::wireName)
              .toList());
    }
  }

  private final ResultSearch search;
  private final ReportViews views;
  private final WriteReport write;
  private final ReleaseReport release;
  private final ReportPapers reportPapers;
  private final Papers papers;

  ReportController(
      ResultSearch search,
      ReportViews views,
      WriteReport write,
      ReleaseReport release,
      ReportPapers reportPapers,
      Papers papers) {
    this.search = search;
    this.views = views;
    this.write = write;
    this.release = release;
    this.reportPapers = reportPapers;
    this.papers = papers;
  }

  @GetMapping
  @Requires(Permission.VISIT_VIEW)
  Page<ReportDetail> pageReports(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam(required = false) @Nullable String state) {
    return search
        .pageReports(SignedIn.get().scope(), state, new Page.Request(page, size))
        .map(views::detail);
  }

  @GetMapping("/{id}")
  @Requires(Permission.VISIT_VIEW)
  ReportDetail getReport(@PathVariable UUID id) {
    return views.detail(id);
  }

  /** The report as PDF, with the results of its task. */
  @GetMapping(value = "/{id}/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Requires(Permission.VISIT_VIEW)
  ResponseEntity<byte[]> getReportPaper(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable String lang, Locale asked) {
    Paper report = reportPapers.report(id, PaperResponse.language(lang, asked));
    return PaperResponse.of(report, papers.print(report));
  }

  @PostMapping("/{id}/save")
  @Requires(Permission.REPORT_EDIT)
  ReportDetail saveReport(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody ReportText text) {
    write.save(
        id,
        IfMatch.read(seen),
        new Text(text.period(), text.targets(), text.content(), text.findings(), text.handling()));
    return views.detail(id);
  }

  @PostMapping("/{id}/submit")
  @Requires(Permission.REPORT_EDIT)
  ReportDetail submitReport(@PathVariable UUID id, @RequestHeader(IfMatch.HEADER) String seen) {
    write.submit(id, IfMatch.read(seen));
    return views.detail(id);
  }

  @PostMapping("/{id}/publish")
  @Requires(Permission.REPORT_PUBLISH)
  ReportDetail publishReport(@PathVariable UUID id, @RequestHeader(IfMatch.HEADER) String seen) {
    release.publish(id, IfMatch.read(seen));
    return views.detail(id);
  }

  @PostMapping("/{id}/circulate")
  @Requires(Permission.REPORT_PUBLISH)
  ReportDetail circulateReport(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody ReportNote note) {
    release.circulate(id, IfMatch.read(seen), note.note());
    return views.detail(id);
  }

  @PostMapping("/{id}/send-back")
  @Requires(Permission.REPORT_PUBLISH)
  ReportDetail sendBackReport(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody ReportNote note) {
    release.sendBack(id, IfMatch.read(seen), note.note());
    return views.detail(id);
  }
}
