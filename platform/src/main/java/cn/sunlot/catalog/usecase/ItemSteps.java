package cn.sunlot.catalog.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.catalog.CatalogProblem;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.domain.ItemLifecycle;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.catalog.domain.Version;
import cn.sunlot.catalog.store.ItemStore;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The beginning and the end that all commands on an item have in common. */
@Component
class ItemSteps {

  /** An item that a command may change. */
  record Step(Item item, Edge<ItemState, ItemCommand> edge) {}

  /** What leaders and owner do with an own item, and not with a joint one. */
  private static final Set<ItemCommand> OWNERS_ALONE =
      EnumSet.of(
          ItemCommand.APPROVE, ItemCommand.SEND_BACK, ItemCommand.PUBLISH, ItemCommand.RETIRE);

  private final ItemStore store;
  private final Organisation organisation;
  private final JointOffice office;
  private final JointChecks joint;
  private final AuditLog audit;

  ItemSteps(
      ItemStore store,
      Organisation organisation,
      JointOffice office,
      JointChecks joint,
      AuditLog audit) {
    this.store = store;
    this.organisation = organisation;
    this.office = office;
    this.joint = joint;
    this.audit = audit;
  }

  /**
   * Loads the item.
   *
   * @throws Refused if it belongs to another section, has moved on, or does not allow the command
   */
  Step begin(UUID id, IfMatch seen, ItemCommand command) {
    Item item = store.get(id);
    demandOwn(item.departmentId(), item.code());
    seen.check(item.version());
    return take(item, command);
  }

  /** The step that a command is for this item, or the refusal that says why it is none. */
  Step take(Item item, ItemCommand command) {
    if (item.current().content().isJoint() && OWNERS_ALONE.contains(command)) {
      Department office = this.office.demandNamed(item);
      throw Refused.because(
              CatalogProblem.JOINT_ITEM, item.current().content().name(), office.name())
          .by(joint.rule(item.authorityId()).clauses())
          .allowing(ItemLifecycle.of(item).allowed(item.current().state()));
    }
    return new Step(item, ItemLifecycle.of(item).take(item.current().state(), command));
  }

  /** Refuses what belongs to a section that this person does not act for. */
  void demandOwn(UUID departmentId, String code) {
    if (!SignedIn.get().handles(departmentId)) {
      throw Refused.because(
          CatalogProblem.OTHER_SECTION, code, organisation.getDepartment(departmentId).name());
    }
  }

  /** Saves the item with this current version and writes the entry of the edge. */
  Item end(Step step, Version current, Map<String, ?> payload) {
    Item saved = store.save(step.item().with(current));
    record(step, saved, payload);
    return saved;
  }

  /** Goes back to a version that is stored already, and writes the entry of the edge. */
  Item endAt(Step step, Version earlier, Map<String, ?> payload) {
    Item saved = store.move(step.item().with(earlier));
    record(step, saved, payload);
    return saved;
  }

  /** Writes the entry of the edge. */
  void record(Step step, Item saved, Map<String, ?> payload) {
    Map<String, Object> all = new HashMap<>(payload);
    all.put("item", saved.id().toString());
    all.put("number", saved.current().number());
    audit.record(step.edge().entryType(), saved.code(), all);
  }

  /** A reason that says something. */
  static String demandReason(String reason) {
    if (reason.isBlank()) {
      throw Refused.because(CatalogProblem.REASON_MISSING);
    }
    return reason.strip();
  }

  static void demandNotBefore(LocalDate day, LocalDate first) {
    if (day.isBefore(first)) {
      throw Refused.because(CatalogProblem.DAY_TOO_EARLY, day.toString(), first.toString());
    }
  }
}
