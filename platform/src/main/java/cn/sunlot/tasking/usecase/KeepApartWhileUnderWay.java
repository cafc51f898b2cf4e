package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.registry.TargetsMerged;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitStore;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refuses to merge targets while one of them may still be drawn from a frozen list, or is being
 * visited: what was frozen is not changed any more, and a drawn target is inspected as it was drawn
 * (ZB-9).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KeepApartWhileUnderWay {

  /** The pool is frozen and the teams are not on their way. */
  private static final Set<TaskState> FROZEN =
      Set.of(
          TaskState.DRAWING_TARGETS,
          TaskState.TARGETS_DRAWN,
          TaskState.DRAWING_INSPECTORS,
          TaskState.STAFFED);

  private final TaskStore tasks;
  private final VisitStore visits;

  KeepApartWhileUnderWay(TaskStore tasks, VisitStore visits) {
    this.tasks = tasks;
    this.visits = visits;
  }

  @EventListener
  void on(TargetsMerged event) {
    List<UUID> both = List.of(event.survivorId(), event.absorbedId());
    tasks
        .findWith(both, FROZEN)
        .ifPresent(
            number -> {
              throw Refused.because(TaskingProblem.TARGET_IN_DRAW, number);
            });
    visits
        .findOpenAt(both)
        .ifPresent(
            number -> {
              throw Refused.because(TaskingProblem.TARGET_VISITED, number);
            });
  }
}
