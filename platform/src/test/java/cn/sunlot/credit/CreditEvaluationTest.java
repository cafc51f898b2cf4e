package cn.sunlot.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.credit.domain.SourceKind;
import cn.sunlot.imports.Importing;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.law.Clause;
import cn.sunlot.schema.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whether classes predict, and what never enters. */
@PlatformTest
class CreditEvaluationTest {

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Scorecards scorecards;
  @Autowired private Api api;
  @Autowired private SettableClock clock;

  private static String unit(int number) {
    String first = "91370303MA%07d".formatted(number);
    return first + Uscc.checkCharacter(first);
  }

  /** 40 targets of each class with one random visit each; problems at 2, 6, 12, 20 of them. */
  private Bureau visited() {
    clock.set(LocalDate.of(2026, 6, 1));
    Bureau bureau = bureaus.create("zibo_miit");
    var targets = new StringBuilder("名称,统一社会信用代码,信用风险分类\n");
    var visits = new StringBuilder("统一社会信用代码,信息类型,发生日期,信息编号,检查方式\n");
    Map<String, Integer> problems = Map.of("A", 2, "B", 6, "C", 12, "D", 20);
    int number = 0;
    for (String riskClass : List.of("A", "B", "C", "D")) {
      for (int i = 0; i < 40; i++) {
        String unit = unit(++number);
        targets.append("企业" + number + "," + unit + "," + riskClass + "\n");
        String kind = i < problems.getOrDefault(riskClass, 0) ? "检查发现问题" : "检查未发现问题";
        visits.append(unit + "," + kind + ",2026-05-20,检" + number + ",随机抽查\n");
      }
    }
    visits.append(unit(1) + ",检查发现问题,2026-05-21,诉检1,\n");
    visits.append(unit(1) + ",登记住所无法联系,2026-05-22,检失1,随机抽查\n");
    importing.csv(bureau, "targets", targets.toString());
    importing.csv(bureau, "credit-records", visits.toString());
    return bureau;
  }

  @Test
  @Clause("N-14")
  void problem_rates_per_class_come_with_intervals_numbers_and_a_test_of_their_order()
      throws Exception {
    Bureau bureau = visited();
    JsonNode found = scorecards.ok(api.read(bureau, "auditor", "/api/credit/evaluation"));
    JsonNode a = found.get("classes").get(0);
    assertThat(a.get("random").get("inspected").asInt()).isEqualTo(40);
    assertThat(a.get("random").get("problems").asInt()).isEqualTo(2);
    assertThat(a.get("random").get("prevented").asInt()).isEqualTo(1);
    assertThat(a.get("targeted").get("inspected").asInt()).isEqualTo(1);
    assertThat(a.get("random").get("rate").asDouble()).isEqualTo(0.05);
    assertThat(a.get("random").get("low").asDouble()).isBetween(0.013, 0.015);
    assertThat(found.get("classes").get(3).get("random").get("problems").asInt()).isEqualTo(20);
    assertThat(found.get("trend").get("verdict").asString()).isEqualTo("orders");
    assertThat(found.get("floorEverywhere").asBoolean()).isTrue();
    JsonNode before =
        scorecards.ok(
            api.read(bureau, "auditor", "/api/credit/evaluation?from=2026-01-01&until=2026-03-31"));
    assertThat(before.get("trend").get("verdict").asString()).isEqualTo("too-few");
    assertThat(before.get("classes").get(0).get("tooFewRandom").asBoolean()).isTrue();
    String csv =
        api.read(bureau, "auditor", "/api/credit/evaluation/export")
            .andReturn()
            .getResponse()
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(csv).contains("A,随机抽查,40,2,1,5.0%");
    api.read(bureau, "inspector", "/api/credit/evaluation").andExpect(status().isForbidden());
  }

