package cn.sunlot.catalog.store;

import static cn.sunlot.catalog.store.jooq.Tables.ITEM;
import static cn.sunlot.catalog.store.jooq.Tables.ITEM_VERSION;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectOnConditionStep;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of items. */
@Repository
@Transactional(readOnly = true)
public class ItemSearch {

  /** What a list is narrowed to; null does not narrow. */
  public record Filter(
      @Nullable String q,
      @Nullable Category category,
      @Nullable ItemState state,
      @Nullable UUID departmentId,
      @Nullable ListKind list) {}

  /** Which of the two lists an item stands on. */
  public enum ListKind {
    /** A department's own list. */
    OWN,
    /** The joint list of the departments of a region. */
    JOINT
  }

  /**
   * A row of the list.
   *
   * @param inForceId the version in force today, or null
   */
  public record Row(Item item, @Nullable UUID inForceId, Instant changedAt) {}

  private final DSLContext database;
  private final Clock clock;

  ItemSearch(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A page of the items of an authority, each by its current version.
   *
   * @param sort {@code code}, {@code name}, {@code changedAt}; with {@code -} before it the other
   *     way round
   */
  public Page<Row> page(Scope scope, Filter filter, Page.Request request, String sort) {
    Condition condition = ITEM.AUTHORITY_ID.eq(scope.authorityId()).and(condition(filter));
    Field<UUID> inForce = inForceToday();
    List<Row> rows =
        from(inForce)
            .where(condition)
            .orderBy(order(sort), ITEM.CODE.asc())
            .limit(request.size())
            .offset(request.offset())
            .fetch(r -> row(r, inForce));
    return Page.of(rows, database.fetchCount(from(inForce).where(condition)), request);
  }

  /** Items of these departments whose current version is in this state. */
  public List<Item> list(Scope scope, ItemState state) {
    return from(inForceToday())
        .where(
            ITEM.AUTHORITY_ID
                .eq(scope.authorityId())
                .and(scope.covers(ITEM.DEPARTMENT_ID))
                .and(ITEM_VERSION.STATE.eq(Lifecycle.wireName(state))))
        .orderBy(ITEM.CODE)
        .fetch(ItemStore::item);
  }

  /** Joint items of the authority whose current version is in this state. */
  public List<Item> listJoint(Scope scope, ItemState state) {
    return from(inForceToday())
        .where(
            scope
                .shares(ITEM.AUTHORITY_ID)
                .and(joint())
                .and(ITEM_VERSION.STATE.eq(Lifecycle.wireName(state))))
        .orderBy(ITEM.CODE)
        .fetch(ItemStore::item);
  }

  /** Items of the authority that are proposed, decided on or in force. */
  public List<Item> listStanding(Scope scope) {
    return from(inForceToday())
        .where(
            scope
                .shares(ITEM.AUTHORITY_ID)
                .and(
                    ITEM_VERSION
                        .STATE
                        .notIn(
                            Lifecycle.wireName(ItemState.DRAFT),
                            Lifecycle.wireName(ItemState.RETIRED),
                            Lifecycle.wireName(ItemState.DISCARDED))
                        .or(exists(versionInForce()))))
        .orderBy(ITEM.CODE)
        .fetch(ItemStore::item);
  }

  /** Items of the authority with these codes, by their current versions. */
  public List<Item> listByCode(Scope scope, Collection<String> codes) {
    return from(inForceToday())
        .where(scope.shares(ITEM.AUTHORITY_ID).and(ITEM.CODE.in(codes)))
        .fetch(ItemStore::item);
  }

  private static Condition joint() {
    return cardinality(ITEM_VERSION.PARTICIPANTS).gt(0);
  }

  /** The number of the version of an item that is in force today. */
  public Optional<Integer> findNumberInForce(UUID itemId) {
    return database
        .select(ITEM_VERSION.NUMBER)
        .from(ITEM_VERSION)
        .where(ITEM_VERSION.ITEM_ID.eq(itemId).and(inForce(LocalDate.now(clock))))
        .fetchOptional(ITEM_VERSION.NUMBER);
  }

  /** That a version is or was in force on a day. */
  static Condition inForce(LocalDate day) {
    return ITEM_VERSION
        .STATE
        .in(Lifecycle.wireName(ItemState.PUBLISHED), Lifecycle.wireName(ItemState.RETIRED))
        .and(ITEM_VERSION.FROM_DAY.le(day))
        .and(ITEM_VERSION.UNTIL_DAY.isNull().or(ITEM_VERSION.UNTIL_DAY.ge(day)));
  }

  private SelectOnConditionStep<Record> from(Field<UUID> inForce) {
    return database
        .select(ITEM.asterisk(), ITEM_VERSION.asterisk(), inForce)
        .from(ITEM)
        .join(ITEM_VERSION)
        .on(ITEM_VERSION.ID.eq(ITEM.CURRENT_ID));
  }

  private Field<UUID> inForceToday() {
    return versionInForce().<UUID>asField("in_force_id");
  }

  private Select<Record1<UUID>> versionInForce() {
    var other = ITEM_VERSION.as("other");
    LocalDate today = LocalDate.now(clock);
    return select(other.ID)
        .from(other)
        .where(
            other
                .ITEM_ID
                .eq(ITEM.ID)
                .and(
                    other.STATE.in(
                        Lifecycle.wireName(ItemState.PUBLISHED),
                        Lifecycle.wireName(ItemState.RETIRED)))
                .and(other.FROM_DAY.le(today))
                .and(other.UNTIL_DAY.isNull().or(other.UNTIL_DAY.ge(today))))
        .limit(1);
  }

  private static Condition condition(Filter filter) {
    Condition condition = noCondition();
    if (filter.q() != null && !filter.q().isBlank()) {
      String q = filter.q().strip();
      condition =
          condition.and(
              ITEM_VERSION.NAME.containsIgnoreCase(q).or(ITEM.CODE.containsIgnoreCase(q)));
    }
    if (filter.category() != null) {
      condition = condition.and(ITEM_VERSION.CATEGORY.eq(Lifecycle.wireName(filter.category())));
    }
    if (filter.list() != null) {
      condition = condition.and(filter.list() == ListKind.JOINT ? joint() : not(joint()));
    }
    condition =
        condition.and(
            filter.state() == null
                ? ITEM_VERSION.STATE.ne(Lifecycle.wireName(ItemState.DISCARDED))
                : ITEM_VERSION.STATE.eq(Lifecycle.wireName(filter.state())));
    return filter.departmentId() == null
        ? condition
        : condition.and(ITEM.DEPARTMENT_ID.eq(filter.departmentId()));
  }

  private static SortField<?> order(String sort) {
    boolean down = sort.startsWith("-");
    Field<?> field =
        switch (down ? sort.substring(1) : sort) {
          case "name" -> ITEM_VERSION.NAME;
          case "changedAt" -> ITEM_VERSION.CHANGED_AT;
          default -> ITEM.CODE;
        };
    return down ? field.desc() : field.asc();
  }

  private static Row row(Record r, Field<UUID> inForce) {
    return new Row(ItemStore.item(r), r.get(inForce), r.get(ITEM_VERSION.CHANGED_AT));
  }
}
