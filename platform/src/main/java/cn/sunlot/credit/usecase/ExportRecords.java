package cn.sunlot.credit.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.credit.CreditProblem;
import cn.sunlot.credit.store.RecordSearch;
import cn.sunlot.credit.store.RecordSearch.Filter;
import cn.sunlot.credit.store.RecordSearch.Row;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.sheets.Heading;
import cn.sunlot.sheets.SheetWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * Gives credit records to other departments, for a stated purpose that is on record (TZ-M11). What
 * the person may not see is not in it; contacts never are.
 */
@Component
@Transactional
public class ExportRecords {

  /** How the file is written. */
  public enum Form {
    XLSX,
    CSV,
    JSON
  }

  /** More would keep a request waiting for too long. */
  static final int MAX_ROWS = 300_000;

  private static final List<String> FIELDS =
      List.of("unit-id", "name", "risk-class", "score", "lists", "inspections", "problems");

  private final RecordSearch search;
  private final ProblemTexts texts;
  private final ObjectMapper json;
  private final AuditLog audit;

  ExportRecords(RecordSearch search, ProblemTexts texts, ObjectMapper json, AuditLog audit) {
    this.search = search;
    this.texts = texts;
    this.json = json;
    this.audit = audit;
  }

  /**
   * Writes a temporary file, for the caller to delete.
   *
   * @param purpose for whom and what for
   * @throws Refused without a purpose, or if there are too many
   */
  public Path run(Filter filter, Form form, String purpose, Locale locale) {
    if (purpose.isBlank()) {
      throw Refused.because(CreditProblem.PURPOSE_MISSING);
    }
    SignedIn person = SignedIn.get();
    int rows = search.count(person.scope(), filter);
    if (rows > MAX_ROWS) {
      throw Refused.because(
          CreditProblem.EXPORT_TOO_LARGE, String.valueOf(rows), String.valueOf(MAX_ROWS));
    }
    try {
      Path file = Files.createTempFile("sunlot-credit-", "");
      if (form == Form.JSON) {
        writeJson(file, person, filter);
      } else {
        writeSheet(file, form, person, filter, locale);
      }
      audit.record(
          "credit-records-exported",
          person.login(),
          Map.of("rows", rows, "purpose", purpose.strip(), "form", Lifecycle.wireName(form)));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeSheet(Path file, Form form, SignedIn person, Filter filter, Locale locale)
      throws IOException {
    List<Heading> headings =
        FIELDS.stream().map(f -> Heading.of(texts.text("credit.record." + f, locale))).toList();
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
    try (SheetWriter sheet =
        form == Form.CSV
            ? SheetWriter.csv(out, headings)
            : SheetWriter.xlsx(out, texts.text("credit.records", locale), headings)) {
      search.forEach(person.scope(), filter, row -> write(sheet, cells(row, locale)));
    }
  }

  /** An array of records, one a line, so that it can be read without holding it in memory. */
  private void writeJson(Path file, SignedIn person, Filter filter) throws IOException {
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("[");
      String[] between = {"\n"};
      search.forEach(
          person.scope(),
          filter,
          row -> {
            try {
              out.write(between[0] + json.writeValueAsString(row));
              between[0] = ",\n";
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      out.write("\n]\n");
    }
  }

  private static void write(SheetWriter sheet, List<String> cells) {
    try {
      sheet.row(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> cells(Row row, Locale locale) {
    return List.of(
        row.unitId(),
        row.name(),
        row.riskClass(),
        row.score() == null ? "" : BigDecimal.valueOf(row.score(), 2).toPlainString(),
        row.lists().stream()
            .map(list -> texts.text("credit.list." + list, locale))
            .collect(java.util.stream.Collectors.joining("；")),
        String.valueOf(row.inspections()),
        String.valueOf(row.problems()));
  }
}
