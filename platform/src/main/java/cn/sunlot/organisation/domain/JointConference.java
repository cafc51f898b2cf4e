package cn.sunlot.organisation.domain;

import cn.sunlot.kernel.WrongValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The joint conference of a city or county: a convenor, deputies, departments as members, one of
 * which is its office (TZ-S1, PDS-3).
 *
 * @param region six digits
 * @param seats in the order in which they are listed
 */
public record JointConference(UUID id, String region, String name, List<Seat> seats, int version) {

  /** What somebody is in it. */
  public enum Part {
    CONVENOR,
    DEPUTY,
    MEMBER,
    OFFICE
  }

  /**
   * A seat.
   *
   * @param departmentId of a member or the office; may be said of a convenor or deputy
   * @param personName who convenes or stands in, or whom a member sends
   * @param title of that person
   */
  public record Seat(Part part, @Nullable UUID departmentId, String personName, String title) {}

  public JointConference {
    seats = List.copyOf(seats);
  }

  /** The department that coordinates. */
  public Optional<UUID> findOffice() {
    return seats.stream()
        .filter(s -> s.part() == Part.OFFICE)
        .map(Seat::departmentId)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Departments with a seat, the office among them. */
  public List<UUID> members() {
    return seats.stream()
        .filter(s -> s.part() == Part.MEMBER || s.part() == Part.OFFICE)
        .map(Seat::departmentId)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Seats that cannot be; rows count from 1. */
  public List<WrongValue> wrong() {
    List<WrongValue> wrong = new ArrayList<>();
    Set<UUID> departments = new HashSet<>();
    boolean convenor = false;
    boolean office = false;
    for (int i = 0; i < seats.size(); i++) {
      Seat seat = seats.get(i);
      boolean person = seat.part() == Part.CONVENOR || seat.part() == Part.DEPUTY;
      WrongValue first = null;
      if (person && seat.personName().isBlank()) {
        first = WrongValue.of("personName", "", "organisation.wrong.required");
      } else if (!person && seat.departmentId() == null) {
        first = WrongValue.of("departmentId", "", "organisation.wrong.required");
      } else if (!person && !departments.add(Objects.requireNonNull(seat.departmentId()))) {
        first = WrongValue.of("departmentId", "", "organisation.wrong.seat-twice");
      } else if (seat.part() == Part.CONVENOR && convenor || seat.part() == Part.OFFICE && office) {
        first = WrongValue.of("part", "", "organisation.wrong.one-only");
      }
      convenor |= seat.part() == Part.CONVENOR;
      office |= seat.part() == Part.OFFICE;
      if (first != null) {
        wrong.add(first.inRow(i + 1));
      }
    }
    return wrong;
  }
}
