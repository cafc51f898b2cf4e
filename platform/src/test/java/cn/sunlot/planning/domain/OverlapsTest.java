package cn.sunlot.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.law.Clause;
import cn.sunlot.planning.domain.DoubleBurden.OfTimes;
import cn.sunlot.planning.domain.Line.Period;
import cn.sunlot.planning.domain.PlannedLine.Place;
import cn.sunlot.planning.domain.PlannedLine.Source;
import cn.sunlot.policy.KeyTargets;
import cn.sunlot.policy.TargetMark;
import cn.sunlot.registry.Registry.Combination;
import cn.sunlot.registry.Registry.TargetFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Clause({"TZ-M6", "TZ-15", "N-9"})
class OverlapsTest {

  private static final Strata COMPLAINTS =
      new Strata(new KeyTargets(Set.of(TargetMark.REPEATED_COMPLAINTS), null));

  private static final Set<String> ON_SITE = Set.of("on-site");

  private static PlannedLine line(
      int number, Set<String> kinds, Set<String> regions, String from, String to, Rates rates) {
    Line line =
        new Line(
            new UUID(0, number),
            "条目" + number,
            "",
            List.of(),
            new TargetFilter(kinds, regions, Set.of(), Set.of()),
            rates,
            1,
            new Period(LocalDate.parse(from), LocalDate.parse(to)),
            new UUID(1, number),
            "",
            null);
    UUID plan = new UUID(2, number);
    return new PlannedLine(
        line,
        new Place(Source.PLAN, plan, "P-" + number, "", plan, "published", plan),
        plan,
        ON_SITE);
  }

  private static PlannedLine line(
      int number, Set<String> kinds, Set<String> regions, String from, String to) {
    return line(number, kinds, regions, from, to, Rates.of(Map.of("A", 1_000)));
  }

  private static PlannedLine withMethods(PlannedLine line, String... methods) {
    return new PlannedLine(line.line(), line.place(), line.leadId(), Set.of(methods));
  }

  @Test
  void lines_meet_in_kind_region_days_and_way_of_inspecting() {
    PlannedLine city = line(1, Set.of("enterprise"), Set.of("370300"), "2026-03-01", "2026-06-30");
    PlannedLine county =
        line(2, Set.of("enterprise", "premises"), Set.of("370303"), "2026-05-01", "2026-09-30");
    var shared = Overlap.shared(city, county).orElseThrow();
    assertThat(shared.kinds()).containsExactly("enterprise");
    assertThat(shared.regionCodes()).containsExactly("370303");
    assertThat(shared.period())
        .isEqualTo(new Period(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 30)));
    assertThat(shared.methods()).containsExactly("on-site");
    assertThat(Overlap.shared(county, city)).contains(shared);
  }

  @Test
  void lines_that_differ_in_one_of_them_do_not_meet() {
    PlannedLine one = line(1, Set.of("enterprise"), Set.of("370303"), "2026-03-01", "2026-06-30");
    assertThat(
            Overlap.shared(
                one, line(2, Set.of("premises"), Set.of("370303"), "2026-03-01", "2026-06-30")))
        .isEmpty();
    assertThat(
            Overlap.shared(
                one, line(2, Set.of("enterprise"), Set.of("370305"), "2026-03-01", "2026-06-30")))
        .isEmpty();
    assertThat(
            Overlap.shared(
                one, line(2, Set.of("enterprise"), Set.of("370303"), "2026-07-01", "2026-08-30")))
        .isEmpty();
    PlannedLine same = line(2, Set.of(), Set.of(), "2026-06-30", "2026-06-30");
    assertThat(Overlap.shared(one, same)).isPresent();
    assertThat(Overlap.shared(one, withMethods(same, "documents"))).isEmpty();
    assertThat(Overlap.shared(one, withMethods(same))).isPresent();
  }

  @Test
  void how_many_both_are_likely_to_draw_follows_from_the_chances_in_each() {
    PlannedLine tenth = line(1, Set.of(), Set.of(), "2026-03-01", "2026-06-30");
    PlannedLine half =
        line(2, Set.of(), Set.of(), "2026-03-01", "2026-06-30", Rates.of(Map.of("A", 5_000)));
    PlannedLine elsewhere = line(3, Set.of(), Set.of(), "2026-03-01", "2026-06-30");
    var overlaps =
        new Overlaps(
            List.of(tenth, half, elsewhere),
            List.of(
                new Combination(Set.of(0, 1), "A", false, 1_000),
                new Combination(Set.of(0), "A", false, 200),
                new Combination(Set.of(0, 1), "B", false, 40)),
            COMPLAINTS);
    assertThat(overlaps.all())
        .containsExactly(
            new Overlap(tenth, half, Overlap.shared(tenth, half).orElseThrow(), 1_040, 50));
  }

  @Test
  void pairs_where_more_would_be_drawn_twice_come_first() {
    PlannedLine a = line(1, Set.of(), Set.of(), "2026-03-01", "2026-06-30");
    PlannedLine b = line(2, Set.of(), Set.of(), "2026-03-01", "2026-06-30");
    PlannedLine c =
        line(3, Set.of(), Set.of(), "2026-03-01", "2026-06-30", Rates.of(Map.of("A", 10_000)));
    var overlaps =
        new Overlaps(
            List.of(a, b, c),
            List.of(
                new Combination(Set.of(0, 1), "A", false, 1_000),
                new Combination(Set.of(0, 2), "A", false, 900)),
            COMPLAINTS);
    assertThat(overlaps.all()).extracting(Overlap::other).containsExactly(c, b);
    assertThat(overlaps.all()).extracting(Overlap::both).containsExactly(90L, 10L);
    assertThat(overlaps.ofFirst()).isEqualTo(overlaps.all());
  }

  @Test
  void the_double_burden_counts_targets_by_lines_and_by_likely_draws() {
    Rates all = Rates.of(Map.of("A", 10_000));
    Rates half = Rates.of(Map.of("A", 5_000));
    List<PlannedLine> lines =
        List.of(
            line(1, Set.of(), Set.of(), "2026-03-01", "2026-06-30", all),
            line(2, Set.of(), Set.of(), "2026-03-01", "2026-06-30", all),
            line(3, Set.of(), Set.of(), "2026-03-01", "2026-06-30", half),
            line(4, Set.of(), Set.of(), "2026-03-01", "2026-06-30", half));
    var overlaps =
        new Overlaps(
            lines,
            List.of(
                new Combination(Set.of(0), "A", false, 100),
                new Combination(Set.of(0, 2), "A", false, 40),
                new Combination(Set.of(0, 1, 2, 3), "A", false, 40)),
            COMPLAINTS);
    // 100 once; of 40 half twice; of 40 a quarter twice, the rest three times or more.
    assertThat(overlaps.burden().times())
        .containsExactly(new OfTimes(1, 100, 120), new OfTimes(2, 40, 30), new OfTimes(3, 40, 30));
  }

  @Test
  void key_targets_have_the_chance_of_their_own_stratum() {
    Rates raised = Rates.of(Map.of("A", 1_000, "K", 10_000));
    PlannedLine one = line(1, Set.of(), Set.of(), "2026-03-01", "2026-06-30", raised);
    PlannedLine other = line(2, Set.of(), Set.of(), "2026-03-01", "2026-06-30", raised);
    var overlaps =
        new Overlaps(
            List.of(one, other),
            List.of(
                new Combination(Set.of(0, 1), "A", false, 1_000),
                new Combination(Set.of(0, 1), "A", true, 30)),
            COMPLAINTS);
    assertThat(overlaps.all()).extracting(Overlap::both).containsExactly(40L);
  }
}
