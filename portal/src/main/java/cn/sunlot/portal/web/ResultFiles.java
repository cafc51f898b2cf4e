package cn.sunlot.portal.web;

import cn.sunlot.portal.store.ResultSearch;
import cn.sunlot.portal.store.jooq.tables.records.ResultRecord;
import cn.sunlot.portal.web.ResultController.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Results as files, with the filters of the search page: every revision, originals and corrections,
 * newest first.
 */
@Controller
class ResultFiles {

  private static final List<String> COLUMNS =
      List.of(
          "number",
          "revision",
          "replaced",
          "target",
          "unitId",
          "planNumber",
          "planTitle",
          "taskNumber",
          "taskTitle",
          "ground",
          "authority",
          "body",
          "department",
          "visitedOn",
          "itemCode",
          "itemName",
          "type",
          "finding",
          "measures",
          "handling",
          "directReason",
          "publishedAt",
          "correctionReason",
          "id");

  private final ResultSearch results;
  private final OpenFiles files;
  private final Words words;

  ResultFiles(ResultSearch results, OpenFiles files, Words words) {
    this.results = results;
    this.files = files;
    this.words = words;
  }

  @GetMapping("/results.csv")
  @Transactional(readOnly = true)
  public void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
    List<String> headings = COLUMNS.stream().map(c -> words.of("column", c)).toList();
    try (Stream<ResultRecord> rows = rows(request)) {
      files.csv(response, "results", headings, rows.map(this::cells));
    }
  }

  @GetMapping("/results.json")
  @Transactional(readOnly = true)
  public void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try (Stream<ResultRecord> rows = rows(request)) {
      files.json(response, "results", rows.map(ResultFiles::fields));
    }
  }

  private Stream<ResultRecord> rows(HttpServletRequest request) {
    return results.stream(Form.of(request).query(), OpenFiles.LIMIT);
  }

  private List<String> cells(ResultRecord row) {
    Map<String, @Nullable Object> fields = fields(row);
    return COLUMNS.stream().map(column -> word(column, fields.get(column))).toList();
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
    fields.put("body", Owners.body(row.getAuthority(), row.getBody()));
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
}
