package cn.sunlot.publicity.usecase;

import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Authority;
import cn.sunlot.publicity.store.EditionStore;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes everything public anew from the modules below: after a change of the copying rules, or when
 * somebody doubts the copies. One transaction, so that the public never sees half of it.
 */
@Component
public class RebuildPublicity {

  /** To be raised when the same sources give other rows; the next start rebuilds. */
  static final int EDITION = 8;

  private final EditionStore editions;
  private final Organisation organisation;
  private final PublishItems items;
  private final PublishPlans plans;
  private final PublishInspectors inspectors;
  private final PublishDraws draws;
  private final PublishLive live;
  private final PublishResults results;
  private final PublishLists lists;
  private final TransactionTemplate transaction;
  private final Clock clock;

  RebuildPublicity(
      EditionStore editions,
      Organisation organisation,
      PublishItems items,
      PublishPlans plans,
      PublishInspectors inspectors,
      PublishDraws draws,
      PublishLive live,
      PublishResults results,
      PublishLists lists,
      TransactionTemplate transaction,
      Clock clock) {
    this.editions = editions;
    this.organisation = organisation;
    this.items = items;
    this.plans = plans;
    this.inspectors = inspectors;
    this.draws = draws;
    this.live = live;
    this.results = results;
    this.lists = lists;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Rebuilds where the rows were made by another edition of the copying rules. */
  @EventListener(ApplicationReadyEvent.class)
  void whenOutdated() {
    boolean current =
        SystemWork.run(
            () ->
                Objects.requireNonNull(
                    transaction.execute(
                        s -> editions.find().filter(e -> e == EDITION).isPresent())));
    if (!current) {
      run();
    }
  }

  /** Rebuilds everything. */
  public void run() {
    SystemWork.run(() -> transaction.executeWithoutResult(status -> rebuild()));
  }

  private void rebuild() {
    editions.clear();
    organisation.listAuthorities().stream().map(Authority::id).forEach(this::rebuild);
    editions.set(EDITION, clock.instant());
  }

  private void rebuild(UUID authorityId) {
    items.run(authorityId);
    plans.runAll(authorityId);
    inspectors.run(authorityId);
    draws.runAll(authorityId);
    live.runAll(authorityId);
    results.runAll(authorityId);
    lists.runAll(authorityId);
  }
}
