package cn.sunlot.publicity.usecase;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.planning.Plans;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Texts;
import cn.sunlot.publicity.store.ResultRows;
import cn.sunlot.publicity.store.Turns;
import cn.sunlot.results.ObjectionTermsMoved;
import cn.sunlot.results.ResultCorrected;
import cn.sunlot.results.Results;
import cn.sunlot.results.Results.Published;
import cn.sunlot.results.ResultsPublished;
import cn.sunlot.tasking.TaskEnded;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Task;
import cn.sunlot.tasking.Tasks.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows results with all that N-12 asks for; a correction stands beside the original, which stays
 * (ZB-15, ZB-16, TZ-31).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PublishResults {

  private final Results results;
  private final Tasks tasks;
  private final Plans plans;
  private final Catalog catalog;
  private final Policies policies;
  private final PublishDraws draws;
  private final ResultRows rows;
  private final Turns turns;
  private final Owners owners;
  private final WholeView view;

  PublishResults(
      Results results,
      Tasks tasks,
      Plans plans,
      Catalog catalog,
      Policies policies,
      PublishDraws draws,
      ResultRows rows,
      Turns turns,
      Owners owners,
      WholeView view) {
    this.results = results;
    this.tasks = tasks;
    this.plans = plans;
    this.catalog = catalog;
    this.policies = policies;
    this.draws = draws;
    this.rows = rows;
    this.turns = turns;
    this.owners = owners;
    this.view = view;
  }

  /** After those who let the transcript open what was drawn. */
  @EventListener
  @Order
  void on(ResultsPublished event) {
    view.run(
        () -> {
          event.resultIds().forEach(this::show);
          draws.runTask(event.taskId());
        });
  }

  @EventListener
  void on(ResultCorrected event) {
    view.run(
        () -> {
          show(event.originalId());
          show(event.correctionId());
        });
  }

  @EventListener
  void on(ObjectionTermsMoved event) {
    view.run(() -> event.resultIds().forEach(this::show));
  }

  /** When nobody is to be visited any more, the title of the task warns nobody. */
  @EventListener
  void on(TaskEnded event) {
    view.run(
        () ->
            results.listPublishedOfTask(event.taskId()).stream()
                .map(Published::id)
                .forEach(this::show));
  }

  /** Shows all results of an authority. */
  void runAll(UUID authorityId) {
    turns.await(authorityId);
    Map<UUID, String> titles = new HashMap<>();
    results
        .listPublished(authorityId)
        .forEach(
            result ->
                rows.replace(
                    row(
                        result,
                        titles.computeIfAbsent(result.taskId(), id -> title(tasks.getTask(id))))));
  }

  private void show(UUID resultId) {
    turns.await(results.getPublished(resultId).authorityId());
    Published result = results.getPublished(resultId);
    rows.replace(row(result, title(tasks.getTask(result.taskId()))));
  }

  /**
   * The title of a task; none while it names somebody whose visit is still to come, for it would
   * warn them (TZ-30, PDS-20).
   */
  private String title(Task task) {
    boolean warns =
        tasks.listVisits(task.id()).stream()
            .filter(visit -> !visit.state().equals("finished"))
            .map(Visit::targetName)
            .anyMatch(task.title()::contains);
    return warns ? "" : task.title();
  }

  private ResultRows.Row row(Published result, String title) {
    Task task = tasks.getTask(result.taskId());
    UUID lineId = task.planLineId();
    return new ResultRows.Row(
        result,
        owners.get(result.authorityId(), result.departmentId()),
        task,
        title,
        lineId == null ? Optional.empty() : plans.findLine(lineId),
        catalog.getItem(result.itemVersionId()),
        objectionBy(task));
  }

  /** The articles of the rules that bind the task by which a target may object. */
  private List<Texts> objectionBy(Task task) {
    Profile rules = policies.getVersion(task.profileId(), task.profileVersion());
    var objection = rules.objection();
    return objection.value().offered()
        ? objection.clauses().stream().map(rules::cite).toList()
        : List.of();
  }
}
