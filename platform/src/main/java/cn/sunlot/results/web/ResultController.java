package cn.sunlot.results.web;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.results.domain.Result.Statement;
import cn.sunlot.results.store.ResultSearch;
import cn.sunlot.results.usecase.CorrectResult;
import cn.sunlot.results.web.ResultViews.ResultDetail;
import cn.sunlot.results.web.ResultViews.ResultListRow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Results of inspections and their corrections. */
@RestController
@RequestMapping("/api/results")
class ResultController {

  /** What is right, and why the published result was wrong. */
  record Correction(
      @NotBlank @Size(max = 200) String type,
      @NotNull @Size(max = 4000) String finding,
      @NotNull List<@Size(max = 500) String> measures,
      @NotNull @Size(max = 2000) String handling,
      @NotNull @Size(max = 1000) String reason) {}

  private final ResultSearch search;
  private final ResultViews views;
  private final CorrectResult correct;

  ResultController(ResultSearch search, ResultViews views, CorrectResult correct) {
    this.search = search;
    this.views = views;
    this.correct = correct;
  }

  @GetMapping
  @Requires(Permission.VISIT_VIEW)
  Page<ResultListRow> pageResults(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable UUID task) {
    return views.rows(
        search.page(SignedIn.get().scope(), q, state, type, task, new Page.Request(page, size)));
  }

  @GetMapping("/{id}")
  @Requires(Permission.VISIT_VIEW)
  ResultDetail getResult(@PathVariable UUID id) {
    return views.detail(id);
  }

  @PostMapping("/{id}/correct")
  @Requires(Permission.RESULT_CORRECT)
  ResultDetail correctResult(
      @PathVariable UUID id,
      @RequestHeader(IfMatch.HEADER) String seen,
      @Valid @RequestBody Correction order) {
    var right = new Statement(order.type(), order.finding(), order.measures(), order.handling());
    return views.detail(correct.run(id, IfMatch.read(seen), right, order.reason()));
  }
}
