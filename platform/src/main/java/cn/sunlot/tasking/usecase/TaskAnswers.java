package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.domain.PoolFacts;
import cn.sunlot.tasking.store.PoolStore;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The face of the module. */
@Component
@Transactional
class TaskAnswers implements Tasks {

  private final TaskStore tasks;
  private final PoolStore pools;
  private final VisitStore visits;
  private final FinishVisit finish;

  TaskAnswers(TaskStore tasks, PoolStore pools, VisitStore visits, FinishVisit finish) {
    this.tasks = tasks;
    this.pools = pools;
    this.visits = visits;
    this.finish = finish;
  }

  @Override
  public Task getTask(UUID id) {
    var task = tasks.get(id);
    var terms = task.terms();
    return new Task(
        task.id(),
        terms.number(),
        terms.authorityId(),
        terms.departmentId(),
        terms.title(),
        terms.planLineId(),
        Lifecycle.wireName(terms.ground()),
        terms.groundText(),
        terms.itemVersionIds(),
        terms.departments(),
        terms.from(),
        terms.to(),
        Lifecycle.wireName(task.state()),
        terms.profileId(),
        terms.profileVersion(),
        task.progress().targetDrawId(),
        task.progress().inspectorDrawId(),
        task.progress().endedOn());
  }

  @Override
  public Optional<Task> findTask(UUID id) {
    return tasks.has(id) ? Optional.of(getTask(id)) : Optional.empty();
  }

  @Override
  public int countBeyondCap(UUID taskId) {
    return pools.findFacts(taskId).map(PoolFacts::beyondCap).orElse(0);
  }

  @Override
  public Visit getVisit(UUID id) {
    return visit(visits.get(id));
  }

  @Override
  public List<Visit> listVisits(UUID taskId) {
    return visits.listOfTask(taskId).stream().map(TaskAnswers::visit).toList();
  }

  @Override
  public Set<UUID> listDroppedTargets(UUID taskId) {
    return visits.listDroppedTargets(taskId);
  }

  @Override
  public List<Visit> listVisitsOf(UUID inspectorId) {
    return visits.listOfInspector(inspectorId).stream().map(TaskAnswers::visit).toList();
  }

  @Override
  public void finishVisit(UUID visitId, LocalDate day) {
    finish.run(visitId, day);
  }

  private static Visit visit(cn.sunlot.tasking.domain.Visit v) {
    return new Visit(
        v.id(),
        v.number(),
        v.authorityId(),
        v.departmentId(),
        v.targetId(),
        v.terms().unitId(),
        v.targetName(),
        v.regionCode(),
        v.from(),
        v.to(),
        v.plannedOn(),
        Lifecycle.wireName(v.state()),
        v.profileId(),
        v.profileVersion(),
        v.items(),
        v.members());
  }
}
