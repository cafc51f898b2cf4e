package cn.sunlot.catalog.web;

import cn.sunlot.catalog.domain.Batch;
import cn.sunlot.catalog.domain.Decision;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.store.BatchStore;
import cn.sunlot.catalog.usecase.PublishBatch;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
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
  private final BatchStore batches;
  private final Organisation organisation;

  BatchController(PublishBatch publish, BatchStore batches, Organisation organisation) {
    this.publish = publish;
    this.batches = batches;
    this.organisation = organisation;
  }

  @GetMapping
  @Requires(Permission.CATALOG_VIEW)
  Page<BatchRow> listItemBatches(
      @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "20") int size) {
    return batches
        .page(SignedIn.get().scope(), new Page.Request(page, size))
        .map(r -> row(r.batch(), r.items()));
  }

  @GetMapping("/{id}")
  @Requires(Permission.CATALOG_VIEW)
  BatchDetail getItemBatch(@PathVariable UUID id) {
    return detail(batches.get(id));
  }

  /** Publishes all of these items, or none. */
  @PostMapping
  @Requires(Permission.CATALOG_CONSOLIDATE)
  @ResponseStatus(HttpStatus.CREATED)
  BatchDetail publishItemBatch(@Valid @RequestBody BatchForm form) {
    return detail(
        publish.run(
            form.name(),
            form.from(),
            form.items().stream().map(l -> new PublishBatch.Line(l.id(), l.version())).toList()));
  }

  private BatchRow row(Batch batch, int items) {
    return new BatchRow(
        batch.id(),
        batch.number(),
        batch.name(),
        named(batch.officeId()),
        batch.from(),
        batch.publishedAt(),
        items);
  }

  private BatchDetail detail(Batch batch) {
    return new BatchDetail(
        batch.id(),
        batch.number(),
        batch.name(),
        named(batch.officeId()),
        batch.from(),
        new NamedId(batch.publishedBy(), organisation.getPerson(batch.publishedBy()).name()),
        batch.publishedAt(),
        batches.listItems(batch.id()).stream().map(this::item).toList());
  }

  private BatchItem item(Item item) {
    Decision decision = item.current().joint().decision();
    return new BatchItem(
        item.id(),
        item.code(),
        item.current().content().name(),
        item.current().number(),
        named(item.departmentId()),
        item.current().content().participants().stream().map(this::named).toList(),
        decision == null ? null : decision.on(),
        decision == null ? null : decision.documentNumber());
  }

  private NamedId named(UUID departmentId) {
    return new NamedId(departmentId, organisation.getDepartment(departmentId).name());
  }
}
