package cn.sunlot.results.usecase;

import cn.sunlot.credit.Credit;
import cn.sunlot.credit.Credit.Kind;
import cn.sunlot.credit.Credit.Observation;
import cn.sunlot.credit.Credit.Selection;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.policy.ResultTypes.ResultType;
import cn.sunlot.results.ResultCorrected;
import cn.sunlot.results.ResultsPublished;
import cn.sunlot.results.domain.Result;
import cn.sunlot.results.store.ResultStore;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Task;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells credit what published results say of targets; a correction corrects it (SX-3.5, N-14). Who
 * inspected is not told.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TellCredit {

  private final ResultStore results;
  private final Tasks tasks;
  private final Credit credit;
  private final WholeView view;

  TellCredit(ResultStore results, Tasks tasks, Credit credit, WholeView view) {
    this.results = results;
    this.tasks = tasks;
    this.credit = credit;
    this.view = view;
  }

  @EventListener
  void on(ResultsPublished event) {
    tell(event.resultIds());
  }

  @EventListener
  void on(ResultCorrected event) {
    tell(List.of(event.correctionId()));
  }

  private void tell(List<UUID> resultIds) {
    view.run(
        () -> credit.record(resultIds.stream().map(results::get).map(this::observation).toList()));
  }

  private Observation observation(Result result) {
    return new Observation(
        result.authorityId(),
        result.targetId(),
        kind(result.finding().type()),
        result.visitedOn(),
        selection(tasks.getTask(result.taskId())),
        result.visitId().toString(),
        "results",
        result.number(),
        result.revision());
  }

  /**
   * Chance chose where the plan drew; a task on another ground has a reason to expect something.
   */
  private static Selection selection(Task task) {
    return task.planLineId() != null && task.targetDrawId() != null
        ? Selection.RANDOM
        : Selection.TARGETED;
  }

  private static Kind kind(String type) {
    return Arrays.stream(ResultType.values())
        .filter(one -> Lifecycle.wireName(one).equals(type))
        .findFirst()
        .map(
            one ->
                switch (one) {
                  case NO_PROBLEM_FOUND, PASSED -> Kind.INSPECTION_PASSED;
                  case DUE_INFORMATION_NOT_PUBLISHED,
                      PUBLISHED_INFORMATION_FALSE,
                      PROBLEM_FOUND_CORRECTED,
                      PROBLEM_FOUND_CORRECTION_ORDERED,
                      PROBLEM_FOUND_TO_BE_HANDLED,
                      FAILED ->
                      Kind.INSPECTION_PROBLEM;
                  case UNREACHABLE_AT_REGISTERED_ADDRESS -> Kind.INSPECTION_UNREACHABLE;
                  case SERIOUSLY_UNCOOPERATIVE -> Kind.INSPECTION_UNCOOPERATIVE;
                  case NO_RELATED_BUSINESS_ACTIVITY, OTHER -> Kind.INSPECTION_OTHER;
                })
        .orElse(Kind.INSPECTION_OTHER);
  }
}
