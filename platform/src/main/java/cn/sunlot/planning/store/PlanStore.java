package cn.sunlot.planning.store;

import static cn.sunlot.planning.store.jooq.Tables.LINE;
import static cn.sunlot.planning.store.jooq.Tables.PLAN;
import static cn.sunlot.planning.store.jooq.Tables.PLAN_VERSION;
import static org.jooq.impl.DSL.selectOne;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanState;
import cn.sunlot.planning.domain.PlanVersion;
import cn.sunlot.planning.store.jooq.tables.records.PlanVersionRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Plans with their versions and lines: loads and saves one at a time. */
@Repository
@Transactional
public class PlanStore {

  /** A line as one version of its plan has it. */
  public record LineOfPlan(Plan plan, Line line) {}

  private final DSLContext database;
  private final Clock clock;

  PlanStore(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The plan with its current version. */
  public Plan get(UUID id) {
    return database
        .select()
        .from(PLAN)
        .join(PLAN_VERSION)
        .on(PLAN_VERSION.ID.eq(PLAN.CURRENT_ID))
        .where(PLAN.ID.eq(id))
        .fetchOptional(this::plan)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** All versions of a plan, the first one first. */
  public List<PlanVersion> listVersions(UUID planId) {
    return database
        .selectFrom(PLAN_VERSION)
        .where(PLAN_VERSION.PLAN_ID.eq(planId))
        .orderBy(PLAN_VERSION.NUMBER)
        .fetch(r -> PlanRow.read(r, lines(r.getId())));
  }

  /** Plans of an authority that have a published version, by number. */
  List<UUID> listPublished(UUID authorityId) {
    return database
        .select(PLAN.ID)
        .from(PLAN)
        .where(PLAN.AUTHORITY_ID.eq(authorityId))
        .andExists(
            selectOne()
                .from(PLAN_VERSION)
                .where(PLAN_VERSION.PLAN_ID.eq(PLAN.ID))
                .and(PLAN_VERSION.STATE.eq(Lifecycle.wireName(PlanState.PUBLISHED))))
        .orderBy(PLAN.NUMBER)
        .fetch(PLAN.ID);
  }

  /** The version that binds: the newest approved or published one. */
  public Optional<PlanVersion> findBinding(UUID planId) {
    return listVersions(planId).stream()
        .filter(v -> v.state().isBinding())
        .reduce((earlier, later) -> later);
  }

  /** A line in all versions of its plan that have it, the earliest first. */
  public List<LineOfPlan> listLine(UUID lineId) {
    Condition ofLine = LINE.ID.eq(lineId);
    return database
        .select()
        .from(LINE)
        .join(PLAN_VERSION)
        .on(PLAN_VERSION.ID.eq(LINE.PLAN_VERSION_ID))
        .join(PLAN)
        .on(PLAN.ID.eq(LINE.PLAN_ID))
        .where(ofLine)
        .orderBy(PLAN_VERSION.NUMBER)
        .fetch(r -> new LineOfPlan(plan(r), LineRow.read(r.into(LINE))));
  }

  /** Adds a plan with its first version. */
  public void add(Plan plan) {
    database.insertInto(PLAN).set(PlanRow.write(plan)).execute();
    save(plan, plan.current());
  }

  /**
   * Saves a plan and its current version.
   *
   * @return the plan as it is now, one version further
   * @throws Refused if somebody else has saved it since it was loaded
   */
  public Plan save(Plan plan) {
    Plan moved = move(plan);
    save(plan, plan.current());
    return moved;
  }

  /**
   * Makes a version that is stored already the current one.
   *
   * @return the plan as it is now, one version further
   * @throws Refused if somebody else has saved it since it was loaded
   */
  public Plan move(Plan plan) {
    int next = plan.version() + 1;
    int saved =
        database
            .update(PLAN)
            .set(PLAN.VERSION, next)
            .set(PLAN.CURRENT_ID, plan.current().id())
            .where(PLAN.ID.eq(plan.id()).and(PLAN.VERSION.eq(plan.version())))
            .execute();
    if (saved == 0) {
      throw Refused.because(KernelProblem.VERSION_CLASH, plan.version(), get(plan.id()).version());
    }
    return plan.at(next);
  }

  /** Saves a version, new or changed; lines only as long as it is not approved. */
  public void save(Plan plan, PlanVersion version) {
    PlanVersionRecord row = PlanRow.write(plan, version);
    row.setChangedAt(clock.instant());
    database
        .insertInto(PLAN_VERSION)
        .set(row)
        .onConflict(PLAN_VERSION.ID)
        .doUpdate()
        .set(row)
        .execute();
    if (!version.state().isBinding()) {
      saveLines(plan, version);
    }
  }

  private void saveLines(Plan plan, PlanVersion version) {
    database.deleteFrom(LINE).where(LINE.PLAN_VERSION_ID.eq(version.id())).execute();
    int position = 0;
    for (Line line : version.lines()) {
      position++;
      database.insertInto(LINE).set(LineRow.write(plan, version.id(), position, line)).execute();
    }
  }

  private Plan plan(Record r) {
    PlanVersionRecord version = r.into(PLAN_VERSION);
    return PlanRow.read(r, PlanRow.read(version, lines(version.getId())));
  }

  private List<Line> lines(UUID versionId) {
    return new ArrayList<>(
        database
            .selectFrom(LINE)
            .where(LINE.PLAN_VERSION_ID.eq(versionId))
            .orderBy(LINE.POSITION)
            .fetch(LineRow::read));
  }
}
