package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.ItemRetired;
import cn.sunlot.catalog.domain.Decision;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.catalog.store.ItemStore;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.web.IfMatch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an item off the list, and says why: its owner, or the office of the joint conference where
 * it is a joint one.
 */
@Component
@Transactional
public class RetireItem {

  private final ItemSteps steps;
  private final OfficeSteps officeSteps;
  private final SuperiorChecks superior;
  private final Decisions decisions;
  private final ItemStore store;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RetireItem(
      ItemSteps steps,
      OfficeSteps officeSteps,
      SuperiorChecks superior,
      Decisions decisions,
      ItemStore store,
      ApplicationEventPublisher events,
      Clock clock) {
    this.steps = steps;
    this.officeSteps = officeSteps;
    this.superior = superior;
    this.decisions = decisions;
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  /** Retires it; it stays in force up to and including the last day, or today. */
  public Item run(UUID id, IfMatch seen, String reason, @Nullable LocalDate lastDay) {
    Step step = steps.begin(id, seen, ItemCommand.RETIRE);
    superior.demandGone(step.item());
    Retired retired = retired(reason, lastDay);
    endOthers(step, retired);
    Item item =
        steps.end(
            step, step.item().current().retired(retired.last(), retired.why()), retired.payload());
    events.publishEvent(new ItemRetired(item.authorityId(), item.id()));
    return item;
  }

  /** A decision that the joint conference, or who the rules name, took. */
  public record Decided(LocalDate on, String documentNumber) {}

  /** The office retires a joint item, as was decided. */
  public Item runJoint(
      UUID id, IfMatch seen, String reason, @Nullable LocalDate lastDay, Decided decided) {
    Step step = officeSteps.begin(id, seen, ItemCommand.RETIRE_JOINT);
    superior.demandGone(step.item());
    Retired retired = retired(reason, lastDay);
    Decision decision = decisions.read(step.item(), decided.on(), decided.documentNumber());
    Map<String, String> payload = new HashMap<>(retired.payload());
    payload.put("by", Lifecycle.wireName(decision.by()));
    payload.put("on", decision.on().toString());
    payload.put("document", decision.documentNumber());
    Item item =
        officeSteps.end(
            step,
            () -> {
              endOthers(step, retired);
              return step.item().current().retired(retired.last(), retired.why(), decision);
            },
            payload);
    events.publishEvent(new ItemRetired(item.authorityId(), item.id()));
    return item;
  }

  private record Retired(LocalDate last, String why) {

    Map<String, String> payload() {
      return Map.of("reason", why, "until", last.toString());
    }
  }

  private Retired retired(String reason, @Nullable LocalDate lastDay) {
    String why = ItemSteps.demandReason(reason);
    LocalDate today = LocalDate.now(clock);
    LocalDate last = lastDay == null ? today : lastDay;
    ItemSteps.demandNotBefore(last, today);
    return new Retired(last, why);
  }

  private void endOthers(Step step, Retired retired) {
    UUID current = step.item().current().id();
    store.listVersions(step.item().id()).stream()
        .filter(v -> v.state() == ItemState.PUBLISHED && !v.id().equals(current))
        .forEach(v -> store.save(step.item(), v.endingBy(retired.last())));
  }
}
