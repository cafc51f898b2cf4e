package cn.sunlot.planning.domain;

import cn.sunlot.kernel.Regions;
import cn.sunlot.planning.domain.Line.Period;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Two lines that would inspect the same targets at the same time in the same way, so that they can
 * be merged (TZ-M6, TZ-15, N-9). It is a hint: people decide.
 *
 * @param shared in what they are the same
 * @param targets active targets that both scopes hit
 * @param both of these, how many both are likely to draw
 */
public record Overlap(PlannedLine one, PlannedLine other, Shared shared, long targets, long both) {

  /**
   * In what two lines are the same.
   *
   * @param kinds kinds of target; empty: all
   * @param regionCodes empty: everywhere
   * @param period days on which both are carried out
   * @param methods ways of inspecting; empty where one of them names none
   */
  public record Shared(
      SortedSet<String> kinds,
      SortedSet<String> regionCodes,
      Period period,
      SortedSet<String> methods) {

    public Shared {
      kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
      regionCodes = Collections.unmodifiableSortedSet(new TreeSet<>(regionCodes));
      methods = Collections.unmodifiableSortedSet(new TreeSet<>(methods));
    }
  }

  /**
   * In what two lines are the same, as far as they say it themselves; empty where they cannot meet.
   * Whether there is a target that both hit, only the registry knows.
   */
  public static Optional<Shared> shared(PlannedLine a, PlannedLine b) {
    Optional<Period> period = days(a.line().period(), b.line().period());
    Optional<SortedSet<String>> kinds =
        meet(a.line().filter().kinds(), b.line().filter().kinds(), String::equals);
    Optional<SortedSet<String>> regions =
        regions(a.line().filter().regionCodes(), b.line().filter().regionCodes());
    Optional<SortedSet<String>> methods = meet(a.methods(), b.methods(), String::equals);
    return period.isPresent() && kinds.isPresent() && regions.isPresent() && methods.isPresent()
        ? Optional.of(new Shared(kinds.get(), regions.get(), period.get(), methods.get()))
        : Optional.empty();
  }

  /** The regions that two scopes have in common; an empty set is everywhere. */
  public static Optional<SortedSet<String>> regions(Set<String> a, Set<String> b) {
    return meet(a, b, Regions::isWithin);
  }

  private static Optional<Period> days(Period a, Period b) {
    LocalDate from = a.from().isAfter(b.from()) ? a.from() : b.from();
    LocalDate to = a.to().isBefore(b.to()) ? a.to() : b.to();
    return from.isAfter(to) ? Optional.empty() : Optional.of(new Period(from, to));
  }

  /**
   * What two sets have in common, of which an empty one holds everything; empty where they have
   * nothing in common.
   *
   * @param within whether one value lies in another
   */
  private static Optional<SortedSet<String>> meet(
      Set<String> a, Set<String> b, BiPredicate<String, String> within) {
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.of(new TreeSet<>(a.isEmpty() ? b : a));
    }
    SortedSet<String> common = new TreeSet<>();
    for (String one : a) {
      for (String other : b) {
        if (within.test(one, other)) {
          common.add(one);
        } else if (within.test(other, one)) {
          common.add(other);
        }
      }
    }
    return common.isEmpty() ? Optional.empty() : Optional.of(common);
  }
}
