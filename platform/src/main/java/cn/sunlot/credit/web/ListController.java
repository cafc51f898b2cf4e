package cn.sunlot.credit.web;

import cn.sunlot.credit.store.ListSearch;
import cn.sunlot.credit.store.ListSearch.Filter;
import cn.sunlot.credit.usecase.EndListEntry;
import cn.sunlot.credit.usecase.EnterOnList;
import cn.sunlot.credit.web.CreditRequests.Because;
import cn.sunlot.credit.web.CreditRequests.EntryBatch;
import cn.sunlot.credit.web.CreditRequests.EntryRow;
import cn.sunlot.credit.web.CreditRequests.NewEntry;
import cn.sunlot.credit.web.CreditResponses.ListCounts;
import cn.sunlot.credit.web.CreditResponses.ListEntryView;
import cn.sunlot.credit.web.CreditResponses.TakenView;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
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

/** Lists that targets stand on. */
@RestController
@RequestMapping("/api/credit/lists")
class ListController {

  private final ListSearch search;
  private final EnterOnList enter;
  private final EndListEntry end;
  private final CreditViews views;

  ListController(ListSearch search, EnterOnList enter, EndListEntry end, CreditViews views) {
    this.search = search;
    this.enter = enter;
    this.end = end;
    this.views = views;
  }

  /** Entries of all lists, the latest first; {@code active} is those of today. */
  @GetMapping
  @Requires(Permission.CREDIT_VIEW)
  Page<ListEntryView> listListEntries(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String list,
      @RequestParam(required = false) @Nullable Boolean active,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size) {
    var filter =
        new Filter(
            q, list == null || list.isBlank() ? null : CreditRequests.readList(list), active);
    return search
        .page(SignedIn.get().scope(), filter, new Page.Request(page, size))
        .map(views::entry);
  }

  /** How many targets stand on each list today. */
  @GetMapping("/counts")
  @Requires(Permission.CREDIT_VIEW)
  ListCounts countLists() {
    return new ListCounts(search.countPerList(SignedIn.get().scope()));
  }

  @PostMapping
  @Requires(Permission.CREDIT_EDIT)
  @ResponseStatus(HttpStatus.CREATED)
  ListEntryView enterOnList(@Valid @RequestBody NewEntry entry) {
    return views.entry(enter.run(entry.read()));
  }

  @PostMapping("/{id}/end")
  @Requires(Permission.CREDIT_EDIT)
  ListEntryView endListEntry(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody Because because) {
    return views.entry(end.run(id, IfMatch.read(seen), because.reason()));
  }

  /** Takes a batch of entries, all or none; the same again changes nothing. */
  @PostMapping("/batch")
  @Requires(Permission.CREDIT_EDIT)
  TakenView enterBatch(@Valid @RequestBody EntryBatch batch) {
    return CreditController.taken(enter.runAll(batch.rows().stream().map(EntryRow::read).toList()));
  }
}
