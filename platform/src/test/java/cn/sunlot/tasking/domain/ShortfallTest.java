package cn.sunlot.tasking.domain;

import static cn.sunlot.tasking.domain.Samples.LEAD;
import static cn.sunlot.tasking.domain.Samples.LICENCE;
import static cn.sunlot.tasking.domain.Samples.TAX;
import static cn.sunlot.tasking.domain.Samples.entered;
import static cn.sunlot.tasking.domain.Samples.inspector;
import static cn.sunlot.tasking.domain.Samples.need;
import static cn.sunlot.tasking.domain.Samples.staff;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.matching.Matching;
import cn.sunlot.drawing.Draws.InspectorDrawOrder;
import cn.sunlot.drawing.Draws.ProfileVersion;
import cn.sunlot.drawing.domain.RosterBook;
import cn.sunlot.kernel.Ids;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.domain.Shortfall.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Why teams cannot be filled, before anything is drawn. */
class ShortfallTest {

  private static final LocalDate THIRD = LocalDate.of(2026, 6, 3);
  private static final List<Seat> ONE = List.of(new Seat(Seat.LEADER, LEAD, true));

  private static Optional<Shortfall> look(List<Need> needs, Staff staff) {
    TeamRoster roster = TeamRoster.of(needs, staff);
    InspectorDrawOrder order =
        new InspectorDrawOrder(
            Ids.next(),
            LEAD,
            Ids.next(),
            "T-1",
            new ProfileVersion("base", "1", "00"),
            roster.groups(),
            roster.slots(),
            roster.officers(),
            roster.recused(),
            roster.absent(),
            true);
    RosterBook book = new RosterBook(order, new Units(Suite.SHA256, "test", new byte[32]));
    return Matching.shortage(book.roster())
        .map(book::shortage)
        .map(s -> Shortfall.of(s, needs, roster));
  }

  private static Need food(String number) {
    return need(number, THIRD, THIRD, ONE, Map.of(LEAD, new TreeSet<>(Set.of("SP-01"))));
  }

  @Test
  @Clause({"TZ-21", "ZB-10"})
  void three_visits_need_a_food_officer_on_one_day_and_only_one_has_room() {
    Inspector free = entered("甲", "SP-01");
    Inspector full = entered("乙", "SP-01");
    Inspector other = entered("丙", "JN-01");
    Staff staff =
        new Staff(
            Map.of(LEAD, List.of(free, full, other)),
            Map.of(),
            Map.of(free.id(), 1, full.id(), 0),
            LICENCE);
    Need easy = need("V-9", ONE);
    Shortfall shortfall =
        look(List.of(food("V-1"), food("V-2"), food("V-3"), easy), staff).orElseThrow();
    assertThat(shortfall.places()).isEqualTo(3);
    assertThat(shortfall.people()).isEqualTo(2);
    assertThat(shortfall.room()).isEqualTo(1);
    assertThat(shortfall.missing()).isEqualTo(2);
    assertThat(shortfall.lines()).hasSize(1);
    Line line = shortfall.lines().get(0);
    assertThat(line.demand().codes()).containsExactly("SP-01");
    assertThat(line.demand().from()).isEqualTo(THIRD);
    assertThat(line.visits()).isEqualTo(3);
    assertThat(line.able()).isEqualTo(2);
    assertThat(line.free()).isEqualTo(1);
  }

  @Test
  @Clause("TZ-21")
  void what_can_be_filled_has_no_shortfall_however_tight() {
    List<Seat> seats =
        List.of(new Seat(Seat.LEADER, LEAD, true), new Seat("b-member", LEAD, false));
    Staff two = staff(Map.of(LEAD, List.of(inspector("甲"), inspector("乙"))));
    assertThat(look(List.of(need("V-1", seats)), two)).isEmpty();
    Staff one = staff(Map.of(LEAD, List.of(inspector("甲"))));
    assertThat(look(List.of(need("V-1", seats)), one).orElseThrow().missing())
        .as("nobody inspects alone")
        .isEqualTo(1);
  }

  @Test
  @Clause("TZ-21")
  void a_department_without_people_is_named_and_the_others_are_not() {
    List<Seat> seats =
        List.of(new Seat(Seat.LEADER, LEAD, true), new Seat("b-partner-1", TAX, true));
    Shortfall shortfall =
        look(
                List.of(need("V-1", seats), need("V-2", seats)),
                staff(Map.of(LEAD, List.of(inspector("甲")), TAX, List.of())))
            .orElseThrow();
    assertThat(shortfall.lines()).hasSize(1);
    assertThat(shortfall.lines().get(0).demand().departmentId()).isEqualTo(TAX);
    assertThat(shortfall.missing()).isEqualTo(2);
    assertThat(shortfall.people()).isZero();
  }

  @Test
  @Clause("TZ-24")
  void who_has_an_interest_does_not_count_for_that_visit() {
    Inspector only = inspector("甲");
    Need need = need("V-1", ONE);
    Staff staff =
        new Staff(
            Map.of(LEAD, List.of(only)),
            Map.of(only.id(), Set.of(java.util.Objects.requireNonNull(need.targetId()))),
            Map.of(),
            LICENCE);
    Shortfall shortfall = look(List.of(need), staff).orElseThrow();
    assertThat(shortfall.room()).isZero();
    assertThat(shortfall.missing()).isEqualTo(1);
  }
}
