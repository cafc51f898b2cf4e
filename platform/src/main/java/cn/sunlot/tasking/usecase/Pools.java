package cn.sunlot.tasking.usecase;

import cn.sunlot.burden.Burden;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.AnnualCap;
import cn.sunlot.policy.ExcludeOthers;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Rule;
import cn.sunlot.registry.Registry;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.PoolLine;
import cn.sunlot.tasking.domain.PoolRules;
import cn.sunlot.tasking.domain.PoolRules.Ceiling;
import cn.sunlot.tasking.domain.PoolRules.DrawnElsewhere;
import cn.sunlot.tasking.domain.PoolRules.ExemptionList;
import cn.sunlot.tasking.domain.PoolRules.NotActive;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskLifecycle;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.domain.TaskTerms;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.store.VisitStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Computes who is in a task's pool now: the scope of the plan line under the rules that the task
 * has frozen.
 */
@Component
class Pools {

  private final Registry registry;
  private final Burden burden;
  private final Policies policies;
  private final TaskStore tasks;
  private final VisitStore visits;
  private final CompleteSetUp setUp;

  Pools(
      Registry registry,
      Burden burden,
      Policies policies,
      TaskStore tasks,
      VisitStore visits,
      CompleteSetUp setUp) {
    this.registry = registry;
    this.burden = burden;
    this.policies = policies;
    this.tasks = tasks;
    this.visits = visits;
    this.setUp = setUp;
  }

  List<PoolLine> compute(Task task) {
    TaskTerms terms = task.terms();
    Profile profile = policies.getVersion(terms.profileId(), terms.profileVersion());
    List<PoolRules.Rule> rules = new ArrayList<>(List.of(new NotActive(profile.draw().clauses())));
    var exemption = profile.exemptionList();
    if (exemption.value().applies()) {
      rules.add(new ExemptionList(terms.exemptionException() != null, exemption.clauses()));
    }
    Rule<ExcludeOthers> others = profile.excludeDrawnByOtherSections();
    if (others.value().exclude() && !terms.joint()) {
      rules.add(new DrawnElsewhere(others.value(), drawnByOthers(terms), others.clauses()));
    }
    Rule<AnnualCap> cap = profile.annualCap();
    rules.add(
        new Ceiling(
            cap.value(),
            drawnSoFar(terms, cap.value()),
            tasks.listCapExceptions(task.id()),
            cap.clauses()));
    return new PoolRules(rules, profile.keyTargets().value(), terms.ratesBp().keySet())
        .apply(registry.listForPool(terms.authorityId(), terms.filter()).stream());
  }

  /**
   * The edge of a command on the pool.
   *
   * @throws Refused once the targets are drawn: nothing of the list changes any more
   */
  Edge<TaskState, TaskCommand> take(Task task, TaskCommand command) {
    setUp.demand(task);
    if (task.state().isDrawn()) {
      TaskTerms terms = task.terms();
      throw Refused.because(TaskingProblem.LIST_IMMUTABLE, terms.number())
          .by(
              policies
                  .getVersion(terms.profileId(), terms.profileVersion())
                  .drawWitness()
                  .clauses())
          .allowing(TaskLifecycle.TABLE.allowed(task.state()));
    }
    return TaskLifecycle.TABLE.take(task.state(), command);
  }

  private Map<UUID, String> drawnByOthers(TaskTerms terms) {
    return visits.listOfOthers(terms.authorityId(), terms.departmentId(), terms.from(), terms.to());
  }

  private Map<UUID, Integer> drawnSoFar(TaskTerms terms, AnnualCap cap) {
    return switch (cap.scope()) {
      case SAME_ITEM_SAME_YEAR ->
          burden.countDrawn(terms.authorityId(), terms.itemIds(), terms.year());
      case ALL_DRAWS_OF_THE_YEAR, JOINT_INSPECTIONS_OF_THE_YEAR ->
          burden.countDrawnAny(terms.authorityId(), terms.year());
    };
  }
}
