package cn.sunlot.tasking.domain;

import static cn.sunlot.tasking.domain.Samples.HEALTH;
import static cn.sunlot.tasking.domain.Samples.LEAD;
import static cn.sunlot.tasking.domain.Samples.TAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.sunlot.kernel.Ids;
import cn.sunlot.law.Clause;
import cn.sunlot.policy.Team;
import cn.sunlot.policy.TestProfiles;
import cn.sunlot.tasking.Tasks.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The places of a team by the rules. */
class SeatsTest {

  private static final Team BASE = TestProfiles.get("base").team().value();
  private static final Team TAIZHOU = TestProfiles.get("taizhou").team().value();

  private static Member member(String role, UUID department) {
    return new Member(Ids.next(), role, department);
  }

  @Test
  @Clause("ZB-9")
  void a_team_has_one_leader_and_a_member_at_least() {
    Seats seats = Seats.of(TestProfiles.get("zibo_miit").team().value(), LEAD, List.of());
    assertThat(seats.all())
        .extracting(Seat::role, Seat::departmentId)
        .containsExactly(tuple("a-leader", LEAD), tuple("b-member", LEAD));
  }

  @Test
  @Clause("TZ-21")
  void the_lead_department_has_two_and_the_leader_and_each_other_department_one() {
    Seats seats = Seats.of(TAIZHOU, LEAD, List.of(TAX, HEALTH));
    assertThat(seats.all())
        .extracting(Seat::role, Seat::departmentId)
        .containsExactly(
            tuple("a-leader", LEAD),
            tuple("b-member", LEAD),
            tuple("c-partner-1", TAX),
            tuple("c-partner-2", HEALTH));
    assertThat(seats.sizeOf(LEAD)).isEqualTo(2);
  }

  @Test
  @Clause("N-6")
  void where_nothing_is_said_of_the_lead_the_team_is_still_of_two() {
    assertThat(Seats.of(BASE, LEAD, List.of(TAX)).all())
        .extracting(Seat::role)
        .containsExactly("a-leader", "b-partner-1");
    assertThat(Seats.of(BASE, LEAD, List.of()).size()).isEqualTo(2);
  }

  @Test
  @Clause({"TZ-21", "PDS-15"})
  void what_one_department_has_drawn_leaves_the_places_of_the_others_empty() {
    Seats seats = Seats.of(TAIZHOU, LEAD, List.of(TAX, HEALTH));
    List<Member> drawn =
        List.of(member("a-leader", LEAD), member("b-member", LEAD), member("c-partner-2", HEALTH));
    assertThat(seats.empty(drawn)).containsExactly(new Seat("c-partner-1", TAX, true));
    assertThat(seats.empty(List.of())).hasSize(4);
  }

  @Test
  @Clause("SX-4.2")
  void a_leader_of_another_department_leaves_no_place_empty() {
    Seats seats = Seats.of(BASE, LEAD, List.of(TAX));
    assertThat(seats.empty(List.of(member("a-leader", TAX), member("b-partner-1", LEAD))))
        .isEmpty();
    assertThat(seats.empty(List.of(member("b-partner-1", LEAD))))
        .as("the place of tax, under the role that is free")
        .containsExactly(new Seat("a-leader", TAX, true));
  }

  @Test
  @Clause("TZ-20")
  void a_department_that_joins_later_gets_a_place_and_takes_none() {
    List<Member> team = new ArrayList<>();
    Seats.of(TAIZHOU, LEAD, List.of(HEALTH))
        .all()
        .forEach(s -> team.add(member(s.role(), s.departmentId())));
    List<Seat> empty = Seats.of(TAIZHOU, LEAD, List.of(TAX, HEALTH)).empty(team);
    assertThat(empty).extracting(Seat::departmentId).containsExactly(TAX);
    assertThat(team).extracting(Member::role).doesNotContain(empty.get(0).role());
  }
}
