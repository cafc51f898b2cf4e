package cn.sunlot.tasking.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a visit needs people for, or a team that is formed before its visits.
 *
 * @param number of the visit or team
 * @param targetId where it goes, or null for a team that does not know yet
 * @param from first day on which they may go: the planned day, or the first of the period
 * @param region where it is, if a licence of another region is good for nothing there; else ""
 * @param seats places to be filled
 * @param codes items to be checked, by the department of a place; empty where qualification does
 *     not decide
 * @param serving who is in the team already
 */
public record Need(
    UUID id,
    String number,
    @Nullable UUID targetId,
    LocalDate from,
    LocalDate to,
    String region,
    List<Seat> seats,
    Map<UUID, SortedSet<String>> codes,
    Set<UUID> serving) {

  public Need {
    seats = List.copyOf(seats);
    codes = Map.copyOf(codes);
    serving = Set.copyOf(serving);
  }

  /** What somebody in a place must be: places with the same demand have the same people. */
  public Demand demand(Seat seat) {
    return new Demand(
        seat.departmentId(),
        codes.getOrDefault(seat.departmentId(), new TreeSet<>()),
        seat.first(),
        region,
        from,
        to);
  }

  /**
   * What is asked of somebody.
   *
   * @param departmentId whose people
   * @param codes items they must be entered for
   * @param all for all of them, or for one at least
   * @param region where the licence must hold, or ""
   */
  public record Demand(
      UUID departmentId,
      SortedSet<String> codes,
      boolean all,
      String region,
      LocalDate from,
      LocalDate to) {}

  /** The same with these places only. */
  public Need only(List<Seat> some) {
    return new Need(id, number, targetId, from, to, region, some, codes, serving);
  }
}
