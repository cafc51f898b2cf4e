package cn.sunlot.publicity.store;

import static cn.sunlot.publicity.store.jooq.Tables.LIST_ENTRY;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;

import cn.sunlot.credit.PublicLists.Entry;
import cn.sunlot.organisation.Organisation.Authority;
import cn.sunlot.publicity.store.jooq.tables.records.ListEntryRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Public entries of credit lists. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class ListRows {

  private final DSLContext database;

  ListRows(DSLContext database) {
    this.database = database;
  }

  /**
   * Puts these rows in place of those of the targets, and writes only what differs: every hour it
   * is all of them.
   *
   * @param targetIds empty for all of the authority's
   */
  public void replace(Authority authority, Set<UUID> targetIds, List<Entry> entries) {
    Map<UUID, ListEntryRecord> shown =
        database
            .selectFrom(LIST_ENTRY)
            .where(of(authority.id(), targetIds))
            .fetchMap(LIST_ENTRY.ID);
    List<ListEntryRecord> wanted =
        entries.stream()
            .map(entry -> row(authority, entry))
            .filter(row -> !isSame(row, shown.get(row.getId())))
            .toList();
    Set<UUID> there = entries.stream().map(Entry::id).collect(Collectors.toSet());
    UUID[] outdated =
        Stream.concat(
                shown.keySet().stream().filter(id -> !there.contains(id)),
                wanted.stream().map(ListEntryRecord::getId).filter(shown::containsKey))
            .toArray(UUID[]::new);
    database.deleteFrom(LIST_ENTRY).where(LIST_ENTRY.ID.eq(any(outdated))).execute();
    database.batchInsert(wanted).execute();
  }

  private static Condition of(UUID authorityId, Set<UUID> targetIds) {
    return LIST_ENTRY
        .AUTHORITY_ID
        .eq(authorityId)
        .and(
            targetIds.isEmpty()
                ? noCondition()
                : LIST_ENTRY.TARGET_ID.eq(any(targetIds.toArray(UUID[]::new))));
  }

  /** Whether all that is written of a row is there already. */
  private static boolean isSame(ListEntryRecord row, @Nullable ListEntryRecord there) {
    return there != null
        && Stream.of(row.fields())
            .filter(row::changed)
            .allMatch(field -> Objects.equals(row.get(field), there.get(field)));
  }

  private static ListEntryRecord row(Authority authority, Entry entry) {
    ListEntryRecord row = new ListEntryRecord();
    row.setId(entry.id());
    row.setAuthorityId(authority.id());
    row.setAuthority(authority.name());
    row.setTargetId(entry.targetId());
    row.setUnitId(entry.unitId());
    row.setTargetName(entry.name());
    row.setList(entry.list());
    row.setFromDay(entry.from());
    row.set(LIST_ENTRY.UNTIL_DAY, entry.until());
    row.setGround(entry.ground());
    row.setDecidedBy(entry.decidedBy());
    row.setDocument(entry.document());
    return row;
  }
}
