package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.ItemRetired;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.domain.ItemState;
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

/** Takes an item off the list, and says why. */
@Component
@Transactional
public class RetireItem {

  private final ItemSteps steps;
  private final ItemStore store;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RetireItem(ItemSteps steps, ItemStore store, ApplicationEventPublisher events, Clock clock) {
    this.steps = steps;
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  /** Retires it; it stays in force up to and including the last day, or today. */
  public Item run(UUID id, IfMatch seen, String reason, @Nullable LocalDate lastDay) {
    Step step = steps.begin(id, seen, ItemCommand.RETIRE);
    String why = ItemSteps.demandReason(reason);
    LocalDate today = LocalDate.now(clock);
    LocalDate last = lastDay == null ? today : lastDay;
    ItemSteps.demandNotBefore(last, today);
    UUID current = step.item().current().id();
    store.listVersions(id).stream()
        .filter(v -> v.state() == ItemState.PUBLISHED && !v.id().equals(current))
        .forEach(v -> store.save(step.item(), v.endingBy(last)));
    Item item =
        steps.end(
            step,
            step.item().current().retired(last, why),
            Map.of("reason", why, "until", last.toString()));
    events.publishEvent(new ItemRetired(item.authorityId(), item.id()));
    return item;
  }
}
