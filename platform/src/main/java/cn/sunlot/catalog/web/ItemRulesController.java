package cn.sunlot.catalog.web;

import cn.sunlot.catalog.usecase.ReadItemRules;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.policy.JointApprover;
import cn.sunlot.policy.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What to know before an item is drafted. */
@RestController
@RequestMapping("/api/item-rules")
class ItemRulesController {

  /**
   * The rules in force.
   *
   * @param onlyFromSuperiorList items come from the superior's list and say what it says
   * @param jointApprovedBy who decides on joint items; null where there are none
   * @param body in whose name one's own department inspects
   * @param participants other departments of the region of one's own, for a joint item
   * @param clauses where the rules say so
   */
  record ItemRulesView(
      boolean onlyFromSuperiorList,
      @Nullable @OneOf(JointApprover.class) String jointApprovedBy,
      String body,
      List<NamedId> participants,
      List<String> clauses) {}

  private final ReadItemRules rules;

  ItemRulesController(ReadItemRules rules) {
    this.rules = rules;
  }

  @GetMapping
  @Requires(Permission.CATALOG_EDIT)
  ItemRulesView getItemRules() {
    ReadItemRules.Read read = rules.run();
    return new ItemRulesView(
        read.rule().map(r -> r.value().isBoundToSuperiorList()).orElse(false),
        read.rule().map(r -> r.value().jointApprovedBy()).map(Lifecycle::wireName).orElse(null),
        read.body(),
        read.participants().stream().map(d -> new NamedId(d.id(), d.name())).toList(),
        read.rule().map(Rule::clauses).orElse(List.of()));
  }
}
