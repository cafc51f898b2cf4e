package cn.sunlot.tasking.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a department settles for its own inspectors.
 *
 * @param monthlyCap visits that one of them makes in a month at most, or null where nothing limits
 * @param neighbours codes of the counties with which it draws together; empty is all of the city
 */
public record StaffingSetting(
    UUID departmentId,
    UUID authorityId,
    @Nullable Integer monthlyCap,
    Set<String> neighbours,
    int version) {

  public StaffingSetting {
    neighbours = Set.copyOf(neighbours);
  }

  /** Nothing settled yet. */
  public static StaffingSetting none(UUID departmentId, UUID authorityId) {
    return new StaffingSetting(departmentId, authorityId, null, Set.of(), 0);
  }

  /** How many visits somebody makes in a period at most: the cap for each month it touches. */
  public int capFor(LocalDate from, LocalDate to) {
    if (monthlyCap == null) {
      return Integer.MAX_VALUE;
    }
    long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
    return Math.toIntExact(Math.min(Integer.MAX_VALUE, monthlyCap * months));
  }
}
