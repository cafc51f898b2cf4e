package cn.sunlot.portal.web;

import cn.sunlot.portal.store.CreditSearch;
import cn.sunlot.portal.store.jooq.tables.records.ListEntryRecord;
import cn.sunlot.portal.web.CreditController.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Entries of public lists as open data (TZ-M12): whole, or with the filters of the page, the newest
 * first, with a description for machines (W3C, Metadata Vocabulary for Tabular Data).
 */
@Controller
class CreditFiles {

  /** Fields in the order of the columns. */
  static final List<String> FIELDS =
      List.of(
          "target",
          "unitId",
          "list",
          "ground",
          "from",
          "until",
          "decidedBy",
          "document",
          "authority",
          "id");

  private static final Set<String> DAYS = Set.of("from", "until");
  private static final Set<String> MAY_BE_EMPTY = Set.of("until", "document");

  private final CreditSearch search;
  private final OpenFiles files;
  private final Words words;
  private final MessageSource messages;
  private final Clock clock;

  CreditFiles(
      CreditSearch search, OpenFiles files, Words words, MessageSource messages, Clock clock) {
    this.search = search;
    this.files = files;
    this.words = words;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping("/credit.csv")
  @Transactional(readOnly = true)
  public void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
    CreditController.forgetAtOnce(response);
    List<String> headings = FIELDS.stream().map(field -> words.of("listed", field)).toList();
    try (Stream<ListEntryRecord> rows = rows(request)) {
      files.csv(response, "credit", headings, rows.map(this::cells));
    }
  }

  @GetMapping("/credit.json")
  @Transactional(readOnly = true)
  public void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
    CreditController.forgetAtOnce(response);
    try (Stream<ListEntryRecord> rows = rows(request)) {
      files.json(response, "credit", rows.map(CreditFiles::fields));
    }
  }

  /** What the csv file is and what its columns mean. */
  @GetMapping(path = "/credit.csv-metadata.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  public Map<String, Object> describe(HttpServletResponse response) {
    CreditController.forgetAtOnce(response);
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("@context", "http://www.w3.org/ns/csvw");
    about.put("url", "credit.csv");
    about.put("dc:title", text("credit.title"));
    about.put("dc:description", text("credit.data.text"));
    about.put("dc:rights", text("credit.terms.text"));
    about.put("dc:modified", clock.instant().toString());
    about.put(
        "tableSchema",
        Map.of("columns", FIELDS.stream().map(this::column).toList(), "primaryKey", "id"));
    return about;
  }

  private Map<String, Object> column(String field) {
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("name", field);
    column.put(
        "titles",
        Map.of("zh", title(field, Locale.SIMPLIFIED_CHINESE), "en", title(field, Locale.ENGLISH)));
    column.put("dc:description", words.of("listed-is", field));
    column.put("datatype", DAYS.contains(field) ? "date" : "string");
    column.put("required", !MAY_BE_EMPTY.contains(field));
    return column;
  }

  private String title(String field, Locale language) {
    return messages.getMessage("words.listed." + field, null, language);
  }

  private String text(String key) {
    return messages.getMessage(key, null, LocaleContextHolder.getLocale());
  }

  private Stream<ListEntryRecord> rows(HttpServletRequest request) {
    return search.stream(Form.of(request).query(LocalDate.now(clock)), OpenFiles.LIMIT);
  }

  private List<String> cells(ListEntryRecord row) {
    Map<String, @Nullable Object> fields = fields(row);
    return FIELDS.stream()
        .map(
            field -> {
              String text = Objects.toString(fields.get(field), "");
              return field.equals("list") ? words.of("list", text) : text;
            })
        .toList();
  }

  private static Map<String, @Nullable Object> fields(ListEntryRecord row) {
    LocalDate until = row.getUntilDay();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("target", row.getTargetName());
    fields.put("unitId", row.getUnitId());
    fields.put("list", row.getList());
    fields.put("ground", row.getGround());
    fields.put("from", row.getFromDay().toString());
    fields.put("until", until == null ? null : until.toString());
    fields.put("decidedBy", row.getDecidedBy());
    fields.put("document", row.getDocument());
    fields.put("authority", row.getAuthority());
    fields.put("id", row.getId().toString());
    return fields;
  }
}
