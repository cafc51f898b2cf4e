package cn.sunlot.audit.store;

import static cn.sunlot.audit.store.jooq.Tables.ACTOR;
import static cn.sunlot.audit.store.jooq.Tables.ENTRY;
import static org.jooq.impl.DSL.noCondition;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the record; nothing here changes it. */
@Repository
@Transactional(readOnly = true)
public class EntrySearch {

  /** Entries that have no authority: what the platform did for all. */
  private static final String PLATFORM = "";

  private static final List<SelectField<?>> FIELDS =
      List.of(
          ENTRY.ID,
          ENTRY.TYPE,
          ENTRY.REF,
          ENTRY.AT,
          ENTRY.ORG,
          ENTRY.ACTOR,
          ACTOR.PERSON_ID,
          ENTRY.HASH);

  /**
   * What a list is narrowed to; null does not narrow.
   *
   * @param ref part of the number of the thing
   * @param people who did it
   * @param from from this moment on
   * @param before up to, and without, this moment
   * @param types only these types
   */
  public record Filter(
      @Nullable String type,
      @Nullable String ref,
      @Nullable Set<UUID> people,
      @Nullable Instant from,
      @Nullable Instant before,
      @Nullable Set<String> types) {}

  /**
   * An entry.
   *
   * @param actor the pseudonym that the entry holds, or {@code platform}
   * @param personId who stands behind it, or null for the platform
   */
  public record Entry(
      long id,
      String type,
      String ref,
      Instant at,
      String org,
      String actor,
      @Nullable UUID personId,
      String hash) {}

  /** An entry with what was hashed. */
  public record Whole(Entry entry, byte[] payload, byte[] salt) {}

  private final DSLContext database;

  EntrySearch(DSLContext database) {
    this.database = database;
  }

  /** Entries of the authority and of the platform itself, the newest first. */
  public Page<Entry> page(Scope scope, Filter filter, Page.Request request) {
    Condition condition = visible(scope).and(condition(filter));
    var joined = ENTRY.leftJoin(ACTOR).on(ACTOR.PSEUDONYM.eq(ENTRY.ACTOR));
    List<Entry> rows =
        database
            .select(FIELDS)
            .from(joined)
            .where(condition)
            .orderBy(ENTRY.ID.desc())
            .limit(request.size())
            .offset(request.offset())
            .fetch(EntrySearch::entry);
    return Page.of(rows, database.fetchCount(joined, condition), request);
  }

  /**
   * One entry with payload and salt.
   *
   * @param types only these types are shown, or null for all
   * @throws Refused if there is none that the scope shows
   */
  public Whole get(Scope scope, long id, @Nullable Set<String> types) {
    return database
        .select(FIELDS)
        .select(ENTRY.PAYLOAD, ENTRY.SALT)
        .from(ENTRY.leftJoin(ACTOR).on(ACTOR.PSEUDONYM.eq(ENTRY.ACTOR)))
        .where(visible(scope))
        .and(ENTRY.ID.eq(id))
        .and(types == null ? noCondition() : ENTRY.TYPE.in(types))
        .fetchOptional(r -> new Whole(entry(r), r.get(ENTRY.PAYLOAD), r.get(ENTRY.SALT)))
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, String.valueOf(id)));
  }

  private static Condition visible(Scope scope) {
    return ENTRY.ORG.in(scope.authorityId().toString(), PLATFORM);
  }

  private static Condition condition(Filter filter) {
    return noCondition()
        .and(filter.type() == null ? noCondition() : ENTRY.TYPE.eq(filter.type()))
        .and(filter.ref() == null ? noCondition() : ENTRY.REF.containsIgnoreCase(filter.ref()))
        .and(filter.people() == null ? noCondition() : ACTOR.PERSON_ID.in(filter.people()))
        .and(filter.from() == null ? noCondition() : ENTRY.AT.ge(filter.from()))
        .and(filter.before() == null ? noCondition() : ENTRY.AT.lt(filter.before()))
        .and(filter.types() == null ? noCondition() : ENTRY.TYPE.in(filter.types()));
  }

  private static Entry entry(Record r) {
    return new Entry(
        r.get(ENTRY.ID),
        r.get(ENTRY.TYPE),
        r.get(ENTRY.REF),
        r.get(ENTRY.AT),
        r.get(ENTRY.ORG),
        r.get(ENTRY.ACTOR),
        r.get(ACTOR.PERSON_ID),
        r.get(ENTRY.HASH));
  }
}
