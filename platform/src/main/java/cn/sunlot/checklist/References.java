package cn.sunlot.checklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which questions conditions look at: earlier ones only, and never in a circle. */
final class References {

  /** What is wrong with one. */
  record Mistake(String key, List<String> arguments) {}

  private record Place(int section, int question, Question asks) {}

  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, Set<String>> looksAt = new HashMap<>();
  private final List<List<String>> codes = new ArrayList<>();

  References(Definition definition) {
    for (int s = 0; s < definition.sections().size(); s++) {
      Section section = definition.sections().get(s);
      codes.add(section.questions().stream().map(Question::code).toList());
      for (int q = 0; q < section.questions().size(); q++) {
        Question question = section.questions().get(q);
        places.putIfAbsent(question.code(), new Place(s, q, question));
        Set<String> seen = looksAt.computeIfAbsent(question.code(), c -> new LinkedHashSet<>());
        add(seen, section.showIf());
        add(seen, question.showIf());
        add(seen, question.requiredIf());
      }
    }
  }

  private static void add(Set<String> seen, @Nullable Condition condition) {
    if (condition != null) {
      condition.questions().forEach(seen::add);
    }
  }

  Optional<Question> find(String code) {
    return Optional.ofNullable(places.get(code)).map(Place::asks);
  }

  /**
   * What is wrong with looking at a question from here.
   *
   * @param question place in the section, -1 for the section's own condition
   */
  Optional<Mistake> mistake(int section, int question, String code) {
    Place place = places.get(code);
    if (place == null) {
      return Optional.of(new Mistake("reference-unknown", List.of(code)));
    }
    if (place.asks.is(QuestionKind.INFORMATION)) {
      return Optional.of(new Mistake("reference-information", List.of(code)));
    }
    boolean earlier =
        place.section < section || (place.section == section && place.question < question);
    if (earlier) {
      return Optional.empty();
    }
    List<String> from =
        question < 0 ? codes.get(section) : List.of(codes.get(section).get(question));
    for (String start : from) {
      List<String> way = way(code, start, new HashSet<>());
      if (!way.isEmpty()) {
        List<String> circle = new ArrayList<>(List.of(start));
        circle.addAll(way);
        return Optional.of(new Mistake("reference-circle", List.of(String.join(" → ", circle))));
      }
    }
    return Optional.of(new Mistake("reference-later", List.of(code)));
  }

  /** The way along conditions from one question to another, both included; empty where none is. */
  private List<String> way(String from, String to, Set<String> been) {
    if (from.equals(to)) {
      return List.of(to);
    }
    if (!been.add(from)) {
      return List.of();
    }
    for (String next : looksAt.getOrDefault(from, Set.of())) {
      List<String> rest = way(next, to, been);
      if (!rest.isEmpty()) {
        List<String> way = new ArrayList<>(List.of(from));
        way.addAll(rest);
        return way;
      }
    }
    return List.of();
  }
}
