package cn.sunlot.policy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.policy.usecase.LoadProfiles;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets of rules side by side, as they spoke on a day, and their versions. */
@PlatformTest
class ComparedProfilesTest {

  private static final String CAP = "$.rules[?(@.key=='annual-cap')]";

  @Autowired private Api api;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private LoadProfiles load;
  @Autowired private TransactionTemplate transaction;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("rushan");
  }

  @Test
  void the_readers_own_rules_come_first_and_those_that_cannot_be_used_are_left_out()
      throws Exception {
    api.read(bureau, "officer", "/api/profiles/compare")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.on").value("2026-03-02"))
        .andExpect(jsonPath("$.profiles[0].id").value("rushan"))
        .andExpect(jsonPath("$.profiles[0].ours").value(true))
        .andExpect(jsonPath("$.profiles[*].id", not(hasItem("zibo_miit"))))
        .andExpect(jsonPath("$.profiles[*].id", not(hasItem("shaoxing"))))
        .andExpect(jsonPath("$.rules.length()").value(RuleSet.class.getRecordComponents().length));
  }

  @Test
  @Clause("TZ-42")
  void each_value_has_its_article_and_whose_it_is_and_differences_are_said() throws Exception {
    api.read(
            bureau,
            "officer",
            "/api/profiles/compare?ids=taizhou,pingdingshan,zibo_miit,wugang&on=2021-03-01")
        .andExpect(
            jsonPath(
                "$.profiles[*].id", contains("taizhou", "pingdingshan", "zibo_miit", "wugang")))
        .andExpect(jsonPath(CAP + ".differs").value(true))
        .andExpect(
            jsonPath(CAP + ".values[?(@.name=='计算范围')].cells[*].says.value")
                .value(contains("一年内的全部抽查", "一年内的联合抽查", "一年内同一事项的抽查", "一年内的联合抽查")))
        .andExpect(jsonPath(CAP + ".values[?(@.name=='最多次数')].differs").value(false))
        .andExpect(
            jsonPath(CAP + ".values[?(@.name=='计算范围')].cells[1].says.article[0]")
                .value("《平顶山市市场监管领域全面推行部门联合“双随机、一公开”抽查实施细则》第十条"))
        // The county says nothing of its own: it follows the city's.
        .andExpect(jsonPath(CAP + ".values[?(@.name=='计算范围')].cells[3].own").value(false))
        .andExpect(
            jsonPath(CAP + ".values[?(@.name=='计算范围')].cells[3].says.from")
                .value("《平顶山市市场监管领域全面推行部门联合“双随机、一公开”抽查实施细则》"))
        .andExpect(
            jsonPath("$.rules[?(@.key=='key-targets')].values[?(@.name=='同时属于低风险的')].differs")
                .value(false))
        .andExpect(
            jsonPath(
                    "$.rules[?(@.key=='plan')].values[?(@.name=='联合抽查计划公布期限')].cells[1].says.value")
                .value("2 月底前"));
  }

  @Test
  void the_words_are_there_in_english_as_well() throws Exception {
    api.readIn("en", bureau, "officer", "/api/profiles/compare?ids=pingdingshan,rushan")
        .andExpect(
            jsonPath(
                    "$.rules[?(@.key=='plan')].values[?(@.name=='Joint plan published')].cells[0].says.value")
                .value("by the end of February"))
        .andExpect(
            jsonPath(
                    "$.rules[?(@.key=='plan')].values[?(@.name=='Own plans filed')].cells[1].says.value")
                .value("by 31 January"))
        .andExpect(
            jsonPath(
                    "$.rules[?(@.key=='plan')].values[?(@.name=='Own plans filed')].cells[1].says.article[0]")
                .value(contains(containsString("section 2 (4) of "))))
        .andExpect(
            jsonPath("$.rules[?(@.key=='initiation-duty')].values[1].cells[0].says.value")
                .value(contains(containsString("ecology and environment"))));
  }

  @Test
  void one_alone_stands_beside_the_readers_own_and_seven_are_too_many() throws Exception {
    api.read(bureau, "officer", "/api/profiles/compare?ids=taizhou")
        .andExpect(jsonPath("$.profiles[*].id", contains("rushan", "taizhou")));
    api.read(bureau, "officer", "/api/profiles/compare?ids=a,b,c,d,e,f,g")
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].field").value("ids"));
    api.read(bureau, "officer", "/api/profiles/compare?ids=taizhou,nobody")
        .andExpect(status().isNotFound());
  }

  @Test
  void the_day_chooses_the_version_and_the_page_of_a_profile_lists_them() throws Exception {
    String id = "v" + UUID.randomUUID().toString().replace("-", "");
    String first =
        """
        id: %s
        version: "1"
        inherits: base
        title: {zh: 旧办法, en: Old rules}
        cited-as: {zh: 《旧办法》, en: old rules}
        clause-prefix: OV
        valid: {from: 2020-01-01, clauses: []}
        rules:
          team: {clauses: [OV-2], set: {min: 3}}
        """
            .formatted(id);
    load(first);
    load(
        first
            .replace("\"1\"", "\"2\"")
            .replace("2020-01-01", "2026-01-01")
            .replace("min: 3", "min: 4"));
    String min = "$.rules[?(@.key=='team')].values[?(@.name=='至少人数')].cells[0].says.value";
    String compare = "/api/profiles/compare?ids=" + id + ",base&on=";
    api.read(bureau, "officer", compare + "2025-12-31").andExpect(jsonPath(min).value("3"));
    api.read(bureau, "officer", compare + "2026-01-01").andExpect(jsonPath(min).value("4"));
    api.read(bureau, "officer", compare + "2019-12-31")
        .andExpect(jsonPath("$.profiles[0].state").value("not-in-force-yet"));
    api.read(bureau, "officer", "/api/profiles/" + id)
        .andExpect(jsonPath("$.profile.version").value("2"))
        .andExpect(jsonPath("$.versions", hasSize(2)))
        .andExpect(jsonPath("$.versions[*].version", contains("2", "1")))
        .andExpect(jsonPath("$.versions[*].speaks", contains(true, false)));
    api.read(bureau, "officer", "/api/profiles/" + id + "?version=1")
        .andExpect(jsonPath("$.profile.version").value("1"))
        .andExpect(
            jsonPath("$.rules[?(@.key=='team')].values[?(@.name=='至少人数')].value").value("3"));
    api.read(bureau, "officer", "/api/profiles/" + id + "?version=9")
        .andExpect(status().isNotFound());
  }

  private void load(String text) {
    Map<String, String> files = TestProfiles.texts();
    files.put("profiles/versions.yaml", text);
    SystemWork.run(() -> transaction.executeWithoutResult(s -> load.run(files)));
  }
}
