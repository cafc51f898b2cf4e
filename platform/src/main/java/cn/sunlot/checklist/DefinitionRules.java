package cn.sunlot.checklist;

import cn.sunlot.kernel.Lifecycle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a checklist must say: content, what counts as a problem, what follows (TZ-28). The order of
 * the mistakes is that of the form.
 */
public final class DefinitionRules {

  static final int SECTIONS = 50;
  static final int QUESTIONS = 300;

  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,31}");
  private static final Pattern LINE = Pattern.compile("[^\\n\\r｜]*");

  private final Definition definition;
  private final References references;
  private final List<DefinitionError> errors = new ArrayList<>();
  private int section = -1;
  private int question = -1;

  private DefinitionRules(Definition definition) {
    this.definition = definition;
    this.references = new References(definition);
  }

  /** All that is wrong, empty where nothing is. */
  public static List<DefinitionError> errors(Definition definition) {
    var rules = new DefinitionRules(definition);
    rules.look();
    return List.copyOf(rules.errors);
  }

  private void wrong(String field, String key, String... arguments) {
    errors.add(new DefinitionError(section, question, field, key, List.of(arguments)));
  }

  private void look() {
    text("title", definition.title(), 200, true);
    if (definition.sections().size() > SECTIONS) {
      wrong("sections", "sections-many", String.valueOf(SECTIONS));
    }
    if (definition.questions().count() > QUESTIONS) {
      wrong("sections", "questions-many", String.valueOf(QUESTIONS));
    }
    Set<String> codes = new HashSet<>();
    for (Section each : definition.sections()) {
      section++;
      question = -1;
      look(each);
      for (Question one : each.questions()) {
        question++;
        look(one, codes);
      }
    }
  }

  private void look(Section each) {
    line("title", each.title(), 200, true);
    if (each.questions().isEmpty()) {
      wrong("questions", "section-empty");
    }
    condition("showIf", each.showIf());
  }

  private void look(Question q, Set<String> codes) {
    code("code", q.code(), codes);
    text("text", q.text(), 1000, true);
    text("method", q.method(), 2000, false);
    QuestionKind kind = QuestionKind.find(q.kind()).orElse(null);
    if (kind == null) {
      wrong("kind", "kind", q.kind());
      return;
    }
    choices("choices", q.choices(), kind.hasChoices());
    number(q, kind);
    table(q, kind);
    if (kind != QuestionKind.PHOTO) {
      absent("photos", q.photos());
    } else if (q.photos() != null && (q.photos() < 1 || q.photos() > AnswerRules.PHOTOS)) {
      wrong("photos", "photos", "1", String.valueOf(AnswerRules.PHOTOS));
    }
    standard(q, kind);
    basis(q);
    outcomes(q, kind);
    if (kind == QuestionKind.INFORMATION && (q.required() || q.requiredIf() != null)) {
      wrong("required", "information-required");
    } else if (q.required() && q.requiredIf() != null) {
      wrong("requiredIf", "required-twice");
    }
    condition("showIf", q.showIf());
    condition("requiredIf", q.requiredIf());
  }

  private void number(Question q, QuestionKind kind) {
    if (kind != QuestionKind.NUMBER) {
      if (!q.unit().isEmpty()) {
        wrong("unit", "not-here", q.kind());
      }
      absent("min", q.min());
      absent("max", q.max());
    } else {
      line("unit", q.unit(), 20, false);
      range("", q.min(), q.max());
    }
  }

  private void range(String at, @Nullable String min, @Nullable String max) {
    boolean right = decimal(at + "min", min) & decimal(at + "max", max);
    if (right && min != null && max != null && !Values.isIn(min, null, max)) {
      wrong(at + "max", "range", min, max);
    }
  }

  private boolean decimal(String field, @Nullable String value) {
    if (value != null && !Values.isDecimal(value)) {
      wrong(field, "decimal", value);
      return false;
    }
    return true;
  }

  private void table(Question q, QuestionKind kind) {
    if (kind != QuestionKind.TABLE) {
      if (!q.columns().isEmpty()) {
        wrong("columns", "not-here", q.kind());
      }
      absent("minRows", q.minRows());
      absent("maxRows", q.maxRows());
      return;
    }
    if (q.columns().isEmpty() || q.columns().size() > 8) {
      wrong("columns", "columns", "1", "8");
    }
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < q.columns().size(); i++) {
      look("columns." + i + ".", q.columns().get(i), codes);
    }
    rows("minRows", q.minRows());
    rows("maxRows", q.maxRows());
    if (q.minRows() != null && q.maxRows() != null && q.minRows() > q.maxRows()) {
      wrong("maxRows", "range", q.minRows().toString(), q.maxRows().toString());
    }
  }

  private void rows(String field, @Nullable Integer rows) {
    if (rows != null && (rows < 1 || rows > AnswerRules.ROWS)) {
      wrong(field, "rows", "1", String.valueOf(AnswerRules.ROWS));
    }
  }

  private void look(String at, Column column, Set<String> codes) {
    code(at + "code", column.code(), codes);
    line(at + "title", column.title(), 100, true);
    boolean known =
        Arrays.stream(Column.ColumnKind.values())
            .anyMatch(k -> Lifecycle.wireName(k).equals(column.kind()));
    if (!known) {
      wrong(at + "kind", "kind", column.kind());
      return;
    }
    choices(at + "choices", column.choices(), column.cellKind().hasChoices());
    boolean number = column.cellKind() == QuestionKind.NUMBER;
    if (number) {
      line(at + "unit", column.unit(), 20, false);
      range(at, column.min(), column.max());
    } else {
      if (!column.unit().isEmpty()) {
        wrong(at + "unit", "not-here", column.kind());
      }
      if (column.min() != null || column.max() != null) {
        wrong(at + "min", "not-here", column.kind());
      }
    }
  }

  private void choices(String field, List<String> choices, boolean wanted) {
    if (!wanted) {
      if (!choices.isEmpty()) {
        wrong(field, "choices-here", String.join("、", choices));
      }
      return;
    }
    if (choices.size() < 2 || choices.size() > 30) {
      wrong(field, "choices", "2", "30");
    }
    if (new HashSet<>(choices).size() < choices.size()) {
      wrong(field, "choices-twice", String.join("、", choices));
    }
    for (int i = 0; i < choices.size(); i++) {
      line(field + "." + i, choices.get(i), 100, true);
    }
  }

  /** What can be judged says by what. */
  private void standard(Question q, QuestionKind kind) {
    text("standard", q.standard(), 2000, false);
    List<Outcome> problems = q.outcomes().stream().filter(Outcome::problem).toList();
    boolean byOutcomes =
        !problems.isEmpty() && problems.stream().noneMatch(o -> o.standard().isBlank());
    if (kind.isJudged() && q.standard().isBlank() && !byOutcomes) {
      wrong("standard", "standard");
    }
  }

  private void basis(Question q) {
    if (q.basis().size() > 10) {
      wrong("basis", "basis-many", "10");
    }
    for (int i = 0; i < q.basis().size(); i++) {
      line("basis." + i + ".law", q.basis().get(i).law(), 500, true);
      line("basis." + i + ".article", q.basis().get(i).article(), 100, false);
    }
  }

  private void outcomes(Question q, QuestionKind kind) {
    if (kind == QuestionKind.INFORMATION && !q.outcomes().isEmpty()) {
      wrong("outcomes", "not-here", q.kind());
      return;
    }
    if (q.outcomes().size() > 20) {
      wrong("outcomes", "outcomes-many", "20");
    }
    if (q.outcomes().stream().filter(o -> o.when() == null).count() > 1) {
      wrong("outcomes", "outcomes-by-judgement");
    }
    for (int i = 0; i < q.outcomes().size(); i++) {
      look("outcomes." + i + ".", q, kind, q.outcomes().get(i));
    }
  }

  private void look(String at, Question q, QuestionKind kind, Outcome outcome) {
    if (outcome.when() != null) {
      criterion(at + "when", q, kind, outcome.when());
    }
    line(at + "standard", outcome.standard(), 500, false);
    var then = outcome.consequence();
    line(at + "consequence.text", then.text(), 500, then.kind().equals("text"));
    line(at + "consequence.to", then.to(), 200, then.kind().equals("transfer"));
    boolean known =
        Arrays.stream(Outcome.ConsequenceKind.values())
            .anyMatch(k -> Lifecycle.wireName(k).equals(then.kind()));
    if (!known) {
      wrong(at + "consequence.kind", "consequence", then.kind());
    }
    boolean order = then.kind().equals("order");
    if (order && (then.days() == null || then.days() < 1 || then.days() > 365)) {
      wrong(at + "consequence.days", "days", "1", "365");
    } else if (!order && then.days() != null) {
      wrong(at + "consequence.days", "days-here");
    }
    if (!then.kind().equals("transfer") && !then.to().isEmpty()) {
      wrong(at + "consequence.to", "to-here");
    }
  }

  private void criterion(String field, Question q, QuestionKind kind, Criterion criterion) {
    Set<String> given = criterion.given();
    if (given.isEmpty() || (criterion.answered() != null && given.size() > 1)) {
      wrong(field, "criterion", q.code());
      return;
    }
    for (String one : given) {
      if (!kind.tests().contains(one)) {
        wrong(field, "criterion-kind", q.code(), one, q.kind());
        return;
      }
    }
    for (String value : values(criterion)) {
      if (!isPossible(q, kind, value)) {
        wrong(field, "criterion-value", q.code(), value);
      }
    }
  }

  private static List<String> values(Criterion criterion) {
    List<String> values = new ArrayList<>();
    if (criterion.is() != null) {
      values.add(criterion.is());
    }
    if (criterion.in() != null) {
      values.addAll(criterion.in());
    }
    for (String bound :
        new String[] {
          criterion.greater(), criterion.less(), criterion.atLeast(), criterion.atMost()
        }) {
      if (bound != null) {
        values.add(bound);
      }
    }
    return values;
  }

  private static boolean isPossible(Question q, QuestionKind kind, String value) {
    return switch (kind) {
      case CONFORM -> Values.CONFORM.contains(value);
      case CHOICE, CHOICES -> q.choices().contains(value);
      case NUMBER -> Values.isDecimal(value);
      case DATE -> Values.isDay(value);
      case TEXT, LONG_TEXT, PHOTO, TABLE, INFORMATION -> false;
    };
  }

  private void condition(String field, @Nullable Condition condition) {
    if (condition == null) {
      return;
    }
    if (!isWellFormed(condition, 1)) {
      wrong(field, "condition");
      return;
    }
    for (String code : condition.questions().distinct().toList()) {
      references
          .mistake(section, question, code)
          .ifPresent(m -> wrong(field, m.key(), m.arguments().toArray(String[]::new)));
    }
    leaves(condition, field);
  }

  private void leaves(Condition condition, String field) {
    condition.parts().forEach(part -> leaves(part, field));
    if (condition.question() != null) {
      references
          .find(condition.question())
          .ifPresent(
              q ->
                  QuestionKind.find(q.kind())
                      .ifPresent(kind -> criterion(field, q, kind, condition.criterion())));
    }
  }

  /** Exactly one of the four shapes, nothing empty, not too deep. */
  private static boolean isWellFormed(Condition c, int depth) {
    int shapes =
        (c.all() == null ? 0 : 1)
            + (c.any() == null ? 0 : 1)
            + (c.not() == null ? 0 : 1)
            + (c.question() == null ? 0 : 1);
    if (shapes != 1 || depth > 5) {
      return false;
    }
    if (c.question() != null) {
      return true;
    }
    return c.criterion().given().isEmpty()
        && !c.parts().isEmpty()
        && c.parts().size() <= 20
        && c.parts().stream().allMatch(part -> isWellFormed(part, depth + 1));
  }

  private void code(String field, String code, Set<String> codes) {
    if (code.isBlank()) {
      wrong(field, "required");
    } else if (!CODE.matcher(code).matches()) {
      wrong(field, "code-shape", code);
    } else if (!codes.add(code)) {
      wrong(field, "code-twice", code);
    }
  }

  private void absent(String field, @Nullable Object value) {
    if (value != null) {
      wrong(field, "not-here", field);
    }
  }

  private void text(String field, String text, int most, boolean required) {
    if (required && text.isBlank()) {
      wrong(field, "required");
    } else if (text.length() > most) {
      wrong(field, "long", String.valueOf(most));
    }
  }

  /** A text of one line, without the mark that parts texts in a spreadsheet. */
  private void line(String field, String text, int most, boolean required) {
    if (!LINE.matcher(text).matches()) {
      wrong(field, "one-line");
    } else {
      text(field, text, most, required);
    }
  }
}
