package cn.sunlot.checklist;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What was answered, by the codes of the questions.
 *
 * @param answers one text each: conform, choice, number, text, date
 * @param several of several choices, and hashes of photos
 * @param rows of tables, each by the codes of the columns
 * @param remarks facts put down beside an answer
 */
public record Answers(
    Map<String, String> answers,
    Map<String, List<String>> several,
    Map<String, List<Map<String, String>>> rows,
    Map<String, String> remarks) {

  public static final Answers EMPTY = new Answers(Map.of(), Map.of(), Map.of(), Map.of());

  public Answers {
    answers = kept(answers, s -> s);
    several = kept(several, Answers::kept);
    rows = kept(rows, l -> kept(l).stream().map(r -> kept(r, s -> s)).toList());
    remarks = kept(remarks, s -> s);
  }

  public static Answers of(Map<String, String> answers) {
    return new Answers(answers, Map.of(), Map.of(), Map.of());
  }

  /** A copy in the same order; what a client left null is not there. */
  private static <T> Map<String, T> kept(Map<String, T> from, UnaryOperator<T> copy) {
    Map<String, T> kept = new LinkedHashMap<>();
    from.forEach(
        (k, v) -> {
          if (v != null) {
            kept.put(k, copy.apply(v));
          }
        });
    return Collections.unmodifiableMap(kept);
  }

  private static <T> List<T> kept(List<T> from) {
    return from.stream().filter(Objects::nonNull).toList();
  }

  String one(String code) {
    return answers.getOrDefault(code, "").strip();
  }

  List<String> several(String code) {
    return several.getOrDefault(code, List.of()).stream()
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /** Rows that have something in them. */
  List<Map<String, String>> rows(String code) {
    return rows.getOrDefault(code, List.of()).stream()
        .filter(r -> r.values().stream().anyMatch(v -> !v.isBlank()))
        .toList();
  }
}
