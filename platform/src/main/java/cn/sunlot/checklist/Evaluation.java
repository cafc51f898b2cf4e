package cn.sunlot.checklist;

import cn.sunlot.checklist.Outcome.Consequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a definition makes of answers: what is shown, what must be answered, what is wrong, what was
 * found. The definition must be free of mistakes ({@link DefinitionRules}).
 *
 * @param visible codes of the questions that are shown, in order
 * @param required those of them that must be answered
 * @param missing those of them that are not
 * @param wrong answers that cannot be taken
 * @param found what the answers mean beyond themselves
 * @param progress how far it is filled in
 */
public record Evaluation(
    List<String> visible,
    List<String> required,
    List<String> missing,
    List<WrongAnswer> wrong,
    List<Found> found,
    Progress progress) {

  /**
   * A problem, or something else that follows from an answer.
   *
   * @param answer the answer, as a text to show
   * @param standard why it is one
   */
  public record Found(
      String question,
      String text,
      String answer,
      boolean problem,
      String standard,
      Consequence consequence) {}

  /**
   * How far it is filled in.
   *
   * @param answered questions with an answer
   * @param of questions that are shown and ask something
   * @param requiredAnswered required ones with an answer
   */
  public record Progress(int answered, int of, int requiredAnswered, int required) {}

  public static Evaluation of(Definition definition, Answers answers) {
    return new Pass(definition, answers).result();
  }

  /**
   * The answers as they are kept: what is hidden or not asked is left out, texts are stripped, in
   * the order of the checklist.
   */
  public static Answers canonical(Definition definition, Answers answers) {
    Map<String, String> one = new LinkedHashMap<>();
    Map<String, List<String>> several = new LinkedHashMap<>();
    Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    Map<String, String> remarks = new LinkedHashMap<>();
    Set<String> visible = new LinkedHashSet<>(of(definition, answers).visible());
    definition
        .questions()
        .filter(q -> visible.contains(q.code()))
        .forEach(
            q -> {
              switch (q.kindOrThrow()) {
                case INFORMATION -> {}
                case CHOICES, PHOTO -> put(several, q.code(), inOrder(q, answers));
                case TABLE -> put(rows, q.code(), rows(q, answers));
                default -> {
                  if (!answers.one(q.code()).isEmpty()) {
                    one.put(q.code(), answers.one(q.code()));
                  }
                }
              }
              String remark = answers.remarks().getOrDefault(q.code(), "").strip();
              if (!remark.isEmpty()) {
                remarks.put(q.code(), remark);
              }
            });
    return new Answers(one, several, rows, remarks);
  }

  private static <T> void put(Map<String, List<T>> into, String code, List<T> values) {
    if (!values.isEmpty()) {
      into.put(code, values);
    }
  }

  /** Choices in the order of the question, then what is not among them; photos as they came. */
  private static List<String> inOrder(Question question, Answers answers) {
    List<String> given = answers.several(question.code());
    Set<String> ordered = new LinkedHashSet<>(question.choices());
    ordered.retainAll(given);
    ordered.addAll(given);
    return List.copyOf(ordered);
  }

  private static List<Map<String, String>> rows(Question question, Answers answers) {
    return answers.rows(question.code()).stream()
        .map(
            row -> {
              Map<String, String> kept = new LinkedHashMap<>();
              for (Column column : question.columns()) {
                String cell = row.getOrDefault(column.code(), "").strip();
                if (!cell.isEmpty()) {
                  kept.put(column.code(), cell);
                }
              }
              return kept;
            })
        .filter(row -> !row.isEmpty())
        .toList();
  }

  /** One pass over the questions, each of which looks at earlier ones only. */
  private static final class Pass {

    private final Definition definition;
    private final Answers answers;
    private final Map<String, Question> shown = new HashMap<>();
    private final List<String> visible = new ArrayList<>();
    private final List<String> required = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<WrongAnswer> wrong = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private int answered;
    private int asked;

    Pass(Definition definition, Answers answers) {
      this.definition = definition;
      this.answers = answers;
    }

    Evaluation result() {
      for (Section section : definition.sections()) {
        if (section.showIf() == null || holds(section.showIf())) {
          section.questions().forEach(this::look);
        }
      }
      return new Evaluation(
          List.copyOf(visible),
          List.copyOf(required),
          List.copyOf(missing),
          List.copyOf(wrong),
          List.copyOf(found),
          new Progress(answered, asked, required.size() - missing.size(), required.size()));
    }

    private void look(Question question) {
      if (question.showIf() != null && !holds(question.showIf())) {
        return;
      }
      visible.add(question.code());
      shown.put(question.code(), question);
      if (question.is(QuestionKind.INFORMATION)) {
        return;
      }
      asked++;
      boolean there = isAnswered(question);
      if (there) {
        answered++;
      }
      if (question.required() || (question.requiredIf() != null && holds(question.requiredIf()))) {
        required.add(question.code());
        if (!there) {
          missing.add(question.code());
        }
      }
      wrong.addAll(AnswerRules.wrong(question, answers));
      found.addAll(found(question));
    }

    private boolean holds(Condition condition) {
      if (condition.all() != null) {
        return condition.all().stream().allMatch(this::holds);
      }
      if (condition.any() != null) {
        return condition.any().stream().anyMatch(this::holds);
      }
      if (condition.not() != null) {
        return !holds(condition.not());
      }
      // A question that is hidden or asks nothing has no answer.
      Question asks = shown.get(condition.question());
      Criterion criterion = condition.criterion();
      if (asks == null) {
        return Boolean.FALSE.equals(criterion.answered());
      }
      return fits(asks, criterion);
    }

    private boolean isAnswered(Question question) {
      return switch (question.kindOrThrow()) {
        case INFORMATION -> false;
        case CHOICES -> !answers.several(question.code()).isEmpty();
        case PHOTO -> answers.several(question.code()).size() >= atLeastOne(question.photos());
        case TABLE -> answers.rows(question.code()).size() >= atLeastOne(question.minRows());
        default -> !answers.one(question.code()).isEmpty();
      };
    }

    private static int atLeastOne(@Nullable Integer number) {
      return number == null ? 1 : Math.max(1, number);
    }

    private boolean fits(Question question, Criterion criterion) {
      if (criterion.answered() != null) {
        return criterion.answered() == isAnswered(question);
      }
      return values(question).stream().anyMatch(v -> fits(question.kindOrThrow(), v, criterion));
    }

    private List<String> values(Question question) {
      if (question.is(QuestionKind.CHOICES)) {
        return answers.several(question.code());
      }
      String one = answers.one(question.code());
      return one.isEmpty() ? List.of() : List.of(one);
    }

    private static boolean fits(QuestionKind kind, String value, Criterion criterion) {
      return (criterion.is() == null || Values.same(kind, value, criterion.is()))
          && (criterion.in() == null
              || criterion.in().stream().anyMatch(one -> Values.same(kind, value, one)))
          && compares(kind, value, criterion.greater(), c -> c > 0)
          && compares(kind, value, criterion.less(), c -> c < 0)
          && compares(kind, value, criterion.atLeast(), c -> c >= 0)
          && compares(kind, value, criterion.atMost(), c -> c <= 0);
    }

    private static boolean compares(
        QuestionKind kind, String value, @Nullable String bound, Predicate<Integer> right) {
      return bound == null || Values.compare(kind, value, bound).filter(right).isPresent();
    }

    private List<Found> found(Question question) {
      List<Outcome> fitting =
          question.outcomes().stream()
              .filter(o -> o.when() != null && fits(question, o.when()))
              .toList();
      if (!question.is(QuestionKind.CHOICES) && !fitting.isEmpty()) {
        fitting = fitting.subList(0, 1);
      }
      // Not conforming is a problem also where nobody wrote down what follows.
      if (fitting.isEmpty()
          && values(question).contains(Values.CONFORM.get(1))
          && question.is(QuestionKind.CONFORM)) {
        fitting = List.of(new Outcome(Criterion.is("not-conform"), true, "", Consequence.NONE));
      }
      return fitting.stream()
          .filter(o -> o.problem() || !o.consequence().kind().equals("none"))
          .map(o -> found(question, o))
          .toList();
    }

    private Found found(Question question, Outcome outcome) {
      List<String> values =
          question.is(QuestionKind.CHOICES) ? inOrder(question, answers) : values(question);
      Criterion when = outcome.when();
      List<String> fitting =
          values.stream()
              .filter(v -> when == null || fits(question.kindOrThrow(), v, when))
              .toList();
      return new Found(
          question.code(),
          question.text(),
          String.join("、", fitting),
          outcome.problem(),
          outcome.standard().isEmpty() ? question.standard() : outcome.standard(),
          outcome.consequence());
    }
  }
}
