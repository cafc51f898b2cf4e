package cn.sunlot.tasking.usecase;

import cn.sunlot.drawing.Occasions;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.planning.Plans;
import cn.sunlot.tasking.domain.TaskTerms;
import cn.sunlot.tasking.store.TaskSearch;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitStore;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells draws what they are for. */
@Component
@Transactional(readOnly = true)
class TaskOccasions implements Occasions {

  private final TaskStore tasks;
  private final VisitStore visits;
  private final TaskSearch search;
  private final Plans plans;

  TaskOccasions(TaskStore tasks, VisitStore visits, TaskSearch search, Plans plans) {
    this.tasks = tasks;
    this.visits = visits;
    this.search = search;
    this.plans = plans;
  }

  @Override
  public Optional<Occasion> find(UUID taskId) {
    return tasks.has(taskId) ? Optional.of(occasion(taskId)) : Optional.empty();
  }

  @Override
  public Map<UUID, String> titles(Scope scope, Collection<UUID> taskIds) {
    return search.titles(scope, taskIds);
  }

  private Occasion occasion(UUID taskId) {
    TaskTerms terms = tasks.get(taskId).terms();
    return new Occasion(terms.title(), line(terms), visits.listTargetNames(taskId));
  }

  private String line(TaskTerms terms) {
    return Optional.ofNullable(terms.planLineId())
        .flatMap(plans::findLine)
        .map(line -> line.planNumber() + " " + line.planTitle() + " — " + line.title())
        .orElse(terms.groundText());
  }
}
