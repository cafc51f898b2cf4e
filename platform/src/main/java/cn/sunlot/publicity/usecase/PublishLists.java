package cn.sunlot.publicity.usecase;

import cn.sunlot.credit.ListsChanged;
import cn.sunlot.credit.PublicLists;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.publicity.store.ListRows;
import cn.sunlot.publicity.store.Turns;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows who is on a list that the law makes public, as long as they are: whoever leaves it is gone
 * in the same transaction (TZ-M12).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PublishLists {

  private final PublicLists lists;
  private final Organisation organisation;
  private final ListRows rows;
  private final Turns turns;
  private final WholeView view;

  PublishLists(
      PublicLists lists, Organisation organisation, ListRows rows, Turns turns, WholeView view) {
    this.lists = lists;
    this.organisation = organisation;
    this.rows = rows;
    this.turns = turns;
    this.view = view;
  }

  @EventListener
  void on(ListsChanged event) {
    view.run(() -> run(event.authorityId(), event.targetIds()));
  }

  /** Shows all entries of an authority as they are now. */
  void runAll(UUID authorityId) {
    run(authorityId, Set.of());
  }

  private void run(UUID authorityId, Set<UUID> targetIds) {
    turns.await(authorityId);
    rows.replace(
        organisation.getAuthority(authorityId),
        targetIds,
        lists.listInForce(authorityId, targetIds));
  }
}
