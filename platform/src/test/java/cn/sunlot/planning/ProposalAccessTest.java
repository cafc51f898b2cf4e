package cn.sunlot.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.domain.Proposal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who gets to proposals by the API: lead, participants, office, and nobody else. */
@PlatformTest
class ProposalAccessTest {

  private static final List<String> OF_THE_LEAD =
      List.of("change-draft", "propose", "settle", "reopen", "withdraw", "open-ad-hoc");

  private static final List<String> OF_THE_OFFICE =
      List.of("coordinate", "keep-apart", "merge", "return-proposal");

  @Autowired private JointCityPlans.Maker maker;
  @Autowired private SettableClock clock;
  @Autowired private Api api;

  private JointCityPlans city;
  private Proposal proposal;

  @BeforeEach
  void makeCity() {
    clock.set(LocalDate.of(2026, 1, 5));
    city = maker.make("taizhou");
    proposal = maker.proposed(city.emergency(), maker.draft(city, "危化品经营", city.ecology()));
  }

  private Map<String, Object> body() {
    Map<String, Object> line = new HashMap<>();
    line.put("title", "危化品经营");
    line.put("category", "安全生产");
    line.put("itemVersionIds", List.of(city.item()));
    line.put("filter", Map.of("kinds", List.of("enterprise")));
    line.put("ratesBp", Map.of("A", 100));
    line.put("timesPerYear", 1);
    line.put("from", "2026-04-01");
    line.put("to", "2026-10-31");
    line.put("executingId", city.emergency().person("officer").departmentId());
    line.put("body", "市应急管理局");
    line.put("arrangement", Map.of("participants", List.of(city.ecology().root().id())));
    return line;
  }

  private Map<String, Object> everything() {
    Map<String, Object> all = new HashMap<>();
    all.put("line", body());
    all.put("focus", "重大危险源");
    all.put("answersUntil", "2026-01-20");
    all.put("reason", "理由");
    all.put("participant", city.ecology().root().id());
    all.put("agreed", true);
    all.put("note", "说明");
    all.put("into", proposal.id());
    all.put("other", proposal.id());
    return all;
  }

  private int answer(Bureau bureau, String who, String command) throws Exception {
    String path = "/api/proposals/" + proposal.id() + "/" + command;
    return api.send(bureau, who, path, 987_654, everything()).andReturn().getResponse().getStatus();
  }

  @Test
  @Clause({"TZ-M6", "PDS-25"})
  void each_side_gets_to_its_own_commands_and_to_no_others() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (String command : OF_THE_LEAD) {
      expect(wrong, city.emergency(), "officer", command, 412);
      expect(wrong, city.emergency(), "officer2", command, 403);
      expect(wrong, city.ecology(), "officer", command, 403);
      expect(wrong, city.emergency(), "inspector", command, 403);
    }
    for (String command : OF_THE_OFFICE) {
      expect(wrong, city.market(), "conference", command, command.equals("coordinate") ? 409 : 412);
      expect(wrong, city.ecology(), "conference", command, 403);
      expect(wrong, city.emergency(), "principal", command, 403);
      expect(wrong, city.market(), "officer", command, 403);
    }
    for (String command : List.of("agree", "decline")) {
      expect(wrong, city.ecology(), "principal", command, 412);
      expect(wrong, city.emergency(), "principal", command, 403);
      expect(wrong, city.ecology(), "officer", command, 403);
    }
    assertThat(wrong).isEmpty();
  }

  private void expect(List<String> wrong, Bureau bureau, String who, String command, int expected)
      throws Exception {
    int status = answer(bureau, who, command);
    if (status != expected && !(command.equals("open-ad-hoc") && status == 409)) {
      wrong.add(bureau.root().name() + " " + who + " " + command + ": " + status);
    }
  }

  @Test
  @Clause({"TZ-M6", "RS-2.4"})
  void the_page_shows_who_agreed_who_is_awaited_and_what_the_reader_may_do() throws Exception {
    String path = "/api/proposals/" + proposal.id();
    api.read(city.ecology(), "principal", path)
        .andExpect(jsonPath("$.lead.name").value("市应急管理局"))
        .andExpect(jsonPath("$.office.name").value("市市场监督管理局"))
        .andExpect(jsonPath("$.answers[0].department.name").value("市生态环境局"))
        .andExpect(jsonPath("$.answers[0].state").value("awaited"))
        .andExpect(jsonPath("$.answersUntil").value("2026-01-15"))
        .andExpect(jsonPath("$.allowedCommands").value(contains("agree", "decline")));
    api.read(city.market(), "conference", "/api/joint-plans?year=2026")
        .andExpect(jsonPath("$.acting").value(true))
        .andExpect(jsonPath("$.decidedBy").value("joint-conference"))
        .andExpect(jsonPath("$.proposals[0].awaited").value(1));
    api.read(city.ecology(), "officer", "/api/proposal-rules?year=2026")
        .andExpect(jsonPath("$.possible").value(true))
        .andExpect(jsonPath("$.grounds").value(contains("when-needed", "superior-order")))
        .andExpect(jsonPath("$.office.name").value("市市场监督管理局"));
    api.read(city.emergency(), "officer", "/api/proposals?year=2026&state=proposed")
        .andExpect(jsonPath("$.items[0].number").value(proposal.origin().number()))
        .andExpect(jsonPath("$.items[0].answersUntil").value("2026-01-15"));
  }

  @Test
  void a_form_that_lacks_something_is_refused_naming_the_field() throws Exception {
    Map<String, Object> content = new HashMap<>();
    Map<String, Object> line = body();
    line.put("arrangement", Map.of("participants", List.of()));
    content.put("line", line);
    content.put("focus", " ");
    api.send(
            city.emergency(),
            "officer",
            "/api/proposals",
            null,
            Map.of("year", 2026, "content", content))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[*].field").value(contains("participants", "focus")));
  }

  @Test
  @Clause("PDS-8")
  void a_ground_that_the_rules_do_not_know_is_refused_in_words() throws Exception {
    JointCityPlans other = maker.make("pingdingshan");
    Map<String, Object> line = body();
    line.put("itemVersionIds", List.of(other.item()));
    line.put("executingId", other.emergency().person("officer").departmentId());
    line.put("arrangement", Map.of("participants", List.of(other.ecology().root().id())));
    Map<String, Object> adHoc = Map.of("kind", "when-needed", "text", "想去看看");
    api.send(
            other.emergency(),
            "officer",
            "/api/proposals",
            null,
            Map.of("year", 2026, "adHoc", adHoc, "content", Map.of("line", line, "focus", "专项")))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:planning.ground-not-allowed"))
        .andExpect(jsonPath("$.detail").value("事由“工作需要”不在可以在计划外开展联合抽查的情形之内。"))
        .andExpect(jsonPath("$.why").value(containsString("平顶山")));
  }
}
