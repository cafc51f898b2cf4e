package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.kernel.web.IfMatch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings an approved version into force; the one before it ends the day before (ZB-5). */
@Component
@Transactional
public class PublishItem {

  private final ItemSteps steps;
  private final ItemChecks checks;
  private final Publication publication;
  private final Clock clock;

  PublishItem(ItemSteps steps, ItemChecks checks, Publication publication, Clock clock) {
    this.steps = steps;
    this.checks = checks;
    this.publication = publication;
    this.clock = clock;
  }

  /** Publishes it from this day on, or from today. */
  public Item run(UUID id, IfMatch seen, @Nullable LocalDate from) {
    Step step = steps.begin(id, seen, ItemCommand.PUBLISH);
    checks.complete(step.item());
    LocalDate first = from == null ? LocalDate.now(clock) : from;
    ItemSteps.demandNotBefore(first, publication.firstDay(id));
    Item item = steps.end(step, publication.prepare(step, first), Map.of("from", first.toString()));
    publication.tell(item);
    return item;
  }
}
