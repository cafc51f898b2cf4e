package cn.sunlot.catalog.web;

import cn.sunlot.catalog.usecase.PublishBatch;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Batches of joint items. */
@RestController
@RequestMapping("/api/item-batches")
class BatchController {

  /**
   * What is published at once.
   *
   * @param from first day in force; today where left out
   */
  record BatchForm(
      @NotNull @Size(max = 200) String name,
      @Nullable LocalDate from,
      @NotNull @Size(max = 200) List<@NotNull @Valid BatchLine> items) {}

  /** An item, and its version as the office saw it. */
  record BatchLine(@NotNull UUID id, int version) {}

  record BatchRow(
      UUID id,
      String number,
      String name,
      NamedId office,
      LocalDate from,
      Instant publishedAt,
      int items) {}

  /** An item of a batch, as it was published in it. */
  record BatchItem(
      UUID id,
      String code,
      String name,
      int number,
      NamedId lead,
      List<NamedId> participants,
      @Nullable LocalDate decidedOn,
      @Nullable String decisionNumber) {}

  /**
   * A joint item that waits to be published.
   *
   * @param version for the batch, as it was seen
   */
  record WaitingItem(
      UUID id,
      String code,
      int version,
      String name,
      int number,
      NamedId lead,
      List<NamedId> participants,
      @Nullable LocalDate decidedOn,
      @Nullable String decisionNumber) {}

  record BatchDetail(
      UUID id,
      String number,
      String name,
      NamedId office,
      LocalDate from,
      NamedId publishedBy,
      Instant publishedAt,
      List<BatchItem> items) {}

  private final PublishBatch publish;
  private final BatchViews views;

  BatchController(PublishBatch publish, BatchViews views) {
    this.publish = publish;
    this.views = views;
  }

  @GetMapping
  @Requires(Permission.CATALOG_VIEW)
  Page<BatchRow> listItemBatches(
      @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "20") int size) {
    return views.page(new Page.Request(page, size));
  }

  @GetMapping("/{id}")
  @Requires(Permission.CATALOG_VIEW)
  BatchDetail getItemBatch(@PathVariable UUID id) {
    return views.detail(id);
  }

  /** Joint items that were decided on and that one's own office has not published yet. */
  @GetMapping("/waiting")
  @Requires(Permission.CATALOG_CONSOLIDATE)
  List<WaitingItem> listItemsWaitingForBatch() {
    return views.waiting();
  }

  /** Publishes all of these items, or none. */
  @PostMapping
  @Requires(Permission.CATALOG_CONSOLIDATE)
  @ResponseStatus(HttpStatus.CREATED)
  BatchDetail publishItemBatch(@Valid @RequestBody BatchForm form) {
    return views.detail(
        publish
            .run(
                form.name(),
                form.from(),
                form.items().stream().map(l -> new PublishBatch.Line(l.id(), l.version())).toList())
            .id());
  }
}
