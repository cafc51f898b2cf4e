package cn.sunlot.policy;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.kernel.Citations;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.policy.usecase.ConfirmExpiredProfile;
import cn.sunlot.policy.usecase.LoadProfiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** A refusal cites the document and the articles of the city whose people read it. */
@PlatformTest
class RefusalWordsTest {

  private static final String ANOTHER_CITY =
      """
      id: another_city
      version: "1"
      inherits: base
      title: {zh: 另一城市抽查办法, en: Rules of another city}
      cited-as: {zh: 《另一城市抽查办法》, en: the rules of another city}
      clause-prefix: AC
      rules:
        plan: {clauses: [AC-3], set: {nothing-outside-plan: true, unless: [complaint]}}
      """;

  @Autowired private Api api;
  @Autowired private LoadProfiles load;
  @Autowired private ConfirmExpiredProfile confirm;
  @Autowired private Citations citations;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private TransactionTemplate transaction;

  @BeforeEach
  void setDay() {
    clock.set(LocalDate.of(2026, 3, 2));
  }

  private ResultActions openOutsidePlan(Bureau bureau) throws Exception {
    Map<String, List<String>> everybody =
        Map.of(
            "kinds",
            List.of(),
            "regionCodes",
            List.of(),
            "tags",
            List.of(),
            "riskClasses",
            List.of());
    return api.send(
        bureau,
        "officer",
        "/api/tasks/outside-plan",
        null,
        Map.of(
            "title", "临时检查",
            "ground", "plan",
            "groundText", "想去看看",
            "itemVersionIds", List.of(UUID.randomUUID()),
            "filter", everybody,
            "ratesBp", Map.of("A", 100),
            "from", "2026-03-05",
            "to", "2026-03-31"));
  }

  @Test
  void each_city_reads_its_own_document_and_article_in_the_same_refusal() throws Exception {
    Bureau zibo = bureaus.create("zibo_miit");
    zibo.as("principal", () -> confirm.run("zibo_miit", "新细则正在制定", LocalDate.of(2026, 12, 31)));
    openOutsidePlan(zibo)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.clauses", contains("ZB-2", "ZB-21")))
        .andExpect(jsonPath("$.why", startsWith("按《淄博市工业和信息化局“双随机、一公开”监管工作实施细则》第二条、第二十一条，")));
    Map<String, String> files = TestProfiles.texts();
    files.put("profiles/another_city.yaml", ANOTHER_CITY);
    SystemWork.run(() -> transaction.executeWithoutResult(s -> load.run(files)));
    openOutsidePlan(bureaus.create("another_city"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:tasking.outside-plan"))
        .andExpect(jsonPath("$.clauses", contains("AC-3")))
        .andExpect(
            jsonPath("$.why", allOf(startsWith("按《另一城市抽查办法》第三条，"), not(containsString("淄博")))));
  }

  @Test
  void articles_of_one_document_stand_together_and_unknown_clauses_are_left_out() {
    Assertions.assertThat(
            citations.inWords(
                List.of("ZB-11", "ZB-9", "ZB-9.1", "SL-4", "XX-1", "ZB"),
                Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("《淄博市工业和信息化局“双随机、一公开”监管工作实施细则》第九条、第十一条、《阳光双随机基础规则》第四条");
    Assertions.assertThat(citations.inWords(List.of("SL-4", "SL-12", "SL-5"), Locale.ENGLISH))
        .isEqualTo("articles 4, 5 and 12 of Sunlot base rules");
    Assertions.assertThat(citations.inWords(List.of(), Locale.ENGLISH)).isEmpty();
  }
}
