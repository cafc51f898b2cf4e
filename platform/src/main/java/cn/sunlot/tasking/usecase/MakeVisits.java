package cn.sunlot.tasking.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.burden.Burden;
import cn.sunlot.burden.Burden.Mark;
import cn.sunlot.burden.Burden.Source;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Numbers;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.Policies;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Target;
import cn.sunlot.tasking.Tasks.VisitItem;
import cn.sunlot.tasking.domain.Descent;
import cn.sunlot.tasking.domain.DrawTerms.Batch;
import cn.sunlot.tasking.domain.HandDown;
import cn.sunlot.tasking.domain.Levels;
import cn.sunlot.tasking.domain.Merging;
import cn.sunlot.tasking.domain.Merging.Leading;
import cn.sunlot.tasking.domain.Merging.Merged;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskTerms;
import cn.sunlot.tasking.domain.Visit;
import cn.sunlot.tasking.domain.VisitCommand;
import cn.sunlot.tasking.domain.VisitLifecycle;
import cn.sunlot.tasking.store.HandDownStore;
import cn.sunlot.tasking.store.VisitBatch;
import cn.sunlot.tasking.store.VisitStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes visits of drawn targets: a target that another task visits in the same period gets one
 * visit with all items (TZ-20, PDS-2.1, ZB-12), and where the list goes down, the departments of
 * the lines in the county carry it out (TZ-19). A few statements for however many.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MakeVisits {

  /** What came of drawn targets. */
  record Made(int visits, int merged, List<HandDown> parts) {}

  private final VisitStore visits;
  private final VisitBatch batch;
  private final HandDownStore handDowns;
  private final Registry registry;
  private final Organisation organisation;
  private final Burden burden;
  private final Policies policies;
  private final Numbers numbers;
  private final AuditLog audit;
  private final Clock clock;

  MakeVisits(
      VisitStore visits,
      VisitBatch batch,
      HandDownStore handDowns,
      Registry registry,
      Organisation organisation,
      Burden burden,
      Policies policies,
      Numbers numbers,
      AuditLog audit,
      Clock clock) {
    this.visits = visits;
    this.batch = batch;
    this.handDowns = handDowns;
    this.registry = registry;
    this.organisation = organisation;
    this.burden = burden;
    this.policies = policies;
    this.numbers = numbers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes them.
   *
   * @param periods when each target is visited
   */
  Made run(Task task, Collection<UUID> targetIds, Function<UUID, Batch> periods) {
    TaskTerms terms = task.terms();
    Instant now = clock.instant();
    batch.planAnew(targetIds.size());
    Levels levels = new Levels(organisation.listDepartments(terms.authorityId()));
    Merging merging = new Merging(levels);
    Descent descent = new Descent(task, levels, handDowns.listOfTask(task.id()), now);
    Map<UUID, Visit> open = findToJoin(terms, targetIds, periods);
    List<Target> alone = new ArrayList<>();
    List<Merged> joined = new ArrayList<>();
    Map<UUID, Leading> leading = batch.leading(open.values().stream().map(Visit::id).toList());
    for (Target target : inOrder(targetIds)) {
      Visit visit = open.get(target.id());
      if (visit == null) {
        alone.add(target);
      } else {
        UUID lead = descent.to(terms.departmentId(), target.regionCode());
        Leading before = leading.getOrDefault(visit.id(), new Leading(task.id(), Instant.MIN));
        joined.add(merging.join(visit, before, task, lead, items(task, descent, target)));
      }
    }
    List<Visit> made = add(task, alone, merging, descent, periods, now);
    join(task, joined, now);
    descent.added().forEach(handDowns::add);
    burden.record(
        Stream.concat(made.stream(), joined.stream().map(Merged::visit))
            .map(visit -> mark(task, visit))
            .toList());
    return new Made(made.size() + joined.size(), joined.size(), descent.added());
  }

  /** Targets in the order in which they were drawn. */
  private List<Target> inOrder(Collection<UUID> ids) {
    Map<UUID, Target> known =
        registry.listTargets(ids).stream()
            .collect(Collectors.toMap(Target::id, Function.identity()));
    return ids.stream().filter(known::containsKey).map(known::get).toList();
  }

  private Map<UUID, Visit> findToJoin(
      TaskTerms terms, Collection<UUID> targetIds, Function<UUID, Batch> periods) {
    if (!terms.joint()) {
      return Map.of();
    }
    boolean merges = merge(terms.profileId(), terms.profileVersion());
    return visits.lockOpen(terms.authorityId(), targetIds, terms.from(), terms.to()).stream()
        .filter(v -> merges || merge(v.profileId(), v.profileVersion()))
        .filter(v -> canTakeIn(v, periods.apply(v.targetId())))
        .collect(Collectors.toMap(Visit::targetId, Function.identity(), (first, later) -> first));
  }

  /**
   * Whether rules put what meets at a target into one visit. Where only those of one task do, they
   * hold whichever was drawn first: which of two tasks finds the other must not decide it.
   */
  private boolean merge(String profileId, String profileVersion) {
    return policies.getVersion(profileId, profileVersion).mergeSameTargetInSamePeriod().value();
  }

  private List<Visit> add(
      Task task,
      List<Target> targets,
      Merging merging,
      Descent descent,
      Function<UUID, Batch> periods,
      Instant now) {
    TaskTerms terms = task.terms();
    int year = LocalDate.now(clock).getYear();
    Iterator<String> free = numbers.next(terms.authorityId(), "V", year, targets.size()).iterator();
    List<Visit> made = new ArrayList<>();
    for (Target target : targets) {
      UUID lead = descent.to(terms.departmentId(), target.regionCode());
      List<VisitItem> items = merging.ofOneBody(lead, List.of(), items(task, descent, target));
      made.add(Visit.drawn(Ids.next(), visit(free.next(), terms, lead, target, periods), items));
    }
    batch.addAll(task, made, now);
    return made;
  }

  private static Visit.Terms visit(
      String number, TaskTerms terms, UUID lead, Target target, Function<UUID, Batch> periods) {
    Batch period = periods.apply(target.id());
    return new Visit.Terms(
        number,
        terms.authorityId(),
        lead,
        target.id(),
        target.unitId(),
        target.name(),
        target.regionCode(),
        period.from(),
        period.to(),
        terms.profileId(),
        terms.profileVersion());
  }

  private void join(Task task, List<Merged> joined, Instant now) {
    List<Merged> all = joined.stream().map(this::noteBroken).toList();
    batch.saveJoined(task, all, now);
    audit.recordAll(
        all.stream()
            .map(
                merged ->
                    new AuditLog.Entry(
                        "visit-merged",
                        merged.visit().number(),
                        Map.of("task", task.terms().number(), "leads", merged.leads())))
            .toList());
  }

  /** A department has come that has nobody in the team: its officers are drawn before it goes. */
  private Merged noteBroken(Merged merged) {
    if (!merged.teamBroken()) {
      return merged;
    }
    Visit visit = merged.visit();
    var edge = VisitLifecycle.TABLE.take(visit.state(), VisitCommand.NOTE_TEAM_BROKEN);
    audit.record(edge.entryType(), visit.number(), Map.of("members", visit.members().size()));
    return new Merged(visit.in(edge.to()), merged.leads(), true);
  }

  private static List<VisitItem> items(Task task, Descent descent, Target target) {
    return task.terms().items().stream()
        .map(
            item ->
                new VisitItem(
                    task.id(),
                    item.versionId(),
                    descent.to(item.departmentId(), target.regionCode())))
        .toList();
  }

  private static boolean canTakeIn(Visit visit, Batch period) {
    return visit.canTakeIn(period.from(), period.to());
  }

  /** What counts for the ceilings of each department whose items are checked (N-1). */
  private static Mark mark(Task task, Visit visit) {
    TaskTerms terms = task.terms();
    return new Mark(
        terms.authorityId(),
        visit.items().stream()
            .filter(item -> item.taskId().equals(task.id()))
            .map(VisitItem::departmentId)
            .collect(Collectors.toSet()),
        visit.targetId(),
        Set.copyOf(terms.itemIds()),
        terms.from(),
        Pools.kind(terms.ground()),
        Pools.isJoint(terms),
        Source.DRAW,
        visit.number());
  }
}
