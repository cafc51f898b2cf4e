package cn.sunlot.checklist;

import cn.sunlot.checklist.Outcome.Consequence;
import cn.sunlot.checklist.Question.Basis;
import cn.sunlot.checklist.Shape.Misshapen;
import cn.sunlot.checklist.Upgrade.OldQuestion;
import cn.sunlot.checklist.Upgrade.OldSection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a definition of any version of the model out of JSON, without judging what it says. */
final class DefinitionReader {

  private static final List<String> CRITERION =
      List.of("is", "greater", "less", "atLeast", "atMost", "in", "answered");
  private static final List<String> CONDITION =
      List.of(
          "all",
          "any",
          "not",
          "question",
          "is",
          "greater",
          "less",
          "atLeast",
          "atMost",
          "in",
          "answered");
  private static final List<String> COLUMN =
      List.of("code", "title", "kind", "required", "choices", "unit", "min", "max");
  private static final List<String> QUESTION =
      List.of(
          "code",
          "kind",
          "text",
          "method",
          "required",
          "requiredIf",
          "showIf",
          "choices",
          "unit",
          "min",
          "max",
          "photos",
          "columns",
          "minRows",
          "maxRows",
          "standard",
          "basis",
          "outcomes");
  private static final List<String> OLD_QUESTION =
      List.of("code", "text", "kind", "choices", "standard", "consequence", "basis", "required");

  private DefinitionReader() {}

  static Definition read(@Nullable Object json) {
    Shape of = Shape.of(json, "", List.of("$schema", "model", "title", "sections"));
    Object model = of.has("model") ? of.get("model") : Integer.valueOf(1);
    if (!Integer.valueOf(1).equals(model) && !Integer.valueOf(Definition.MODEL).equals(model)) {
      boolean newer = model instanceof Number n && n.doubleValue() > Definition.MODEL;
      throw new Misshapen("model", model, newer ? "model" : "shape");
    }
    String title = of.text("title");
    List<Section> sections =
        Integer.valueOf(1).equals(model)
            ? Upgrade.of(of.list("sections", DefinitionReader::oldSection))
            : of.list("sections", DefinitionReader::section);
    return Definition.of(title, sections);
  }

  /** Sections as the first model kept them: a list alone. */
  static List<Section> old(List<?> sections) {
    return read(Map.of("sections", sections)).sections();
  }

  private static Section section(@Nullable Object value, String path) {
    Shape of = Shape.of(value, path, List.of("title", "showIf", "questions"));
    return new Section(
        of.text("title"),
        condition(of, "showIf"),
        of.list("questions", DefinitionReader::question));
  }

  private static Question question(@Nullable Object value, String path) {
    Shape of = Shape.of(value, path, QUESTION);
    return new Question(
        of.text("code"),
        of.text("kind"),
        of.text("text"),
        of.text("method"),
        of.flag("required"),
        condition(of, "requiredIf"),
        condition(of, "showIf"),
        of.list("choices", Shape::line),
        of.text("unit"),
        of.textOrNull("min"),
        of.textOrNull("max"),
        of.wholeOrNull("photos"),
        of.list("columns", DefinitionReader::column),
        of.wholeOrNull("minRows"),
        of.wholeOrNull("maxRows"),
        of.text("standard"),
        of.list("basis", DefinitionReader::basis),
        of.list("outcomes", DefinitionReader::outcome));
  }

  private static Column column(@Nullable Object value, String path) {
    Shape of = Shape.of(value, path, COLUMN);
    return new Column(
        of.text("code"),
        of.text("title"),
        of.text("kind"),
        of.flag("required"),
        of.list("choices", Shape::line),
        of.text("unit"),
        of.textOrNull("min"),
        of.textOrNull("max"));
  }

  private static Basis basis(@Nullable Object value, String path) {
    Shape of = Shape.of(value, path, List.of("law", "article"));
    return new Basis(of.text("law"), of.text("article"));
  }

  private static Outcome outcome(@Nullable Object value, String path) {
    Shape of = Shape.of(value, path, List.of("when", "problem", "standard", "consequence"));
    return new Outcome(
        of.has("when") ? criterion(Shape.of(of.get("when"), of.at("when"), CRITERION)) : null,
        of.flag("problem"),
        of.text("standard"),
        of.has("consequence")
            ? consequence(of.get("consequence"), of.at("consequence"))
            : Consequence.NONE);
  }

  private static Consequence consequence(@Nullable Object value, String path) {
    Shape of = Shape.of(value, path, List.of("kind", "days", "to", "text"));
    return new Consequence(of.text("kind"), of.wholeOrNull("days"), of.text("to"), of.text("text"));
  }

  private static Criterion criterion(Shape of) {
    return new Criterion(
        of.textOrNull("is"),
        of.has("in") ? of.list("in", Shape::line) : null,
        of.textOrNull("greater"),
        of.textOrNull("less"),
        of.textOrNull("atLeast"),
        of.textOrNull("atMost"),
        of.flagOrNull("answered"));
  }

  private static @Nullable Condition condition(Shape of, String name) {
    return of.has(name) ? condition(of.get(name), of.at(name)) : null;
  }

  private static Condition condition(@Nullable Object value, String path) {
    Shape of = Shape.of(value, path, CONDITION);
    Criterion criterion = criterion(of);
    return new Condition(
        of.has("all") ? of.list("all", DefinitionReader::condition) : null,
        of.has("any") ? of.list("any", DefinitionReader::condition) : null,
        condition(of, "not"),
        of.textOrNull("question"),
        criterion.is(),
        criterion.in(),
        criterion.greater(),
        criterion.less(),
        criterion.atLeast(),
        criterion.atMost(),
        criterion.answered());
  }

  private static OldSection oldSection(@Nullable Object value, String path) {
    Shape of = Shape.of(value, path, List.of("title", "questions"));
    return new OldSection(of.text("title"), of.list("questions", DefinitionReader::oldQuestion));
  }

  private static OldQuestion oldQuestion(@Nullable Object value, String path) {
    Shape of = Shape.of(value, path, OLD_QUESTION);
    return new OldQuestion(
        of.text("code"),
        of.text("text"),
        of.text("kind"),
        of.list("choices", Shape::line),
        of.text("standard"),
        of.text("consequence"),
        of.text("basis"),
        !Boolean.FALSE.equals(of.flagOrNull("required")));
  }
}
