package cn.sunlot.publicity.usecase;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.catalog.Catalog.ListedVersion;
import cn.sunlot.catalog.ItemPublished;
import cn.sunlot.catalog.ItemRetired;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.publicity.store.ItemRows;
import cn.sunlot.publicity.store.Owner;
import cn.sunlot.publicity.store.Turns;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows the item list, with the basis, method and ratio of each item (ZB-5, TZ-8). In the
 * transaction of the change: list and law must not differ for a moment.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PublishItems {

  private final Catalog catalog;
  private final ItemRows rows;
  private final Turns turns;
  private final Owners owners;
  private final WholeView view;

  PublishItems(Catalog catalog, ItemRows rows, Turns turns, Owners owners, WholeView view) {
    this.catalog = catalog;
    this.rows = rows;
    this.turns = turns;
    this.owners = owners;
    this.view = view;
  }

  @EventListener
  void on(ItemPublished event) {
    view.run(() -> run(event.authorityId()));
  }

  @EventListener
  void on(ItemRetired event) {
    view.run(() -> run(event.authorityId()));
  }

  /** Shows the whole list of an authority as it is now. */
  void run(UUID authorityId) {
    turns.await(authorityId);
    rows.replace(authorityId, catalog.listPublished(authorityId).stream().map(this::row).toList());
  }

  private ItemRows.Row row(ListedVersion version) {
    var item = version.item();
    UUID checklist = item.checklistVersionId();
    return new ItemRows.Row(
        version,
        owner(item),
        item.participants().stream().map(owners::department).toList(),
        checklist == null ? null : catalog.getChecklist(checklist));
  }

  /** Of a joint item, the public sees the lead department; of an own one, the section. */
  private Owner owner(ItemVersion item) {
    Owner owner = owners.get(item.authorityId(), item.departmentId());
    return item.participants().isEmpty()
        ? owner
        : new Owner(owner.authority(), owner.body(), owner.body());
  }
}
