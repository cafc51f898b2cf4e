package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.domain.ChecklistRules;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemCommand;
import cn.sunlot.catalog.store.ChecklistStore;
import cn.sunlot.catalog.usecase.ItemSteps.Step;
import cn.sunlot.checklist.Definition;
import cn.sunlot.checklist.Section;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.web.IfMatch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saves the checklist of a drafted version (TZ-28). */
@Component
@Transactional
public class SaveChecklist {

  private final ItemSteps steps;
  private final ChecklistStore checklists;

  SaveChecklist(ItemSteps steps, ChecklistStore checklists) {
    this.steps = steps;
    this.checklists = checklists;
  }

  public Item run(UUID id, IfMatch seen, String title, List<Section> sections) {
    Step step = steps.begin(id, seen, ItemCommand.SAVE_CHECKLIST);
    List<WrongValue> wrong = ChecklistRules.wrong(Definition.of(title.strip(), sections));
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size()).naming(wrong);
    }
    UUID checklist = checklists.save(step.item(), title.strip(), sections);
    int questions = sections.stream().mapToInt(s -> s.questions().size()).sum();
    return steps.end(
        step,
        step.item().current().withChecklist(checklist),
        Map.of("checklist", checklist.toString(), "questions", questions));
  }
}