  @Test
  @Clause("N-14")
  void a_visit_counts_for_the_class_that_its_target_had_on_that_day() throws Exception {
    Bureau bureau = visited();
    clock.set(LocalDate.of(2026, 6, 2));
    importing.csv(bureau, "targets", "名称,统一社会信用代码,信用风险分类\n企业160," + unit(160) + ",A\n");
    importing.csv(
        bureau,
        "credit-records",
        "统一社会信用代码,信息类型,发生日期,信息编号,检查方式\n"
            + (unit(160) + ",检查发现问题,2026-06-01,检旧,随机抽查\n")
            + (unit(160) + ",检查发现问题,2026-06-02,检新,随机抽查\n"));
    JsonNode classes =
        scorecards.ok(api.read(bureau, "auditor", "/api/credit/evaluation")).get("classes");
    assertThat(classes.get(3).get("random").get("inspected").asInt()).isEqualTo(41);
    assertThat(classes.get(0).get("random").get("inspected").asInt()).isEqualTo(41);
  }

  @Test
  @Clause("TZ-M11")
  void what_another_system_sends_again_with_something_else_is_a_correction() throws Exception {
    Bureau bureau = visited();
    String path = "/api/credit/observations";
    Map<String, Object> told =
        Map.of(
            "unitId", unit(2),
            "kind", "penalty",
            "day", "2026-05-30",
            "source", "司法局",
            "ref", "司罚〔2026〕7号");
    JsonNode first =
        scorecards.ok(api.send(bureau, "officer", path, null, Map.of("rows", List.of(told))));
    assertThat(first.get("added").asInt()).isEqualTo(1);
    JsonNode same =
        scorecards.ok(api.send(bureau, "officer", path, null, Map.of("rows", List.of(told))));
    assertThat(same.get("unchanged").asInt()).isEqualTo(1);
    var corrected = new java.util.HashMap<>(told);
    corrected.put("day", "2026-05-29");
    JsonNode other =
        scorecards.ok(api.send(bureau, "officer", path, null, Map.of("rows", List.of(corrected))));
    assertThat(other.get("changed").asInt()).isEqualTo(1);
    var person = new java.util.HashMap<>(told);
    person.put("ref", "370303199001011234");
    person.put("day", "2026-06-02");
    api.send(bureau, "officer", path, null, Map.of("rows", List.of(person)))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors.length()").value(2));
    JsonNode figures =
        scorecards.ok(
            api.send(
                bureau,
                "officer",
                "/api/credit/values",
                null,
                Map.of(
                    "rows",
                    List.of(
                        Map.of(
                            "unitId", unit(2),
                            "code", "provincial-rating",
                            "value", 2,
                            "day", "2026-05-01",
                            "source", "省平台")))));
    assertThat(figures.get("added").asInt()).isEqualTo(1);
  }

  /** What a score is computed from has no place for a person, so nobody can put one in. */
  @Test
  @Clause("N-14")
  void no_input_of_a_score_can_name_a_person() throws Exception {
    assertThat(SourceKind.values()).hasSize(5);
    assertThat(
            Arrays.stream(Credit.Observation.class.getRecordComponents())
                .map(c -> c.getName())
                .toList())
        .containsExactly(
            "authorityId",
            "targetId",
            "kind",
            "day",
            "selection",
            "occasion",
            "source",
            "ref",
            "revision");
    assertThat(columns("credit", "observation", "given_value", "score", "observation_staging"))
        .noneMatch(c -> c.matches(".*(person|inspector|officer|member|team|_by$).*"));
    assertThat(columns("registry", "rateable"))
        .noneMatch(c -> c.matches(".*(person|contact|inspector|_by$).*"));
  }

  private static List<String> columns(String schema, String... tables) throws Exception {
    List<String> found = new ArrayList<>();
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.owner().connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = '"
                    + schema
                    + "' AND table_name IN ('"
                    + String.join("','", tables)
                    + "') AND column_name <> 'superseded_by'")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    assertThat(found).hasSizeGreaterThan(5);
    return found;
  }
}
