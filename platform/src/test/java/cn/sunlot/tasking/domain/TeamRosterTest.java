package cn.sunlot.tasking.domain;

import static cn.sunlot.tasking.domain.Samples.FROM;
import static cn.sunlot.tasking.domain.Samples.HEALTH;
import static cn.sunlot.tasking.domain.Samples.LEAD;
import static cn.sunlot.tasking.domain.Samples.LICENCE;
import static cn.sunlot.tasking.domain.Samples.TAX;
import static cn.sunlot.tasking.domain.Samples.TO;
import static cn.sunlot.tasking.domain.Samples.entered;
import static cn.sunlot.tasking.domain.Samples.inspector;
import static cn.sunlot.tasking.domain.Samples.need;
import static cn.sunlot.tasking.domain.Samples.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.sunlot.drawing.Draws.AbsentOfficer;
import cn.sunlot.drawing.Draws.Officer;
import cn.sunlot.drawing.Draws.RecusedPair;
import cn.sunlot.drawing.Draws.SlotOrder;
import cn.sunlot.law.Clause;
import cn.sunlot.policy.InspectorRules.Admitted;
import cn.sunlot.policy.TestProfiles;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.registry.Registry.Inspector.Leave;
import cn.sunlot.tasking.domain.Staff.Terms;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who can be drawn for which place. */
class TeamRosterTest {

  private static final List<Seat> TWO =
      List.of(new Seat(Seat.LEADER, LEAD, true), new Seat("b-member", LEAD, false));

  private static TeamRoster roster(List<Inspector> inspectors, Terms terms) {
    Staff staff = new Staff(Map.of(LEAD, inspectors), Map.of(), Map.of(), terms);
    return TeamRoster.of(List.of(need("V-1", TWO)), staff);
  }

  @Test
  @Clause({"ZB-7", "TZ-22"})
  void an_inspector_whose_licence_ends_before_the_visit_may_cannot_be_drawn() {
    Inspector expired = inspector("甲", TO.minusDays(1));
    Inspector valid = inspector("乙", TO);
    TeamRoster roster = roster(List.of(expired, valid), LICENCE);
    assertThat(roster.absent())
        .extracting(AbsentOfficer::inspectorId, AbsentOfficer::reason)
        .containsExactly(tuple(expired.id(), "licence-expired"));
    assertThat(roster.slots())
        .allSatisfy(s -> assertThat(s.eligible()).containsExactly(valid.id()));
  }

  @Test
  @Clause("TZ-22")
  void the_day_of_the_visit_counts_and_not_the_last_day_of_all() {
    Inspector ending = inspector("甲", FROM.plusDays(9));
    Need early = need("V-1", FROM, FROM.plusDays(5), TWO, Map.of());
    Need late = need("V-2", FROM.plusDays(20), TO, TWO, Map.of());
    TeamRoster roster = TeamRoster.of(List.of(early, late), staff(Map.of(LEAD, List.of(ending))));
    assertThat(roster.absent()).isEmpty();
    assertThat(roster.slots())
        .filteredOn(s -> s.eligible().contains(ending.id()))
        .extracting(SlotOrder::visitId)
        .containsOnly(early.id());
  }

  @Test
  @Clause("TZ-22")
  void where_training_comes_first_nobody_is_drawn_before_it() {
    Inspector never = inspector("甲");
    Inspector late = inspector("乙", "enforcement", TO, Set.of(), FROM.plusDays(1));
    Inspector before = inspector("丙", "enforcement", TO, Set.of(), FROM);
    List<Inspector> all = List.of(never, late, before);
    assertThat(
            roster(all, new Terms(true, true, Set.of(), Set.of(Admitted.LICENSED_OFFICER)))
                .absent())
        .extracting(AbsentOfficer::inspectorId, AbsentOfficer::reason)
        .containsExactly(tuple(never.id(), "untrained"), tuple(late.id(), "untrained"));
    assertThat(roster(all, LICENCE).absent()).isEmpty();
  }

  @Test
  @Clause("TZ-22")
  void the_region_on_a_licence_limits_only_where_the_rules_say_so() {
    Inspector ofWenling = inspector("甲");
    Need here = need("V-1", TWO);
    Need limited =
        new Need(here.id(), "V-1", null, FROM, TO, "331004", here.seats(), Map.of(), Set.of());
    Staff staff = staff(Map.of(LEAD, List.of(ofWenling)));
    assertThat(TeamRoster.of(List.of(here), staff).slots().get(0).eligible()).hasSize(1);
    assertThat(TeamRoster.of(List.of(limited), staff).slots().get(0).eligible()).isEmpty();
    assertThat(TestProfiles.get("taizhou").inspectors().value().isLimitedToLicenceRegion())
        .isFalse();
  }

  @Test
  @Clause({"N-6", "ZB-10"})
  void staff_without_an_enforcement_licence_go_along_and_are_never_drawn() {
    Inspector staff = inspector("甲", "qualified-staff", TO, Set.of(), null);
    Inspector overseer = inspector("乙", "supervision", TO, Set.of(), null);
    Inspector special = inspector("丙", "special", TO, Set.of(), null);
    TeamRoster roster = roster(List.of(staff, overseer, special), LICENCE);
    assertThat(roster.absent())
        .extracting(AbsentOfficer::reason)
        .containsExactly("accompanies-only", "accompanies-only");
    assertThat(roster.officers()).extracting(Officer::inspectorId).containsExactly(special.id());
  }

