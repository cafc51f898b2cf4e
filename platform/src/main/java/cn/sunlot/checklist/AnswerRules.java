package cn.sunlot.checklist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which answers can be taken, by the kind of the question. */
final class AnswerRules {

  static final int TEXT = 200;
  static final int LONG_TEXT = 4000;
  static final int REMARK = 1000;
  static final int PHOTOS = 20;
  static final int ROWS = 50;

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private record Problem(String key, String... arguments) {}

  private AnswerRules() {}

  static List<WrongAnswer> wrong(Question question, Answers answers) {
    List<WrongAnswer> wrong = new ArrayList<>();
    String code = question.code();
    switch (question.kindOrThrow()) {
      case CHOICES -> add(wrong, code, several(question, answers.several(code)));
      case PHOTO -> add(wrong, code, photos(answers.several(code)));
      case TABLE -> wrong.addAll(table(question, answers.rows(code)));
      default -> {
        if (!answers.one(code).isEmpty()) {
          add(wrong, code, one(question, answers.one(code)));
        }
      }
    }
    if (answers.remarks().getOrDefault(code, "").strip().length() > REMARK) {
      add(wrong, code, new Problem("remark-long", String.valueOf(REMARK)));
    }
    return wrong;
  }

  private static void add(List<WrongAnswer> wrong, String code, @Nullable Problem problem) {
    if (problem != null) {
      wrong.add(new WrongAnswer(code, 0, "", problem.key, List.of(problem.arguments)));
    }
  }

  private static @Nullable Problem one(Question q, String value) {
    return value(q.kindOrThrow(), value, q.choices(), q.min(), q.max());
  }

  private static @Nullable Problem value(
      QuestionKind kind,
      String value,
      List<String> choices,
      @Nullable String min,
      @Nullable String max) {
    return switch (kind) {
      case CONFORM -> Values.CONFORM.contains(value) ? null : new Problem("choice", value);
      case CHOICE, CHOICES -> choices.contains(value) ? null : new Problem("choice", value);
      case NUMBER -> number(value, min, max);
      case TEXT -> length(value, TEXT);
      case LONG_TEXT -> length(value, LONG_TEXT);
      case DATE -> Values.isDay(value) ? null : new Problem("day", value);
      case PHOTO, TABLE, INFORMATION -> null;
    };
  }

  private static @Nullable Problem number(
      String value, @Nullable String min, @Nullable String max) {
    if (!Values.isDecimal(value)) {
      return new Problem("number", value);
    }
    if (Values.isIn(value, min, max)) {
      return null;
    }
    if (min == null) {
      return new Problem("number-high", value, String.valueOf(max));
    }
    return max == null
        ? new Problem("number-low", value, min)
        : new Problem("number-range", value, min, max);
  }

  private static @Nullable Problem length(String value, int most) {
    return value.length() > most ? new Problem("text-long", String.valueOf(most)) : null;
  }

  private static @Nullable Problem several(Question question, List<String> values) {
    for (String value : values) {
      if (!question.choices().contains(value)) {
        return new Problem("choice", value);
      }
    }
    return new HashSet<>(values).size() < values.size() ? new Problem("choice-twice") : null;
  }

  private static @Nullable Problem photos(List<String> hashes) {
    if (hashes.size() > PHOTOS) {
      return new Problem("photos-many", String.valueOf(PHOTOS));
    }
    return hashes.stream().allMatch(h -> HASH.matcher(h).matches()) ? null : new Problem("photo");
  }

  private static List<WrongAnswer> table(Question question, List<Map<String, String>> rows) {
    List<WrongAnswer> wrong = new ArrayList<>();
    int most = question.maxRows() == null ? ROWS : question.maxRows();
    if (rows.size() > most) {
      add(wrong, question.code(), new Problem("rows-many", String.valueOf(most)));
    }
    for (int i = 0; i < rows.size(); i++) {
      for (Column column : question.columns()) {
        String cell = rows.get(i).getOrDefault(column.code(), "").strip();
        Problem problem = cell(column, cell);
        if (problem != null) {
          wrong.add(
              new WrongAnswer(
                  question.code(), i + 1, column.code(), problem.key, List.of(problem.arguments)));
        }
      }
    }
    return wrong;
  }

  private static @Nullable Problem cell(Column column, String cell) {
    if (cell.isEmpty()) {
      return column.required() ? new Problem("cell-missing") : null;
    }
    return value(column.cellKind(), cell, column.choices(), column.min(), column.max());
  }
}
