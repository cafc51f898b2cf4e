package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.CAP_EXCEPTION;
import static cn.sunlot.tasking.store.jooq.Tables.POOL;
import static cn.sunlot.tasking.store.jooq.Tables.POOL_LINE;
import static org.jooq.impl.DSL.noCondition;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.ManyIds;
import cn.sunlot.tasking.domain.PoolFacts;
import cn.sunlot.tasking.domain.PoolLine;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.Treatment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * The lines of pools and what they add up to. Lines are read and written one by one: a pool may
 * have millions.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class PoolStore {

  private static final int SOME = 5_000;

  private static final String ADD =
      """
      INSERT INTO tasking.pool_line (task_id, authority_id, target_id, unit_id, name, risk_class,
        region_code, treatment, stratum, excluded, detail)
      SELECT CAST(? AS uuid), CAST(? AS uuid), u.*
      FROM unnest(CAST(? AS uuid[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),
        CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),
        CAST(? AS text[])) u
      """;

  private final DSLContext database;
  private final ObjectMapper json;

  PoolStore(DSLContext database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Takes lines one by one; the last ones are written when it is closed. */
  public final class Writer implements AutoCloseable {

    private final Task task;
    private final List<PoolLine> waiting = new ArrayList<>(SOME);

    private Writer(Task task) {
      this.task = task;
    }

    public void add(PoolLine line) {
      waiting.add(line);
      if (waiting.size() == SOME) {
        write();
      }
    }

    private void write() {
      database.execute(
          ADD,
          task.id(),
          task.terms().authorityId(),
          waiting.stream().map(PoolLine::targetId).toArray(UUID[]::new),
          texts(PoolLine::unitId),
          texts(PoolLine::name),
          texts(PoolLine::riskClass),
          texts(PoolLine::regionCode),
          texts(line -> Lifecycle.wireName(line.treatment())),
          texts(PoolLine::stratum),
          texts(PoolLine::excluded),
          texts(PoolLine::detail));
      waiting.clear();
    }

    private @Nullable String[] texts(Function<PoolLine, @Nullable String> column) {
      return waiting.stream().map(column).toArray(String[]::new);
    }

    @Override
    public void close() {
      if (!waiting.isEmpty()) {
        write();
      }
    }
  }

  /** Begins the pool of a task anew. */
  public Writer replace(Task task) {
    database.deleteFrom(POOL_LINE).where(POOL_LINE.TASK_ID.eq(task.id())).execute();
    return new Writer(task);
  }

  /** Puts other lines in the place of some. */
  public void replace(Task task, Collection<PoolLine> lines) {
    database
        .deleteFrom(POOL_LINE)
        .where(POOL_LINE.TASK_ID.eq(task.id()))
        .and(ManyIds.contain(lines.stream().map(PoolLine::targetId).toList(), POOL_LINE.TARGET_ID))
        .execute();
    try (Writer writer = new Writer(task)) {
      lines.forEach(writer::add);
    }
  }

  private static UUID[] ids(Collection<PoolLine> lines) {
    return lines.stream().map(PoolLine::targetId).toArray(UUID[]::new);
  }

  /** Lines by target, read as they are asked for; to be closed. */
  public final class Reader implements AutoCloseable {

    private final Cursor<? extends Record> rows;

    private Reader(Condition condition) {
      rows =
          database
              .selectFrom(POOL_LINE)
              .where(condition)
              .orderBy(POOL_LINE.TARGET_ID)
              .fetchSize(SOME)
              .fetchLazy();
    }

    /** The next line, or null after the last. */
    public @Nullable PoolLine next() {
      Record row = rows.fetchNext();
      return row == null ? null : line(row);
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  /** All lines, by target. */
  public Reader read(UUID taskId) {
    return new Reader(POOL_LINE.TASK_ID.eq(taskId));
  }

  /** Those who can be drawn, or those who cannot, one by one. */
  public void forEach(UUID taskId, boolean included, Consumer<PoolLine> take) {
    Condition condition = POOL_LINE.TASK_ID.eq(taskId);
    try (Reader lines =
        new Reader(
            condition.and(
                included ? POOL_LINE.EXCLUDED.isNull() : POOL_LINE.EXCLUDED.isNotNull()))) {
      for (PoolLine line = lines.next(); line != null; line = lines.next()) {
        take.accept(line);
      }
    }
  }

  /**
   * Those who are out for a reason.
   *
   * @param targetId only this one, or null
   * @param treatments only those who are drawn as one of these; empty for all
   * @param riskClass only those of this class, or null
   */
  public List<PoolLine> listOut(
      UUID taskId,
      String reason,
      @Nullable UUID targetId,
      Collection<Treatment> treatments,
      @Nullable String riskClass) {
    return database
        .selectFrom(POOL_LINE)
        .where(POOL_LINE.TASK_ID.eq(taskId).and(POOL_LINE.EXCLUDED.eq(reason)))
        .and(targetId == null ? noCondition() : POOL_LINE.TARGET_ID.eq(targetId))
        .and(
            treatments.isEmpty()
                ? noCondition()
                : POOL_LINE.TREATMENT.in(treatments.stream().map(Lifecycle::wireName).toList()))
        .and(riskClass == null ? noCondition() : POOL_LINE.RISK_CLASS.eq(riskClass))
        .fetch(PoolStore::line);
  }

  private static PoolLine line(Record r) {
    return new PoolLine(
        r.get(POOL_LINE.TARGET_ID),
        r.get(POOL_LINE.UNIT_ID),
        r.get(POOL_LINE.NAME),
        r.get(POOL_LINE.RISK_CLASS),
        r.get(POOL_LINE.REGION_CODE),
        Lifecycle.parse(Treatment.class, r.get(POOL_LINE.TREATMENT)),
        r.get(POOL_LINE.STRATUM),
        r.get(POOL_LINE.EXCLUDED),
        r.get(POOL_LINE.DETAIL));
  }

  /** Keeps what the pool adds up to. */
  public void save(Task task, PoolFacts facts) {
    JSONB numbers = JSONB.valueOf(json.writeValueAsString(facts));
    database
        .insertInto(POOL)
        .set(POOL.TASK_ID, task.id())
        .set(POOL.AUTHORITY_ID, task.terms().authorityId())
        .set(POOL.FACTS, numbers)
        .onConflict(POOL.TASK_ID)
        .doUpdate()
        .set(POOL.FACTS, numbers)
        .execute();
  }

  /** Keeps why a pool was frozen although its rates do not follow risk and credit. */
  public void saveReason(UUID taskId, String reason) {
    database.update(POOL).set(POOL.FROZEN_REASON, reason).where(POOL.TASK_ID.eq(taskId)).execute();
  }

  /** What the pool adds up to; empty before it was prepared. */
  public Optional<PoolFacts> findFacts(UUID taskId) {
    return database
        .select(POOL.FACTS)
        .from(POOL)
        .where(POOL.TASK_ID.eq(taskId))
        .fetchOptional(r -> json.readValue(r.value1().data(), PoolFacts.class));
  }

  /** Targets for which somebody went beyond the ceiling with a reason. */
  public Set<UUID> listCapExceptions(UUID taskId) {
    return database
        .select(CAP_EXCEPTION.TARGET_ID)
        .from(CAP_EXCEPTION)
        .where(CAP_EXCEPTION.TASK_ID.eq(taskId))
        .fetchSet(CAP_EXCEPTION.TARGET_ID);
  }

  /**
   * Lets targets in beyond the ceiling.
   *
   * @param group of which they are, or "" where each was named
   */
  public void addCapExceptions(
      Task task, Collection<PoolLine> lines, String group, String reason, UUID person, Instant at) {
    database.execute(
        """
        INSERT INTO tasking.cap_exception (task_id, target_id, authority_id, reason, person_id, at,
          stated_group)
        SELECT CAST(? AS uuid), u.id, CAST(? AS uuid), ?, CAST(? AS uuid),
          CAST(? AS timestamptz), ?
        FROM unnest(CAST(? AS uuid[])) u (id)
        ON CONFLICT DO NOTHING
        """,
        task.id(),
        task.terms().authorityId(),
        reason,
        person,
        at.toString(),
        group,
        ids(lines));
  }
}
