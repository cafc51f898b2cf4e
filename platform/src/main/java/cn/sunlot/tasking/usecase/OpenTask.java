package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Numbers;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.planning.Plans;
import cn.sunlot.planning.Plans.Form;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.Plans.PlanLine;
import cn.sunlot.policy.ExemptionList;
import cn.sunlot.policy.Inspections;
import cn.sunlot.policy.PlanRules;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Rule;
import cn.sunlot.registry.Registry.TargetFilter;
import cn.sunlot.tasking.TaskOpened;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskItem;
import cn.sunlot.tasking.domain.TaskTerms;
import cn.sunlot.tasking.domain.TaskTerms.Ground;
import cn.sunlot.tasking.store.TaskStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a task from a plan line, or outside the plan on a stated ground (ZB-2, ZB-21). With other
 * departments it is not set up before they have answered (TZ-17).
 */
@Component
@Transactional
public class OpenTask {

  /**
   * Who is asked to take part.
   *
   * @param departments of the same level; null for those that the plan line names
   * @param answerBy until when; null for the days that the rules name
   */
  public record Company(@Nullable List<UUID> departments, @Nullable LocalDate answerBy) {

    /** Nobody but who the line names. */
    public static final Company AS_PLANNED = new Company(null, null);
  }

  /**
   * What is asked for from a plan line.
   *
   * @param from first day of the period, inside the line's; null for the line's own
   * @param exemptionException matter that no exemption covers (ZB-9), or null
   * @param separateReason why visits cannot be joint (ZB-12), or "" for joint visits
   * @param aloneReason why a special campaign is no joint inspection (PDS-8), or ""
   * @param itemVersionIds which of the line's items the department that leads checks; null for its
   *     own ones
   */
  public record FromLine(
      UUID lineId,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String exemptionException,
      String separateReason,
      String aloneReason,
      @Nullable List<UUID> itemVersionIds,
      Company company) {

    /** With the items and departments that the line names. */
    public FromLine(
        UUID lineId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String exemptionException,
        String separateReason) {
      this(lineId, from, to, exemptionException, separateReason, "", null, Company.AS_PLANNED);
    }
  }

  /**
   * What is asked for outside the plan: the same, with everything that a plan line would say.
   *
   * @param handedDown whether what is drawn goes down to the counties
   */
  public record OutsidePlan(
      String title,
      Ground ground,
      String groundText,
      List<UUID> itemVersionIds,
      TargetFilter filter,
      Map<String, Integer> ratesBp,
      LocalDate from,
      LocalDate to,
      @Nullable String exemptionException,
      String separateReason,
      String aloneReason,
      boolean handedDown,
      Company company) {

    /** Without a reason to act alone. */
    public OutsidePlan(
        String title,
        Ground ground,
        String groundText,
        List<UUID> itemVersionIds,
        TargetFilter filter,
        Map<String, Integer> ratesBp,
        LocalDate from,
        LocalDate to,
        @Nullable String exemptionException,
        String separateReason,
        boolean handedDown,
        Company company) {
      this(
          title,
          ground,
          groundText,
          itemVersionIds,
          filter,
          ratesBp,
          from,
          to,
          exemptionException,
          separateReason,
          "",
          handedDown,
          company);
    }
  }

  /** Where a task comes from, and whose it is. */
  private record Origin(@Nullable UUID lineId, UUID departmentId) {}

