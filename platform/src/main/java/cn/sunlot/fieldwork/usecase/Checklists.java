package cn.sunlot.fieldwork.usecase;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.checklist.Answers;
import cn.sunlot.checklist.Definition;
import cn.sunlot.checklist.Evaluation;
import cn.sunlot.fieldwork.domain.RecordContent;
import cn.sunlot.fieldwork.domain.RecordContent.ItemEntry;
import cn.sunlot.fieldwork.domain.VisitPart;
import cn.sunlot.tasking.Tasks.VisitItem;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The checklists of a visit, in the versions that its items froze (TZ-28), and what they make of
 * the answers.
 */
@Component
class Checklists {

  private final Catalog catalog;

  Checklists(Catalog catalog) {
    this.catalog = catalog;
  }

  /** By item version; items without one are absent. */
  Map<UUID, Checklist> of(VisitPart part) {
    Map<UUID, Checklist> checklists = new HashMap<>();
    for (VisitItem item : part.items()) {
      UUID checklist = catalog.getItem(item.itemVersionId()).checklistVersionId();
      if (checklist != null) {
        checklists.put(item.itemVersionId(), catalog.getChecklist(checklist));
      }
    }
    return checklists;
  }

  /** What was entered so far, with what follows from it; nothing is taken away. */
  RecordContent derive(VisitPart part, RecordContent content) {
    return answering(part, content, (definition, given) -> given);
  }

  /** What is handed in: answers to what is shown, and what follows from them. */
  RecordContent settle(VisitPart part, RecordContent content) {
    return answering(part, content, Evaluation::canonical);
  }

  private RecordContent answering(
      VisitPart part, RecordContent content, BiFunction<Definition, Answers, Answers> kept) {
    Map<UUID, Checklist> checklists = of(part);
    return content.with(
        content.items().stream()
            .map(entry -> answering(entry, checklists.get(entry.itemVersionId()), kept))
            .toList());
  }

  private static ItemEntry answering(
      ItemEntry entry,
      @Nullable Checklist checklist,
      BiFunction<Definition, Answers, Answers> kept) {
    if (checklist == null) {
      return entry;
    }
    Definition definition = checklist.definition();
    Answers given = kept.apply(definition, entry.given());
    return entry.answering(checklist.versionId(), given, Evaluation.of(definition, given).found());
  }
}
