package cn.sunlot.catalog.web;

import cn.sunlot.catalog.domain.Batch;
import cn.sunlot.catalog.domain.Decision;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.catalog.store.BatchStore;
import cn.sunlot.catalog.usecase.JointOffice;
import cn.sunlot.catalog.usecase.ListCoordinated;
import cn.sunlot.catalog.web.BatchController.BatchDetail;
import cn.sunlot.catalog.web.BatchController.BatchItem;
import cn.sunlot.catalog.web.BatchController.BatchRow;
import cn.sunlot.catalog.web.BatchController.WaitingItem;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Batches as clients see them. */
@Component
@Transactional(readOnly = true)
class BatchViews {

  private final BatchStore batches;
  private final ListCoordinated coordinated;
  private final JointOffice office;
  private final Organisation organisation;

  BatchViews(
      BatchStore batches,
      ListCoordinated coordinated,
      JointOffice office,
      Organisation organisation) {
    this.batches = batches;
    this.coordinated = coordinated;
    this.office = office;
    this.organisation = organisation;
  }

  Page<BatchRow> page(Page.Request request) {
    return batches.page(SignedIn.get().scope(), request).map(r -> row(r.batch(), r.items()));
  }

  List<WaitingItem> waiting() {
    return coordinated.run(ItemState.APPROVED).stream().map(this::waiting).toList();
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

  BatchDetail detail(UUID id) {
    Batch batch = batches.get(id);
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
        named(office.body(item.departmentId())),
        item.current().content().participants().stream().map(this::named).toList(),
        decision == null ? null : decision.on(),
        decision == null ? null : decision.documentNumber());
  }

  private WaitingItem waiting(Item item) {
    BatchItem shown = item(item);
    return new WaitingItem(
        shown.id(),
        shown.code(),
        item.version(),
        shown.name(),
        shown.number(),
        shown.lead(),
        shown.participants(),
        shown.decidedOn(),
        shown.decisionNumber());
  }

  private static NamedId named(Department department) {
    return new NamedId(department.id(), department.name());
  }

  private NamedId named(UUID departmentId) {
    return new NamedId(departmentId, organisation.getDepartment(departmentId).name());
  }
}
