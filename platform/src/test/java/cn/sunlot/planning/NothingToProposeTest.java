package cn.sunlot.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.jobs.RecurringWork;
import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** A member of the joint conference answers for the plan of a year also when it has nothing. */
@PlatformTest
class NothingToProposeTest {

  private static final String YEAR = "/api/joint-plans?year=2026";

  @Autowired private JointCityPlans.Maker maker;
  @Autowired private SettableClock clock;
  @Autowired private PlanDuties duties;
  @Autowired private List<RecurringWork> works;
  @Autowired private Entries entries;
  @Autowired private Api api;

  private JointCityPlans city;

  @BeforeEach
  void makeCity() {
    clock.set(LocalDate.of(2026, 1, 5));
    city = maker.make("pingdingshan");
    works.stream()
        .filter(w -> w.name().equals("open-plan-duties"))
        .forEach(w -> SystemWork.run(w::run));
  }

  private ResultActions declare(Bureau bureau, String who, int year) throws Exception {
    return api.send(
        bureau,
        who,
        "/api/proposals/nothing-to-propose",
        null,
        Map.of("year", year, "note", "本年度没有跨部门事项"));
  }

  @Test
  @Clause({"PDS-7", "SX-4.1", "RS-2.4"})
  void the_office_sees_who_has_answered_and_who_is_missing() throws Exception {
    api.read(city.market(), "conference", YEAR)
        .andExpect(jsonPath("$.answers[*].state").value(contains("missing", "missing")));
    api.read(city.emergency(), "officer", YEAR)
        .andExpect(jsonPath("$.answers.length()").value(1))
        .andExpect(jsonPath("$.mayDeclare").value(true));
    declare(city.emergency(), "officer", 2026)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.answers[0].state").value("nothing"))
        .andExpect(jsonPath("$.mayDeclare").value(false));
    api.read(city.market(), "conference", YEAR)
        .andExpect(jsonPath("$.answers[*].state").value(containsInAnyOrder("missing", "nothing")))
        .andExpect(
            jsonPath("$.answers[?(@.state=='nothing')].department.name").value(contains("市应急管理局")))
        .andExpect(
            jsonPath("$.answers[?(@.state=='nothing')].declared.note")
                .value(contains("本年度没有跨部门事项")));
    assertThat(entries.payloads(city.emergency(), "nothing-to-propose-declared").toString())
        .contains("市应急管理局", "2026", "本年度没有跨部门事项");
  }

  @Test
  @Clause("PDS-7")
  void what_was_owed_is_done_with_it() throws Exception {
    declare(city.emergency(), "officer", 2026).andExpect(status().isOk());
    assertThat(
            city
                .emergency()
                .as("officer", () -> duties.listDuties(city.emergency().authorityId(), 2026))
                .stream()
                .filter(d -> d.departmentId().equals(city.emergency().root().id())))
        .extracting(PlanDuties.Duty::done, PlanDuties.Duty::doneBy)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(LocalDate.of(2026, 1, 5), "nothing-to-propose"));
  }

  @Test
  @Clause("PDS-7")
  void it_is_said_once_by_those_who_plan_and_not_by_whoever_has_proposed() throws Exception {
    declare(city.emergency(), "inspector", 2026).andExpect(status().isForbidden());
    declare(city.emergency(), "officer", 2024)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].field").value("year"));
    declare(city.emergency(), "officer", 2026).andExpect(status().isOk());
    declare(city.emergency(), "officer", 2026)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:planning.nothing-proposed-already"))
        .andExpect(jsonPath("$.clauses").value(contains("PDS-7")));
    declare(city.emergency(), "officer", 2027).andExpect(status().isOk());
  }

  @Test
  @Clause("PDS-7")
  void who_proposes_after_all_has_proposed_and_cannot_say_so_any_more() throws Exception {
    declare(city.emergency(), "officer", 2026).andExpect(status().isOk());
    maker.agreed(city, "危化品经营", city.market());
    api.read(city.emergency(), "officer", YEAR)
        .andExpect(jsonPath("$.answers[0].state").value("proposed"))
        .andExpect(jsonPath("$.answers[0].numbers").value(contains("J-2026-0001")));
    JointCityPlans other = maker.make("taizhou");
    maker.agreed(other, "危化品经营", other.market());
    declare(other.emergency(), "officer", 2026)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:planning.proposed-already"));
  }
}
