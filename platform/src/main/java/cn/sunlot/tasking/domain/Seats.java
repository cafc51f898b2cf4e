package cn.sunlot.tasking.domain;

import cn.sunlot.policy.Team;
import cn.sunlot.tasking.Tasks.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The places of a team (TZ-21, PDS-17, ZB-9): the leader and further officers of the department
 * that leads, one officer of each department that takes part, and never fewer in all than the rules
 * ask for.
 */
public final class Seats {

  private final List<Seat> all;

  private Seats(List<Seat> all) {
    this.all = all;
  }

  /**
   * The places of a team.
   *
   * @param rule what the profile asks of a team
   * @param lead the department that leads
   * @param partners departments that take part, without the lead, in their order
   */
  public static Seats of(Team rule, UUID lead, Collection<UUID> partners) {
    int least = rule.leadMin() == null ? 1 : rule.leadMin();
    int leading = Math.max(Math.max(1, least), rule.min() - partners.size());
    List<Seat> seats = new ArrayList<>(List.of(new Seat(Seat.LEADER, lead, true)));
    for (int i = 1; i < leading; i++) {
      seats.add(new Seat((char) ('a' + i) + "-member", lead, false));
    }
    int number = 1;
    for (UUID partner : partners) {
      seats.add(new Seat((char) ('a' + leading) + "-partner-" + number++, partner, true));
    }
    return new Seats(List.copyOf(seats));
  }

  public List<Seat> all() {
    return all;
  }

  /** How many officers a team has at least. */
  public int size() {
    return all.size();
  }

  /** How many of a department. */
  public int sizeOf(UUID departmentId) {
    return (int) all.stream().filter(s -> s.departmentId().equals(departmentId)).count();
  }

  /**
   * Places that nobody fills. Who serves counts for the department they were drawn for, whatever
   * their role is now: a leader may have been appointed since, or a department joined.
   */
  public List<Seat> empty(Collection<Member> team) {
    Set<String> taken = team.stream().map(Member::role).collect(Collectors.toSet());
    Map<UUID, Integer> held = new HashMap<>();
    team.forEach(m -> held.merge(m.departmentId(), 1, Integer::sum));
    Map<UUID, List<Seat>> ofDepartment =
        all.stream()
            .collect(
                Collectors.groupingBy(Seat::departmentId, LinkedHashMap::new, Collectors.toList()));
    List<Seat> empty = new ArrayList<>();
    ofDepartment.forEach(
        (department, seats) -> {
          int missing = seats.size() - held.getOrDefault(department, 0);
          boolean nobody = missing == seats.size();
          for (Seat seat : free(seats, taken)) {
            if (missing-- > 0) {
              taken.add(seat.role());
              empty.add(new Seat(seat.role(), department, nobody && seat.first()));
            }
          }
        });
    return empty;
  }

  /** Roles of a department that are free, then any other that is, so that none is missing. */
  private List<Seat> free(List<Seat> seats, Set<String> taken) {
    List<Seat> free = new ArrayList<>(seats);
    all.stream().filter(s -> !seats.contains(s)).forEach(free::add);
    free.removeIf(s -> taken.contains(s.role()));
    return free;
  }
}
