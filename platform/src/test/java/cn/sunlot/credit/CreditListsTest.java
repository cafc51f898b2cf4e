package cn.sunlot.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.TestJobs;
import cn.sunlot.imports.Importing;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.Registry;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Lists, and the tags by which pools and rates know them. */
@PlatformTest
class CreditListsTest {

  private static final String A = unit("91370303MA3C0EXA0");
  private static final String B = unit("91370303MA3C0EXA1");
  private static final String HEADER = "统一社会信用代码,名录名称,列入日期,有效期至,移出日期,列入原因,作出决定机关\n";

  @Autowired private Bureau.Factory bureaus;
  @Autowired private City.Factory cities;
  @Autowired private Importing importing;
  @Autowired private Scorecards scorecards;
  @Autowired private Registry registry;
  @Autowired private Entries entries;
  @Autowired private Api api;
  @Autowired private TestJobs jobs;
  @Autowired private SettableClock clock;

  private Bureau bureau;

  private static String unit(String first17) {
    return first17 + Uscc.checkCharacter(first17);
  }

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    importing.csv(bureau, "targets", "名称,统一社会信用代码,标签\n阳光机械," + A + ",环境保护\n月光化工," + B + ",\n");
  }

  private Set<String> tags(String unit) {
    return bureau.as(
        "officer", () -> registry.findByUnitId(bureau.authorityId(), unit).orElseThrow().tags());
  }

  private UUID id(String unit) {
    return bureau.as(
        "officer", () -> registry.findByUnitId(bureau.authorityId(), unit).orElseThrow().id());
  }

  private Map<String, Object> entry(String list, String from, String until) {
    Map<String, Object> entry = new HashMap<>();
    entry.put("targetId", id(A));
    entry.put("list", list);
    entry.put("from", from);
    if (!until.isEmpty()) {
      entry.put("until", until);
    }
    entry.put("ground", "通过登记的住所无法联系");
    entry.put("decidedBy", "示范市市场监督管理局");
    return entry;
  }

  private ResultActions enter(Map<String, Object> entry) throws Exception {
    return api.send(bureau, "officer", "/api/credit/lists", null, entry);
  }

  private ResultActions end(JsonNode entry, String reason) throws Exception {
    return api.send(
        bureau,
        "officer",
        "/api/credit/lists/" + entry.get("id").asString() + "/end",
        entry.get("version").asInt(),
        Map.of("reason", reason));
  }

  @Test
  @Clause({"TZ-M10", "TZ-18", "TZ-M11"})
  void who_is_on_a_list_carries_its_tag_and_who_leaves_it_loses_it() throws Exception {
    JsonNode entered = scorecards.ok(enter(entry("abnormal-operation", "2026-03-01", "")));
    assertThat(entered.get("active").asBoolean()).isTrue();
    assertThat(tags(A)).containsExactlyInAnyOrder("environment", "abnormal-operation-list");
    enter(entry("abnormal-operation", "2026-03-02", ""))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:credit.already-listed"))
        .andExpect(jsonPath("$.detail").value("“阳光机械”自 2026-03-01 起已在“经营异常名录”中。"));
    end(entered, "")
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:credit.reason-missing"));
    JsonNode ended = scorecards.ok(end(entered, "已恢复联系"));
    assertThat(ended.get("active").asBoolean()).isFalse();
    assertThat(tags(A)).containsExactly("environment");
    end(ended, "再次").andExpect(jsonPath("$.type").value("urn:sunlot:problem:credit.entry-ended"));
    JsonNode card = scorecards.card(bureau, id(A));
    assertThat(card.get("lists").get(0).get("endReason").asString()).isEqualTo("已恢复联系");
    assertThat(card.get("lists").get(0).get("enteredBy").asString()).isEqualTo("测试officer");
    assertThat(entries.payloads(bureau, "credit-list-entered")).hasSize(1);
    assertThat(entries.payloads(bureau, "credit-list-ended")).hasSize(1);
    api.send(bureau, "auditor", "/api/credit/lists", null, entry("key", "2026-03-01", ""))
        .andExpect(status().isForbidden());
  }

  @Test
  @Clause("ZB-9")
  void an_exemption_says_until_when_and_ends_by_itself() throws Exception {
    enter(entry("exempt", "2026-03-02", ""))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].message").value("免检必须有期限"));
    enter(entry("exempt", "2026-03-02", "2026-03-01"))
        .andExpect(jsonPath("$.errors[0].message").value("结束日期早于开始日期"));
    scorecards.ok(enter(entry("exempt", "2026-03-10", "2026-06-30")));
    assertThat(tags(A)).as("not yet").doesNotContain("exempt");
    clock.set(LocalDate.of(2026, 3, 10));
    jobs.runRecurring();
    assertThat(tags(A)).contains("exempt");
    clock.set(LocalDate.of(2026, 6, 30));
    jobs.runRecurring();
    assertThat(tags(A)).as("the last day").contains("exempt");
    clock.set(LocalDate.of(2026, 7, 1));
    jobs.runRecurring();
    assertThat(tags(A)).containsExactly("environment");
    assertThat(entries.payloads(bureau, "credit-lists-kept")).hasSize(2);
  }

  @Test
  @Clause("N-11")
  void a_target_is_on_one_of_the_three_lists_and_moves_from_one_to_the_next() throws Exception {
    scorecards.ok(enter(entry("not-disturbed", "2026-03-01", "")));
    assertThat(tags(A)).contains("not-disturbed");
    scorecards.ok(enter(entry("key", "2026-03-02", "")));
    assertThat(tags(A)).containsExactlyInAnyOrder("environment", "key-list");
    JsonNode lists = scorecards.card(bureau, id(A)).get("lists");
    assertThat(lists.get(1).get("list").asString()).isEqualTo("not-disturbed");
    assertThat(lists.get(1).get("endedOn").asString()).isEqualTo("2026-03-02");
    assertThat(lists.get(1).get("endReason").asString()).isEqualTo("列入重点监管清单");
  }

  @Test
  @Clause("TZ-M11")
  void a_file_of_a_list_is_taken_row_by_row_and_the_same_file_again_changes_nothing() {
    String rows =
        (A + ",经营异常名录,2026-01-05,,,未按期年报,示范市市场监督管理局\n")
            + (B + ",严重违法失信名单,2026/1/6,,,虚假登记,示范市市场监督管理局\n")
            + (B + ",免检企业清单,2026-01-06,,,示范企业,联席会议办公室\n")
            + (B + ",红名单,2026-01-06,,,示范企业,联席会议办公室\n")
            + (unit("91370303MA3C0EXC9") + ",经营异常名录,2026-01-05,,,未按期年报,市场监管局\n");
    Import first = importing.csv(bureau, "credit-lists", HEADER + rows);
    assertThat(first.counts().added()).isEqualTo(2);
    assertThat(first.counts().rejected()).isEqualTo(3);
    assertThat(first.counts().findings())
        .containsEntry("end-needed", 1)
        .containsEntry("list-unknown", 1)
        .containsEntry("target-unknown", 1);
    assertThat(tags(A)).contains("abnormal-operation-list");
    assertThat(tags(B)).containsExactly("serious-violation");
    Import again = importing.csv(bureau, "credit-lists", HEADER + rows);
    assertThat(again.counts().unchanged()).isEqualTo(2);
    Import left =
        importing.csv(
            bureau,
            "credit-lists",
            HEADER + A + ",经营异常名录,2026-01-05,,2026-02-20,未按期年报,示范市市场监督管理局\n");
    assertThat(left.counts().changed()).isEqualTo(1);
    assertThat(tags(A)).containsExactly("environment");
  }

  @Test
  @Clause("TZ-M11")
  void another_system_sends_batches_and_a_wrong_row_names_itself() throws Exception {
    Map<String, Object> right =
        Map.of(
            "unitId", A.toLowerCase(java.util.Locale.ROOT),
            "list", "dishonesty",
            "from", "2026-02-01",
            "ground", "失信被执行人",
            "decidedBy", "示范市人民法院");
    Map<String, Object> wrong = new HashMap<>(right);
    wrong.put("unitId", "91370303MA3C0EXC9X");
    wrong.put("ground", " ");
    String path = "/api/credit/lists/batch";
    api.send(bureau, "officer", path, null, Map.of("rows", List.of(right, wrong)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors.length()").value(2))
        .andExpect(jsonPath("$.errors[0].row").value(2));
    assertThat(tags(A)).containsExactly("environment");
    JsonNode taken =
        scorecards.ok(api.send(bureau, "officer", path, null, Map.of("rows", List.of(right))));
    assertThat(taken.get("added").asInt()).isEqualTo(1);
    JsonNode again =
        scorecards.ok(api.send(bureau, "officer", path, null, Map.of("rows", List.of(right))));
    assertThat(again.get("unchanged").asInt()).isEqualTo(1);
    assertThat(tags(A)).contains("dishonesty");
    JsonNode counts = scorecards.ok(api.read(bureau, "officer", "/api/credit/lists/counts"));
    assertThat(counts.get("counts").get("dishonesty").asInt()).isEqualTo(1);
  }

  @Test
  @Clause({"TZ-M10", "N-10"})
  void repeated_complaints_become_a_list_and_calm_takes_a_target_off_it() throws Exception {
    scorecards.approved(bureau, scorecards.draft(bureau));
    String header = "统一社会信用代码,信息类型,发生日期,信息编号\n";
    importing.csv(
        bureau,
        "credit-records",
        header
            + (A + ",投诉举报,2025-04-01,诉1\n")
            + (A + ",投诉举报,2026-01-02,诉2\n")
            + (A + ",投诉举报,2026-02-03,诉3\n"));
    scorecards.compute(bureau);
    assertThat(tags(A)).contains("repeated-complaints");
    clock.set(LocalDate.of(2026, 4, 2));
    scorecards.compute(bureau);
    assertThat(tags(A)).as("the first is more than a year ago").containsExactly("environment");
    JsonNode entry = scorecards.card(bureau, id(A)).get("lists").get(0);
    assertThat(entry.get("source").asString()).isEqualTo("computed");
    assertThat(entry.get("endedOn").asString()).isEqualTo("2026-04-02");
  }

  @Test
  @Clause({"TZ-M11", "PDS-25"})
  void credit_records_leave_for_a_stated_purpose_that_is_on_record() throws Exception {
    scorecards.ok(enter(entry("abnormal-operation", "2026-03-01", "")));
    String path = "/api/credit/records/export?format=";
    api.read(bureau, "officer", path + "csv")
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:credit.purpose-missing"));
    var csv = api.read(bureau, "officer", path + "csv&purpose=税务局联合惩戒").andReturn().getResponse();
    assertThat(csv.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
        .contains("阳光机械", "经营异常名录", "月光化工");
    JsonNode json =
        api.body(
            api.read(bureau, "officer", path + "json&list=abnormal-operation&purpose=税务局联合惩戒"));
    assertThat(json).hasSize(1);
    assertThat(json.get(0).get("lists").get(0).asString()).isEqualTo("abnormal-operation");
    assertThat(entries.payloads(bureau, "credit-records-exported"))
        .hasSize(2)
        .allSatisfy(entry -> assertThat(entry).contains("税务局联合惩戒"));
    Bureau other = bureaus.create("zibo_miit");
    assertThat(api.body(api.read(other, "officer", path + "json&purpose=试"))).isEmpty();
  }

  @Test
  @Clause({"TZ-M11", "PDS-25"})
  void a_county_takes_out_credit_records_of_its_own_region_and_no_other() throws Exception {
    City city = cities.create("zibo_miit", List.of());
    Bureau market = bureaus.in(city, "market");
    Bureau county = bureaus.in(city, "county-market");
    importing.csv(
        market,
        "targets",
        "名称,统一社会信用代码,行政区划\n"
            + ("张店机械," + A + "," + City.COUNTY + "\n")
            + ("临淄化工," + B + "," + City.OTHER_COUNTY + "\n"));
    String path = "/api/credit/records/export?format=json&purpose=核对";
    assertThat(api.body(api.read(market, "officer", path))).hasSize(2);
    JsonNode own = api.body(api.read(county, "officer", path));
    assertThat(own).hasSize(1);
    assertThat(own.get(0).get("unitId").asString()).isEqualTo(A);
  }
}
