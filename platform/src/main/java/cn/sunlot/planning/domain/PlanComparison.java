package cn.sunlot.planning.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two versions of a plan, line by line (TZ-13). */
public record PlanComparison(PlanVersion before, PlanVersion after, List<OfLine> lines) {

  /** What became of a line. */
  public enum Change {
    ADDED,
    DROPPED,
    CHANGED,
    SAME
  }

  /**
   * One line.
   *
   * @param before null where it was added
   * @param after null where it was dropped
   * @param fields names of what differs, in the order of the form
   */
  public record OfLine(
      Change change, @Nullable Line before, @Nullable Line after, List<String> fields) {}

  private record Field(String name, Function<Line, Object> value) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("title", Line::title),
          new Field("category", Line::category),
          new Field("items", Line::itemVersionIds),
          new Field("filter", Line::filter),
          new Field("rates", Line::rates),
          new Field("timesPerYear", Line::timesPerYear),
          new Field("period", Line::period),
          new Field("executing", Line::executingId),
          new Field("body", Line::body),
          new Field("participants", line -> Set.copyOf(line.arrangement().participants())),
          new Field("handling", line -> line.arrangement().handling()),
          new Field("weights", line -> line.arrangement().weights()),
          new Field("methods", line -> line.arrangement().methods()),
          new Field("form", line -> Optional.ofNullable(line.arrangement().form())),
          new Field("otherDemands", line -> line.arrangement().otherDemands()));

  /** Compares them: lines of the later one in its order, then those that it dropped. */
  public static PlanComparison of(PlanVersion before, PlanVersion after) {
    var earlier = before.lines().stream().collect(Collectors.toMap(Line::id, Function.identity()));
    List<OfLine> lines = new ArrayList<>();
    Set<UUID> seen = new LinkedHashSet<>();
    for (Line line : after.lines()) {
      seen.add(line.id());
      lines.add(of(earlier.get(line.id()), line));
    }
    before.lines().stream()
        .filter(line -> !seen.contains(line.id()))
        .forEach(line -> lines.add(new OfLine(Change.DROPPED, line, null, List.of())));
    return new PlanComparison(before, after, List.copyOf(lines));
  }

  private static OfLine of(@Nullable Line before, Line after) {
    if (before == null) {
      return new OfLine(Change.ADDED, null, after, List.of());
    }
    List<String> fields =
        FIELDS.stream()
            .filter(f -> !Objects.equals(f.value().apply(before), f.value().apply(after)))
            .map(Field::name)
            .toList();
    return new OfLine(fields.isEmpty() ? Change.SAME : Change.CHANGED, before, after, fields);
  }
}
