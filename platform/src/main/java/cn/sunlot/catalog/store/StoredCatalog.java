package cn.sunlot.catalog.store;

import static cn.sunlot.catalog.store.jooq.Tables.BATCH;
import static cn.sunlot.catalog.store.jooq.Tables.ITEM;
import static cn.sunlot.catalog.store.jooq.Tables.ITEM_VERSION;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.catalog.domain.Version;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What other modules ask of the item list, read from the tables. */
@Repository
@Transactional(readOnly = true)
class StoredCatalog implements Catalog {

  private final DSLContext database;
  private final ChecklistStore checklists;
  private final ItemSearch search;

  StoredCatalog(DSLContext database, ChecklistStore checklists, ItemSearch search) {
    this.database = database;
    this.checklists = checklists;
    this.search = search;
  }

  @Override
  public ItemVersion getItem(UUID itemVersionId) {
    return versions(ITEM_VERSION.ID.eq(itemVersionId).and(ITEM_VERSION.FROM_DAY.isNotNull()))
        .stream()
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, itemVersionId));
  }

  @Override
  public Optional<ItemVersion> findInForce(UUID itemId, LocalDate day) {
    return versions(ITEM_VERSION.ITEM_ID.eq(itemId).and(ItemSearch.inForce(day))).stream()
        .findFirst();
  }

  @Override
  public List<ItemVersion> listInForce(UUID authorityId, LocalDate day) {
    return versions(ITEM_VERSION.AUTHORITY_ID.eq(authorityId).and(ItemSearch.inForce(day)));
  }

  @Override
  public List<ListedVersion> listPublished(UUID authorityId) {
    Condition everInForce =
        ITEM_VERSION
            .FROM_DAY
            .isNotNull()
            .and(
                ITEM_VERSION
                    .UNTIL_DAY
                    .isNull()
                    .or(ITEM_VERSION.UNTIL_DAY.ge(ITEM_VERSION.FROM_DAY)));
    return select(ITEM_VERSION.AUTHORITY_ID.eq(authorityId).and(everInForce))
        .fetch(StoredCatalog::listed);
  }

  @Override
  public Checklist getChecklist(UUID checklistVersionId) {
    return checklists
        .find(checklistVersionId)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, checklistVersionId));
  }

  @Override
  public List<Todo> todo(SignedIn person) {
    List<Todo> todos = new ArrayList<>();
    if (person.may(Permission.CATALOG_APPROVE)) {
      search.list(person.scope(), ItemState.SUBMITTED).stream()
          .filter(StoredCatalog::isOwn)
          .forEach(i -> todos.add(todo("approve-item", i)));
    }
    if (person.may(Permission.CATALOG_EDIT)) {
      search.list(person.scope(), ItemState.DRAFT).stream()
          .filter(i -> i.current().trace().sentBack() != null)
          .forEach(i -> todos.add(todo("correct-item", i)));
      search.list(person.scope(), ItemState.APPROVED).stream()
          .filter(StoredCatalog::isOwn)
          .forEach(i -> todos.add(todo("publish-item", i)));
    }
    return todos;
  }

  private static boolean isOwn(Item item) {
    return !item.current().content().isJoint();
  }

  private static Todo todo(String kind, Item item) {
    return new Todo(
        kind, item.current().content().name(), null, false, "/items/" + item.id(), item.code());
  }

  private List<ItemVersion> versions(Condition condition) {
    return select(condition).fetch(StoredCatalog::version);
  }

  private ResultQuery<Record> select(Condition condition) {
    return database
        .select(List.of(ITEM.CODE, BATCH.NUMBER, ITEM_VERSION.asterisk()))
        .from(ITEM_VERSION)
        .join(ITEM)
        .on(ITEM.ID.eq(ITEM_VERSION.ITEM_ID))
        .leftJoin(BATCH)
        .on(BATCH.ID.eq(ITEM_VERSION.BATCH_ID))
        .where(condition)
        .orderBy(ITEM.CODE, ITEM_VERSION.NUMBER);
  }

  private static ListedVersion listed(Record r) {
    var decision = ItemStore.version(r.into(ITEM_VERSION)).joint().decision();
    return new ListedVersion(
        version(r),
        r.get(ITEM_VERSION.UNTIL_DAY),
        r.get(BATCH.NUMBER),
        decision == null ? null : decision.on(),
        decision == null ? null : decision.documentNumber());
  }

  private static ItemVersion version(Record r) {
    Version version = ItemStore.version(r.into(ITEM_VERSION));
    var content = version.content();
    return new ItemVersion(
        version.id(),
        r.get(ITEM_VERSION.ITEM_ID),
        version.number(),
        r.get(ITEM_VERSION.AUTHORITY_ID),
        r.get(ITEM_VERSION.DEPARTMENT_ID),
        r.get(ITEM.CODE),
        content.name(),
        content.category(),
        content.ratioCapBp(),
        content.timesPerYear(),
        content.targetKind(),
        content.content(),
        content.basis(),
        content.methods(),
        content.body(),
        content.participants(),
        version.checklistId(),
        version.requirePeriod().from());
  }
}
