package cn.sunlot.planning.store;

import static cn.sunlot.planning.store.jooq.Tables.LINE;
import static cn.sunlot.planning.store.jooq.Tables.PLAN;
import static cn.sunlot.planning.store.jooq.Tables.PLAN_VERSION;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectCount;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanKind;
import cn.sunlot.planning.domain.PlanState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of plans. */
@Repository
@Transactional(readOnly = true)
public class PlanSearch {

  /** What a list is narrowed to; null does not narrow. */
  public record Filter(
      @Nullable String q,
      @Nullable Integer year,
      @Nullable PlanState state,
      @Nullable UUID departmentId,
      @Nullable PlanKind kind) {}

  /** A row of the list; the plan's current version comes without its lines. */
  public record Row(Plan plan, int lines, Instant changedAt) {}

  private final DSLContext database;

  PlanSearch(DSLContext database) {
    this.database = database;
  }

  /**
   * A page of the plans of an authority, each by its current version.
   *
   * @param sort {@code number}, {@code title}, {@code changedAt}; with {@code -} before it the
   *     other way round
   */
  public Page<Row> page(Scope scope, Filter filter, Page.Request request, String sort) {
    Condition condition = PLAN.AUTHORITY_ID.eq(scope.authorityId()).and(condition(filter));
    List<Row> rows =
        from()
            .where(condition)
            .orderBy(order(sort), PLAN.NUMBER.desc())
            .limit(request.size())
            .offset(request.offset())
            .fetch(PlanSearch::row);
    return Page.of(rows, database.fetchCount(from().where(condition)), request);
  }

  /** A plan as a row. */
  public Row getRow(UUID id) {
    return from()
        .where(PLAN.ID.eq(id))
        .fetchOptional(PlanSearch::row)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** The joint plan of a city or county for a year, without its lines. */
  public Optional<Plan> findJoint(Scope scope, String region, int year) {
    return from()
        .where(
            PLAN.AUTHORITY_ID
                .eq(scope.authorityId())
                .and(PLAN.KIND.eq(Lifecycle.wireName(PlanKind.JOINT)))
                .and(PLAN.REGION.eq(region))
                .and(PLAN.YEAR.eq(year)))
        .fetchOptional(r -> row(r).plan());
  }

  /** All plans of a year, without their lines, by number. */
  public List<Plan> listOfYear(Scope scope, int year) {
    return from()
        .where(PLAN.AUTHORITY_ID.eq(scope.authorityId()).and(PLAN.YEAR.eq(year)))
        .orderBy(PLAN.NUMBER)
        .fetch(r -> row(r).plan());
  }

  /** Plans of these departments whose current version is in this state. */
  public List<Plan> list(Scope scope, PlanState state) {
    return from()
        .where(
            PLAN.AUTHORITY_ID
                .eq(scope.authorityId())
                .and(scope.covers(PLAN.DEPARTMENT_ID))
                .and(PLAN_VERSION.STATE.eq(Lifecycle.wireName(state))))
        .orderBy(PLAN.NUMBER)
        .fetch(r -> row(r).plan());
  }

  private static final Field<Integer> LINES =
      selectCount().from(LINE).where(LINE.PLAN_VERSION_ID.eq(PLAN_VERSION.ID)).asField("lines");

  private SelectOnConditionStep<Record> from() {
    return database
        .select(PLAN.asterisk(), PLAN_VERSION.asterisk(), LINES)
        .from(PLAN)
        .join(PLAN_VERSION)
        .on(PLAN_VERSION.ID.eq(PLAN.CURRENT_ID));
  }

  private static Condition condition(Filter filter) {
    Condition condition = noCondition();
    if (filter.q() != null && !filter.q().isBlank()) {
      String q = filter.q().strip();
      condition = PLAN_VERSION.TITLE.containsIgnoreCase(q).or(PLAN.NUMBER.containsIgnoreCase(q));
    }
    if (filter.year() != null) {
      condition = condition.and(PLAN.YEAR.eq(filter.year()));
    }
    condition =
        condition.and(
            filter.state() == null
                ? PLAN_VERSION.STATE.ne(Lifecycle.wireName(PlanState.DISCARDED))
                : PLAN_VERSION.STATE.eq(Lifecycle.wireName(filter.state())));
    if (filter.kind() != null) {
      condition = condition.and(PLAN.KIND.eq(Lifecycle.wireName(filter.kind())));
    }
    return filter.departmentId() == null
        ? condition
        : condition.and(PLAN.DEPARTMENT_ID.eq(filter.departmentId()));
  }

  private static SortField<?> order(String sort) {
    boolean down = sort.startsWith("-");
    Field<?> field =
        switch (down ? sort.substring(1) : sort) {
          case "title" -> PLAN_VERSION.TITLE;
          case "changedAt" -> PLAN_VERSION.CHANGED_AT;
          default -> PLAN.NUMBER;
        };
    return down ? field.desc() : field.asc();
  }

  private static Row row(Record r) {
    Plan plan = PlanRow.read(r, PlanRow.read(r.into(PLAN_VERSION), List.of()));
    return new Row(plan, r.get(LINES), r.get(PLAN_VERSION.CHANGED_AT));
  }
}
