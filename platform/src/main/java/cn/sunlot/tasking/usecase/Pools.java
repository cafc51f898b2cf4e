package cn.sunlot.tasking.usecase;

import cn.sunlot.burden.Burden.Kind;
import cn.sunlot.burden.Ceilings;
import cn.sunlot.burden.Ceilings.Ceiling;
import cn.sunlot.burden.Ceilings.Occasion;
import cn.sunlot.burden.RiskRules;
import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.ExcludeOthers;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Rule;
import cn.sunlot.registry.Registry;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.DrawTerms;
import cn.sunlot.tasking.domain.PoolFacts;
import cn.sunlot.tasking.domain.PoolLine;
import cn.sunlot.tasking.domain.PoolNote;
import cn.sunlot.tasking.domain.PoolNotes;
import cn.sunlot.tasking.domain.PoolRules;
import cn.sunlot.tasking.domain.PoolRules.Ceilinged;
import cn.sunlot.tasking.domain.PoolRules.DrawnElsewhere;
import cn.sunlot.tasking.domain.PoolRules.ExemptionList;
import cn.sunlot.tasking.domain.PoolRules.NotActive;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskLifecycle;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.domain.TaskTerms;
import cn.sunlot.tasking.store.DrawTermsStore;
import cn.sunlot.tasking.store.PoolStore;
import cn.sunlot.tasking.store.VisitStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Computes who is in a task's pool now: the scope of the plan line under the rules that the task
 * has frozen.
 */
@Component
class Pools {

  private final Registry registry;
  private final Ceilings ceilings;
  private final Policies policies;
  private final Catalog catalog;
  private final PoolStore store;
  private final DrawTermsStore terms;
  private final VisitStore visits;
  private final CompleteSetUp setUp;

  Pools(
      Registry registry,
      Ceilings ceilings,
      Policies policies,
      Catalog catalog,
      PoolStore store,
      DrawTermsStore terms,
      VisitStore visits,
      CompleteSetUp setUp) {
    this.registry = registry;
    this.ceilings = ceilings;
    this.policies = policies;
    this.catalog = catalog;
    this.store = store;
    this.terms = terms;
    this.visits = visits;
    this.setUp = setUp;
  }

  /** Every target of the scope, by id as the database orders them, without holding them. */
  void forEach(Task task, Consumer<PoolLine> take) {
    PoolRules rules = rules(task);
    registry.forEachInPool(
        task.terms().authorityId(),
        task.terms().filter(),
        target -> take.accept(rules.apply(target)));
  }

  /** Some targets of the scope. */
  List<PoolLine> list(Task task, Collection<UUID> ids) {
    PoolRules rules = rules(task);
    return registry.listForPool(task.terms().authorityId(), task.terms().filter(), ids).stream()
        .map(rules::apply)
        .toList();
  }

  /** About how many targets the scope hits. */
  long count(Task task) {
    return registry.countForPool(task.terms().authorityId(), task.terms().filter());
  }

  private PoolRules rules(Task task) {
    TaskTerms of = task.terms();
    Profile profile = profile(of);
    List<PoolRules.Rule> rules = new ArrayList<>(List.of(new NotActive(profile.draw().clauses())));
    var exemption = profile.exemptionList();
    if (exemption.value().applies()) {
      rules.add(new ExemptionList(of.exemptionException() != null, exemption.clauses()));
    }
    Rule<ExcludeOthers> others = profile.excludeDrawnByOtherSections();
    if (others.value().exclude() && !of.joint()) {
      rules.add(
          new DrawnElsewhere(
              others.value(),
              visits.listOfOthers(of.authorityId(), of.departmentId(), of.from(), of.to()),
              others.clauses()));
    }
    return new PoolRules(
        rules,
        new Ceilinged(ceilings.read(profile, occasion(of)), store.listCapExceptions(task.id())),
        RiskRules.of(profile),
        terms.get(task));
  }

  private static Occasion occasion(TaskTerms of) {
    return new Occasion(
        of.authorityId(),
        of.departments(),
        Set.copyOf(of.itemIds()),
        kind(of.ground()),
        isJoint(of),
        of.handedDown(),
        of.year());
  }

  /** Whether several departments inspect together. */
  static boolean isJoint(TaskTerms of) {
    return of.departments().size() > 1;
  }

  /** N-1, N-2: what is caused by a complaint or an assigned lead counts for no ceiling. */
  static Kind kind(TaskTerms.Ground ground) {
    return switch (ground) {
      case PLAN, WHEN_NEEDED, LAW_FIXES_THE_WAY -> Kind.ROUTINE;
      case CAMPAIGN_FROM_ABOVE, SUPERIOR_ORDER, SUPERIOR_DEMAND -> Kind.SPECIAL;
      case COMPLAINT, ASSIGNED_WORK, EMERGENCY -> Kind.CAUSED;
    };
  }

  /** On what each reason for being out rests. */
  Map<String, List<String>> clauses(Task task) {
    Profile profile = profile(task.terms());
    Map<String, List<String>> clauses = new HashMap<>();
    clauses.put("not-active", profile.draw().clauses());
    clauses.put("exempt", profile.exemptionList().clauses());
    clauses.put("drawn-elsewhere", profile.excludeDrawnByOtherSections().clauses());
    clauses.put(Lifecycle.wireName(Ceiling.ANNUAL_CAP), profile.annualCap().clauses());
    clauses.put(Lifecycle.wireName(Ceiling.DEPARTMENT_CEILING), List.of("N-1"));
    clauses.put(PoolRules.CLASS_NOT_IN_PLAN, profile.plan().clauses());
    clauses.put(PoolRules.REGION_NOT_IN_PLAN, profile.plan().clauses());
    return clauses;
  }

  Profile profile(TaskTerms of) {
    return policies.getVersion(of.profileId(), of.profileVersion());
  }

  DrawTerms drawTerms(Task task) {
    return terms.get(task);
  }

  /** What whoever freezes the pool must know of it. */
  List<PoolNote> notes(Task task, PoolFacts facts) {
    return PoolNotes.of(
        facts,
        terms.get(task),
        profile(task.terms()),
        task.terms().itemVersionIds().stream().map(catalog::getItem).toList());
  }

  /**
   * The edge of a command on the pool.
   *
   * @throws Refused once the pool is frozen: nothing of the list changes any more
   */
  Edge<TaskState, TaskCommand> take(Task task, TaskCommand command) {
    setUp.demand(task);
    if (task.state() == TaskState.DRAWING_TARGETS || task.state().isDrawn()) {
      Profile profile = profile(task.terms());
      Rule<Boolean> immutable = profile.targetListImmutable();
      throw Refused.because(TaskingProblem.LIST_IMMUTABLE, task.terms().number())
          .by(immutable.value() ? immutable.clauses() : profile.drawWitness().clauses())
          .allowing(TaskLifecycle.TABLE.allowed(task.state()));
    }
    return TaskLifecycle.TABLE.take(task.state(), command);
  }
}