  private final TaskStore store;
  private final Plans plans;
  private final PlanLineRules lines;
  private final TaskItems items;
  private final InviteDepartment invite;
  private final JointRules joint;
  private final Policies policies;
  private final Numbers numbers;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OpenTask(
      TaskStore store,
      Plans plans,
      PlanLineRules lines,
      TaskItems items,
      InviteDepartment invite,
      JointRules joint,
      Policies policies,
      Numbers numbers,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.plans = plans;
    this.lines = lines;
    this.items = items;
    this.invite = invite;
    this.joint = joint;
    this.policies = policies;
    this.numbers = numbers;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Opens a task that carries out a line of an approved plan. */
  public Task run(FromLine order) {
    PlanLine line = plans.getLine(order.lineId());
    SignedIn person = SignedIn.get();
    List<UUID> invited = order.company().departments();
    boolean company = invited != null && !invited.isEmpty();
    Profile profile = profile(person, line.joint() || company);
    if (!line.joint() && !company && line.arrangement().form() == Form.SPECIAL_CAMPAIGN) {
      joint.checkCampaign(person.departmentId(), order.aloneReason());
    }
    UUID department = lines.departmentFor(person, line, profile);
    LocalDate from = order.from() == null ? line.from() : order.from();
    LocalDate to = order.to() == null ? line.to() : order.to();
    if (from.isBefore(line.from()) || to.isAfter(line.to()) || to.isBefore(from)) {
      throw Refused.because(TaskingProblem.PERIOD_OUTSIDE_LINE, from, to, line.from(), line.to())
          .by(profile.plan().clauses());
    }
    return open(
        new OutsidePlan(
            line.title(),
            PlanLineRules.ground(line),
            PlanLineRules.groundText(line),
            lines.pick(line, department, order.itemVersionIds(), profile),
            lines.filterFor(person, line),
            line.ratesBp(),
            from,
            to,
            order.exemptionException(),
            order.separateReason(),
            order.aloneReason(),
            line.arrangement().handling() == Handling.HANDED_DOWN,
            new Company(
                invited == null ? lines.participants(line, department, profile) : invited,
                order.company().answerBy())),
        new Origin(line.id(), department),
        profile);
  }

  /** Opens a task outside the plan. */
  public Task run(OutsidePlan order) {
    SignedIn person = SignedIn.get();
    Profile profile = profile(person, !invited(order).isEmpty());
    Rule<PlanRules> rule = profile.plan();
    boolean listed =
        rule.value().unless().stream().anyMatch(g -> g.name().equals(order.ground().name()));
    if (rule.value().nothingOutsidePlan() && !listed) {
      throw Refused.because(TaskingProblem.OUTSIDE_PLAN).by(rule.clauses());
    }
    if (!order.ground().needsNoPlan() || order.groundText().isBlank()) {
      throw Refused.because(TaskingProblem.GROUND_NOT_LISTED).by(rule.clauses());
    }
    if (!invited(order).isEmpty()) {
      joint.checkGround(order.ground(), profile);
    } else if (order.ground() == Ground.CAMPAIGN_FROM_ABOVE) {
      joint.checkCampaign(person.departmentId(), order.aloneReason());
    }
    if (order.to().isBefore(order.from())) {
      throw Refused.because(
              TaskingProblem.PERIOD_OUTSIDE_LINE,
              order.from(),
              order.to(),
              order.from(),
              order.from())
          .by(rule.clauses());
    }
    return open(order, new Origin(null, person.departmentId()), profile);
  }

  private Task open(OutsidePlan order, Origin origin, Profile profile) {
    checkExemptionException(order.exemptionException(), profile.exemptionList());
    List<ItemVersion> picked = items.inForce(profile, order.itemVersionIds());
    TaskTerms terms = terms(order, origin, profile, picked);
    List<UUID> invited = invited(order);
    Task task = invited.isEmpty() ? Task.open(Ids.next(), terms) : Task.setUp(Ids.next(), terms);
    store.add(task);
    audit.record(
        "task-opened",
        terms.number(),
        Map.of(
            "title", terms.title(),
            "ground", Lifecycle.wireName(terms.ground()),
            "groundText", terms.groundText(),
            "from", terms.from().toString(),
            "to", terms.to().toString(),
            "profile", profile.id() + " " + profile.version(),
            "joint", terms.joint(),
            "separateReason", terms.separateReason(),
            "aloneReason", terms.aloneReason(),
            "handedDown", terms.handedDown()));
    invite.invite(task, invited, answerBy(order.company(), profile));
    events.publishEvent(new TaskOpened(task.id()));
    return task;
  }

  private TaskTerms terms(
      OutsidePlan order, Origin origin, Profile profile, List<ItemVersion> picked) {
    UUID authorityId = SignedIn.get().authorityId();
    return new TaskTerms(
        numbers.next(authorityId, "T", LocalDate.now(clock).getYear()),
        authorityId,
        origin.departmentId(),
        order.title(),
        origin.lineId(),
        order.ground(),
        order.groundText(),
        picked.stream()
            .map(item -> new TaskItem(item.id(), item.itemId(), origin.departmentId()))
            .toList(),
        order.filter(),
        order.ratesBp(),
        order.from(),
        order.to(),
        order.exemptionException(),
        order.separateReason().isBlank(),
        order.separateReason(),
        order.aloneReason().strip(),
        order.handedDown(),
        profile.id(),
        profile.version(),
        clock.instant());
  }

  private static List<UUID> invited(OutsidePlan order) {
    List<UUID> departments = order.company().departments();
    return departments == null ? List.of() : departments;
  }

  private LocalDate answerBy(Company company, Profile profile) {
    LocalDate day = company.answerBy();
    return day == null
        ? LocalDate.now(clock).plusDays(profile.jointTasks().value().daysToAnswer())
        : day;
  }

  /**
   * The rules of the person's region, a county's where it has refined its city's (TZ-43). Where a
   * regulation speaks of joint inspections, what a department inspects alone follows other rules.
   */
  private Profile profile(SignedIn person, boolean withOthers) {
    return policies.getProfileOf(
        person.departmentId(),
        LocalDate.now(clock),
        withOthers ? Inspections.JOINT : Inspections.OWN);
  }

  private static void checkExemptionException(
      @Nullable String exception, Rule<ExemptionList> rule) {
    if (exception == null) {
      return;
    }
    List<String> listed =
        rule.value().notExempt().stream().map(Lifecycle::wireName).sorted().toList();
    if (!listed.contains(exception)) {
      throw Refused.because(
              TaskingProblem.EXEMPTION_EXCEPTION_NOT_LISTED, exception, String.join("、", listed))
          .by(rule.clauses());
    }
  }
}
