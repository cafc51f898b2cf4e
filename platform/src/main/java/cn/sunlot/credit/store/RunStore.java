package cn.sunlot.credit.store;

import static cn.sunlot.credit.store.jooq.Tables.RUN;

import cn.sunlot.credit.domain.Run;
import cn.sunlot.credit.domain.Scorecard;
import cn.sunlot.credit.store.ScoreQuery.Range;
import cn.sunlot.credit.store.jooq.tables.records.RunRecord;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.registry.ClassesAndTags;
import cn.sunlot.registry.ClassesAndTags.Applied;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Computations, batch by batch, and what they leave. */
@Repository
@Transactional
public class RunStore {

  private static final TypeReference<TreeMap<String, Long>> MOVES = new TypeReference<>() {};

  private static final String ABOUT =
      "SELECT count(*) FROM "
          + ClassesAndTags.TARGETS
          + " WHERE authority_id = ? AND status = 'active'";

  /**
   * A plan for the very range of a batch, which statistics know well; one for any range would count
   * on a few targets. Compiling such a query costs more than running it.
   */
  private static final String PLANNING =
      "SELECT set_config('plan_cache_mode', 'force_custom_plan', true),"
          + " set_config('jit', 'off', true), set_config('work_mem', '64MB', true)";

  /** The id that a batch reaches to: of its last target, or of the last of all. */
  private static final String REACH =
      "SELECT id FROM (SELECT id FROM "
          + ClassesAndTags.TARGETS
          + " WHERE authority_id = ? AND id > ? ORDER BY id LIMIT ?) b ORDER BY id DESC LIMIT 1";

  private static final String COUNT =
      " SELECT old_class || '>' || new_class AS move, count(*) AS number FROM classed GROUP BY 1";

  /** What differs from what is known goes on; all are counted. */
  private static final String STAGE =
      """
      , put AS (
        INSERT INTO credit.score_staging
          (run_id, target_id, unit_id, old_class, risk_class, score, measured, rating)
        SELECT CAST(? AS uuid), c.id, c.unit_id, c.old_class, c.new_class, c.score, c.measured,
          c.rating
        FROM classed c LEFT JOIN credit.score k ON k.target_id = c.id
        WHERE k.target_id IS NULL OR c.old_class <> c.new_class OR k.scorecard_id <> ?
          OR k.risk_class <> c.new_class OR k.score <> c.score OR k.measured <> c.measured
          OR k.rating IS DISTINCT FROM c.rating
        RETURNING 1
      ), moves AS (SELECT old_class || '>' || new_class AS move, count(*) AS number FROM classed GROUP BY 1)
      SELECT move, number FROM moves UNION ALL SELECT '', count(*) FROM put
      """;

  private static final String TAKE_SCORES =
      """
      INSERT INTO credit.score
        (target_id, authority_id, scorecard_id, run_id, risk_class, score, measured, rating)
      SELECT target_id, CAST(? AS uuid), CAST(? AS uuid), run_id, risk_class, score, measured, rating
      FROM credit.score_staging WHERE run_id = ?
      ON CONFLICT (target_id) DO UPDATE SET scorecard_id = excluded.scorecard_id,
        run_id = excluded.run_id, risk_class = excluded.risk_class, score = excluded.score,
        measured = excluded.measured, rating = excluded.rating
      """;

  private static final String HAND_OVER =
      "INSERT INTO "
          + ClassesAndTags.CLASSES
          + " (batch_id, target_id, risk_class) SELECT run_id, target_id, risk_class"
          + " FROM credit.score_staging WHERE run_id = ? AND risk_class <> old_class";

  private static final String WARN =
      """
      INSERT INTO credit.warning (id, authority_id, target_id, run_id, old_class, new_class, raised_on)
      SELECT kernel.next_id(), CAST(? AS uuid), target_id, run_id, old_class, risk_class,
        CAST(? AS date)
      FROM credit.score_staging
      WHERE run_id = ? AND old_class <> 'N' AND risk_class > old_class
      """;

  private final DSLContext database;
  private final ClassesAndTags classes;
  private final ObjectMapper json;
  private final Clock clock;

  RunStore(DSLContext database, ClassesAndTags classes, ObjectMapper json, Clock clock) {
    this.database = database;
    this.classes = classes;
    this.json = json;
    this.clock = clock;
  }

