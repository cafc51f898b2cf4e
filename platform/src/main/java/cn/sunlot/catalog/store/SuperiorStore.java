package cn.sunlot.catalog.store;

import static cn.sunlot.catalog.store.jooq.Tables.SUPERIOR_ITEM;
import static cn.sunlot.catalog.store.jooq.Tables.SUPERIOR_LIST;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.domain.ItemContent;
import cn.sunlot.catalog.domain.SuperiorList;
import cn.sunlot.catalog.domain.SuperiorList.Entry;
import cn.sunlot.catalog.store.jooq.tables.records.SuperiorItemRecord;
import cn.sunlot.catalog.store.jooq.tables.records.SuperiorListRecord;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Item lists of superiors. The latest edition of a list is the one that counts. */
@Repository
@Transactional
public class SuperiorStore {

  /**
   * An item of the latest edition of a list.
   *
   * @param list without its items
   */
  public record Listed(SuperiorList list, Entry entry) {}

  /**
   * A list without its items.
   *
   * @param latest whether it is the edition that counts
   */
  public record Row(SuperiorList list, boolean latest, int items) {}

  private final DSLContext database;
  private final Clock clock;

  SuperiorStore(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Adds a list.
   *
   * @return false if this edition, or another one of that day, is there already
   */
  public boolean add(SuperiorList list, UUID enteredBy) {
    var row = new SuperiorListRecord();
    row.setId(list.id());
    row.setAuthorityId(list.authorityId());
    row.setDepartmentId(list.departmentId());
    row.setSource(list.source());
    row.setName(list.name());
    row.setEdition(list.edition());
    row.setIssuedOn(list.issuedOn());
    row.setEnteredBy(enteredBy);
    row.setEnteredAt(clock.instant());
    if (database.insertInto(SUPERIOR_LIST).set(row).onConflictDoNothing().execute() == 0) {
      return false;
    }
    database.batchInsert(list.entries().stream().map(e -> row(list, e)).toList()).execute();
    return true;
  }

  /** Lists of an authority, the latest first, without their items. */
  public Page<Row> page(Scope scope, Page.Request request) {
    Condition condition = scope.shares(SUPERIOR_LIST.AUTHORITY_ID);
    var latest = DSL.field(latest());
    var items =
        DSL.field(
            DSL.selectCount()
                .from(SUPERIOR_ITEM)
                .where(SUPERIOR_ITEM.LIST_ID.eq(SUPERIOR_LIST.ID)));
    var rows =
        database
            .select(SUPERIOR_LIST.asterisk(), latest, items)
            .from(SUPERIOR_LIST)
            .where(condition)
            .orderBy(SUPERIOR_LIST.ISSUED_ON.desc(), SUPERIOR_LIST.NAME, SUPERIOR_LIST.ID)
            .limit(request.size())
            .offset(request.offset())
            .fetch(
                r -> new Row(list(r.into(SUPERIOR_LIST), List.of()), r.get(latest), r.get(items)));
    return Page.of(rows, database.fetchCount(SUPERIOR_LIST, condition), request);
  }

  /** All lists of an authority with their items. */
  public List<SuperiorList> listAll(UUID authorityId) {
    Map<UUID, List<Entry>> entries =
        database
            .selectFrom(SUPERIOR_ITEM)
            .where(SUPERIOR_ITEM.AUTHORITY_ID.eq(authorityId))
            .fetchGroups(SUPERIOR_ITEM.LIST_ID, SuperiorStore::entry);
    return database
        .selectFrom(SUPERIOR_LIST)
        .where(SUPERIOR_LIST.AUTHORITY_ID.eq(authorityId))
        .fetch(r -> list(r, entries.getOrDefault(r.getId(), List.of())));
  }

  /** A list with its items by code. */
  public SuperiorList get(UUID id) {
    List<Entry> entries =
        database
            .selectFrom(SUPERIOR_ITEM)
            .where(SUPERIOR_ITEM.LIST_ID.eq(id))
            .orderBy(SUPERIOR_ITEM.CODE)
            .fetch(SuperiorStore::entry);
    return database
        .selectFrom(SUPERIOR_LIST)
        .where(SUPERIOR_LIST.ID.eq(id))
        .fetchOptional(r -> list(r, entries))
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** The item with this code on the latest edition of a list; of several lists, of the newest. */
  public Optional<Listed> find(UUID authorityId, String code) {
    return database
        .select(SUPERIOR_LIST.asterisk(), SUPERIOR_ITEM.asterisk())
        .from(SUPERIOR_LIST)
        .join(SUPERIOR_ITEM)
        .on(SUPERIOR_ITEM.LIST_ID.eq(SUPERIOR_LIST.ID))
        .where(SUPERIOR_LIST.AUTHORITY_ID.eq(authorityId), SUPERIOR_ITEM.CODE.eq(code), latest())
        .orderBy(SUPERIOR_LIST.ISSUED_ON.desc(), SUPERIOR_LIST.ID)
        .limit(1)
        .fetchOptional(
            r -> new Listed(list(r.into(SUPERIOR_LIST), List.of()), entry(r.into(SUPERIOR_ITEM))));
  }

  /** Whether this edition of a list is the latest one. */
  public boolean isLatest(UUID id) {
    return database.fetchExists(SUPERIOR_LIST, SUPERIOR_LIST.ID.eq(id).and(latest()));
  }

  private static Condition latest() {
    var later = SUPERIOR_LIST.as("later");
    return notExists(
        selectOne()
            .from(later)
            .where(
                later.AUTHORITY_ID.eq(SUPERIOR_LIST.AUTHORITY_ID),
                later.SOURCE.eq(SUPERIOR_LIST.SOURCE),
                later.NAME.eq(SUPERIOR_LIST.NAME),
                later.ISSUED_ON.gt(SUPERIOR_LIST.ISSUED_ON)));
  }

  private static SuperiorItemRecord row(SuperiorList list, Entry entry) {
    ItemContent content = entry.content();
    var row = new SuperiorItemRecord();
    row.setListId(list.id());
    row.setAuthorityId(list.authorityId());
    row.setCode(entry.code());
    row.setName(content.name());
    row.setCategory(Lifecycle.wireName(content.category()));
    row.setRatioCapBp(content.ratioCapBp());
    row.setTimesPerYear(content.timesPerYear());
    row.setTargetKind(content.targetKind());
    row.setContent(content.content());
    row.setBasis(content.basis().toArray(String[]::new));
    row.setMethods(content.methods().toArray(String[]::new));
    row.setBody(content.body());
    return row;
  }

  private static SuperiorList list(SuperiorListRecord r, List<Entry> entries) {
    return new SuperiorList(
        r.getId(),
        r.getAuthorityId(),
        r.getDepartmentId(),
        r.getSource(),
        r.getName(),
        r.getEdition(),
        r.getIssuedOn(),
        entries);
  }

  private static Entry entry(SuperiorItemRecord r) {
    return new Entry(
        r.getCode(),
        new ItemContent(
            r.getName(),
            Lifecycle.parse(Category.class, r.getCategory()),
            r.getRatioCapBp(),
            r.getTimesPerYear(),
            r.getTargetKind(),
            r.getContent(),
            List.of(r.getBasis()),
            List.of(r.getMethods()),
            r.getBody()));
  }
}
