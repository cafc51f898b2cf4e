package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.domain.ItemContent;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.web.IfMatch;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a drafted version says. */
@Component
@Transactional
public class ChangeItemDraft {

  private final ItemSteps steps;
  private final ItemChecks checks;
  private final SuperiorChecks superior;
  private final JointChecks joint;

  ChangeItemDraft(ItemSteps steps, ItemChecks checks, SuperiorChecks superior, JointChecks joint) {
    this.steps = steps;
    this.checks = checks;
    this.superior = superior;
    this.joint = joint;
  }

  public Item run(UUID id, IfMatch seen, ItemContent content) {
    Step step = steps.begin(id, seen, ItemCommand.CHANGE_DRAFT);
    joint.demandStaysJoint(step.item(), content);
    superior.demandSame(step.item(), content);
    checks.draft(step.item().authorityId(), step.item().departmentId(), content);
    return steps.end(
        step,
        step.item().current().saying(content),
        Map.of("name", content.name(), "category", Lifecycle.wireName(content.category())));
  }
}