  @Test
  @Clause({"TZ-12", "SX-3.3", "RS-2.3", "ZB-7"})
  void who_is_among_inspectors_is_what_the_rules_say() {
    Inspector licensed = inspector("甲", "enforcement", TO, Set.of(), null);
    Inspector qualified = inspector("乙", "qualified-staff", TO, Set.of(), null);
    Inspector overseer = inspector("丙", "supervision", TO, Set.of(), null);
    var bars =
        Map.of(
            "taizhou", List.of("accompanies-only", "accompanies-only"),
            "shaoxing", List.of("accompanies-only", "not-admitted"),
            "rushan", List.of("accompanies-only", "accompanies-only"),
            "zibo_miit", List.of("not-admitted", "not-admitted"));
    bars.forEach(
        (rules, reasons) -> {
          Terms terms = Terms.of(TestProfiles.get(rules).inspectors().value());
          assertThat(Staff.bar(licensed, FROM, TO, untrained(terms))).as(rules).isEmpty();
          assertThat(List.of(qualified, overseer))
              .as(rules)
              .extracting(one -> Staff.bar(one, FROM, TO, terms).orElseThrow())
              .isEqualTo(reasons);
        });
  }

  private static Terms untrained(Terms terms) {
    return new Terms(terms.licence(), false, Set.of(), terms.admitted());
  }

  @Test
  void a_licence_is_no_way_in_where_the_rules_admit_daily_staff_alone() {
    Terms daily = new Terms(false, false, Set.of(), Set.of(Admitted.DAILY_SUPERVISION_STAFF));
    assertThat(Staff.bar(inspector("甲"), FROM, TO, daily)).contains("not-admitted");
    Inspector overseer = inspector("乙", "supervision", TO, Set.of(), null);
    assertThat(Staff.bar(overseer, FROM, TO, daily)).isEmpty();
  }

  @Test
  void leave_over_the_whole_period_bars_and_leave_for_a_part_does_not() {
    Inspector away =
        inspector("甲", "enforcement", TO, Set.of(), null, new Leave(FROM.minusDays(3), TO, "产假"));
    Inspector shortly =
        inspector("乙", "enforcement", TO, Set.of(), null, new Leave(FROM, FROM.plusDays(5), "年假"));
    TeamRoster roster = roster(List.of(away, shortly), LICENCE);
    assertThat(roster.absent()).extracting(AbsentOfficer::reason).containsExactly("leave");
    assertThat(roster.officers()).hasSize(1);
  }

  @Test
  @Clause({"ZB-11", "TZ-24"})
  void a_declared_interest_recuses_by_itself() {
    Need need = need("V-1", TWO);
    Inspector relative = inspector("甲");
    Staff staff =
        new Staff(
            Map.of(LEAD, List.of(relative, inspector("乙"))),
            Map.of(relative.id(), Set.of(java.util.Objects.requireNonNull(need.targetId()))),
            Map.of(),
            LICENCE);
    assertThat(TeamRoster.of(List.of(need), staff).recused())
        .containsExactly(new RecusedPair(need.id(), relative.id()));
  }

  @Test
  @Clause("TZ-22")
  void the_first_of_a_department_is_entered_for_all_of_its_items_and_the_others_for_one() {
    Inspector food = entered("甲", "SP-01");
    Inspector both = entered("乙", "SP-01", "SP-02");
    Inspector other = entered("丙", "JN-01");
    Need need = need("V-1", FROM, TO, TWO, Map.of(LEAD, new TreeSet<>(Set.of("SP-01", "SP-02"))));
    TeamRoster roster =
        TeamRoster.of(List.of(need), staff(Map.of(LEAD, List.of(food, both, other))));
    assertThat(roster.slots().get(0).eligible()).containsExactly(both.id());
    assertThat(roster.slots().get(1).eligible()).containsExactlyInAnyOrder(food.id(), both.id());
  }

  @Test
  @Clause("TZ-21")
  void each_department_fills_its_own_places_only() {
    Inspector lead = inspector("甲");
    Inspector tax = inspector("乙");
    List<Seat> seats =
        List.of(new Seat(Seat.LEADER, LEAD, true), new Seat("b-partner-1", TAX, true));
    TeamRoster roster =
        TeamRoster.of(
            List.of(need("V-1", seats)),
            staff(Map.of(LEAD, List.of(lead), TAX, List.of(tax), HEALTH, List.of(inspector("丙")))));
    assertThat(roster.slots())
        .extracting(SlotOrder::role, SlotOrder::eligible)
        .containsExactly(
            tuple(Seat.LEADER, Set.of(lead.id())), tuple("b-partner-1", Set.of(tax.id())));
    assertThat(roster.officers()).hasSize(2);
  }

  @Test
  void who_has_no_room_left_is_in_the_roster_and_cannot_go() {
    Inspector busy = inspector("甲");
    Staff staff = new Staff(Map.of(LEAD, List.of(busy)), Map.of(), Map.of(busy.id(), 0), LICENCE);
    assertThat(TeamRoster.of(List.of(need("V-1", TWO)), staff).officers())
        .extracting(Officer::capacity)
        .containsExactly(0);
  }

  @Test
  void places_that_ask_for_the_same_share_one_set_of_people() {
    List<Need> needs = IntStream.range(0, 500).mapToObj(i -> need("V-" + i, TWO)).toList();
    TeamRoster roster =
        TeamRoster.of(needs, staff(Map.of(LEAD, List.of(inspector("甲"), inspector("乙")))));
    Map<Set<UUID>, Boolean> sets = new IdentityHashMap<>();
    roster.slots().forEach(s -> sets.put(s.eligible(), true));
    assertThat(roster.slots()).hasSize(1000);
    assertThat(sets).as("of the first place, and of the second").hasSizeLessThanOrEqualTo(2);
  }
}
