package cn.sunlot.publicity.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.policy.InspectorRules.PublicField;
import cn.sunlot.policy.Policies;
import cn.sunlot.publicity.store.InspectorRows;
import cn.sunlot.publicity.store.InspectorRows.Row;
import cn.sunlot.publicity.store.Turns;
import cn.sunlot.registry.InspectorsChanged;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows who may inspect, with the fields that the rules make public (ZB-7). */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PublishInspectors {

  private final Registry registry;
  private final Policies policies;
  private final InspectorRows rows;
  private final Turns turns;
  private final Owners owners;
  private final WholeView view;
  private final Clock clock;
  private final TransactionTemplate aside;

  PublishInspectors(
      Registry registry,
      Policies policies,
      InspectorRows rows,
      Turns turns,
      Owners owners,
      WholeView view,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.registry = registry;
    this.policies = policies;
    this.rows = rows;
    this.turns = turns;
    this.owners = owners;
    this.view = view;
    this.clock = clock;
    this.aside = new TransactionTemplate(transactions);
    aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    aside.setReadOnly(true);
  }

  @EventListener
  void on(InspectorsChanged event) {
    view.run(() -> run(event.authorityId()));
  }

  /** Shows the inspectors of an authority as they are now. */
  void run(UUID authorityId) {
    turns.await(authorityId);
    Set<PublicField> fields = fields(authorityId);
    List<Row> shown =
        fields.isEmpty()
            ? List.of()
            : registry.listInspectors(authorityId).stream()
                .filter(Inspector::active)
                .map(i -> new Row(i, owners.get(authorityId, i.departmentId())))
                .toList();
    rows.replace(authorityId, shown, fields);
  }

  /**
   * What may be shown; nothing where no rules are in force. Asked in a transaction aside, because a
   * refusal would undo the one under way.
   */
  private Set<PublicField> fields(UUID authorityId) {
    try {
      return Objects.requireNonNull(
          aside.execute(
              status ->
                  policies
                      .getProfile(authorityId, LocalDate.now(clock))
                      .inspectors()
                      .value()
                      .publicFields()));
    } catch (Refused noRules) {
      return Set.of();
    }
  }
}
