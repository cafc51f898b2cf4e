package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.ItemPublished;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.catalog.domain.Version;
import cn.sunlot.catalog.store.ChecklistStore;
import cn.sunlot.catalog.store.ItemStore;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.kernel.web.IfMatch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings an approved version into force; the one before it ends the day before (ZB-5). */
@Component
@Transactional
public class PublishItem {

  private final ItemSteps steps;
  private final ItemChecks checks;
  private final ItemStore store;
  private final ChecklistStore checklists;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PublishItem(
      ItemSteps steps,
      ItemChecks checks,
      ItemStore store,
      ChecklistStore checklists,
      ApplicationEventPublisher events,
      Clock clock) {
    this.steps = steps;
    this.checks = checks;
    this.store = store;
    this.checklists = checklists;
    this.events = events;
    this.clock = clock;
  }

  /** Publishes it from this day on, or from today. */
  public Item run(UUID id, IfMatch seen, @Nullable LocalDate from) {
    Step step = steps.begin(id, seen, ItemCommand.PUBLISH);
    checks.complete(step.item());
    LocalDate today = LocalDate.now(clock);
    LocalDate first = from == null ? today : from;
    List<Version> published =
        store.listVersions(id).stream().filter(v -> v.state() == ItemState.PUBLISHED).toList();
    ItemSteps.demandNotBefore(
        first,
        published.stream().map(v -> v.requirePeriod().from()).reduce(today, PublishItem::later));
    published.forEach(v -> store.save(step.item(), v.endingBy(first.minusDays(1))));
    Version current = step.item().current().publishedFrom(first);
    if (current.checklistId() != null) {
      checklists.freeze(current.checklistId());
    }
    Item item = steps.end(step, current, Map.of("from", first.toString()));
    events.publishEvent(new ItemPublished(item.authorityId(), current.id()));
    return item;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
