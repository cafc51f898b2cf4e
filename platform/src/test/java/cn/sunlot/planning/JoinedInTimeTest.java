package cn.sunlot.planning;

import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.City;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.domain.Proposal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Proposals of others, shown to a department that drafts for the same targets. */
@PlatformTest
class JoinedInTimeTest {

  private static final String DRAFT =
      "/api/plans/neighbours?kinds=enterprise&rateA=1000&from=%d-05-01&to=%d-06-30"
          .formatted(JointCityPlans.YEAR, JointCityPlans.YEAR);

  @Autowired private JointCityPlans.Maker maker;
  @Autowired private SettableClock clock;
  @Autowired private YearlyPlans yearly;
  @Autowired private Api api;

  @Test
  @Clause({"N-9", "TZ-M6"})
  void a_proposal_is_shown_to_those_who_were_not_asked_as_soon_as_others_are() throws Exception {
    clock.set(LocalDate.of(JointCityPlans.YEAR, 1, 5));
    JointCityPlans where = maker.make("pingdingshan");
    yearly.addTargets(where.emergency(), City.COUNTY, "A", 20);
    Proposal draft = maker.draft(where, "危险化学品企业联合检查", where.market());
    api.read(where.ecology(), "officer", DRAFT)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$").isEmpty());
    Proposal proposed = maker.proposed(where.emergency(), draft);
    api.read(where.ecology(), "officer", DRAFT)
        .andExpect(jsonPath("$[*].line.title").value(contains("危险化学品企业联合检查")))
        .andExpect(jsonPath("$[0].line.source").value("proposal"))
        .andExpect(jsonPath("$[0].line.proposalId").value(proposed.id().toString()))
        .andExpect(jsonPath("$[0].line.lead.name").value("市应急管理局"))
        .andExpect(jsonPath("$[0].line.participants[*].name").value(contains("市市场监督管理局")))
        .andExpect(jsonPath("$[0].shared.targets").value(20))
        .andExpect(jsonPath("$[0].own").value(false));
    api.read(where.emergency(), "officer", DRAFT).andExpect(jsonPath("$[0].own").value(true));
  }
}
