package cn.sunlot.credit.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.credit.CreditProblem;
import cn.sunlot.credit.ListsChanged;
import cn.sunlot.credit.domain.ListEntry;
import cn.sunlot.credit.domain.ListEntry.Ended;
import cn.sunlot.credit.store.ListStore;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.Registry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a target off a list before its time, from today on; the entry stays as history. */
@Component
@Transactional
public class EndListEntry {

  private final ListStore store;
  private final Registry registry;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EndListEntry(
      ListStore store,
      Registry registry,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.registry = registry;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  public ListEntry run(UUID id, IfMatch seen, String reason) {
    ListEntry entry = store.get(id);
    seen.check(entry.version());
    String why = ScorecardSteps.demandReason(reason);
    LocalDate today = LocalDate.now(clock);
    if (!entry.canEnd(today)) {
      throw Refused.because(CreditProblem.ENTRY_ENDED);
    }
    LocalDate off = today.isBefore(entry.from()) ? entry.from() : today;
    store.end(entry, new Ended(off, why));
    audit.record(
        "credit-list-ended",
        registry.getTarget(entry.targetId()).unitId(),
        Map.of("list", Lifecycle.wireName(entry.list()), "on", off.toString(), "reason", why));
    events.publishEvent(new ListsChanged(entry.authorityId(), Set.of(entry.targetId())));
    return store.get(id);
  }
}
