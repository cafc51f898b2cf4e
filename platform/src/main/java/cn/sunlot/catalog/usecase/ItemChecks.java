package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.CatalogProblem;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemContent;
import cn.sunlot.catalog.domain.ItemRules;
import cn.sunlot.catalog.store.ChecklistStore;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.policy.ItemListRules;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Rule;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks the rules of the item list, and refuses by the profile that binds the authority. */
@Component
class ItemChecks {

  private final Policies policies;
  private final ChecklistStore checklists;
  private final JointChecks joint;
  private final SuperiorChecks superior;
  private final Clock clock;

  ItemChecks(
      Policies policies,
      ChecklistStore checklists,
      JointChecks joint,
      SuperiorChecks superior,
      Clock clock) {
    this.policies = policies;
    this.checklists = checklists;
    this.joint = joint;
    this.superior = superior;
    this.clock = clock;
  }

  /** What even a draft of this department must keep to. */
  void draft(UUID authorityId, UUID departmentId, ItemContent content) {
    draft(authorityId, content);
    joint.participants(departmentId, content);
  }

  private void draft(UUID authorityId, ItemContent content) {
    List<WrongValue> wrong = ItemRules.wrong(content);
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size()).naming(wrong);
    }
    if (ItemRules.capOnKeyItem(content)) {
      Rule<ItemListRules> rule = profile(authorityId).itemList();
      String cap = percent(Objects.requireNonNull(content.ratioCapBp()));
      throw Refused.because(CatalogProblem.KEY_ITEM_HAS_NO_CAP, content.name(), cap)
          .by(rule.clauses())
          .naming(List.of(WrongValue.of("ratioCapBp", cap, "catalog.field.cap-on-key-item")));
    }
  }

  /** What leaders decide on must be complete and within the rules. */
  void complete(Item item) {
    ItemContent content = item.current().content();
    draft(item.authorityId(), item.departmentId(), content);
    superior.demandSame(item, content);
    Profile profile = profile(item.authorityId());
    Rule<ItemListRules> rule = profile.itemList();
    if (ItemRules.capMissing(content, rule.value())) {
      throw Refused.because(CatalogProblem.RATIO_CAP_REQUIRED, content.name())
          .by(rule.clauses())
          .naming(List.of(WrongValue.of("ratioCapBp", "", "catalog.field.cap-required")));
    }
    List<WrongValue> missing = missing(item, profile);
    if (!missing.isEmpty()) {
      throw Refused.because(CatalogProblem.ITEM_INCOMPLETE, content.name(), missing.size())
          .by(rule.clauses())
          .naming(missing);
    }
  }

  /** What an item lacks to be published, without refusing it. */
  List<WrongValue> gaps(Item item) {
    Profile profile = profile(item.authorityId());
    List<WrongValue> gaps = new ArrayList<>(missing(item, profile));
    gaps.addAll(joint.gaps(item));
    gaps.addAll(superior.gaps(item));
    if (ItemRules.capMissing(item.current().content(), profile.itemList().value())) {
      gaps.add(WrongValue.of("ratioCapBp", "", "catalog.field.cap-required"));
    }
    return gaps;
  }

  private List<WrongValue> missing(Item item, Profile profile) {
    return ItemRules.missing(
        item.current().content(),
        checklists.find(item.current().checklistId()).orElse(null),
        profile.method().value());
  }

  private Profile profile(UUID authorityId) {
    return policies.getProfile(authorityId, LocalDate.now(clock));
  }

  private static String percent(Integer basisPoints) {
    return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
  }
}
