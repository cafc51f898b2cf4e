package cn.sunlot.tasking.web;

import cn.sunlot.burden.Ceilings.Ceiling;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.ProblemResponse;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.policy.AnnualCap;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Rule;
import cn.sunlot.tasking.domain.DrawTerms;
import cn.sunlot.tasking.domain.DrawTerms.Batch;
import cn.sunlot.tasking.domain.PoolFacts;
import cn.sunlot.tasking.domain.PoolNote;
import cn.sunlot.tasking.domain.PoolRun;
import cn.sunlot.tasking.domain.Strata;
import cn.sunlot.tasking.domain.Strata.Stratum;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.domain.Treatment;
import cn.sunlot.tasking.store.TaskSearch;
import cn.sunlot.tasking.store.TaskSearch.OutGroup;
import cn.sunlot.tasking.usecase.PoolPlans;
import cn.sunlot.tasking.usecase.PoolRuns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pools as screens show them: how many of whom, who is out and why, what there is to know. */
@Component
@Transactional(readOnly = true)
class PoolViews {

  /**
   * A stratum.
   *
   * @param ofClass class of credit risk, or {@code K} for key targets
   * @param regionName where the plan splits the numbers over regions
   * @param rateBp ratio, or null where a number holds
   * @param weight of its region, or null
   */
  record StratumView(
      String stratum,
      String ofClass,
      @Nullable String regionCode,
      @Nullable String regionName,
      int members,
      @Nullable Integer rateBp,
      @Nullable Integer weight,
      int quota) {}

  /** How many are out for a reason, and what it rests on. */
  record ReasonView(String reason, int number, List<String> clauses) {}

  /** Something to know before the pool is frozen. */
  record NoteView(
      @OneOf(PoolNote.Kind.class) String kind,
      @OneOf(PoolNote.Weight.class) String weight,
      List<String> arguments,
      List<String> clauses) {}

  /**
   * Targets that the ceiling keeps out, as a group that can be let in.
   *
   * @param group {@code K} for key targets, or their class of credit risk
   */
  record CapGroupView(String group, int members) {}

  /**
   * The yearly ceiling of the rules.
   *
   * @param asARule whether a named person may go beyond it with a reason
   */
  record CapView(
      int max,
      @OneOf(AnnualCap.AppliesTo.class) String appliesTo,
      @OneOf(AnnualCap.CountedOver.class) String scope,
      boolean asARule,
      List<String> clauses) {}

  /**
   * Long work on the pool.
   *
   * @param jobId its job, which says how far it is
   * @param problem why it came to nothing, where the rules did not allow it
   */
  record PoolRunView(
      UUID id,
      @OneOf(PoolRun.Kind.class) String kind,
      @OneOf(PoolRun.Outcome.class) String outcome,
      @Nullable UUID jobId,
      @Nullable ProblemResponse problem) {}

  /**
   * A pool.
   *
   * @param prepared whether there is one
   * @param frame how many can be drawn
   * @param quota how many will be
   * @param beyondCap how many can be drawn although the ceiling is reached
   * @param batches in which periods they are visited, in drawing order; none: all at once
   * @param run the last long work, if there was any
   */
  record PoolPlan(
      boolean prepared,
      int size,
      int frame,
      int quota,
      boolean weighted,
      List<StratumView> strata,
      List<ReasonView> excluded,
      List<NoteView> notes,
      CapView cap,
      List<CapGroupView> capGroups,
      int beyondCap,
      List<Batch> batches,
      @Nullable PoolRunView run,
      List<String> allowedCommands) {}

  private static final PoolFacts NOBODY =
      new PoolFacts(0, List.of(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Map.of(), 0);

  private final PoolPlans plans;
  private final TaskSearch search;
  private final PoolRuns runs;
  private final Policies policies;
  private final ProblemTexts texts;

  PoolViews(
      PoolPlans plans, TaskSearch search, PoolRuns runs, Policies policies, ProblemTexts texts) {
    this.plans = plans;
    this.search = search;
    this.runs = runs;
    this.policies = policies;
    this.texts = texts;
  }

  PoolPlan plan(Task task) {
    Optional<PoolFacts> prepared = plans.findFacts(task);
    PoolFacts facts = prepared.orElse(NOBODY);
    DrawTerms terms = plans.terms(task);
    List<Stratum> strata = Strata.of(facts, terms);
    return new PoolPlan(
        prepared.isPresent(),
        facts.size(),
        facts.frame(),
        strata.stream().mapToInt(Stratum::quota).sum(),
        terms.splitsOverRegions(),
        strata.stream().map(PoolViews::view).toList(),
        facts.excluded().entrySet().stream()
            .map(
                e ->
                    new ReasonView(
                        e.getKey(),
                        e.getValue(),
                        facts.clauses().getOrDefault(e.getKey(), List.of())))
            .toList(),
        plans.notes(task, facts).stream().map(PoolViews::view).toList(),
        cap(task),
        capGroups(task),
        facts.beyondCap(),
        terms.batches(),
        run(task).orElse(null),
        allowed(task));
  }

  private static StratumView view(Stratum stratum) {
    String region = stratum.region();
    return new StratumView(
        stratum.name(),
        stratum.ofClass(),
        region.isEmpty() ? null : region,
        region.isEmpty() ? null : Regions.findName(region).orElse(region),
        stratum.members(),
        stratum.rateBp(),
        stratum.weight(),
        stratum.quota());
  }

  private static NoteView view(PoolNote note) {
    return new NoteView(
        Lifecycle.wireName(note.kind()),
        Lifecycle.wireName(note.kind().weight()),
        note.arguments(),
        note.clauses());
  }

  private CapView cap(Task task) {
    Rule<AnnualCap> cap =
        policies.getVersion(task.terms().profileId(), task.terms().profileVersion()).annualCap();
    return new CapView(
        cap.value().max(),
        Lifecycle.wireName(cap.value().appliesTo()),
        Lifecycle.wireName(cap.value().scope()),
        cap.value().asARule(),
        cap.clauses());
  }

  /** Key targets as one group, the others by class. */
  private List<CapGroupView> capGroups(Task task) {
    Map<String, Integer> groups = new TreeMap<>();
    for (OutGroup out : search.countOut(task.id(), Lifecycle.wireName(Ceiling.ANNUAL_CAP))) {
      boolean key = Lifecycle.parse(Treatment.class, out.treatment()).isKey();
      if (key) {
        groups.merge(DrawTerms.KEY, out.members(), Integer::sum);
      }
      groups.merge(out.riskClass(), out.members(), Integer::sum);
    }
    return groups.entrySet().stream().map(e -> new CapGroupView(e.getKey(), e.getValue())).toList();
  }

  private Optional<PoolRunView> run(Task task) {
    return runs.findLast(task.id()).map(this::view);
  }

  private PoolRunView view(PoolRun run) {
    PoolRun.Refusal refusal = run.refusal();
    return new PoolRunView(
        run.id(),
        Lifecycle.wireName(run.kind()),
        Lifecycle.wireName(run.outcome()),
        run.jobId(),
        refusal == null ? null : texts.of(refusal.again(), LocaleContextHolder.getLocale()));
  }

  /** What this person may do with the pool now, besides the commands of the task. */
  private List<String> allowed(Task task) {
    boolean may =
        SignedIn.get().may(Permission.TASK_EDIT)
            && task.state() == TaskState.POOL_READY
            && !runs.isUnderWay(task.id());
    return may ? List.of("allow-group-beyond-cap") : List.of();
  }
}
