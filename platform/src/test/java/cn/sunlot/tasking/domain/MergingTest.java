package cn.sunlot.tasking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.kernel.Ids;
import cn.sunlot.law.Clause;
import cn.sunlot.organisation.Line;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.registry.Registry.TargetFilter;
import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.Tasks.VisitItem;
import cn.sunlot.tasking.domain.Merging.Leading;
import cn.sunlot.tasking.domain.Merging.Merged;
import cn.sunlot.tasking.domain.TaskTerms.Ground;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MergingTest {

  private static final UUID AUTHORITY = Ids.next();
  private static final Instant EARLY = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2026-03-02T00:00:00Z");
  private static final UUID ITEM = Ids.next();

  private final Department market =
      new Department(
          Ids.next(),
          AUTHORITY,
          null,
          "市市场监管局",
          "department",
          "370300",
          Line.MARKET_SUPERVISION,
          List.of());
  private final Department credit =
      new Department(Ids.next(), AUTHORITY, market.id(), "信用科", "section", null, null, List.of());
  private final Department food =
      new Department(Ids.next(), AUTHORITY, market.id(), "食品科", "section", null, null, List.of());
  private final Department emergency =
      new Department(
          Ids.next(), AUTHORITY, null, "市应急局", "department", "370300", Line.EMERGENCY, List.of());
  private final Merging merging = new Merging(new Levels(List.of(market, credit, food, emergency)));
  private final UUID first = Ids.next();

  private Visit visit(VisitState state, Member... team) {
    return Visit.drawn(
            Ids.next(),
            new Visit.Terms(
                "V-2026-0001",
                AUTHORITY,
                credit.id(),
                Ids.next(),
                "91370300000000000X",
                "测试企业",
                "370300",
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 31),
                "taizhou",
                "1"),
            List.of(new VisitItem(first, ITEM, credit.id())))
        .staffed(state, List.of(team));
  }

  private static Task task(UUID department, Instant openedAt) {
    return Task.open(
        Ids.next(),
        new TaskTerms(
            "T-2026-0002",
            AUTHORITY,
            department,
            "联合检查",
            null,
            Ground.CAMPAIGN_FROM_ABOVE,
            "",
            List.of(),
            new TargetFilter(Set.of(), Set.of(), Set.of(), Set.of()),
            Map.of(),
            LocalDate.of(2026, 3, 10),
            LocalDate.of(2026, 4, 10),
            null,
            true,
            "",
            "",
            false,
            "taizhou",
            "2",
            openedAt));
  }

  private Merged join(Visit visit, Task task, UUID department) {
    return merging.join(
        visit,
        new Leading(first, EARLY.plusSeconds(60)),
        task,
        department,
        List.of(new VisitItem(task.id(), ITEM, department)));
  }

  @Test
  @Clause("TZ-20")
  void items_of_another_department_stay_its_own_and_the_days_suit_both() {
    Merged merged = join(visit(VisitState.DRAWN), task(emergency.id(), LATE), emergency.id());
    assertThat(merged.leads()).isFalse();
    assertThat(merged.visit().departments()).containsExactly(credit.id(), emergency.id());
    assertThat(merged.visit().from()).isEqualTo("2026-03-10");
    assertThat(merged.visit().to()).isEqualTo("2026-03-31");
    assertThat(merged.visit().profileVersion()).isEqualTo("1");
  }

  @Test
  @Clause("ZB-12")
  void sections_of_one_department_make_one_team_under_the_one_that_leads() {
    Merged merged = join(visit(VisitState.DRAWN), task(food.id(), LATE), food.id());
    assertThat(merged.visit().departments()).containsExactly(credit.id());
    assertThat(merged.visit().items()).hasSize(2);
  }

  @Test
  @Clause("TZ-20")
  void the_earlier_task_leads_as_long_as_there_is_no_team() {
    Task earlier = task(emergency.id(), EARLY);
    Merged merged = join(visit(VisitState.DRAWN), earlier, emergency.id());
    assertThat(merged.leads()).isTrue();
    assertThat(merged.visit().departmentId()).isEqualTo(emergency.id());
    assertThat(merged.visit().profileVersion()).isEqualTo("2");
    Member leader = new Member(Ids.next(), Seat.LEADER, credit.id());
    assertThat(join(visit(VisitState.STAFFED, leader), earlier, emergency.id()).leads()).isFalse();
  }

  @Test
  @Clause("TZ-20")
  void a_department_that_comes_later_breaks_a_team_that_has_nobody_of_it() {
    Member leader = new Member(Ids.next(), Seat.LEADER, credit.id());
    Visit staffed = visit(VisitState.STAFFED, leader);
    assertThat(join(staffed, task(emergency.id(), LATE), emergency.id()).teamBroken()).isTrue();
    assertThat(join(staffed, task(food.id(), LATE), food.id()).teamBroken()).isFalse();
    assertThat(
            join(visit(VisitState.DRAWN), task(emergency.id(), LATE), emergency.id()).teamBroken())
        .isFalse();
  }
}
