package cn.sunlot.planning.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.planning.domain.AdHocGround;
import cn.sunlot.planning.domain.Decision;
import cn.sunlot.planning.domain.FiledWith;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanCommand;
import cn.sunlot.planning.domain.PlanLifecycle;
import cn.sunlot.planning.domain.ProposalRules;
import cn.sunlot.planning.store.FilingStore;
import cn.sunlot.planning.store.ProposalStore;
import cn.sunlot.planning.usecase.RulesOfPlans;
import cn.sunlot.planning.web.PlanResponses.AdHocView;
import cn.sunlot.planning.web.PlanResponses.DecisionView;
import cn.sunlot.planning.web.PlanResponses.FilingView;
import cn.sunlot.planning.web.PlanResponses.JointWay;
import cn.sunlot.planning.web.PlanResponses.ProposalRef;
import cn.sunlot.planning.web.PlanResponses.RegionRef;
import cn.sunlot.policy.JointApprover;
import cn.sunlot.policy.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to be seen of joint plans, of inspections beside plans, and of filings. */
@Component
@Transactional(readOnly = true)
class JointPlanViews {

  private final FilingStore filings;
  private final ProposalStore proposals;
  private final Organisation organisation;
  private final RulesOfPlans rules;
  private final Clock clock;

  JointPlanViews(
      FilingStore filings,
      ProposalStore proposals,
      Organisation organisation,
      RulesOfPlans rules,
      Clock clock) {
    this.filings = filings;
    this.proposals = proposals;
    this.organisation = organisation;
    this.rules = rules;
    this.clock = clock;
  }

  /** The commands that this person may give now; none to file where nothing is left to be filed. */
  List<String> allowed(Plan plan, SignedIn person) {
    boolean filed = open(plan).isEmpty();
    return PlanLifecycle.allowed(plan, person).stream()
        .filter(c -> !filed || c != PlanCommand.FILE && c != PlanCommand.FILE_JOINT)
        .map(Lifecycle::wireName)
        .toList();
  }

  @Nullable RegionRef region(Plan plan) {
    String code = plan.basis().region();
    return code == null ? null : region(code);
  }

  static RegionRef region(String code) {
    return new RegionRef(code, Regions.findName(code).orElse(code));
  }

  @Nullable JointWay way(Plan plan) {
    return plan.isJoint() ? rules.find(plan).map(profile -> way(plan, profile)).orElse(null) : null;
  }

  private JointWay way(Plan plan, Profile profile) {
    LocalDate due = profile.plan().value().publishBy(plan.year()).orElse(null);
    var publishedAt = plan.current().trace().publishedAt();
    boolean published = plan.current().number() > 1 || publishedAt != null;
    LocalDate done = publishedAt == null ? null : LocalDate.ofInstant(publishedAt, clock.getZone());
    return new JointWay(
        Lifecycle.wireName(approver(profile)),
        due,
        published
            ? plan.current().number() == 1 && ProposalRules.isLate(due, done, LocalDate.now(clock))
            : ProposalRules.isLate(due, null, LocalDate.now(clock)),
        profile.plan().clauses());
  }

  static JointApprover approver(Profile profile) {
    JointApprover by = profile.plan().value().jointApprovedBy();
    return by == null ? JointApprover.JOINT_CONFERENCE : by;
  }

  List<FilingView> filings(Plan plan) {
    return filings.list(plan.id()).stream()
        .map(
            f ->
                new FilingView(
                    f.number(),
                    Lifecycle.wireName(f.with()),
                    f.on(),
                    f.reference(),
                    new NamedId(f.by(), organisation.getPerson(f.by()).name())))
        .toList();
  }

  List<String> filingsOpen(Plan plan) {
    return open(plan).stream().map(Lifecycle::wireName).toList();
  }

  private Set<FiledWith> open(Plan plan) {
    if (!plan.current().state().isBinding()) {
      return Set.of();
    }
    Set<FiledWith> open = EnumSet.noneOf(FiledWith.class);
    rules.find(plan).ifPresent(profile -> open.addAll(FiledWith.demanded(profile, plan).with()));
    filings.list(plan.id()).stream()
        .filter(f -> f.number() == plan.current().number())
        .forEach(f -> open.remove(f.with()));
    return open;
  }

  List<String> publishAt(Plan plan) {
    return rules
        .find(plan)
        .map(p -> p.plan().value().publishAt().stream().map(Lifecycle::wireName).sorted().toList())
        .orElse(List.of());
  }

  List<ProposalRef> proposals(Plan plan, Map<UUID, String> departments) {
    return proposals.listIn(plan.id()).stream()
        .map(
            p ->
                new ProposalRef(
                    p.id(),
                    p.line().id(),
                    p.origin().number(),
                    p.line().title(),
                    LineViews.named(p.origin().leadId(), departments),
                    Lifecycle.wireName(p.state())))
        .toList();
  }

  static @Nullable AdHocView adHoc(@Nullable AdHocGround ground) {
    return ground == null
        ? null
        : new AdHocView(
            Lifecycle.wireName(ground.kind()),
            ground.text(),
            ground.documentNumber(),
            ground.documentDay());
  }

  static @Nullable DecisionView decision(@Nullable Decision decision) {
    return decision == null
        ? null
        : new DecisionView(
            Lifecycle.wireName(decision.by()), decision.on(), decision.documentNumber());
  }
}
