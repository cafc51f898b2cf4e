package cn.sunlot.fieldwork.domain;

import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.checklist.Answers;
import cn.sunlot.checklist.Evaluation;
import cn.sunlot.checklist.WrongAnswer;
import cn.sunlot.fieldwork.domain.RecordContent.ItemEntry;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.ResultTypes;
import cn.sunlot.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What must be put down of each item: a result that the rules know, and the checklist's answers.
 */
final class ItemRules {

  private final Rule<ResultTypes> rule;
  private final Map<UUID, Checklist> checklists;
  private final Set<String> photos;

  /**
   * For one record.
   *
   * @param checklists by item version; items without one are absent
   * @param photos hashes of the photos among the evidence
   */
  ItemRules(Profile profile, Map<UUID, Checklist> checklists, Set<String> photos) {
    this.rule = profile.resultTypes();
    this.checklists = checklists;
    this.photos = photos;
  }

  List<Missing> missing(RecordContent content, UUID item) {
    List<Missing> missing = new ArrayList<>();
    String field = "items." + item;
    ItemEntry entry =
        content.items().stream()
            .filter(e -> e.itemVersionId().equals(item))
            .findFirst()
            .orElse(null);
    ResultTypes types = rule.value();
    if (entry == null || !StatedCase.fits(entry.type(), types.values(), types.open())) {
      missing.add(Missing.of(field + ".type", "result-type", rule));
      return missing;
    }
    boolean clean = entry.type().equals("no-problem-found");
    if (!clean && !entry.type().equals("passed") && entry.finding().isBlank()) {
      missing.add(Missing.of(field + ".finding", "finding", rule));
    }
    if (clean && entry.hasProblems()) {
      missing.add(Missing.of(field + ".type", "type-against-problems", rule));
    }
    if (entry.added().stream().anyMatch(p -> !p.saysEnough())) {
      missing.add(Missing.of(field + ".added", "added-problem", rule));
    }
    Checklist checklist = checklists.get(item);
    if (checklist != null) {
      checkAnswers(field, checklist, entry.given(), missing);
    }
    return missing;
  }

  private void checkAnswers(
      String field, Checklist checklist, Answers given, List<Missing> missing) {
    Evaluation evaluation = Evaluation.of(checklist.definition(), given);
    String at = field + ".answers.";
    evaluation.missing().forEach(code -> missing.add(Missing.of(at + code, "answer", rule)));
    for (WrongAnswer wrong : evaluation.wrong()) {
      String cell =
          wrong.row() == 0
              ? ""
              : "." + wrong.row() + (wrong.column().isEmpty() ? "" : "." + wrong.column());
      missing.add(
          Missing.answer(
              at + wrong.question() + cell,
              "checklist.answer." + wrong.key(),
              wrong.arguments(),
              rule));
    }
    checklist
        .definition()
        .questions()
        .filter(q -> q.kind().equals("photo") && evaluation.visible().contains(q.code()))
        .filter(q -> !photos.containsAll(given.several().getOrDefault(q.code(), List.of())))
        .forEach(
            q ->
                missing.add(
                    Missing.answer(at + q.code(), "checklist.answer.photo", List.of(), rule)));
  }
}
