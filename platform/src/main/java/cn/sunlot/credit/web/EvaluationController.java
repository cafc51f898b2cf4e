package cn.sunlot.credit.web;

import cn.sunlot.credit.domain.Evaluation;
import cn.sunlot.credit.store.EvaluationSearch;
import cn.sunlot.credit.store.RecordSearch;
import cn.sunlot.credit.usecase.ExportRecords;
import cn.sunlot.credit.usecase.ExportRecords.Form;
import cn.sunlot.credit.web.CreditResponses.ClassRates;
import cn.sunlot.credit.web.CreditResponses.EvaluationView;
import cn.sunlot.credit.web.CreditResponses.RateView;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.sheets.Heading;
import cn.sunlot.sheets.SheetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether the classes predict, and credit records for other departments. */
@RestController
@RequestMapping("/api/credit")
class EvaluationController {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final List<String> COLUMNS =
      List.of(
          "risk-class", "selection", "inspected", "problems", "prevented", "rate", "low", "high");

  private final EvaluationSearch search;
  private final ExportRecords export;
  private final ProblemTexts texts;
  private final Clock clock;

  EvaluationController(
      EvaluationSearch search, ExportRecords export, ProblemTexts texts, Clock clock) {
    this.search = search;
    this.export = export;
    this.texts = texts;
    this.clock = clock;
  }

  /** Problem rates per class; by default of the last twelve months. */
  @GetMapping("/evaluation")
  @Requires(Permission.CREDIT_VIEW)
  EvaluationView evaluateClasses(
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate until) {
    LocalDate last = until == null ? LocalDate.now(clock) : until;
    LocalDate first = from == null ? last.minusYears(1).plusDays(1) : from;
    Evaluation found = search.evaluate(SignedIn.get().scope(), first, last);
    return CreditViews.evaluation(found, first, last);
  }

  /** The same as csv: a line per class and way of selection. */
  @GetMapping("/evaluation/export")
  @Requires(Permission.CREDIT_VIEW)
  ResponseEntity<byte[]> exportEvaluation(
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate until,
      Locale locale)
      throws IOException {
    EvaluationView view = evaluateClasses(from, until);
    var out = new ByteArrayOutputStream();
    List<Heading> headings =
        COLUMNS.stream()
            .map(c -> Heading.of(texts.text("credit.evaluation." + c, locale)))
            .toList();
    try (SheetWriter sheet = SheetWriter.csv(out, headings)) {
      for (ClassRates one : view.classes()) {
        sheet.row(line(one.riskClass(), "random", one.random(), locale));
        sheet.row(line(one.riskClass(), "targeted", one.targeted(), locale));
        sheet.row(line(one.riskClass(), "all", one.all(), locale));
      }
    }
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"credit-evaluation-%s-%s.csv\""
                .formatted(view.from(), view.until()))
        .body(out.toByteArray());
  }

  /** Credit records for others, for a stated purpose that is on record. */
  @GetMapping("/records/export")
  @Requires(Permission.CREDIT_VIEW)
  ResponseEntity<Resource> exportCreditRecords(
      @RequestParam(required = false) @Nullable String riskClass,
      @RequestParam(required = false) @Nullable String list,
      @RequestParam(defaultValue = "xlsx") String format,
      @RequestParam(defaultValue = "") String purpose,
      Locale locale)
      throws IOException {
    Form form = CreditRequests.constant(Form.values(), "format", format);
    var filter =
        new RecordSearch.Filter(
            riskClass == null || riskClass.isBlank() ? null : riskClass,
            list == null || list.isBlank() ? null : CreditRequests.readList(list));
    Path file = export.run(filter, form, purpose, locale);
    MediaType type =
        switch (form) {
          case CSV -> CSV;
          // A file, whose content the description of the API does not know.
          case JSON -> MediaType.APPLICATION_OCTET_STREAM;
          case XLSX -> XLSX;
        };
    return ResponseEntity.ok()
        .contentType(type)
        .contentLength(Files.size(file))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"credit-%s.%s\"".formatted(LocalDate.now(clock), format))
        .body(
            new InputStreamResource(
                Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
  }

  private List<String> line(String riskClass, String selection, RateView rate, Locale locale) {
    return List.of(
        riskClass,
        texts.text("credit.selection." + selection, locale),
        String.valueOf(rate.inspected()),
        String.valueOf(rate.problems()),
        String.valueOf(rate.prevented()),
        percent(rate.rate()),
        percent(rate.low()),
        percent(rate.high()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }
}
