package cn.sunlot.portal.web;

import cn.sunlot.portal.store.ResultSearch;
import cn.sunlot.portal.store.jooq.tables.records.ResultRecord;
import cn.sunlot.portal.web.ResultController.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.ObjectMapper;

/**
 * Results as files, with the filters of the search page: every revision, originals and corrections,
 * newest first.
 */
@Controller
class ResultFiles {

  /** Rows in one file. */
  static final int LIMIT = 100_000;

  private final ResultSearch results;
  private final Words words;
  private final ObjectMapper json;

  ResultFiles(ResultSearch results, Words words, ObjectMapper json) {
    this.results = results;
    this.words = words;
    this.json = json;
  }

  @GetMapping("/results.csv")
  @Transactional(readOnly = true)
  public void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
    begin(response, "text/csv", "results.csv");
    PrintWriter out = response.getWriter();
    // Without it Excel takes the file for GBK.
    out.write('\uFEFF');
    boolean[] first = {true};
    try (Stream<ResultRecord> rows = results.stream(Form.of(request).query(), LIMIT)) {
      rows.forEach(
          row -> {
            Map<String, Object> fields = fields(row);
            if (first[0]) {
              line(out, fields.keySet().stream().map(k -> words.of("column", k)));
              first[0] = false;
            }
            line(out, fields.entrySet().stream().map(e -> word(e.getKey(), e.getValue())));
          });
    }
    out.flush();
  }

  @GetMapping("/results.json")
  @Transactional(readOnly = true)
  public void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
    begin(response, "application/json", "results.json");
    PrintWriter out = response.getWriter();
    String[] before = {"["};
    try (Stream<ResultRecord> rows = results.stream(Form.of(request).query(), LIMIT)) {
      rows.forEach(
          row -> {
            out.write(before[0]);
            out.write(json.writeValueAsString(fields(row)));
            before[0] = ",\n";
          });
    }
    out.write(before[0].equals("[") ? "[]" : "]");
    out.flush();
  }

  private static void begin(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  /** All that N-12 asks for, and the revision. */
  private static Map<String, @Nullable Object> fields(ResultRecord row) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("number", row.getNumber());
    fields.put("revision", row.getRevision());
    fields.put("replaced", row.getReplacedBy() != null);
    fields.put("target", row.getTargetName());
    fields.put("unitId", row.getUnitId());
    fields.put("planNumber", row.getPlanNumber());
    fields.put("planTitle", row.getPlanTitle());
    fields.put("taskNumber", row.getTaskNumber());
    fields.put("taskTitle", row.getTaskTitle());
    fields.put("ground", row.getGround());
    fields.put("authority", row.getAuthority());
    fields.put("department", row.getDepartment());
    fields.put("visitedOn", row.getVisitedOn().toString());
    fields.put("itemCode", row.getItemCode());
    fields.put("itemName", row.getItemName());
    fields.put("type", row.getType());
    fields.put("finding", row.getFinding());
    fields.put("measures", String.join("；", row.getMeasures()));
    fields.put("handling", row.getHandling());
    fields.put("directReason", row.getDirectReason());
    fields.put("publishedAt", row.getPublishedAt().toString());
    fields.put("correctionReason", row.getCorrectionReason());
    fields.put("id", row.getId().toString());
    return fields;
  }

  private String word(String field, @Nullable Object value) {
    String text = Objects.toString(value, "");
    return switch (field) {
      case "type", "ground" -> words.of(field, text);
      case "directReason" -> words.of("direct", text);
      case "replaced" -> words.of("yes-no", text);
      default -> text;
    };
  }

  private static void line(PrintWriter out, Stream<String> cells) {
    out.write(cells.map(ResultFiles::cell).collect(Collectors.joining(",", "", "\r\n")));
  }

  /** A cell that a spreadsheet takes for text, never for a formula. */
  static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
