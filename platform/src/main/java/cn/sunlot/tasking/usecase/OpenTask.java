package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Numbers;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.planning.Plans;
import cn.sunlot.planning.Plans.PlanLine;
import cn.sunlot.policy.ExemptionList;
import cn.sunlot.policy.PlanRules;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Rule;
import cn.sunlot.registry.Registry.TargetFilter;
import cn.sunlot.tasking.TaskOpened;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.Task;
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

/** Opens a task from a plan line, or outside the plan on a stated ground (ZB-2, ZB-21). */
@Component
@Transactional
public class OpenTask {

  /**
   * What is asked for from a plan line.
   *
   * @param from first day of the period, inside the line's; null for the line's own
   * @param exemptionException matter that no exemption covers (ZB-9), or null
   * @param separateReason why visits cannot be joint (ZB-12), or "" for joint visits
   */
  public record FromLine(
      UUID lineId,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String exemptionException,
      String separateReason) {}

  /** What is asked for outside the plan: the same, with everything that a plan line would say. */
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
      String separateReason) {}

  private final TaskStore store;
  private final Plans plans;
  private final Catalog catalog;
  private final Policies policies;
  private final Numbers numbers;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  OpenTask(
      TaskStore store,
      Plans plans,
      Catalog catalog,
      Policies policies,
      Numbers numbers,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.plans = plans;
    this.catalog = catalog;
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
    if (!person.handles(line.departmentId())) {
      throw Refused.because(TaskingProblem.LINE_OF_OTHER_SECTION, line.title())
          .by(profile(person).singleBureau().clauses());
    }
    LocalDate from = order.from() == null ? line.from() : order.from();
    LocalDate to = order.to() == null ? line.to() : order.to();
    if (from.isBefore(line.from()) || to.isAfter(line.to()) || to.isBefore(from)) {
      throw Refused.because(TaskingProblem.PERIOD_OUTSIDE_LINE, from, to, line.from(), line.to())
          .by(profile(person).plan().clauses());
    }
    return open(
        new OutsidePlan(
            line.title(),
            Ground.PLAN,
            line.planNumber() + " " + line.planTitle(),
            line.itemVersionIds(),
            line.filter(),
            line.ratesBp(),
            from,
            to,
            order.exemptionException(),
            order.separateReason()),
        line.id(),
        line.departmentId());
  }

  /** Opens a task outside the plan. */
  public Task run(OutsidePlan order) {
    SignedIn person = SignedIn.get();
    Rule<PlanRules> rule = profile(person).plan();
    boolean listed =
        rule.value().unless().stream().anyMatch(g -> g.name().equals(order.ground().name()));
    if (rule.value().nothingOutsidePlan() && !listed) {
      throw Refused.because(TaskingProblem.OUTSIDE_PLAN).by(rule.clauses());
    }
    if (order.ground() == Ground.PLAN || order.groundText().isBlank()) {
      throw Refused.because(TaskingProblem.GROUND_NOT_LISTED).by(rule.clauses());
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
    return open(order, null, person.departmentId());
  }

  private Task open(OutsidePlan order, @Nullable UUID lineId, UUID departmentId) {
    SignedIn person = SignedIn.get();
    LocalDate today = LocalDate.now(clock);
    Profile profile = profile(person);
    checkExemptionException(order.exemptionException(), profile.exemptionList());
    List<ItemVersion> items = order.itemVersionIds().stream().map(catalog::getItem).toList();
    for (ItemVersion item : items) {
      boolean inForce =
          catalog
              .findInForce(item.itemId(), today)
              .map(now -> now.id().equals(item.id()))
              .orElse(false);
      if (!inForce) {
        throw Refused.because(TaskingProblem.ITEM_NOT_IN_FORCE, item.name(), item.version())
            .by(profile.itemList().clauses());
      }
    }
    Task task =
        Task.open(
            Ids.next(),
            new TaskTerms(
                numbers.next(person.authorityId(), "T", today.getYear()),
                person.authorityId(),
                departmentId,
                order.title(),
                lineId,
                order.ground(),
                order.groundText(),
                order.itemVersionIds(),
                items.stream().map(ItemVersion::itemId).distinct().toList(),
                order.filter(),
                order.ratesBp(),
                order.from(),
                order.to(),
                order.exemptionException(),
                order.separateReason().isBlank(),
                order.separateReason(),
                profile.id(),
                profile.version(),
                clock.instant()));
    store.add(task);
    audit.record(
        "task-opened",
        task.terms().number(),
        Map.of(
            "title", task.terms().title(),
            "ground", Lifecycle.wireName(task.terms().ground()),
            "groundText", task.terms().groundText(),
            "from", task.terms().from().toString(),
            "to", task.terms().to().toString(),
            "profile", profile.id() + " " + profile.version(),
            "joint", task.terms().joint(),
            "separateReason", task.terms().separateReason()));
    events.publishEvent(new TaskOpened(task.id()));
    return task;
  }

  private Profile profile(SignedIn person) {
    return policies.getProfile(person.authorityId(), LocalDate.now(clock));
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
