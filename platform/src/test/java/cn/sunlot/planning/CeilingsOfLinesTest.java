package cn.sunlot.planning;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.burden.Burden;
import cn.sunlot.burden.Burden.Kind;
import cn.sunlot.burden.Burden.Mark;
import cn.sunlot.burden.Burden.Source;
import cn.sunlot.catalog.JointCity;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.PoolTarget;
import cn.sunlot.registry.Registry.TargetFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Ceilings of inspections, shown where a plan is made. */
@PlatformTest
class CeilingsOfLinesTest {

  private static final String DRAFT =
      "/api/plans/ceilings?kinds=enterprise&rateA=1000&from=2026-06-01&to=2026-06-30";

  @Autowired private JointCity.Maker maker;
  @Autowired private SettableClock clock;
  @Autowired private YearlyPlans yearly;
  @Autowired private Burden burden;
  @Autowired private Registry registry;
  @Autowired private Api api;
  @Autowired private TransactionTemplate transaction;

  private JointCity where;
  private Bureau emergency;
  private UUID alone;

  @BeforeEach
  void makeCity() {
    clock.set(LocalDate.of(2026, 5, 4));
    where = maker.make("pingdingshan");
    emergency = where.emergency();
    yearly.addTargets(emergency, City.COUNTY, "A", 6);
    List<UUID> targets =
        SystemWork.run(
            () ->
                registry
                    .listForPool(
                        emergency.authorityId(),
                        new TargetFilter(Set.of(), Set.of(), Set.of(), Set.of()))
                    .stream()
                    .map(PoolTarget::id)
                    .toList());
    // Two targets were inspected jointly twice, one once; one alone by its department.
    draw(targets.get(0), true, "V-1", "V-2");
    draw(targets.get(1), true, "V-3", "V-4");
    draw(targets.get(2), true, "V-5");
    alone = targets.get(3);
    draw(alone, false, "V-6", "V-7");
  }

  private void draw(UUID target, boolean joint, String... visits) {
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s ->
                    burden.record(
                        List.of(visits).stream()
                            .map(
                                visit ->
                                    new Mark(
                                        emergency.authorityId(),
                                        Set.of(emergency.person("officer").departmentId()),
                                        target,
                                        Set.of(),
                                        LocalDate.of(2026, 4, 1),
                                        Kind.ROUTINE,
                                        joint,
                                        Source.DRAW,
                                        visit))
                            .toList())));
  }

  @Test
  @Clause({"N-1", "PDS-10", "TZ-15"})
  void a_line_says_how_many_of_its_targets_are_at_or_near_their_ceiling() throws Exception {
    String joint = DRAFT + "&participants=" + where.city().department("market").id();
    api.read(emergency, "officer", joint)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.drawn").value(4))
        .andExpect(jsonPath("$.at").value(2))
        .andExpect(jsonPath("$.near").value(1));
    api.read(emergency, "officer", joint.replace("2026-", "2027-"))
        .andExpect(jsonPath("$.drawn").value(0))
        .andExpect(jsonPath("$.at").value(0));
    api.read(emergency, "officer", joint + "&regionCodes=" + City.OTHER_COUNTY)
        .andExpect(jsonPath("$.drawn").value(0));
  }

  @Test
  @Clause({"N-1", "PDS-10", "SL-4"})
  void the_page_of_a_target_shows_what_is_left_of_joint_inspections_and_of_the_departments_own()
      throws Exception {
    api.read(emergency, "officer", "/api/targets/" + alone + "/burden?year=2026")
        .andExpect(jsonPath("$.ceilings.length()").value(2))
        .andExpect(jsonPath("$.ceilings[0].inspections").value("joint"))
        .andExpect(jsonPath("$.ceilings[0].drawn").value(0))
        .andExpect(jsonPath("$.ceilings[0].left").value(2))
        .andExpect(jsonPath("$.ceilings[0].clauses[0]").value("PDS-10"))
        .andExpect(jsonPath("$.ceilings[1].inspections").value("own"))
        .andExpect(jsonPath("$.ceilings[1].drawn").value(2))
        .andExpect(jsonPath("$.ceilings[1].left").value(0))
        .andExpect(jsonPath("$.ceilings[1].clauses[0]").value("SL-4"));
  }

  @Test
  @Clause({"N-1", "SL-4"})
  void a_departments_own_line_follows_the_base_rules_which_count_all_draws() throws Exception {
    api.read(emergency, "officer", DRAFT)
        .andExpect(jsonPath("$.drawn").value(4))
        .andExpect(jsonPath("$.at").value(3))
        .andExpect(jsonPath("$.near").value(1));
  }
}
