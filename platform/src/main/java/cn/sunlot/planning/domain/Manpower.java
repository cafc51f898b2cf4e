package cn.sunlot.planning.domain;

import cn.sunlot.planning.domain.Coverage.OfRegion;
import cn.sunlot.registry.Registry.Inspector;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a line needs of inspectors against who is there, in person-days (TZ-15). An estimate: other
 * work in the same days is not taken off.
 *
 * @param visits targets expected to be inspected, as often as the line says
 * @param team how many go to a target
 * @param perDay targets that a team visits in a working day
 * @param days working days of the period
 * @param needed days of a team, rounded up to whole ones, times its members; where counties
 *     inspect, rounded up in each
 * @param available days on which inspectors can be sent, summed up
 * @param departments whose they are
 */
public record Manpower(
    long visits,
    int team,
    int perDay,
    int days,
    long needed,
    long available,
    List<OfDepartment> departments) {

  /**
   * Inspectors of a department and those inside it.
   *
   * @param inspectors who can be sent on one day of the period at least
   * @param available days on which each of them can, summed up
   */
  public record OfDepartment(UUID departmentId, int inspectors, long available) {}

  public Manpower {
    departments = List.copyOf(departments);
  }

  /** Whether there are enough, if nothing else was done in these days. */
  public boolean enough() {
    return available >= needed;
  }

  /**
   * Computes it.
   *
   * @param perRegion whether each region has teams of its own
   */
  public static Manpower of(
      Coverage coverage,
      int times,
      int team,
      int perDay,
      boolean perRegion,
      List<LocalDate> days,
      List<OfDepartment> departments) {
    long visits = coverage.expected() * times;
    long teamDays =
        perRegion
            ? coverage.regions().stream()
                .mapToLong(OfRegion::expected)
                .map(expected -> wholeDays(expected * times, perDay))
                .sum()
            : wholeDays(visits, perDay);
    return new Manpower(
        visits,
        team,
        perDay,
        days.size(),
        teamDays * team,
        departments.stream().mapToLong(OfDepartment::available).sum(),
        departments);
  }

  /**
   * On how many of these days somebody can be sent: active, licensed to enforce, not on leave. Who
   * may only go along is not counted (N-6).
   */
  public static long available(Inspector inspector, List<LocalDate> days) {
    return inspector.active() && inspector.enforces()
        ? days.stream()
            .filter(day -> !inspector.licenceUntil().isBefore(day))
            .filter(
                day ->
                    inspector.leave().stream()
                        .noneMatch(l -> !day.isBefore(l.from()) && !day.isAfter(l.to())))
            .count()
        : 0;
  }

  private static long wholeDays(long visits, int perDay) {
    return (visits + perDay - 1) / perDay;
  }
}
