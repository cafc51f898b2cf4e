package cn.sunlot.tasking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.City;
import cn.sunlot.drawing.Draws.AbsentOfficer;
import cn.sunlot.drawing.Draws.RecusedPair;
import cn.sunlot.kernel.Ids;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.registry.Registry.Inspector.Leave;
import cn.sunlot.tasking.domain.TeamRoster.Demands;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TeamRosterTest {

  private static final LocalDate FROM = LocalDate.of(2026, 6, 1);
  private static final LocalDate TO = LocalDate.of(2026, 6, 30);

  private static Visit visit() {
    return Visit.drawn(
        Ids.next(),
        new Visit.Terms(
            "V-2026-0001",
            Ids.next(),
            Ids.next(),
            Ids.next(),
            "91370300000000000X",
            "测试企业",
            City.REGION,
            FROM,
            TO,
            "zibo_miit",
            "1"),
        List.of());
  }

  private static Inspector inspector(String name, LocalDate until, Leave... leave) {
    return new Inspector(
        Ids.next(),
        Ids.next(),
        Ids.next(),
        null,
        name,
        "男",
        "科员",
        "LIC-" + name,
        until,
        Set.of(),
        Set.of(),
        null,
        true,
        List.of(leave));
  }

  private static TeamRoster roster(
      List<Inspector> inspectors, Map<UUID, Set<UUID>> interests, Visit visit) {
    return TeamRoster.of(
        List.of(visit), inspectors, interests, (i, v) -> true, 2, new Demands(true, false));
  }

  @Test
  @Clause("ZB-9")
  void a_team_has_one_leader_and_a_member_at_least() {
    TeamRoster roster = roster(List.of(inspector("甲", TO), inspector("乙", TO)), Map.of(), visit());
    assertThat(roster.slots()).extracting("role").containsExactly("a-leader", "b-member");
  }

  @Test
  @Clause({"ZB-7", "TZ-22"})
  void an_inspector_whose_licence_ends_before_the_visit_may_cannot_be_drawn() {
    Inspector expired = inspector("甲", TO.minusDays(1));
    Inspector valid = inspector("乙", TO);
    TeamRoster roster = roster(List.of(expired, valid), Map.of(), visit());
    assertThat(roster.absent())
        .extracting(AbsentOfficer::inspectorId, AbsentOfficer::reason)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(expired.id(), "licence-expired"));
    assertThat(roster.slots())
        .allSatisfy(s -> assertThat(s.eligible()).containsExactly(valid.id()));
  }

  @Test
  @Clause("TZ-22")
  void where_training_comes_first_nobody_is_drawn_before_it() {
    Inspector never = inspector("甲", TO);
    Inspector late = trained(inspector("乙", TO), FROM.plusDays(1));
    Inspector before = trained(inspector("丙", TO), FROM);
    List<Inspector> all = List.of(never, late, before);
    Demands demands = new Demands(true, true);
    TeamRoster roster = TeamRoster.of(List.of(visit()), all, Map.of(), (i, v) -> true, 2, demands);
    assertThat(roster.absent())
        .extracting(AbsentOfficer::inspectorId, AbsentOfficer::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(never.id(), "untrained"),
            org.assertj.core.groups.Tuple.tuple(late.id(), "untrained"));
    assertThat(roster(all, Map.of(), visit()).absent()).isEmpty();
  }

  private static Inspector trained(Inspector one, LocalDate on) {
    return new Inspector(
        one.id(),
        one.authorityId(),
        one.departmentId(),
        one.personId(),
        one.name(),
        one.sex(),
        one.post(),
        one.licenceNumber(),
        one.licenceUntil(),
        one.qualifications(),
        one.items(),
        on,
        one.active(),
        one.leave());
  }

  @Test
  void leave_over_the_whole_period_bars_and_leave_for_a_part_does_not() {
    Inspector away = inspector("甲", TO, new Leave(FROM.minusDays(3), TO, "产假"));
    Inspector shortly = inspector("乙", TO, new Leave(FROM, FROM.plusDays(5), "年假"));
    TeamRoster roster = roster(List.of(away, shortly), Map.of(), visit());
    assertThat(roster.absent()).extracting(AbsentOfficer::reason).containsExactly("leave");
    assertThat(roster.officers()).hasSize(1);
  }

  @Test
  @Clause({"ZB-11", "TZ-24"})
  void a_declared_interest_recuses_by_itself() {
    Visit visit = visit();
    Inspector relative = inspector("甲", TO);
    TeamRoster roster =
        roster(
            List.of(relative, inspector("乙", TO)),
            Map.of(relative.id(), Set.of(visit.targetId())),
            visit);
    assertThat(roster.recused()).containsExactly(new RecusedPair(visit.id(), relative.id()));
  }
}
