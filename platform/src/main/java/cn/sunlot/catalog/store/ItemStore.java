package cn.sunlot.catalog.store;

import static cn.sunlot.catalog.store.jooq.Tables.ITEM;
import static cn.sunlot.catalog.store.jooq.Tables.ITEM_VERSION;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.domain.Decision;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemContent;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.catalog.domain.Version;
import cn.sunlot.catalog.domain.Version.Cause;
import cn.sunlot.catalog.domain.Version.Joint;
import cn.sunlot.catalog.domain.Version.Period;
import cn.sunlot.catalog.domain.Version.Trace;
import cn.sunlot.catalog.store.jooq.tables.records.ItemVersionRecord;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.JointApprover;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Items with their versions: loads and saves one at a time. */
@Repository
@Transactional
public class ItemStore {

  private final DSLContext database;
  private final Clock clock;

  ItemStore(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The item with its current version. */
  public Item get(UUID id) {
    return database
        .select()
        .from(ITEM)
        .join(ITEM_VERSION)
        .on(ITEM_VERSION.ID.eq(ITEM.CURRENT_ID))
        .where(ITEM.ID.eq(id))
        .fetchOptional(ItemStore::item)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** The name of the item that has this code, if one has. */
  public Optional<String> findNameByCode(UUID authorityId, String code) {
    return database
        .select(ITEM_VERSION.NAME)
        .from(ITEM)
        .join(ITEM_VERSION)
        .on(ITEM_VERSION.ID.eq(ITEM.CURRENT_ID))
        .where(ITEM.AUTHORITY_ID.eq(authorityId).and(ITEM.CODE.eq(code)))
        .fetchOptional(ITEM_VERSION.NAME);
  }

  /** All versions of an item, the first one first. */
  public List<Version> listVersions(UUID itemId) {
    return database
        .selectFrom(ITEM_VERSION)
        .where(ITEM_VERSION.ITEM_ID.eq(itemId))
        .orderBy(ITEM_VERSION.NUMBER)
        .fetch(ItemStore::version);
  }

  /**
   * Adds an item with its first version.
   *
   * @return false if the authority has an item with this code, also one added at this very moment
   */
  public boolean add(Item item) {
    int added =
        database
            .insertInto(ITEM)
            .set(ITEM.ID, item.id())
            .set(ITEM.AUTHORITY_ID, item.authorityId())
            .set(ITEM.DEPARTMENT_ID, item.departmentId())
            .set(ITEM.CODE, item.code())
            .set(ITEM.VERSION, item.version())
            .set(ITEM.CURRENT_ID, item.current().id())
            .onConflict(ITEM.AUTHORITY_ID, ITEM.CODE)
            .doNothing()
            .execute();
    if (added == 1) {
      save(item, item.current());
    }
    return added == 1;
  }

  /**
   * Saves an item and its current version.
   *
   * @return the item as it is now, one version further
   * @throws Refused if somebody else has saved it since it was loaded
   */
  public Item save(Item item) {
    Item moved = move(item);
    save(item, item.current());
    return moved;
  }

  /**
   * Makes a version that is stored already the current one.
   *
   * @return the item as it is now, one version further
   * @throws Refused if somebody else has saved it since it was loaded
   */
  public Item move(Item item) {
    int next = item.version() + 1;
    int saved =
        database
            .update(ITEM)
            .set(ITEM.VERSION, next)
            .set(ITEM.CURRENT_ID, item.current().id())
            .where(ITEM.ID.eq(item.id()).and(ITEM.VERSION.eq(item.version())))
            .execute();
    if (saved == 0) {
      throw Refused.because(KernelProblem.VERSION_CLASH, item.version(), get(item.id()).version());
    }
    return new Item(
        item.id(), item.authorityId(), item.departmentId(), item.code(), next, item.current());
  }

  /** Saves a version, new or changed. */
  public void save(Item item, Version version) {
    ItemVersionRecord row = row(item, version);
    database
        .insertInto(ITEM_VERSION)
        .set(row)
        .onConflict(ITEM_VERSION.ID)
        .doUpdate()
        .set(row)
        .execute();
  }

  private ItemVersionRecord row(Item item, Version version) {
    ItemContent content = version.content();
    var row = new ItemVersionRecord();
    row.setId(version.id());
    row.setItemId(item.id());
    row.setAuthorityId(item.authorityId());
    row.setDepartmentId(item.departmentId());
    row.setNumber(version.number());
    row.setState(Lifecycle.wireName(version.state()));
    row.setName(content.name());
    row.setCategory(Lifecycle.wireName(content.category()));
    row.setRatioCapBp(content.ratioCapBp());
    row.setTimesPerYear(content.timesPerYear());
    row.setTargetKind(content.targetKind());
    row.setContent(content.content());
    row.setBasis(content.basis().toArray(String[]::new));
    row.setMethods(content.methods().toArray(String[]::new));
    row.setBody(content.body());
    row.setChecklistId(version.checklistId());
    row.setReason(version.cause().reason());
    row.setChangedLaw(version.cause().changedLaw());
    row.setParticipants(content.participants().toArray(UUID[]::new));
    row.setConsolidatedBy(version.joint().consolidatedBy());
    row.setBatchId(version.joint().batchId());
    Decision decision = version.joint().decision();
    row.setDecidedBy(decision == null ? null : Lifecycle.wireName(decision.by()));
    row.setDecidedOn(decision == null ? null : decision.on());
    row.setDecisionNumber(decision == null ? null : decision.documentNumber());
    Decision ended = version.joint().ended();
    row.setEndedBy(ended == null ? null : Lifecycle.wireName(ended.by()));
    row.setEndedOn(ended == null ? null : ended.on());
    row.setEndedNumber(ended == null ? null : ended.documentNumber());
    row.setSentBack(version.trace().sentBack());
    row.setRetireReason(version.trace().retireReason());
    row.setFromDay(version.period() == null ? null : version.period().from());
    row.setUntilDay(version.period() == null ? null : version.period().until());
    row.setDraftedBy(version.trace().draftedBy());
    row.setApprovedBy(version.trace().approvedBy());
    row.setChangedAt(clock.instant());
    return row;
  }

  static Item item(Record r) {
    return new Item(
        r.get(ITEM.ID),
        r.get(ITEM.AUTHORITY_ID),
        r.get(ITEM.DEPARTMENT_ID),
        r.get(ITEM.CODE),
        r.get(ITEM.VERSION),
        version(r.into(ITEM_VERSION)));
  }

  static Version version(ItemVersionRecord r) {
    return new Version(
        r.getId(),
        r.getNumber(),
        Lifecycle.parse(ItemState.class, r.getState()),
        new ItemContent(
            r.getName(),
            Lifecycle.parse(Category.class, r.getCategory()),
            r.getRatioCapBp(),
            r.getTimesPerYear(),
            r.getTargetKind(),
            r.getContent(),
            List.of(r.getBasis()),
            List.of(r.getMethods()),
            r.getBody(),
            List.of(r.getParticipants())),
        r.getChecklistId(),
        new Cause(r.getReason(), r.getChangedLaw()),
        r.getFromDay() == null ? null : new Period(r.getFromDay(), r.getUntilDay()),
        new Trace(r.getDraftedBy(), r.getApprovedBy(), r.getSentBack(), r.getRetireReason()),
        new Joint(
            r.getConsolidatedBy(),
            decision(r.getDecidedBy(), r.getDecidedOn(), r.getDecisionNumber()),
            r.getBatchId(),
            decision(r.getEndedBy(), r.getEndedOn(), r.getEndedNumber())));
  }

  private static @Nullable Decision decision(
      @Nullable String by, @Nullable LocalDate on, @Nullable String number) {
    return by == null || on == null || number == null
        ? null
        : new Decision(Lifecycle.parse(JointApprover.class, by), on, number);
  }
}
