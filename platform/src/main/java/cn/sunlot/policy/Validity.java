package cn.sunlot.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a profile holds.
 *
 * @param from first day
 * @param to last day, or null for one without an end
 * @param clauses ids of the clauses that say so
 */
public record Validity(LocalDate from, @Nullable LocalDate to, List<String> clauses) {

  public Validity {
    clauses = List.copyOf(clauses);
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("to is not before from");
    }
  }

  public boolean hasBegun(LocalDate day) {
    return !day.isBefore(from);
  }

  public boolean hasEnded(LocalDate day) {
    return to != null && day.isAfter(to);
  }
}
