package cn.sunlot.audit.web;

import cn.sunlot.audit.web.EntryViews.EntryDetail;
import cn.sunlot.audit.web.EntryViews.EntryRow;
import cn.sunlot.audit.web.EntryViews.EntryType;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record of who did what, for those who audit it. It is read here and changed nowhere. */
@RestController
@RequestMapping("/api/audit")
class EntryController {

  private final EntryViews views;

  EntryController(EntryViews views) {
    this.views = views;
  }

  /** Entries, the newest first; {@code q} is part of a number, {@code actor} of a name or login. */
  @GetMapping("/entries")
  @Requires(Permission.AUDIT_VIEW)
  Page<EntryRow> pageEntries(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable LocalDate dayFrom,
      @RequestParam(required = false) @Nullable LocalDate dayTo,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "20") int size) {
    return views.page(
        text(type), text(q), text(actor), dayFrom, dayTo, new Page.Request(page, size));
  }

  @GetMapping("/entries/{id}")
  @Requires(Permission.AUDIT_VIEW)
  EntryDetail getEntry(@PathVariable String id) {
    return views.detail(id);
  }

  /** Types of entries with their names, for the filter. */
  @GetMapping("/types")
  @Requires(Permission.AUDIT_VIEW)
  List<EntryType> listEntryTypes() {
    return views.types();
  }

  private static @Nullable String text(@Nullable String given) {
    return given == null || given.isBlank() ? null : given.strip();
  }
}
