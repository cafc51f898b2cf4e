package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.CatalogProblem;
import cn.sunlot.catalog.domain.Comparison;
import cn.sunlot.catalog.domain.Comparison.Difference;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemContent;
import cn.sunlot.catalog.store.SuperiorStore;
import cn.sunlot.catalog.store.SuperiorStore.Listed;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.policy.ItemListRules;
import cn.sunlot.policy.Rule;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Where the rules bind an authority to its superior's list, items come from it as they stand there:
 * none outside it, none added, none cut (RS-2.2).
 */
@Component
class SuperiorChecks {

  private final SuperiorStore lists;
  private final JointChecks joint;

  SuperiorChecks(SuperiorStore lists, JointChecks joint) {
    this.lists = lists;
    this.joint = joint;
  }

  /** What a new item says: the superior's words where the rules bind to them, else these. */
  ItemContent bound(UUID authorityId, String code, ItemContent content) {
    return binding(authorityId)
        .map(rule -> demand(authorityId, code, rule))
        .map(listed -> listed.entry().content().with(content.participants()))
        .orElse(content);
  }

  /** The rule, where it is in force and binds; drafts are written under expired rules as well. */
  private Optional<Rule<ItemListRules>> binding(UUID authorityId) {
    return joint.findRule(authorityId).filter(rule -> rule.value().isBoundToSuperiorList());
  }

  /** Refuses a draft that says something else than the superior's list. */
  void demandSame(Item item, ItemContent content) {
    binding(item.authorityId()).ifPresent(rule -> demandSame(item, content, rule));
  }

  private void demandSame(Item item, ItemContent content, Rule<ItemListRules> rule) {
    Listed listed = demand(item.authorityId(), item.code(), rule);
    List<Difference> differences = differences(listed, content);
    if (!differences.isEmpty()) {
      throw Refused.because(
              CatalogProblem.SUPERIOR_CONTENT_FIXED,
              item.code(),
              listed.list().name(),
              differences.size())
          .by(rule.clauses())
          .naming(wrong(differences));
    }
  }

  /** Refuses to cut an item that the superior's list still has. */
  void demandGone(Item item) {
    binding(item.authorityId()).ifPresent(rule -> demandGone(item, rule));
  }

  private void demandGone(Item item, Rule<ItemListRules> rule) {
    lists
        .find(item.authorityId(), item.code())
        .ifPresent(
            listed -> {
              throw Refused.because(
                      CatalogProblem.SUPERIOR_LIST_HAS_IT,
                      item.code(),
                      listed.list().name(),
                      listed.list().edition())
                  .by(rule.clauses());
            });
  }

  /** Where an item is not as the superior's list says, without refusing it. */
  List<WrongValue> gaps(Item item) {
    if (binding(item.authorityId()).isEmpty()) {
      return List.of();
    }
    return lists
        .find(item.authorityId(), item.code())
        .map(listed -> wrong(differences(listed, item.current().content())))
        .orElseGet(() -> List.of(WrongValue.of("code", item.code(), "catalog.field.not-superior")));
  }

  private static List<Difference> differences(Listed listed, ItemContent content) {
    return Comparison.of(listed.entry().content(), null, content, null);
  }

  private static List<WrongValue> wrong(List<Difference> differences) {
    return differences.stream()
        .map(d -> WrongValue.of(d.field(), d.after(), "catalog.field.as-superior"))
        .toList();
  }

  private Listed demand(UUID authorityId, String code, Rule<ItemListRules> rule) {
    return lists
        .find(authorityId, code)
        .orElseThrow(
            () ->
                Refused.because(CatalogProblem.NOT_ON_SUPERIOR_LIST, code)
                    .by(rule.clauses())
                    .naming(List.of(WrongValue.of("code", code, "catalog.field.not-superior"))));
  }
}
