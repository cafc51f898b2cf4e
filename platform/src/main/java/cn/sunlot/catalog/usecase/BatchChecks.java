package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.CatalogProblem;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemState;
import cn.sunlot.catalog.usecase.PublishBatch.Line;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.organisation.Organisation.Department;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What stands against the items of a batch, each named by its code and row. */
@Component
class BatchChecks {

  private final JointOffice office;
  private final ItemChecks checks;
  private final JointChecks joint;
  private final Publication publication;

  BatchChecks(JointOffice office, ItemChecks checks, JointChecks joint, Publication publication) {
    this.office = office;
    this.checks = checks;
    this.joint = joint;
    this.publication = publication;
  }

  void demand(Department coordinating, List<Item> items, List<Line> lines, LocalDate first) {
    List<WrongValue> wrong = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      List<WrongValue> own = new ArrayList<>();
      if (!seen.add(item.id())) {
        own.add(of(item, "twice"));
      } else {
        own.addAll(wrong(coordinating, item, lines.get(i).version(), first));
      }
      int row = i + 1;
      own.forEach(w -> wrong.add(w.inRow(row)));
    }
    if (!wrong.isEmpty()) {
      long refused = wrong.stream().map(WrongValue::row).distinct().count();
      throw Refused.because(CatalogProblem.BATCH_REFUSED, items.size(), refused)
          .by(joint.rule(coordinating.authorityId()).clauses())
          .naming(wrong);
    }
  }

  private List<WrongValue> wrong(Department coordinating, Item item, int seen, LocalDate first) {
    if (!item.current().content().isJoint()) {
      return List.of(of(item, "not-joint"));
    }
    if (office.find(item.departmentId()).filter(coordinating::equals).isEmpty()) {
      return List.of(of(item, "other-office"));
    }
    if (item.current().state() != ItemState.APPROVED) {
      return List.of(of(item, "not-decided"));
    }
    if (item.version() != seen) {
      return List.of(of(item, "changed"));
    }
    List<WrongValue> wrong = new ArrayList<>();
    int gaps = checks.gaps(item).size();
    if (gaps > 0) {
      wrong.add(of(item, "incomplete", String.valueOf(gaps)));
    }
    LocalDate earliest = publication.firstDay(item.id());
    if (first.isBefore(earliest)) {
      wrong.add(of(item, "day-too-early", earliest.toString()));
    }
    return wrong;
  }

  private static WrongValue of(Item item, String key, String... arguments) {
    return WrongValue.of(
        "items",
        item.code() + " " + item.current().content().name(),
        "catalog.batch." + key,
        arguments);
  }
}
