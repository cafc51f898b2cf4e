package cn.sunlot.portal.web;

import cn.sunlot.portal.store.CreditSearch;
import cn.sunlot.portal.store.CreditSearch.Query;
import cn.sunlot.portal.store.Page;
import cn.sunlot.portal.store.SearchText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is on the lists that the law makes public, and why (TZ-M12). */
@Controller
class CreditController {

  /** Lists to choose from. */
  static final List<String> LISTS = List.of("abnormal-operation", "serious-violation");

  private final CreditSearch search;
  private final Clock clock;

  CreditController(CreditSearch search, Clock clock) {
    this.search = search;
    this.clock = clock;
  }

  /** What was typed and chosen on the page. */
  public record Form(String q, String list) {

    static Form of(HttpServletRequest request) {
      return new Form(given(request, "q"), given(request, "list"));
    }

    private static String given(HttpServletRequest request, String name) {
      return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    Query query(LocalDate day) {
      return new Query(SearchText.of(q).orElse(null), LISTS.contains(list) ? list : null, day);
    }

    public boolean filtered() {
      return !(q + list).isEmpty();
    }
  }

  @GetMapping("/credit")
  String lists(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(defaultValue = "1") int page,
      Model model) {
    forgetAtOnce(response);
    Form form = Form.of(request);
    model.addAttribute("form", form);
    model.addAttribute("lists", LISTS);
    model.addAttribute("fields", CreditFiles.FIELDS);
    model.addAttribute("now", clock.instant());
    model.addAttribute("page", search.page(form.query(LocalDate.now(clock)), Page.number(page)));
    model.addAttribute("pager", Pager.of(request));
    model.addAttribute("csv", download(request, "/credit.csv"));
    model.addAttribute("json", download(request, "/credit.json"));
    return "credit";
  }

  /** No cache and no search engine keeps whoever has left a list. */
  static void forgetAtOnce(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader("X-Robots-Tag", "noindex");
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
