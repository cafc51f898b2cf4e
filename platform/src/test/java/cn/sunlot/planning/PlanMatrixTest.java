package cn.sunlot.planning;

import static cn.sunlot.publicity.store.jooq.Tables.PLAN_LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.JointCity;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.Plans.Arrangement;
import cn.sunlot.planning.Plans.Form;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.policy.Method.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** The plans of a year side by side, as a screen, a workbook and in public. */
@PlatformTest
class PlanMatrixTest {

  @TempDir private Path folder;
  @Autowired private JointCityPlans.Maker jointPlans;
  @Autowired private JointCity.Maker maker;
  @Autowired private SettableClock clock;
  @Autowired private PublishedItems items;
  @Autowired private YearlyPlans yearly;
  @Autowired private Api api;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private JointCity where;
  private Bureau emergency;
  private Bureau market;
  private UUID chemicals;
  private UUID quality;

  @BeforeEach
  void makeCity() {
    clock.set(LocalDate.of(2026, 2, 2));
    where = maker.make("pingdingshan");
    emergency = where.emergency();
    market = where.market();
    chemicals = items.inForce(emergency, "WH-01", Category.KEY, null).current().id();
    quality = items.inForce(market, "ZL-01", Category.KEY, null).current().id();
    yearly.addTargets(emergency, City.COUNTY, "A", 60);
    yearly.addTargets(emergency, City.OTHER_COUNTY, "A", 40);
  }

  private Plan planned() {
    Arrangement joint =
        new Arrangement(
            List.of(where.city().department("market").id()),
            Handling.HANDED_DOWN,
            Weights.of(Map.of(City.COUNTY, 1, City.OTHER_COUNTY, 2)),
            Set.of(Way.ON_SITE),
            Form.SPECIAL_CAMPAIGN,
            "=检查前核对名录",
            2);
    Line plain = YearlyPlans.line(emergency, "=危险化学品检查", chemicals, Map.of("A", 100));
    Line line =
        YearlyPlans.with(
            plain,
            Set.of(City.COUNTY, City.OTHER_COUNTY),
            Rates.of(Map.of("B", 300), Map.of("A", 9)),
            "2026-03-15",
            "2026-06-30",
            joint);
    var plans = new JointCityPlans(where.city(), market, emergency, market, chemicals, quality);
    var agreed =
        jointPlans.agreed(
            market, jointPlans.proposed(emergency, jointPlans.draft(emergency, line, null)));
    return jointPlans.published(plans, jointPlans.plan(plans, agreed));
  }

  @Test
  @Clause({"TZ-14", "TZ-M6"})
  void the_matrix_shows_each_line_with_its_lead_and_its_participants() throws Exception {
    Plan plan = planned();
    yearly.draft(
        market,
        YearlyPlans.with(
            YearlyPlans.line(market, "广告检查", quality, Map.of("A", 500)),
            Set.of(City.COUNTY),
            Rates.of(Map.of("A", 500)),
            "2026-09-01",
            "2026-09-30",
            Arrangement.OWN));
    JsonNode all = api.body(api.read(market, "officer", "/api/plans/matrix?year=2026"));
    assertThat(all.get("departments").valueStream().map(d -> d.at("/department/name").asString()))
        .containsExactlyInAnyOrder("市市场监督管理局", "市应急管理局");
    JsonNode participant =
        all.get("departments")
            .valueStream()
            .filter(d -> d.at("/department/name").asString().equals("市市场监督管理局"))
            .findFirst()
            .orElseThrow();
    assertThat(participant.get("batches").size()).isEqualTo(2);
    assertThat(participant.at("/batches/1/leads").asBoolean()).isTrue();
    assertThat(participant.at("/batches/0/leads").asBoolean()).isFalse();
    assertThat(participant.at("/batches/0/planId").asString()).isEqualTo(plan.id().toString());
    assertThat(participant.at("/batches/0/expected").asInt()).isEqualTo(9);
    assertThat(participant.at("/batches/0/pool").asInt()).isEqualTo(100);
    api.read(market, "officer", "/api/plans/matrix?year=2026&region=370305")
        .andExpect(jsonPath("$.departments.length()").value(2));
    api.read(market, "officer", "/api/plans/matrix?year=2026&binding=true")
        .andExpect(
            jsonPath("$.departments[*].batches[*].leads").value(containsInAnyOrder(true, false)));
    api.read(market, "officer", "/api/plans/matrix?year=2025")
        .andExpect(jsonPath("$.departments").isEmpty());
  }

  @Test
  @Clause("TZ-14")
  void the_workbook_says_all_of_a_line_in_words_and_nothing_in_it_is_a_formula() throws Exception {
    Plan plan = planned();
    byte[] file =
        api.read(market, "officer", "/api/plans/matrix.xlsx?year=2026")
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    List<List<String>> rows = rows(file);
    assertThat(rows.get(0)).containsExactly("2026 年度“双随机、一公开”抽查计划表");
    assertThat(rows.get(1))
        .containsExactly(
            "序号", "抽查计划名称", "抽查事项", "抽查类别", "牵头部门", "参与部门", "检查对象及范围", "抽查比例/数量", "抽查时间", "检查方式",
            "实施层级", "备注");
    assertThat(rows.get(2))
        .containsExactly(
            "1",
            "=危险化学品检查",
            "WH-01 事项 WH-01",
            "节能监察",
            "市应急管理局",
            "市市场监督管理局",
            "张店区、临淄区；企业",
            "A类 9 户；B类 3%；预计 9 户",
            "3月15日—6月30日",
            "实地核查",
            "本级抽取、下发检查",
            plan.number() + "；专项检查；区划权重：张店区 1、临淄区 2；=检查前核对名录");
    assertThat(rows).hasSize(3);
  }

  @Test
  @Clause("TZ-14")
  void the_public_reads_who_draws_by_which_weights_and_what_else_is_demanded() {
    Plan plan = planned();
    var row =
        SystemWork.run(
            () ->
                Objects.requireNonNull(
                    transaction.execute(
                        s ->
                            database
                                .selectFrom(PLAN_LINE)
                                .where(PLAN_LINE.PLAN_ID.eq(plan.id()))
                                .fetchSingle())));
    assertThat(row.getHandling()).isEqualTo("handed-down");
    assertThat(row.getWeights().data()).contains("\"张店区\": 1", "\"临淄区\": 2");
    assertThat(row.getCounts().data()).contains("\"A\": 9");
    assertThat(row.getParticipants()).containsExactly("市市场监督管理局");
    assertThat(row.getOtherDemands()).isEqualTo("=检查前核对名录");
  }

  /** The texts of a workbook, row by row; there is nothing but text in it. */
  private List<List<String>> rows(byte[] workbook) throws Exception {
    Path file = Files.write(folder.resolve("plans.xlsx"), workbook);
    List<List<String>> rows = new ArrayList<>();
    try (var zip = new ZipFile(file.toFile())) {
      var part = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
      var sheet = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(part);
      assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
      assertThat(sheet.getElementsByTagName("v").getLength()).isZero();
      var all = sheet.getElementsByTagName("row");
      for (int i = 0; i < all.getLength(); i++) {
        List<String> texts = new ArrayList<>();
        var cells = ((Element) all.item(i)).getElementsByTagName("t");
        for (int j = 0; j < cells.getLength(); j++) {
          texts.add(cells.item(j).getTextContent());
        }
        rows.add(texts);
      }
    }
    return rows;
  }
}
