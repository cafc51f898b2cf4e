package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.ItemRetired;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.catalog.domain.Version;
import cn.sunlot.catalog.store.ItemStore;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.kernel.web.IfMatch;
import java.time.Clock;
import java.time.LocalDate;
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
  private final ItemStore store;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RetireItem(
      ItemSteps steps,
      OfficeSteps officeSteps,
      SuperiorChecks superior,
      ItemStore store,
      ApplicationEventPublisher events,
      Clock clock) {
    this.steps = steps;
    this.officeSteps = officeSteps;
    this.superior = superior;
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
    Item item = steps.end(step, retired.of(step), retired.payload());
    events.publishEvent(new ItemRetired(item.authorityId(), item.id()));
    return item;
  }

  /** The office retires a joint item. */
  public Item runJoint(UUID id, IfMatch seen, String reason, @Nullable LocalDate lastDay) {
    Step step = officeSteps.begin(id, seen, ItemCommand.RETIRE_JOINT);
    superior.demandGone(step.item());
    Retired retired = retired(reason, lastDay);
    Item item =
        officeSteps.end(
            step,
            () -> {
              endOthers(step, retired);
              return retired.of(step);
            },
            retired.payload());
    events.publishEvent(new ItemRetired(item.authorityId(), item.id()));
    return item;
  }

  private record Retired(LocalDate last, String why) {

    Version of(Step step) {
      return step.item().current().retired(last, why);
    }

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
