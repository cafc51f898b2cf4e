package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.TASK;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT_ITEM;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT_TASK;
import static org.jooq.impl.DSL.select;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.ManyIds;
import cn.sunlot.kernel.Refused;
import cn.sunlot.tasking.Tasks.VisitItem;
import cn.sunlot.tasking.domain.Merging.Leading;
import cn.sunlot.tasking.domain.Merging.Merged;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds and changes the visits of a whole task in a few statements, however many they are: a city
 * draws thirty thousand targets at once.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class VisitBatch {

  private static final int MANY = 1_000;
  private static final int PART = 2_000;

  private static final String SAVE_ITEMS =
      """
      INSERT INTO tasking.visit_item (visit_id, task_id, authority_id, item_version_id, department_id)
      SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[])
      ON CONFLICT (visit_id, task_id, item_version_id) DO UPDATE SET department_id = excluded.department_id
      WHERE visit_item.department_id <> excluded.department_id
      """;

  private static final List<String> OVER =
      List.of(Lifecycle.wireName(VisitState.FINISHED), Lifecycle.wireName(VisitState.DROPPED));

  private final DSLContext database;

  VisitBatch(DSLContext database) {
    this.database = database;
  }

  /** Adds new visits of one task, which leads them. */
  public void addAll(Task task, List<Visit> made, Instant now) {
    inParts(made, some -> insert(task, some));
    planAnew(made.size());
    inParts(made, this::saveItems);
    join(task, made.stream().map(Visit::id).toList(), true, now);
  }

  private void insert(Task task, List<Visit> made) {
    database.execute(
        """
        INSERT INTO tasking.visit (id, number, department_id, target_id, unit_id, target_name,
          region_code, from_day, to_day, profile_id, profile_version, state, version, authority_id)
        SELECT u.*, ?::uuid FROM unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[],
          ?::text[], ?::text[], ?::date[], ?::date[], ?::text[], ?::text[], ?::text[], ?::integer[])
          AS u
        """,
        task.terms().authorityId(),
        of(made, Visit::id, UUID[]::new),
        of(made, Visit::number, String[]::new),
        of(made, Visit::departmentId, UUID[]::new),
        of(made, Visit::targetId, UUID[]::new),
        of(made, v -> v.terms().unitId(), String[]::new),
        of(made, Visit::targetName, String[]::new),
        of(made, Visit::regionCode, String[]::new),
        of(made, Visit::from, LocalDate[]::new),
        of(made, Visit::to, LocalDate[]::new),
        of(made, Visit::profileId, String[]::new),
        of(made, Visit::profileVersion, String[]::new),
        of(made, v -> Lifecycle.wireName(v.state()), String[]::new),
        of(made, Visit::version, Integer[]::new));
  }

  /**
   * Queries and checks of foreign keys keep the plan of their first times in a session: read all of
   * the table, if it was small then. For thirty thousand visits that is minutes instead of seconds.
   */
  public void planAnew(int rows) {
    if (rows >= MANY) {
      database.execute("DISCARD PLANS");
    }
  }

  /** Saves visits that a task has joined. */
  public void saveJoined(Task task, List<Merged> merged, Instant now) {
    List<UUID> led = merged.stream().filter(Merged::leads).map(m -> m.visit().id()).toList();
    database
        .update(VISIT_TASK)
        .set(VISIT_TASK.LEADS, false)
        .where(ManyIds.contain(led, VISIT_TASK.VISIT_ID).and(VISIT_TASK.LEADS))
        .execute();
    List<Visit> all = merged.stream().map(Merged::visit).toList();
    inParts(all, this::update);
    inParts(all, this::saveItems);
    join(task, led, true, now);
    join(
        task,
        merged.stream().filter(m -> !m.leads()).map(m -> m.visit().id()).toList(),
        false,
        now);
  }

  private void update(List<Visit> all) {
    database.execute(
        """
        UPDATE tasking.visit v SET department_id = u.department_id, from_day = u.from_day,
          to_day = u.to_day, planned_on = u.planned_on, profile_id = u.profile_id,
          profile_version = u.profile_version, state = u.state, version = v.version + 1
        FROM unnest(?::uuid[], ?::uuid[], ?::date[], ?::date[], ?::date[], ?::text[], ?::text[],
          ?::text[]) AS u (id, department_id, from_day, to_day, planned_on, profile_id,
          profile_version, state)
        WHERE v.id = u.id
        """,
        of(all, Visit::id, UUID[]::new),
        of(all, Visit::departmentId, UUID[]::new),
        of(all, Visit::from, LocalDate[]::new),
        of(all, Visit::to, LocalDate[]::new),
        of(all, Visit::plannedOn, LocalDate[]::new),
        of(all, Visit::profileId, String[]::new),
        of(all, Visit::profileVersion, String[]::new),
        of(all, v -> Lifecycle.wireName(v.state()), String[]::new));
  }

  /** Brings visits that are all in one state into the next; somebody faster is a clash. */
  public void saveState(Collection<Visit> all, VisitState from, VisitState next) {
    int changed =
        database
            .update(VISIT)
            .set(VISIT.STATE, Lifecycle.wireName(next))
            .set(VISIT.VERSION, VISIT.VERSION.plus(1))
            .where(ManyIds.contain(all.stream().map(Visit::id).toList(), VISIT.ID))
            .and(VISIT.STATE.eq(Lifecycle.wireName(from)))
            .execute();
    if (changed < all.size()) {
      throw Refused.because(KernelProblem.VERSION_CLASH, all.size(), changed);
    }
  }

  /**
   * A section takes over what another one, or its department, has of one task: the visits that are
   * not over, and its items in visits that others lead.
   */
  public void takeOver(UUID taskId, UUID departmentId, UUID executingId) {
    var ofTask = select(VISIT_TASK.VISIT_ID).from(VISIT_TASK).where(VISIT_TASK.TASK_ID.eq(taskId));
    var open = select(VISIT.ID).from(VISIT).where(VISIT.STATE.notIn(OVER));
    database
        .update(VISIT)
        .set(VISIT.DEPARTMENT_ID, executingId)
        .set(VISIT.VERSION, VISIT.VERSION.plus(1))
        .where(VISIT.DEPARTMENT_ID.eq(departmentId).and(VISIT.ID.in(ofTask)))
        .and(VISIT.STATE.notIn(OVER))
        .execute();
    database
        .update(VISIT_ITEM)
        .set(VISIT_ITEM.DEPARTMENT_ID, executingId)
        .where(VISIT_ITEM.DEPARTMENT_ID.eq(departmentId).and(VISIT_ITEM.VISIT_ID.in(ofTask)))
        .and(VISIT_ITEM.VISIT_ID.in(open))
        .execute();
  }

  /** Which task leads each of these visits. */
  public Map<UUID, Leading> leading(Collection<UUID> visitIds) {
    return database
        .select(VISIT_TASK.VISIT_ID, TASK.ID, TASK.CREATED_AT)
        .from(VISIT_TASK)
        .join(TASK)
        .on(TASK.ID.eq(VISIT_TASK.TASK_ID))
        .where(ManyIds.contain(visitIds, VISIT_TASK.VISIT_ID).and(VISIT_TASK.LEADS))
        .fetchMap(r -> r.value1(), r -> new Leading(r.value2(), r.value3()));
  }

  private void join(Task task, List<UUID> visitIds, boolean leads, Instant now) {
    database.execute(
        "INSERT INTO tasking.visit_task (visit_id, task_id, authority_id, leads, joined_at)"
            + " SELECT v, ?::uuid, ?::uuid, ?, ?::timestamptz FROM unnest(?::uuid[]) AS v",
        task.id(),
        task.terms().authorityId(),
        leads,
        now.toString(),
        ids(visitIds));
  }

  private void saveItems(List<Visit> all) {
    List<UUID> visit = new ArrayList<>();
    List<UUID> authority = new ArrayList<>();
    List<VisitItem> items = new ArrayList<>();
    for (Visit one : all) {
      for (VisitItem item : one.items()) {
        visit.add(one.id());
        authority.add(one.authorityId());
        items.add(item);
      }
    }
    database.execute(
        SAVE_ITEMS,
        ids(visit),
        ids(items.stream().map(VisitItem::taskId).toList()),
        ids(authority),
        ids(items.stream().map(VisitItem::itemVersionId).toList()),
        ids(items.stream().map(VisitItem::departmentId).toList()));
  }

  /** What a statement says takes memory here and there; so it says it of some visits at a time. */
  private static void inParts(List<Visit> all, Consumer<List<Visit>> work) {
    for (int from = 0; from < all.size(); from += PART) {
      work.accept(all.subList(from, Math.min(from + PART, all.size())));
    }
  }

  private static <T, R> R[] of(List<T> all, Function<T, ? extends R> cell, IntFunction<R[]> array) {
    return all.stream().map(cell).toArray(array);
  }

  private static UUID[] ids(Collection<UUID> all) {
    return all.toArray(UUID[]::new);
  }
}
