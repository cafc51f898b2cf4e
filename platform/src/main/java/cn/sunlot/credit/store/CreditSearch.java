package cn.sunlot.credit.store;

import static cn.sunlot.credit.store.Targets.NAME;
import static cn.sunlot.credit.store.Targets.TARGETS;
import static cn.sunlot.credit.store.Targets.UNIT_ID;
import static cn.sunlot.credit.store.jooq.Tables.GIVEN_VALUE;
import static cn.sunlot.credit.store.jooq.Tables.OBSERVATION;
import static cn.sunlot.credit.store.jooq.Tables.RUN;
import static cn.sunlot.credit.store.jooq.Tables.SCORE;
import static cn.sunlot.credit.store.jooq.Tables.WARNING;
import static org.jooq.impl.DSL.noCondition;

import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is known of a target, and warnings. */
@Repository
@Transactional(readOnly = true)
public class CreditSearch {

  /**
   * The score of a target.
   *
   * @param day the day of the last computation that found it so
   */
  public record Score(
      UUID scorecardId,
      String riskClass,
      int score,
      List<@Nullable Integer> measured,
      @Nullable Integer rating,
      LocalDate day) {}

  /** Something that happened with a target. */
  public record Seen(
      String kind,
      LocalDate day,
      String selection,
      String classThen,
      String source,
      String ref,
      int revision,
      boolean superseded) {}

  /** A figure that another system gave. */
  public record Given(String code, int value, LocalDate day, String source) {}

  /** What warnings are narrowed to; null does not narrow. */
  public record WarningFilter(
      @Nullable String q, @Nullable Boolean settled, @Nullable String riskClass) {}

  /** A class that worsened. */
  public record Warning(
      UUID id,
      UUID targetId,
      String unitId,
      String name,
      String oldClass,
      String newClass,
      LocalDate raisedOn,
      @Nullable Instant settledAt,
      @Nullable UUID settledBy,
      String note) {}

  private final DSLContext database;

  CreditSearch(DSLContext database) {
    this.database = database;
  }

  public Optional<Score> findScore(Scope scope, UUID targetId) {
    var last =
        org.jooq.impl.DSL.field(
            database
                .select(org.jooq.impl.DSL.max(RUN.DAY))
                .from(RUN)
                .where(RUN.AUTHORITY_ID.eq(SCORE.AUTHORITY_ID))
                .and(RUN.KIND.eq("recompute").and(RUN.OUTCOME.eq("done"))));
    return database
        .select(SCORE.asterisk(), last)
        .from(SCORE)
        .where(scope.shares(SCORE.AUTHORITY_ID).and(SCORE.TARGET_ID.eq(targetId)))
        .fetchOptional(
            r ->
                new Score(
                    r.get(SCORE.SCORECARD_ID),
                    r.get(SCORE.RISK_CLASS),
                    r.get(SCORE.SCORE_),
                    Arrays.asList(r.get(SCORE.MEASURED)),
                    r.get(SCORE.RATING) == null ? null : r.get(SCORE.RATING).intValue(),
                    r.get(last)));
  }

  /** What happened with a target, newest first; what was corrected too. */
  public List<Seen> listSeen(Scope scope, UUID targetId, int most) {
    return database
        .selectFrom(OBSERVATION)
        .where(scope.shares(OBSERVATION.AUTHORITY_ID).and(OBSERVATION.TARGET_ID.eq(targetId)))
        .orderBy(OBSERVATION.DAY.desc(), OBSERVATION.ID.desc())
        .limit(most)
        .fetch(
            r ->
                new Seen(
                    r.getKind(),
                    r.getDay(),
                    r.getSelection(),
                    r.getClassThen(),
                    r.getSource(),
                    r.getRef(),
                    r.getRevision(),
                    r.getSupersededBy() != null));
  }

  /** The figures of a target that count. */
  public List<Given> listGiven(Scope scope, UUID targetId) {
    return database
        .selectFrom(GIVEN_VALUE)
        .where(scope.shares(GIVEN_VALUE.AUTHORITY_ID))
        .and(GIVEN_VALUE.TARGET_ID.eq(targetId))
        .and(GIVEN_VALUE.SUPERSEDED_BY.isNull())
        .orderBy(GIVEN_VALUE.CODE)
        .fetch(r -> new Given(r.getCode(), r.getValue(), r.getDay(), r.getSource()));
  }

  public int countOpenWarnings(Scope scope) {
    return database.fetchCount(
        WARNING, scope.shares(WARNING.AUTHORITY_ID).and(WARNING.SETTLED_AT.isNull()));
  }

  /** Warnings, the worst and latest first. */
  public Page<Warning> pageWarnings(Scope scope, WarningFilter filter, Page.Request request) {
    Condition condition =
        scope
            .shares(WARNING.AUTHORITY_ID)
            .and(Targets.found(filter.q()))
            .and(settled(filter.settled()))
            .and(
                filter.riskClass() == null
                    ? noCondition()
                    : WARNING.NEW_CLASS.eq(filter.riskClass()));
    var from = WARNING.join(TARGETS).on(Targets.ID.eq(WARNING.TARGET_ID));
    List<Warning> rows =
        database
            .select(WARNING.asterisk(), UNIT_ID, NAME)
            .from(from)
            .where(condition)
            .orderBy(WARNING.NEW_CLASS.desc(), WARNING.RAISED_ON.desc(), WARNING.ID)
            .limit(request.size())
            .offset(request.offset())
            .fetch(
                r ->
                    new Warning(
                        r.get(WARNING.ID),
                        r.get(WARNING.TARGET_ID),
                        r.get(UNIT_ID),
                        r.get(NAME),
                        r.get(WARNING.OLD_CLASS),
                        r.get(WARNING.NEW_CLASS),
                        r.get(WARNING.RAISED_ON),
                        r.get(WARNING.SETTLED_AT),
                        r.get(WARNING.SETTLED_BY),
                        r.get(WARNING.NOTE)));
    int total = database.fetchCount(database.selectOne().from(from).where(condition));
    return Page.of(rows, total, request);
  }

  private static Condition settled(@Nullable Boolean settled) {
    if (settled == null) {
      return noCondition();
    }
    return settled ? WARNING.SETTLED_AT.isNotNull() : WARNING.SETTLED_AT.isNull();
  }
}
