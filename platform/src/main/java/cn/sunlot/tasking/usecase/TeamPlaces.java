package cn.sunlot.tasking.usecase;

import cn.sunlot.tasking.domain.Seat;
import cn.sunlot.tasking.domain.Visit;
import java.util.List;
import org.springframework.stereotype.Component;

/** The places of a visit's team, for those who look at it. */
@Component
public class TeamPlaces {

  private final TeamNeeds needs;

  TeamPlaces(TeamNeeds needs) {
    this.needs = needs;
  }

  /**
   * The places.
   *
   * @param size how many a team has at least
   * @param empty those that nobody fills
   */
  public record Places(int size, List<Seat> empty) {}

  public Places of(Visit visit) {
    var seats = needs.of(visit.authorityId()).seats(visit);
    return new Places(seats.size(), seats.empty(visit.members()));
  }
}
