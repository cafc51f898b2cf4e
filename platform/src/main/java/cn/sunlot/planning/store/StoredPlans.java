package cn.sunlot.planning.store;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.planning.PlanWords;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.Plans;
import cn.sunlot.planning.domain.AdHocGround;
import cn.sunlot.planning.domain.Decision;
import cn.sunlot.planning.domain.FiledWith;
import cn.sunlot.planning.domain.Filing;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Line.Planned;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanKind;
import cn.sunlot.planning.domain.PlanState;
import cn.sunlot.planning.domain.PlanVersion;
import cn.sunlot.planning.store.PlanStore.LineOfPlan;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What other modules ask of plans, read from the tables. */
@Repository
@Transactional(readOnly = true)
class StoredPlans implements Plans {

  private final PlanStore store;
  private final PlanSearch search;
  private final FilingStore filings;
  private final Policies policies;
  private final Registry registry;
  private final Clock clock;

  StoredPlans(
      PlanStore store,
      PlanSearch search,
      FilingStore filings,
      Policies policies,
      Registry registry,
      Clock clock) {
    this.filings = filings;
    this.registry = registry;
    this.store = store;
    this.search = search;
    this.policies = policies;
    this.clock = clock;
  }

  @Override
  public PlanLine getLine(UUID lineId) {
    List<LineOfPlan> all = store.listLine(lineId);
    if (all.isEmpty()) {
      throw Refused.because(KernelProblem.NOT_FOUND, lineId);
    }
    LineOfPlan newest = all.get(all.size() - 1);
    LineOfPlan binding = newestBinding(all).orElseThrow(() -> notApproved(newest));
    int inForce = store.findBinding(binding.plan().id()).map(PlanVersion::number).orElseThrow();
    if (binding.plan().current().number() != inForce) {
      throw dropped(binding);
    }
    demandFiled(binding);
    return face(binding);
  }

  @Override
  public Optional<PlanLine> findLine(UUID lineId) {
    return newestBinding(store.listLine(lineId)).map(StoredPlans::face);
  }

  @Override
  public List<PublishedPlan> listPublished(UUID planId) {
    Plan plan = store.get(planId);
    return store.listVersions(planId).stream()
        .filter(v -> v.state() == PlanState.PUBLISHED)
        .map(v -> published(plan.with(v)))
        .toList();
  }

  @Override
  public List<UUID> listPublishedPlans(UUID authorityId) {
    return store.listPublished(authorityId);
  }

  @Override
  public List<Todo> todo(SignedIn person) {
    List<Todo> todos = new ArrayList<>();
    if (person.may(Permission.PLAN_APPROVE)) {
      search.list(person.scope(), PlanState.SUBMITTED).stream()
          .filter(p -> !p.isJoint())
          .forEach(p -> todos.add(todo("approve-plan", p)));
    }
    if (person.may(Permission.PLAN_EDIT)) {
      search.list(person.scope(), PlanState.DRAFT).stream()
          .filter(p -> p.current().trace().sentBack() != null)
          .forEach(p -> todos.add(todo("correct-plan", p)));
      search.list(person.scope(), PlanState.APPROVED).stream()
          .filter(p -> !p.isJoint())
          .forEach(p -> todos.add(todo("publish-plan", p)));
    }
    return todos;
  }

  private static Todo todo(String kind, Plan plan) {
    return new Todo(
        kind, plan.current().title(), null, false, "/plans/" + plan.id(), plan.number());
  }

  private static Optional<LineOfPlan> newestBinding(List<LineOfPlan> all) {
    return all.stream()
        .filter(l -> l.plan().current().state().isBinding())
        .reduce((earlier, later) -> later);
  }

  private Refused notApproved(LineOfPlan line) {
    return Refused.because(
            PlanningProblem.LINE_NOT_APPROVED,
            line.line().title(),
            line.plan().number(),
            Lifecycle.wireName(line.plan().current().state()))
        .by(rules(line.plan()).plan().clauses());
  }

  private Refused dropped(LineOfPlan line) {
    return Refused.because(PlanningProblem.LINE_DROPPED, line.line().title(), line.plan().number())
        .by(rules(line.plan()).plan().clauses());
  }

  private Profile rules(Plan plan) {
    return policies.getProfileOf(plan.departmentId(), LocalDate.now(clock), plan.inspections());
  }

  /** An inspection beside the plan goes ahead once it is filed, where that is demanded (PDS-8). */
  private void demandFiled(LineOfPlan line) {
    Plan plan = line.plan();
    if (plan.kind() != PlanKind.AD_HOC) {
      return;
    }
    var demanded = FiledWith.demanded(rules(plan), plan);
    Set<FiledWith> open = EnumSet.noneOf(FiledWith.class);
    open.addAll(demanded.with());
    filings.list(plan.id()).stream().map(Filing::with).forEach(open::remove);
    if (!open.isEmpty()) {
      throw Refused.because(
              PlanningProblem.NOT_FILED_YET,
              line.line().title(),
              plan.number(),
              PlanWords.of("filed-with", open.iterator().next()))
          .by(demanded.clauses());
    }
  }

  private static @Nullable PublishedDecision decision(PlanVersion version) {
    Decision decision = version.trace().decision();
    return decision == null
        ? null
        : new PublishedDecision(
            Lifecycle.wireName(decision.by()), decision.on(), decision.documentNumber());
  }

  private static @Nullable AdHoc adHoc(Plan plan) {
    AdHocGround ground = plan.basis().adHoc();
    return ground == null
        ? null
        : new AdHoc(
            Lifecycle.wireName(ground.kind()),
            ground.text(),
            ground.documentNumber(),
            ground.documentDay());
  }

  private List<String> subRegistries(Plan plan, Line line) {
    Set<UUID> wanted = line.filter().subRegistries();
    return wanted.isEmpty()
        ? List.of()
        : registry.listSubRegistries(plan.authorityId()).stream()
            .filter(one -> wanted.contains(one.id()))
            .map(NamedId::name)
            .toList();
  }

  private PublishedPlan published(Plan plan) {
    PlanVersion version = plan.current();
    return new PublishedPlan(
        plan.id(),
        Lifecycle.wireName(plan.kind()),
        plan.authorityId(),
        plan.departmentId(),
        plan.number(),
        plan.year(),
        version.number(),
        version.title(),
        version.reason(),
        Objects.requireNonNull(version.trace().publishedAt()),
        decision(version),
        version.lines().stream()
            .map(l -> published(new LineOfPlan(plan, l), subRegistries(plan, l)))
            .toList());
  }

  private static PublishedLine published(LineOfPlan of, List<String> subRegistries) {
    Line line = of.line();
    Planned planned = line.planned();
    return new PublishedLine(
        face(of),
        subRegistries,
        line.category(),
        line.timesPerYear(),
        line.body(),
        planned == null ? null : Math.toIntExact(planned.pool()),
        planned == null ? null : Math.toIntExact(planned.expected()));
  }

  private static PlanLine face(LineOfPlan of) {
    Plan plan = of.plan();
    Line line = of.line();
    return new PlanLine(
        line.id(),
        plan.id(),
        plan.number(),
        plan.current().title(),
        plan.year(),
        Lifecycle.wireName(plan.kind()),
        Lifecycle.wireName(plan.current().state()),
        plan.authorityId(),
        line.executingId(),
        line.title(),
        line.itemVersionIds(),
        line.filter(),
        line.rates().bp(),
        line.rates().counts(),
        line.arrangement(),
        adHoc(plan),
        line.period().from(),
        line.period().to());
  }
}
