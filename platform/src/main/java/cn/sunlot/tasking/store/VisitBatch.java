package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.TASK;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT_ITEM;
import static cn.sunlot.tasking.store.jooq.Tables.VISIT_TASK;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.tasking.Tasks.VisitItem;
import cn.sunlot.tasking.domain.Merging.Leading;
import cn.sunlot.tasking.domain.Merging.Merged;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
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
  private final VisitStore visits;

  VisitBatch(DSLContext database, VisitStore visits) {
    this.database = database;
    this.visits = visits;
  }

  /** Adds new visits of one task, which leads them. */
  public void addAll(Task task, List<Visit> made, Instant now) {
    database.batchInsert(made.stream().map(visits::row).toList()).execute();
    planAnew(made.size());
    saveItems(made);
    join(task, made.stream().map(Visit::id).toList(), true, now);
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
        .where(VISIT_TASK.VISIT_ID.eq(any(ids(led))).and(VISIT_TASK.LEADS))
        .execute();
    List<Visit> all = merged.stream().map(Merged::visit).toList();
    database.batch(all.stream().map(this::update).toList()).execute();
    saveItems(all);
    join(task, led, true, now);
    join(
        task,
        merged.stream().filter(m -> !m.leads()).map(m -> m.visit().id()).toList(),
        false,
        now);
  }

  private Query update(Visit visit) {
    return database
        .update(VISIT)
        .set(VISIT.DEPARTMENT_ID, visit.departmentId())
        .set(VISIT.FROM_DAY, visit.from())
        .set(VISIT.TO_DAY, visit.to())
        .set(VISIT.PLANNED_ON, visit.plannedOn())
        .set(VISIT.PROFILE_ID, visit.profileId())
        .set(VISIT.PROFILE_VERSION, visit.profileVersion())
        .set(VISIT.STATE, Lifecycle.wireName(visit.state()))
        .set(VISIT.VERSION, VISIT.VERSION.plus(1))
        .where(VISIT.ID.eq(visit.id()));
  }

  /** Brings visits that are all in one state into the next; somebody faster is a clash. */
  public void saveState(Collection<Visit> all, VisitState from, VisitState next) {
    int changed =
        database
            .update(VISIT)
            .set(VISIT.STATE, Lifecycle.wireName(next))
            .set(VISIT.VERSION, VISIT.VERSION.plus(1))
            .where(VISIT.ID.eq(any(ids(all.stream().map(Visit::id).toList()))))
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
    var ofTask = select(VISIT_ITEM.VISIT_ID).from(VISIT_ITEM).where(VISIT_ITEM.TASK_ID.eq(taskId));
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
        .where(VISIT_TASK.VISIT_ID.eq(any(ids(visitIds))).and(VISIT_TASK.LEADS))
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

  private static UUID[] ids(Collection<UUID> all) {
    return all.toArray(UUID[]::new);
  }
}
