package cn.sunlot.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.law.Clause;
import cn.sunlot.planning.Weights;
import cn.sunlot.planning.domain.Manpower.OfDepartment;
import cn.sunlot.registry.Registry.Census;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.registry.Registry.Inspector.Leave;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Clause("TZ-15")
class ManpowerTest {

  private static final List<LocalDate> WEEK =
      LocalDate.of(2026, 3, 2).datesUntil(LocalDate.of(2026, 3, 7)).toList();

  private static Inspector inspector(String licenceUntil, boolean active, Leave... leave) {
    return inspector("enforcement", licenceUntil, active, leave);
  }

  private static Inspector inspector(
      String licenceKind, String licenceUntil, boolean active, Leave... leave) {
    return new Inspector(
        new UUID(0, 1),
        new UUID(0, 2),
        new UUID(0, 3),
        null,
        "张三",
        "male",
        "",
        "LIC-1",
        licenceKind,
        LocalDate.parse(licenceUntil),
        "",
        Set.of(),
        Set.of(),
        null,
        active,
        List.of(leave));
  }

  private static Leave leave(String from, String to) {
    return new Leave(LocalDate.parse(from), LocalDate.parse(to), "培训");
  }

  @Test
  void an_inspector_is_there_on_days_with_a_licence_and_without_leave() {
    assertThat(Manpower.available(inspector("2027-01-01", true), WEEK)).isEqualTo(5);
    assertThat(Manpower.available(inspector("2026-03-03", true), WEEK)).isEqualTo(2);
    assertThat(Manpower.available(inspector("2027-01-01", false), WEEK)).isZero();
    assertThat(
            Manpower.available(
                inspector(
                    "2026-03-05",
                    true,
                    leave("2026-02-20", "2026-03-02"),
                    leave("2026-03-02", "2026-03-03")),
                WEEK))
        .isEqualTo(2);
  }

  @Test
  @Clause({"TZ-15", "N-6"})
  void who_may_only_go_along_is_not_counted() {
    for (String kind : List.of("supervision", "qualified-staff")) {
      assertThat(Manpower.available(inspector(kind, "2027-01-01", true), WEEK)).isZero();
    }
    assertThat(Manpower.available(inspector("special", "2027-01-01", true), WEEK)).isEqualTo(5);
  }

  @Test
  void days_of_a_team_are_rounded_up_to_whole_ones() {
    Coverage seven =
        Coverage.of(
            List.of(new Census("370303", "A", false, 7)),
            Rates.of(Map.of("A", 10_000)),
            Weights.NONE,
            Strata.PLAIN);
    var department = new OfDepartment(new UUID(0, 3), 2, 10);
    Manpower once = Manpower.of(seven, 1, 2, 2, false, WEEK, List.of(department));
    assertThat(once.visits()).isEqualTo(7);
    assertThat(once.needed()).isEqualTo(8);
    assertThat(once.available()).isEqualTo(10);
    assertThat(once.enough()).isTrue();
    Manpower twice = Manpower.of(seven, 2, 2, 2, false, WEEK, List.of(department));
    assertThat(twice.needed()).isEqualTo(14);
    assertThat(twice.enough()).isFalse();
  }

  @Test
  void where_counties_inspect_each_of_them_needs_whole_days() {
    Coverage spread =
        Coverage.of(
            List.of(new Census("370303", "A", false, 3), new Census("370305", "A", false, 3)),
            Rates.of(Map.of("A", 10_000)),
            Weights.NONE,
            Strata.PLAIN);
    assertThat(Manpower.of(spread, 1, 2, 2, false, WEEK, List.of()).needed()).isEqualTo(6);
    assertThat(Manpower.of(spread, 1, 2, 2, true, WEEK, List.of()).needed()).isEqualTo(8);
  }
}
