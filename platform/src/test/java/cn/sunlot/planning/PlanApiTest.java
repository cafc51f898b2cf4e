package cn.sunlot.planning;

import static cn.sunlot.planning.store.jooq.Tables.LINE;
import static cn.sunlot.planning.store.jooq.Tables.PLAN;
import static cn.sunlot.planning.store.jooq.Tables.PLAN_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.domain.Plan;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class PlanApiTest {

  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private PublishedItems items;
  @Autowired private YearlyPlans yearly;
  @Autowired private Api api;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private Bureau bureau;
  private UUID item;

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    items.confirmRules(bureau);
    item = items.inForce(bureau, "JN-01", Category.GENERAL, 500).current().id();
    yearly.addTargets(bureau, "A", 50);
    yearly.addTargets(bureau, "N", 7);
  }

  private Map<String, Object> draft(int bp) {
    Map<String, Object> line = new HashMap<>();
    line.put("title", "节能监察");
    line.put("category", "节能");
    line.put("itemVersionIds", List.of(item));
    line.put("filter", Map.of("kinds", List.of("enterprise")));
    line.put("ratesBp", Map.of("A", bp));
    line.put("timesPerYear", 1);
    line.put("from", "2026-04-01");
    line.put("to", "2026-10-31");
    line.put("executingId", bureau.person("officer").departmentId());
    line.put("body", "示范市工业和信息化局");
    return Map.of("title", "2026 年度计划", "lines", List.of(line));
  }

  private String created() throws Exception {
    var made =
        api.send(bureau, "officer", "/api/plans", null, Map.of("year", 2026, "title", "2026 年度计划"))
            .andExpect(status().isCreated());
    return "/api/plans/" + api.body(made).get("id").asString();
  }

  @Test
  @Clause("ZB-8")
  void a_plan_shows_pool_expected_number_and_share_of_each_line() throws Exception {
    String path = created();
    api.send(bureau, "officer", path + "/change-draft", 1, draft(500))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.current.lines[0].items[0].code").value("JN-01"))
        .andExpect(jsonPath("$.current.lines[0].itemType").value("general"))
        .andExpect(jsonPath("$.current.lines[0].executing.name").value("节能科"))
        .andExpect(jsonPath("$.current.lines[0].coverage.pool").value(57))
        .andExpect(jsonPath("$.current.lines[0].coverage.expected").value(3))
        .andExpect(jsonPath("$.current.lines[0].coverage.shareBp").value(527))
        .andExpect(
            jsonPath("$.allowedCommands").value(contains("change-draft", "submit", "discard")));
    api.read(bureau, "officer", "/api/plans/coverage?kinds=enterprise&riskClasses=A&rateA=1000")
        .andExpect(jsonPath("$.pool").value(50))
        .andExpect(jsonPath("$.expected").value(5));
    api.read(bureau, "officer2", "/api/plans?year=2026&state=draft")
        .andExpect(jsonPath("$.items[*].number").value(contains("P-2026-0001")))
        .andExpect(jsonPath("$.items[0].lines").value(1));
    api.read(bureau, "officer2", "/api/plans?year=2027").andExpect(jsonPath("$.total").value(0));
  }

  @Test
  @Clause("ZB-8")
  void targets_that_no_draw_can_hit_are_not_expected() throws Exception {
    for (String command : List.of("close", "move", "revoke")) {
      leave(command, "A");
    }
    leave("close", "N");
    api.read(bureau, "officer", "/api/plans/coverage?kinds=enterprise&rateA=5000&rateN=10000")
        .andExpect(jsonPath("$.pool").value(53))
        .andExpect(jsonPath("$.classes[?(@.riskClass == 'A')].pool").value(47))
        .andExpect(jsonPath("$.classes[?(@.riskClass == 'N')].expected").value(6))
        .andExpect(jsonPath("$.expected").value(30));
    api.send(bureau, "officer", created() + "/change-draft", 1, draft(500))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.current.lines[0].coverage.pool").value(53))
        .andExpect(jsonPath("$.current.lines[0].coverage.expected").value(3));
  }

  /** Another enterprise of the risk class leaves the market. */
  private void leave(String command, String riskClass) throws Exception {
    String active = "/api/targets?status=active&riskClass=" + riskClass;
    String id =
        api.body(api.read(bureau, "officer", active)).path("items").get(0).path("id").asString();
    String path = "/api/targets/" + id;
    api.send(bureau, "officer", path + "/" + command, 1, Map.of("reason", "登记机关通知"))
        .andExpect(status().isOk());
  }

  @Test
  @Clause("ZB-5")
  void a_ratio_over_the_cap_is_explained_in_chinese_and_english_and_nothing_is_saved()
      throws Exception {
    String path = created();
    api.send(bureau, "officer", path + "/change-draft", 1, draft(501))
        .andExpect(status().isUnprocessableContent())
        .andExpect(
            jsonPath("$.detail")
                .value("“节能监察”对信用风险 A 类的抽查比例为 5.01%，超过一般检查事项“JN-01 事项 JN-01”的上限 5%；什么都没有保存。"))
        .andExpect(jsonPath("$.clauses").value(hasItem("ZB-5")))
        .andExpect(jsonPath("$.why").value(containsString("第五条，")))
        .andExpect(jsonPath("$.now").value(containsString("降到 5% 以内")))
        .andExpect(jsonPath("$.errors[0].row").value(1))
        .andExpect(jsonPath("$.errors[0].message").value("超过“JN-01 事项 JN-01”的比例上限 5%"));
    api.read(bureau, "officer", path).andExpect(jsonPath("$.current.lines").isEmpty());
  }

  @Test
  void the_same_command_sent_twice_takes_one_number_and_an_old_version_is_refused()
      throws Exception {
    UUID key = UUID.randomUUID();
    var body = Map.of("year", 2026, "title", "2026 年度计划");
    var first = api.send(bureau, "officer", "/api/plans", null, body, key);
    var second = api.send(bureau, "officer", "/api/plans", null, body, key);
    assertThat(api.body(second)).isEqualTo(api.body(first));
    api.read(bureau, "officer", "/api/plans").andExpect(jsonPath("$.total").value(1));
    String path = "/api/plans/" + api.body(first).get("id").asString() + "/change-draft";
    api.send(bureau, "officer", path, 1, draft(100)).andExpect(status().isOk());
    api.send(bureau, "officer", path, 1, draft(200)).andExpect(status().isPreconditionFailed());
  }

  @Test
  @Clause("TZ-13")
  void an_adjustment_goes_the_same_way_and_each_version_can_be_read() throws Exception {
    Plan published =
        yearly.published(
            bureau, yearly.draft(bureau, YearlyPlans.line(bureau, "节能监察", item, Map.of("A", 500))));
    String path = "/api/plans/" + published.id();
    api.send(bureau, "officer", path + "/adjust", published.version(), Map.of("reason", "上级部署"))
        .andExpect(jsonPath("$.current.number").value(2))
        .andExpect(jsonPath("$.bindingNumber").value(1));
    int version = published.version() + 1;
    api.send(bureau, "officer", path + "/submit", version, null).andExpect(status().isOk());
    api.send(bureau, "principal", path + "/approve", version + 1, null)
        .andExpect(jsonPath("$.bindingNumber").value(2))
        .andExpect(jsonPath("$.current.approvedBy.name").value("测试principal"));
    api.send(bureau, "officer", path + "/publish", version + 2, null)
        .andExpect(jsonPath("$.versions[*].state").value(contains("published", "published")))
        .andExpect(jsonPath("$.versions[1].reason").value("上级部署"));
    api.read(bureau, "officer2", path + "/versions/1")
        .andExpect(jsonPath("$.number").value(1))
        .andExpect(jsonPath("$.lines[0].planned.pool").value(57));
  }

  @Test
  void only_the_principal_approves() throws Exception {
    String path = created();
    api.send(bureau, "officer", path + "/approve", 1, null).andExpect(status().isForbidden());
    api.send(bureau, "head", path + "/approve", 1, null).andExpect(status().isForbidden());
    api.send(bureau, "inspector", path + "/submit", 1, null).andExpect(status().isForbidden());
  }

  private <T> T as(Bureau whose, String who, Supplier<T> work) {
    return whose.as(who, () -> Objects.requireNonNull(transaction.execute(s -> work.get())));
  }

  @Test
  void the_database_lets_a_sibling_section_read_and_another_authority_not_even_that() {
    Plan plan = yearly.draft(bureau, YearlyPlans.line(bureau, "节能监察", item, Map.of("A", 500)));
    Supplier<Integer> rename =
        () ->
            database
                .update(PLAN_VERSION)
                .set(PLAN_VERSION.TITLE, "x")
                .where(PLAN_VERSION.PLAN_ID.eq(plan.id()))
                .execute();
    Supplier<Integer> drop =
        () -> database.deleteFrom(LINE).where(LINE.PLAN_ID.eq(plan.id())).execute();
    Supplier<Integer> count = () -> database.fetchCount(PLAN, PLAN.ID.eq(plan.id()));
    assertThat(as(bureau, "officer2", count)).isEqualTo(1);
    assertThat(as(bureau, "officer2", rename)).isZero();
    assertThat(as(bureau, "officer2", drop)).isZero();
    Bureau other = bureaus.create("zibo_miit");
    assertThat(as(other, "principal", count)).isZero();
    assertThat(as(bureau, "officer", rename)).isEqualTo(1);
    assertThat(as(bureau, "officer", drop)).isEqualTo(1);
  }

  @Test
  @Clause("ZB-8")
  void an_approved_plan_cannot_be_changed_even_past_the_application() {
    Plan plan =
        yearly.approved(
            bureau, yearly.draft(bureau, YearlyPlans.line(bureau, "节能监察", item, Map.of("A", 500))));
    assertThatThrownBy(
            () ->
                as(
                    bureau,
                    "officer",
                    () ->
                        database
                            .update(PLAN_VERSION)
                            .set(PLAN_VERSION.TITLE, "x")
                            .where(PLAN_VERSION.PLAN_ID.eq(plan.id()))
                            .execute()))
        .rootCause()
        .hasMessageContaining("is approved and stays as it is");
    assertThatThrownBy(
            () ->
                as(
                    bureau,
                    "officer",
                    () -> database.deleteFrom(LINE).where(LINE.PLAN_ID.eq(plan.id())).execute()))
        .rootCause()
        .hasMessageContaining("belongs to an approved plan");
  }
}
