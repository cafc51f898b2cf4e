package cn.sunlot.credit.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.credit.ListsChanged;
import cn.sunlot.credit.domain.Run;
import cn.sunlot.credit.domain.ScorecardVersion;
import cn.sunlot.credit.store.ListStore;
import cn.sunlot.credit.store.RunStore;
import cn.sunlot.credit.store.ScorecardStore;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.jobs.RecurringWork;
import cn.sunlot.organisation.Organisation;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps up with time: tags of entries that began or ended by their dates, and the classes of each
 * authority as often as its scorecard says (N-10).
 */
@Component
class KeepCredit implements RecurringWork {

  private static final Logger LOG = LoggerFactory.getLogger(KeepCredit.class);

  private final Organisation organisation;
  private final ListStore lists;
  private final RunStore runs;
  private final ScorecardStore scorecards;
  private final ComputeClasses compute;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  KeepCredit(
      Organisation organisation,
      ListStore lists,
      RunStore runs,
      ScorecardStore scorecards,
      ComputeClasses compute,
      AuditLog audit,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.organisation = organisation;
    this.lists = lists;
    this.runs = runs;
    this.scorecards = scorecards;
    this.compute = compute;
    this.audit = audit;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "keep-credit";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    for (var authority : organisation.listAuthorities()) {
      try {
        SystemWork.of(authority.id(), () -> keep(authority.id()));
      } catch (RuntimeException e) {
        // The next authority must not wait for this one.
        LOG.error("credit of authority {}", authority.id(), e);
      }
    }
  }

  private void keep(UUID authorityId) {
    transaction.executeWithoutResult(status -> keepTags(authorityId));
    Optional<Run> due = transaction.execute(status -> due(authorityId));
    if (due != null && due.isPresent()) {
      compute(due.get().id());
    }
  }

  private void keepTags(UUID authorityId) {
    long changed = lists.keepTags(authorityId);
    if (changed > 0) {
      audit.record(authorityId, "credit-lists-kept", "lists", Map.of("targets", changed));
    }
    // What is public follows dates, and names that changed in the registry.
    events.publishEvent(ListsChanged.any(authorityId));
  }

  /** One of its own that was interrupted, or a new one if it is time. */
  private Optional<Run> due(UUID authorityId) {
    Optional<Run> underWay = runs.findUnderWay(authorityId, Run.Kind.RECOMPUTE);
    if (underWay.isPresent()) {
      return underWay.filter(run -> run.jobId() == null);
    }
    LocalDate today = LocalDate.now(clock);
    return scorecards
        .findInForce(authorityId, today)
        .filter(card -> isDue(card, today))
        .map(card -> Run.begin(Ids.next(), card, Run.Kind.RECOMPUTE, today, null, clock.instant()))
        .filter(runs::add);
  }

  /** A new version is computed with at once; the same one when its months are over. */
  private boolean isDue(ScorecardVersion card, LocalDate today) {
    return runs.findLast(card.authorityId())
        .map(
            last ->
                !last.scorecardId().equals(card.id())
                    || !last.day().plusMonths(card.content().refreshMonths()).isAfter(today))
        .orElse(true);
  }

  private void compute(UUID runId) {
    try {
      compute.run(runId, (done, total, message) -> {});
    } catch (RuntimeException e) {
      transaction.executeWithoutResult(status -> runs.end(runId, Run.Outcome.FAILED));
      throw e;
    }
  }
}
