package cn.sunlot.registry.web;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.store.DuplicateSearch;
import cn.sunlot.registry.usecase.DecideDuplicate;
import cn.sunlot.registry.usecase.StartDuplicateRun;
import cn.sunlot.registry.web.DuplicateViews.DuplicateRow;
import cn.sunlot.registry.web.DuplicateViews.DuplicateRunState;
import cn.sunlot.registry.web.TargetRequests.ReasonRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Targets that look like one: found by a search, decided by people. */
@RestController
@RequestMapping("/api/duplicates")
class DuplicateController {

  private final DuplicateSearch search;
  private final StartDuplicateRun start;
  private final DecideDuplicate decide;
  private final DuplicateViews views;

  DuplicateController(
      DuplicateSearch search,
      StartDuplicateRun start,
      DecideDuplicate decide,
      DuplicateViews views) {
    this.search = search;
    this.start = start;
    this.decide = decide;
    this.views = views;
  }

  @GetMapping
  @Requires(Permission.TARGETS_VIEW)
  Page<DuplicateRow> pageDuplicates(
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String signal) {
    var filter = new DuplicateSearch.Filter(state, signal, null, q);
    return search
        .page(SignedIn.get().scope(), filter, new Page.Request(page, size))
        .map(views::row);
  }

  /** The last search through all targets. */
  @GetMapping("/run")
  @Requires(Permission.TARGETS_VIEW)
  DuplicateRunState getDuplicateRun() {
    return views.run(search.findLastRun(SignedIn.get().scope()).orElse(null));
  }

  /** Searches all targets, by a job. */
  @PostMapping("/search")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.TARGETS_MERGE)
  DuplicateRunState searchDuplicates() {
    start.run();
    return getDuplicateRun();
  }

  /** They are not the same. */
  @PostMapping("/{id}/dismiss")
  @Requires(Permission.TARGETS_MERGE)
  DuplicateRow dismissDuplicate(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody ReasonRequest request) {
    decide.dismiss(id, IfMatch.read(seen), request.reason());
    return views.row(search.get(SignedIn.get().scope(), id));
  }

  /** Whether they are the same is asked again. */
  @PostMapping("/{id}/reconsider")
  @Requires(Permission.TARGETS_MERGE)
  DuplicateRow reconsiderDuplicate(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody ReasonRequest request) {
    decide.reconsider(id, IfMatch.read(seen), request.reason());
    return views.row(search.get(SignedIn.get().scope(), id));
  }
}
