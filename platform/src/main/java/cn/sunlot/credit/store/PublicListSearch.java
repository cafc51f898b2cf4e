package cn.sunlot.credit.store;

import static cn.sunlot.credit.store.Targets.NAME;
import static cn.sunlot.credit.store.Targets.TARGETS;
import static cn.sunlot.credit.store.Targets.UNIT_ID;
import static cn.sunlot.credit.store.jooq.Tables.LIST_ENTRY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;

import cn.sunlot.credit.PublicLists;
import cn.sunlot.credit.domain.ListKind;
import cn.sunlot.credit.domain.PublicText;
import cn.sunlot.kernel.Lifecycle;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Entries of the lists that are public. */
@Repository
@Transactional(readOnly = true)
class PublicListSearch implements PublicLists {

  private static final List<String> PUBLIC =
      Arrays.stream(ListKind.values()).filter(ListKind::isPublic).map(Lifecycle::wireName).toList();

  private final DSLContext database;
  private final Clock clock;

  PublicListSearch(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public List<Entry> listInForce(UUID authorityId, Set<UUID> targetIds) {
    LocalDate today = LocalDate.now(clock);
    return database
        .select(LIST_ENTRY.asterisk(), UNIT_ID, NAME)
        .from(LIST_ENTRY)
        .join(TARGETS)
        .on(Targets.ID.eq(LIST_ENTRY.TARGET_ID))
        .where(LIST_ENTRY.AUTHORITY_ID.eq(authorityId))
        .and(LIST_ENTRY.LIST.in(PUBLIC))
        .and(LIST_ENTRY.SUPERSEDED_BY.isNull())
        .and(LIST_ENTRY.FROM_DAY.le(today))
        .and(LIST_ENTRY.UNTIL_DAY.isNull().or(LIST_ENTRY.UNTIL_DAY.ge(today)))
        .and(LIST_ENTRY.ENDED_ON.isNull().or(LIST_ENTRY.ENDED_ON.gt(today)))
        .and(
            targetIds.isEmpty()
                ? noCondition()
                : LIST_ENTRY.TARGET_ID.eq(any(targetIds.toArray(UUID[]::new))))
        .fetch(PublicListSearch::entry);
  }

  private static Entry entry(Record r) {
    return new Entry(
        r.get(LIST_ENTRY.ID),
        r.get(LIST_ENTRY.TARGET_ID),
        r.get(UNIT_ID),
        r.get(NAME),
        r.get(LIST_ENTRY.LIST),
        r.get(LIST_ENTRY.FROM_DAY),
        r.get(LIST_ENTRY.UNTIL_DAY),
        PublicText.of(r.get(LIST_ENTRY.GROUND)),
        PublicText.of(r.get(LIST_ENTRY.DECIDED_BY)),
        r.get(LIST_ENTRY.DOCUMENT));
  }
}
