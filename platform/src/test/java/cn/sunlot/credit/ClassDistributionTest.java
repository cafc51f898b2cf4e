package cn.sunlot.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.imports.Importing;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.Registry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How targets spread over the classes: every one explained, and plans build on it. */
@PlatformTest
class ClassDistributionTest {

  private static final List<String> UNITS =
      Stream.of("0123456789ABCDEFGHJK".split("")).map(ClassDistributionTest::unit).toList();

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Scorecards scorecards;
  @Autowired private Registry registry;
  @Autowired private Api api;
  @Autowired private SettableClock clock;

  private Bureau bureau;

  private static String unit(String digit) {
    String first = "91370303MA3C0DXA" + digit;
    return first + Uscc.checkCharacter(first);
  }

  /** Thirteen firms of which nothing is known, four with a penalty, two with more, one listed. */
  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    StringBuilder firms = new StringBuilder("名称,统一社会信用代码,负责人,联系方式,地址,行政区划代码\n");
    StringBuilder records = new StringBuilder("统一社会信用代码,信息类型,发生日期,信息编号,来源系统,检查方式\n");
    for (int i = 0; i < UNITS.size(); i++) {
      String unit = UNITS.get(i);
      firms.append("企业" + i + "," + unit + ",王小明,13312345678,张店区,370303\n");
      if (i >= 13 && i < 19) {
        records.append(unit + ",行政处罚,2025-06-01,罚" + i + ",市监,\n");
      }
      if (i >= 17 && i < 19) {
        records.append(unit + ",行政处罚,2025-08-01,再" + i + ",市监,\n");
        records.append(unit + ",检查发现问题,2025-09-01,检" + i + ",市监,随机抽查\n");
        records.append(unit + ",安全事故,2025-10-01,事" + i + ",应急,\n");
      }
    }
    importing.csv(bureau, "targets", firms.toString());
    importing.csv(bureau, "credit-records", records.toString());
    importing.csv(
        bureau,
        "credit-lists",
        "统一社会信用代码,名录名称,列入日期,列入原因,作出决定机关\n"
            + UNITS.get(19)
            + ",严重违法失信名单,2025-01-01,虚假登记,示范市市场监督管理局\n");
  }

  private UUID id(String unit) {
    return bureau.as(
        "officer", () -> registry.findByUnitId(bureau.authorityId(), unit).orElseThrow().id());
  }

  @Test
  @Clause("N-10")
  void the_spread_over_the_classes_adds_up_every_member_explains_itself_and_plans_build_on_it()
      throws Exception {
    scorecards.approved(bureau, scorecards.draft(bureau));
    JsonNode run = scorecards.compute(bureau);
    assertThat(run.get("read").asInt()).isEqualTo(20);
    Map<String, Integer> spread = new TreeMap<>();
    run.get("after")
        .properties()
        .forEach(
            e -> {
              if (e.getValue().asInt() > 0) {
                spread.put(e.getKey(), e.getValue().asInt());
              }
            });
    assertThat(spread).isEqualTo(Map.of("A", 13, "B", 4, "C", 2, "D", 1));
    Map<String, Integer> explained = new TreeMap<>();
    for (String unit : UNITS) {
      JsonNode why = scorecards.card(bureau, id(unit)).get("explanation");
      int sum = why.get("terms").valueStream().mapToInt(t -> t.get("score").asInt()).sum();
      assertThat(why.get("score").asInt()).as(unit).isEqualTo(sum);
      explained.merge(why.get("riskClass").asString(), 1, Integer::sum);
    }
    assertThat(explained).isEqualTo(spread);
    // 3% of A, 10% of B, half of C, all of D: each class rounded up.
    api.read(bureau, "officer", "/api/plans/coverage?rateA=300&rateB=1000&rateC=5000&rateD=10000")
        .andExpect(jsonPath("$.pool").value(20))
        .andExpect(jsonPath("$.expected").value(1 + 1 + 1 + 1));
  }
}
