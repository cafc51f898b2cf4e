package cn.sunlot.catalog.web;

import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.catalog.store.ItemSearch;
import cn.sunlot.catalog.web.ItemResponses.ComparisonView;
import cn.sunlot.catalog.web.ItemResponses.ItemDetail;
import cn.sunlot.catalog.web.ItemResponses.ItemRow;
import cn.sunlot.catalog.web.ItemResponses.OverlapView;
import cn.sunlot.catalog.web.ItemResponses.VersionView;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the item list. */
@RestController
@RequestMapping("/api/items")
class ItemController {

  private final ItemViews views;

  ItemController(ItemViews views) {
    this.views = views;
  }

  /** Items by their current versions; without a state, all but discarded ones. */
  @GetMapping
  @Requires(Permission.CATALOG_VIEW)
  Page<ItemRow> listItems(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String category,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable UUID department,
      @RequestParam(required = false) @Nullable String list,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam(defaultValue = "code") String sort) {
    var filter =
        new ItemSearch.Filter(
            q,
            category == null ? null : ItemRequests.readCategory(category),
            state == null ? null : ItemRequests.readState(state),
            department,
            list == null ? null : ItemRequests.readList(list));
    return views.page(filter, new Page.Request(page, size), sort);
  }

  @GetMapping("/{id}")
  @Requires(Permission.CATALOG_VIEW)
  ItemDetail getItem(@PathVariable UUID id) {
    return views.detail(id);
  }

  @GetMapping("/{id}/versions")
  @Requires(Permission.CATALOG_VIEW)
  List<VersionView> listItemVersions(@PathVariable UUID id) {
    return views.versions(id);
  }

  /** Where two versions differ. */
  @GetMapping("/{id}/comparison")
  @Requires(Permission.CATALOG_VIEW)
  ComparisonView compareItemVersions(
      @PathVariable UUID id, @RequestParam int from, @RequestParam int to) {
    return views.compare(id, from, to);
  }

  /** Other items that inspect the same as a joint one; people decide what follows. */
  @GetMapping("/{id}/overlaps")
  @Requires(Permission.CATALOG_VIEW)
  List<OverlapView> listItemOverlaps(@PathVariable UUID id) {
    return views.overlaps(id);
  }

  /** The checklist of the version with this number, or of the current one. */
  @GetMapping("/{id}/checklist")
  @Requires(Permission.CATALOG_VIEW)
  Checklist getItemChecklist(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer number) {
    return views.checklist(id, number);
  }
}
