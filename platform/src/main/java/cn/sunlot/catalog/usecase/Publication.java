package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.ItemPublished;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.catalog.domain.Version;
import cn.sunlot.catalog.store.ChecklistStore;
import cn.sunlot.catalog.store.ItemStore;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings a version into force: the one before it ends, its checklist freezes, others are told. */
@Component
class Publication {

  private final ItemStore store;
  private final ChecklistStore checklists;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Publication(
      ItemStore store, ChecklistStore checklists, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.checklists = checklists;
    this.events = events;
    this.clock = clock;
  }

  /** The first day on which the item's next version may begin. */
  LocalDate firstDay(UUID itemId) {
    return published(itemId).stream()
        .map(v -> v.requirePeriod().from())
        .reduce(LocalDate.now(clock), Publication::later);
  }

  /** Ends what is in force, freezes the checklist, and gives the version to be saved. */
  Version prepare(Step step, LocalDate first) {
    published(step.item().id())
        .forEach(v -> store.save(step.item(), v.endingBy(first.minusDays(1))));
    Version current = step.item().current().publishedFrom(first);
    if (current.checklistId() != null) {
      checklists.freeze(current.checklistId());
    }
    return current;
  }

  void tell(Item item) {
    events.publishEvent(new ItemPublished(item.authorityId(), item.current().id()));
  }

  private List<Version> published(UUID itemId) {
    return store.listVersions(itemId).stream()
        .filter(v -> v.state() == ItemState.PUBLISHED)
        .toList();
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
