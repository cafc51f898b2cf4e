package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.POOL_LINE;
import static cn.sunlot.tasking.store.jooq.Tables.TASK;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.registry.Registry.TargetFilter;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.Task.Progress;
import cn.sunlot.tasking.domain.TaskItem;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.domain.TaskTerms;
import cn.sunlot.tasking.domain.TaskTerms.Ground;
import cn.sunlot.tasking.store.jooq.tables.records.TaskRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Loads and saves a task. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class TaskStore {

  private final DSLContext database;
  private final ObjectMapper json;

  TaskStore(DSLContext database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  public void add(Task task) {
    TaskRecord row = database.newRecord(TASK);
    TaskTerms terms = task.terms();
    row.setId(task.id());
    row.setNumber(terms.number());
    row.setAuthorityId(terms.authorityId());
    row.setDepartmentId(terms.departmentId());
    row.setTitle(terms.title());
    row.setPlanLineId(terms.planLineId());
    row.setGround(Lifecycle.wireName(terms.ground()));
    row.setGroundText(terms.groundText());
    row.setItemVersionIds(of(terms.items(), TaskItem::versionId));
    row.setItemIds(of(terms.items(), TaskItem::itemId));
    row.setItemDepartmentIds(of(terms.items(), TaskItem::departmentId));
    row.setHandedDown(terms.handedDown());
    row.setFilter(JSONB.valueOf(json.writeValueAsString(terms.filter())));
    row.setRatesBp(JSONB.valueOf(json.writeValueAsString(terms.ratesBp())));
    row.setFromDay(terms.from());
    row.setToDay(terms.to());
    row.setExemptionException(terms.exemptionException());
    row.setJoint(terms.joint());
    row.setSeparateReason(terms.separateReason());
    row.setAloneReason(terms.aloneReason());
    row.setProfileId(terms.profileId());
    row.setProfileVersion(terms.profileVersion());
    row.setState(Lifecycle.wireName(task.state()));
    row.setCreatedAt(terms.createdAt());
    row.setVersion(task.version());
    row.insert();
  }

  /** Saves the items of all who take part, in the step that completes the set-up. */
  public void saveItems(Task task) {
    List<TaskItem> items = task.terms().items();
    database
        .update(TASK)
        .set(TASK.ITEM_VERSION_IDS, of(items, TaskItem::versionId))
        .set(TASK.ITEM_IDS, of(items, TaskItem::itemId))
        .set(TASK.ITEM_DEPARTMENT_IDS, of(items, TaskItem::departmentId))
        .where(TASK.ID.eq(task.id()).and(TASK.VERSION.eq(task.version())))
        .execute();
  }

  /** Saves the rules that a task takes on with the first department that is invited. */
  public void saveRules(Task task) {
    database
        .update(TASK)
        .set(TASK.PROFILE_ID, task.terms().profileId())
        .set(TASK.PROFILE_VERSION, task.terms().profileVersion())
        .where(TASK.ID.eq(task.id()).and(TASK.VERSION.eq(task.version())))
        .execute();
  }

  /** Gives what a section has of a task to another one: the lead, if it has it, and its items. */
  public void saveDepartment(Task task, UUID former, UUID departmentId) {
    UUID lead = task.terms().departmentId();
    database
        .update(TASK)
        .set(TASK.DEPARTMENT_ID, lead.equals(former) ? departmentId : lead)
        .set(
            TASK.ITEM_DEPARTMENT_IDS,
            of(
                task.terms().items(),
                i -> i.departmentId().equals(former) ? departmentId : i.departmentId()))
        .where(TASK.ID.eq(task.id()).and(TASK.VERSION.eq(task.version())))
        .execute();
  }

  private static UUID[] of(List<TaskItem> items, Function<TaskItem, UUID> what) {
    return items.stream().map(what).toArray(UUID[]::new);
  }

  private static List<TaskItem> items(TaskRecord r) {
    return IntStream.range(0, r.getItemVersionIds().length)
        .mapToObj(
            i ->
                new TaskItem(
                    r.getItemVersionIds()[i], r.getItemIds()[i], r.getItemDepartmentIds()[i]))
        .toList();
  }

  /** The task, with others waiting until this transaction ends. */
  public Task lock(UUID id) {
    return database
        .selectFrom(TASK)
        .where(TASK.ID.eq(id))
        .forUpdate()
        .fetchOptional(this::task)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** Whether there is such a task; draws may be held for others than ours. */
  public boolean has(UUID id) {
    return database.fetchExists(TASK, TASK.ID.eq(id));
  }

  public Task get(UUID id) {
    return database
        .selectFrom(TASK)
        .where(TASK.ID.eq(id))
        .fetchOptional(this::task)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** Saves how far the task has come. */
  public void save(Task task) {
    Progress progress = task.progress();
    int changed =
        database
            .update(TASK)
            .set(TASK.STATE, Lifecycle.wireName(progress.state()))
            .set(TASK.POOL_PREPARED_AT, progress.poolPreparedAt())
            .set(TASK.TARGET_DRAW_ID, progress.targetDrawId())
            .set(TASK.INSPECTOR_DRAW_ID, progress.inspectorDrawId())
            .set(TASK.ENDED_ON, progress.endedOn())
            .set(TASK.ABANDONED_REASON, progress.abandonedReason())
            .set(TASK.VERSION, task.version() + 1)
            .where(TASK.ID.eq(task.id()).and(TASK.VERSION.eq(task.version())))
            .execute();
    if (changed == 0) {
      throw Refused.because(KernelProblem.VERSION_CLASH, task.version(), get(task.id()).version());
    }
  }

  /** The number of a task in one of these states whose frozen pool has one of these targets. */
  public Optional<String> findWith(Collection<UUID> targetIds, Collection<TaskState> states) {
    return database
        .select(TASK.NUMBER)
        .from(TASK)
        .join(POOL_LINE)
        .on(POOL_LINE.TASK_ID.eq(TASK.ID))
        .where(TASK.STATE.in(states.stream().map(Lifecycle::wireName).toList()))
        .and(POOL_LINE.TARGET_ID.in(targetIds).and(POOL_LINE.EXCLUDED.isNull()))
        .orderBy(TASK.NUMBER)
        .limit(1)
        .fetchOptional(TASK.NUMBER);
  }

  Task task(TaskRecord r) {
    var terms =
        new TaskTerms(
            r.getNumber(),
            r.getAuthorityId(),
            r.getDepartmentId(),
            r.getTitle(),
            r.getPlanLineId(),
            Lifecycle.parse(Ground.class, r.getGround()),
            r.getGroundText(),
            items(r),
            json.readValue(r.getFilter().data(), TargetFilter.class),
            json.readValue(r.getRatesBp().data(), new TypeReference<Map<String, Integer>>() {}),
            r.getFromDay(),
            r.getToDay(),
            r.getExemptionException(),
            r.getJoint(),
            r.getSeparateReason(),
            r.getAloneReason(),
            r.getHandedDown(),
            r.getProfileId(),
            r.getProfileVersion(),
            r.getCreatedAt());
    var progress =
        new Progress(
            Lifecycle.parse(TaskState.class, r.getState()),
            r.getPoolPreparedAt(),
            r.getTargetDrawId(),
            r.getInspectorDrawId(),
            r.getEndedOn(),
            r.getAbandonedReason());
    return new Task(r.getId(), terms, progress, r.getVersion());
  }
}
