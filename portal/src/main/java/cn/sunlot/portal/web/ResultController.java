package cn.sunlot.portal.web;

import cn.sunlot.portal.store.DrawSearch;
import cn.sunlot.portal.store.ItemSearch;
import cn.sunlot.portal.store.LogSearch;
import cn.sunlot.portal.store.NoticeSearch;
import cn.sunlot.portal.store.Page;
import cn.sunlot.portal.store.ResultSearch;
import cn.sunlot.portal.store.ResultSearch.Query;
import cn.sunlot.portal.store.SearchText;
import cn.sunlot.portal.store.jooq.tables.records.DrawRecord;
import cn.sunlot.portal.store.jooq.tables.records.ItemRecord;
import cn.sunlot.portal.store.jooq.tables.records.NoticeRecord;
import cn.sunlot.portal.store.jooq.tables.records.ResultRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Results: found by name or credit code, each with its corrections (ZB-16). */
@Controller
class ResultController {

  /** Kinds of results to choose from. */
  static final List<String> TYPES =
      List.of(
          "no-problem-found",
          "due-information-not-published",
          "published-information-false",
          "problem-found-corrected",
          "problem-found-correction-ordered",
          "problem-found-to-be-handled",
          "unreachable-at-registered-address",
          "seriously-uncooperative",
          "no-related-business-activity",
          "passed",
          "failed");

  private static final int YEARS = 6;

  private final ResultSearch results;
  private final ItemSearch items;
  private final NoticeSearch notices;
  private final DrawSearch draws;
  private final LogSearch log;
  private final Clock clock;

  ResultController(
      ResultSearch results,
      ItemSearch items,
      NoticeSearch notices,
      DrawSearch draws,
      LogSearch log,
      Clock clock) {
    this.results = results;
    this.items = items;
    this.notices = notices;
    this.draws = draws;
    this.log = log;
    this.clock = clock;
  }

  /** What was typed and chosen on the search page. */
  public record Form(String q, String type, String item, String year) {

    static Form of(HttpServletRequest request) {
      return new Form(
          given(request, "q"),
          given(request, "type"),
          given(request, "item"),
          given(request, "year"));
    }

    private static String given(HttpServletRequest request, String name) {
      String value = request.getParameter(name);
      return value == null ? "" : value.strip();
    }

    Query query() {
      return new Query(
          SearchText.of(q).orElse(null), orNull(type), orNull(item), yearOrNull(), null);
    }

    public boolean filtered() {
      return !(q + type + item + year).isEmpty();
    }

    private static @Nullable String orNull(String value) {
      // A zero character is nothing that a column holds, and PostgreSQL refuses it.
      return value.isEmpty() || value.indexOf('\0') >= 0 ? null : value;
    }

    private @Nullable Integer yearOrNull() {
      return year.matches("[12][0-9]{3}") ? Integer.valueOf(year) : null;
    }
  }

  @GetMapping("/results")
  String search(
      HttpServletRequest request, @RequestParam(defaultValue = "1") int page, Model model) {
    Form form = Form.of(request);
    model.addAttribute("form", form);
    model.addAttribute("types", TYPES);
    model.addAttribute(
        "items",
        items.listInForce(LocalDate.now(clock)).stream().map(Choice::of).distinct().toList());
    model.addAttribute("years", years());
    model.addAttribute("page", results.page(form.query(), Page.number(page)));
    model.addAttribute("pager", Pager.of(request));
    model.addAttribute("csv", download(request, "/results.csv"));
    model.addAttribute("json", download(request, "/results.json"));
    return "results";
  }

  @GetMapping("/results/{id}")
  String result(@PathVariable String id, Model model) {
    UUID key = Frame.id(id);
    List<ResultRecord> revisions = results.listRevisions(key);
    ResultRecord shown =
        revisions.stream()
            .filter(r -> r.getId().equals(key))
            .findFirst()
            .orElseThrow(NotThere::new);
    ResultRecord last = revisions.get(revisions.size() - 1);
    model.addAttribute("result", shown);
    model.addAttribute("revisions", revisions);
    model.addAttribute("draw", drawOf(shown.getTaskId()));
    model.addAttribute(
        "logged",
        log.listAbout(
            shown.getNumber(),
            shown.getAuthorityId(),
            List.of("result-published", "result-corrected")));
    model.addAttribute("last", last);
    model.addAttribute("replaced", !last.getId().equals(key));
    return "result";
  }

  /** The draw of the targets of a task, if they were drawn. */
  private @Nullable DrawRecord drawOf(UUID taskId) {
    return notices.find(taskId).map(NoticeRecord::getDrawId).flatMap(draws::find).orElse(null);
  }

  /** An item to choose. */
  public record Choice(String code, String name) {
    static Choice of(ItemRecord item) {
      return new Choice(item.getCode(), item.getName());
    }
  }

  private List<Integer> years() {
    int now = LocalDate.now(clock).getYear();
    return IntStream.range(0, YEARS).mapToObj(i -> now - i).toList();
  }

  private static String download(HttpServletRequest request, String path) {
    return Frame.here(request)
        .replacePath(path)
        .replaceQueryParam("page")
        .build()
        .encode()
        .toUriString();
  }
}