  public Run get(UUID id) {
    return database
        .selectFrom(RUN)
        .where(RUN.ID.eq(id))
        .fetchOptional(this::read)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** Whether nothing else of this kind is under way for the authority; then it is added. */
  public boolean add(Run run) {
    return database
            .insertInto(RUN)
            .set(RUN.ID, run.id())
            .set(RUN.AUTHORITY_ID, run.authorityId())
            .set(RUN.SCORECARD_ID, run.scorecardId())
            .set(RUN.KIND, Lifecycle.wireName(run.kind()))
            .set(RUN.DAY, run.day())
            .set(RUN.STARTED_BY, run.startedBy())
            .set(RUN.STARTED_AT, run.startedAt())
            .set(RUN.TOTAL, database.fetchSingle(ABOUT, run.authorityId()).get(0, Long.class))
            .onConflictDoNothing()
            .execute()
        > 0;
  }

  public void saveJob(UUID runId, UUID jobId) {
    database.update(RUN).set(RUN.JOB_ID, jobId).where(RUN.ID.eq(runId)).execute();
  }

  /** The run of this kind that is under way, if any. */
  public Optional<Run> findUnderWay(UUID authorityId, Run.Kind kind) {
    return database
        .selectFrom(RUN)
        .where(RUN.AUTHORITY_ID.eq(authorityId))
        .and(RUN.KIND.eq(Lifecycle.wireName(kind)))
        .and(RUN.OUTCOME.eq("running"))
        .fetchOptional(this::read);
  }

  /** The last computation that came to its end. */
  public Optional<Run> findLast(UUID authorityId) {
    return database
        .selectFrom(RUN)
        .where(RUN.AUTHORITY_ID.eq(authorityId))
        .and(RUN.KIND.eq("recompute"))
        .and(RUN.OUTCOME.eq("done"))
        .orderBy(RUN.STARTED_AT.desc())
        .limit(1)
        .fetchOptional(this::read);
  }

  /** The last trial of a version that came to its end. */
  public Optional<Run> findTrial(UUID scorecardId) {
    return database
        .selectFrom(RUN)
        .where(RUN.SCORECARD_ID.eq(scorecardId))
        .and(RUN.KIND.eq("trial"))
        .and(RUN.OUTCOME.eq("done"))
        .orderBy(RUN.STARTED_AT.desc())
        .limit(1)
        .fetchOptional(this::read);
  }

  /** The last runs of an authority, newest first. */
  public List<Run> listLast(UUID authorityId, int most) {
    return database
        .selectFrom(RUN)
        .where(RUN.AUTHORITY_ID.eq(authorityId))
        .orderBy(RUN.STARTED_AT.desc())
        .limit(most)
        .fetch(this::read);
  }

  /** Begins again from nothing if rows that it had staged are gone, as after a crash. */
  public Run resume(Run run) {
    long there = count("SELECT count(*) FROM credit.score_staging WHERE run_id = ?", run.id());
    if (there == run.staged()) {
      return run;
    }
    clear(run.id());
    database
        .update(RUN)
        .set(RUN.AFTER_ID, new UUID(0, 0))
        .set(RUN.READ, 0L)
        .set(RUN.STAGED, 0L)
        .set(RUN.MOVES, JSONB.valueOf("{}"))
        .where(RUN.ID.eq(run.id()))
        .execute();
    return get(run.id());
  }

  /**
   * Computes the next targets, and remembers how far it is.
   *
   * @return the run as it then stands, or empty if there was nothing left
   */
  public Optional<Run> batch(Run run, Scorecard card, int size) {
    var reach = database.fetch(REACH, run.authorityId(), run.after(), size);
    if (reach.isEmpty()) {
      return Optional.empty();
    }
    UUID last = reach.get(0).get(0, UUID.class);
    Map<String, Long> moves = new TreeMap<>(run.moves());
    long read = 0;
    long staged = 0;
    for (Record row : compute(run, card, last)) {
      long number = row.get(1, Long.class);
      if (row.get(0, String.class).isEmpty()) {
        staged = number;
      } else {
        moves.merge(row.get(0, String.class), number, Long::sum);
        read += number;
      }
    }
    database
        .update(RUN)
        .set(RUN.AFTER_ID, last)
        .set(RUN.READ, RUN.READ.plus(read))
        .set(RUN.STAGED, RUN.STAGED.plus(staged))
        .set(RUN.MOVES, JSONB.valueOf(json.writeValueAsString(moves)))
        .where(RUN.ID.eq(run.id()))
        .execute();
    return Optional.of(get(run.id()));
  }

  /** Rows of move and number; the one without a name is how many were staged. */
  private List<? extends Record> compute(Run run, Scorecard card, UUID last) {
    database.fetch(PLANNING);
    var query = ScoreQuery.of(card, new Range(run.authorityId(), run.after(), last, run.day()));
    if (run.kind() == Run.Kind.TRIAL) {
      return database.fetch(query.sql() + COUNT, query.bindings().toArray());
    }
    List<Object> bindings = new ArrayList<>(query.bindings());
    bindings.add(run.id());
    bindings.add(run.scorecardId());
    return database.fetch(query.sql() + STAGE, bindings.toArray());
  }

  /** Takes over scores, classes and warnings, all of them together. */
  public Run takeOver(Run run, String reason) {
    database.execute(TAKE_SCORES, run.authorityId(), run.scorecardId(), run.id());
    int worsened = database.execute(WARN, run.authorityId(), run.day(), run.id());
    database.execute(HAND_OVER, run.id());
    Applied applied = classes.applyClasses(run.authorityId(), run.id(), reason);
    database
        .update(RUN)
        .set(RUN.CHANGED, applied.changed())
        .set(RUN.WORSENED, (long) worsened)
        .set(RUN.DIGEST, applied.digest())
        .where(RUN.ID.eq(run.id()))
        .execute();
    return get(run.id());
  }

  /** Ends a run, whatever came of it. */
  public void end(UUID runId, Run.Outcome outcome) {
    clear(runId);
    database
        .update(RUN)
        .set(RUN.OUTCOME, Lifecycle.wireName(outcome))
        .set(RUN.ENDED_AT, clock.instant())
        .where(RUN.ID.eq(runId).and(RUN.OUTCOME.eq("running")))
        .execute();
  }

  private void clear(UUID runId) {
    database.execute("DELETE FROM credit.score_staging WHERE run_id = ?", runId);
  }

  private long count(String sql, UUID id) {
    return database.fetchSingle(sql, id).get(0, Long.class);
  }

  private Run read(RunRecord r) {
    return new Run(
        r.getId(),
        r.getAuthorityId(),
        r.getScorecardId(),
        Lifecycle.parse(Run.Kind.class, r.getKind()),
        r.getDay(),
        r.getJobId(),
        r.getStartedBy(),
        r.getStartedAt(),
        r.getAfterId(),
        r.getRead(),
        r.getStaged(),
        r.getTotal(),
        json.readValue(r.getMoves().data(), MOVES),
        new Run.Result(r.getChanged(), r.getWorsened(), r.getDigest()),
        Lifecycle.parse(Run.Outcome.class, r.getOutcome()),
        r.getEndedAt());
  }
}
