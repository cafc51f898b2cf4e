package cn.sunlot.catalog.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.catalog.domain.Batch;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.store.BatchStore;
import cn.sunlot.catalog.store.ItemStore;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Numbers;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation.Department;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office publishes joint items that were decided on, all of them or none (TZ-M3, PDS-6). */
@Component
@Transactional
public class PublishBatch {

  /** An item as the office saw it. */
  public record Line(UUID itemId, int version) {}

  private final BatchStore batches;
  private final ItemStore store;
  private final JointOffice office;
  private final BatchChecks checks;
  private final OfficeSteps steps;
  private final ItemSteps itemSteps;
  private final Publication publication;
  private final Numbers numbers;
  private final AuditLog audit;
  private final Clock clock;

  PublishBatch(
      BatchStore batches,
      ItemStore store,
      JointOffice office,
      BatchChecks checks,
      OfficeSteps steps,
      ItemSteps itemSteps,
      Publication publication,
      Numbers numbers,
      AuditLog audit,
      Clock clock) {
    this.batches = batches;
    this.store = store;
    this.office = office;
    this.checks = checks;
    this.steps = steps;
    this.itemSteps = itemSteps;
    this.publication = publication;
    this.numbers = numbers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Publishes them from this day on, or from today.
   *
   * @throws Refused {@code BATCH_REFUSED}, naming for each item what stands against it
   */
  public Batch run(String name, @Nullable LocalDate from, List<Line> lines) {
    demandFilled(name, lines);
    List<Item> items = lines.stream().map(l -> store.get(l.itemId())).toList();
    Department coordinating = office.demand(items.get(0));
    LocalDate first = from == null ? LocalDate.now(clock) : from;
    checks.demand(coordinating, items, lines, first);
    Batch batch = add(coordinating, name.strip(), first);
    // Rows in one order, whatever the order of the request.
    items.stream().sorted(Comparator.comparing(Item::id)).forEach(item -> publish(item, batch));
    audit.record(
        "item-batch-published",
        batch.number(),
        Map.of(
            "batch", batch.id().toString(),
            "name", batch.name(),
            "from", first.toString(),
            "items", items.stream().map(Item::code).toList()));
    return batch;
  }

  private void publish(Item item, Batch batch) {
    Step step =
        itemSteps.take(item.with(item.current().inBatch(batch.id())), ItemCommand.PUBLISH_IN_BATCH);
    Item saved =
        steps.end(
            step,
            () -> publication.prepare(step, batch.from()),
            Map.of("from", batch.from().toString(), "batch", batch.number()));
    publication.tell(saved);
  }

  private Batch add(Department coordinating, String name, LocalDate first) {
    LocalDate today = LocalDate.now(clock);
    UUID authority = coordinating.authorityId();
    Batch batch =
        new Batch(
            Ids.next(),
            authority,
            coordinating.id(),
            String.valueOf(coordinating.region()),
            numbers.next(authority, "B", today.getYear()),
            name,
            first,
            SignedIn.get().personId(),
            clock.instant());
    batches.add(batch);
    return batch;
  }

  private static void demandFilled(String name, List<Line> lines) {
    if (name.isBlank() || lines.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, 1)
          .naming(
              List.of(
                  WrongValue.of(name.isBlank() ? "name" : "items", "", "catalog.field.required")));
    }
  }
}
