package cn.sunlot.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Batches of joint items: published whole or not at all, and what the public sees of them. */
@PlatformTest
class ItemBatchTest {

  private static final Map<String, Object> DECISION =
      Map.of("on", "2026-02-27", "documentNumber", "示联席〔2026〕3号");

  @Autowired private JointCity.Maker maker;
  @Autowired private PublishedItems items;
  @Autowired private SettableClock clock;
  @Autowired private Api api;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private JointCity city;
  private Bureau office;
  private Bureau lead;

  @BeforeEach
  void makeCity() {
    clock.set(LocalDate.of(2026, 3, 2));
    city = maker.make("base");
    office = city.market();
    lead = city.emergency();
  }

  private static String path(Item item) {
    return "/api/items/" + item.id();
  }

  private static Map<String, Object> batch(Object... itemsAndVersions) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 0; i < itemsAndVersions.length; i += 2) {
      lines.add(
          Map.of("id", ((Item) itemsAndVersions[i]).id(), "version", itemsAndVersions[i + 1]));
    }
    return Map.of("name", "2026年第一批", "items", lines);
  }

  @Test
  @Clause({"TZ-7", "TZ-M3"})
  void the_public_list_names_lead_participants_decision_and_batch() throws Exception {
    Item item = maker.decided(city, "LH-01");
    api.send(office, "conference", "/api/item-batches", null, batch(item, 5))
        .andExpect(status().isCreated());
    var shown =
        SystemWork.run(
            () ->
                transaction.execute(
                    s ->
                        database.fetchOne(
                            "SELECT department, participants, batch, decision_number"
                                + " FROM publicity.item WHERE item_id = ?",
                            item.id())));
    assertThat(shown).isNotNull();
    assertThat(shown.get("department")).isEqualTo("市应急管理局");
    assertThat(shown.get("participants", String[].class)).containsExactly("市市场监督管理局");
    assertThat(shown.get("batch")).isEqualTo("B-2026-0001");
    assertThat(shown.get("decision_number")).isEqualTo("示联席〔2026〕3号");
  }

  @Test
  @Clause({"TZ-M3", "PDS-6"})
  void a_batch_is_published_as_a_whole_or_not_at_all_each_refusal_named_by_item() throws Exception {
    Item good = maker.decided(city, "LH-01");
    Item early = maker.consolidated(city, "LH-02");
    Item own =
        items.approved(
            lead, items.draft(lead, "YJ-01", PublishedItems.content("安全", Category.KEY, null)));
    Item other = maker.decided(city, "LH-03");
    api.send(
            office,
            "conference",
            "/api/item-batches",
            null,
            batch(good, 5, early, 4, own, 4, other, 3, good, 5))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value("本批 5 项中有 4 项不能公布，全部没有公布。"))
        .andExpect(jsonPath("$.clauses").value(hasItem("SL-2")))
        .andExpect(jsonPath("$.errors[*].row").value(contains(2, 3, 4, 5)))
        .andExpect(jsonPath("$.errors[0].value").value("LH-02 危险化学品经营企业联合检查"))
        .andExpect(
            jsonPath("$.errors[*].message")
                .value(contains("还没有登记审定结果", "不是联合抽查事项，不进入批次", "在您打开之后已经变动", "在本批次中重复")));
    api.read(lead, "officer", path(good)).andExpect(jsonPath("$.current.state").value("approved"));
    api.read(lead, "officer", "/api/item-batches").andExpect(jsonPath("$.total").value(0));
    Map<String, Object> late = new HashMap<>(batch(good, 5));
    late.put("from", "2026-03-01");
    api.send(office, "conference", "/api/item-batches", null, late)
        .andExpect(jsonPath("$.errors[0].message").value("生效日期早于可以选择的最早日期 2026-03-02"));
    api.send(lead, "conference", "/api/item-batches", null, batch(good, 5))
        .andExpect(status().isForbidden());
    api.send(
            office,
            "conference",
            "/api/item-batches",
            null,
            Map.of("name", "批", "items", List.of()))
        .andExpect(jsonPath("$.errors[0].field").value("items"));
  }

  @Test
  @Clause({"TZ-7", "TZ-M3"})
  void a_change_of_law_makes_a_new_version_that_goes_the_same_way_and_can_be_compared()
      throws Exception {
    Item item = maker.decided(city, "LH-01");
    api.send(office, "conference", "/api/item-batches", null, batch(item, 5))
        .andExpect(status().isCreated());
    api.send(
            lead,
            "officer",
            path(item) + "/new-version",
            6,
            Map.of("reason", "法律修订", "changedLaw", "《安全生产法》第四十条"))
        .andExpect(jsonPath("$.current.number").value(2))
        .andExpect(jsonPath("$.current.changedLaw").value("《安全生产法》第四十条"))
        .andExpect(jsonPath("$.current.decision").doesNotExist())
        .andExpect(jsonPath("$.inForceNumber").value(1));
    api.read(lead, "officer", path(item) + "/comparison?from=1&to=2")
        .andExpect(jsonPath("$.differences[*].field").value(contains("decision")))
        .andExpect(jsonPath("$.differences[0].before").value("示联席〔2026〕3号\n2026-03-02"));
    api.send(lead, "officer", path(item) + "/submit", 7, null).andExpect(status().isOk());
    api.send(office, "conference", path(item) + "/consolidate", 8, null).andExpect(status().isOk());
    api.send(office, "conference", path(item) + "/enter-decision", 9, DECISION)
        .andExpect(status().isOk());
    Map<String, Object> next = new HashMap<>(batch(item, 10));
    next.put("from", "2026-05-01");
    api.send(office, "conference", "/api/item-batches", null, next)
        .andExpect(jsonPath("$.number").value("B-2026-0002"));
    api.read(lead, "officer", path(item) + "/versions")
        .andExpect(jsonPath("$[0].until").value("2026-04-30"))
        .andExpect(jsonPath("$[1].from").value("2026-05-01"));
  }

  @Test
  @Clause({"TZ-7", "TZ-M3"})
  void a_joint_item_leaves_the_list_by_a_decision_that_names_its_day_and_document()
      throws Exception {
    Item item = maker.decided(city, "LH-01");
    api.send(office, "conference", "/api/item-batches", null, batch(item, 5))
        .andExpect(status().isCreated());
    Map<String, Object> order = new HashMap<>(Map.of("reason", "业务调整", "lastDay", "2026-06-30"));
    String path = path(item) + "/retire-joint";
    api.send(office, "conference", path, 6, order)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[*].field").value(hasItem("documentNumber")));
    order.put("documentNumber", "示联席〔2026〕5号");
    order.put("on", "2026-03-03");
    api.send(office, "conference", path, 6, order)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value("“危险化学品经营企业联合检查”的决定日期 2026-03-03 晚于今天 2026-03-02。"));
    order.put("on", "2026-03-01");
    api.send(lead, "principal", path, 6, order).andExpect(status().isForbidden());
    api.send(office, "conference", path, 6, order)
        .andExpect(jsonPath("$.current.state").value("retired"))
        .andExpect(jsonPath("$.current.until").value("2026-06-30"))
        .andExpect(jsonPath("$.current.ended.by").value("joint-conference"))
        .andExpect(jsonPath("$.current.ended.documentNumber").value("示联席〔2026〕5号"))
        .andExpect(jsonPath("$.current.decision.documentNumber").value("示联席〔2026〕3号"));
  }

  @Test
  @Clause("TZ-7")
  void a_published_joint_item_is_not_turned_into_an_own_one_by_its_lead_alone() throws Exception {
    Item item = maker.decided(city, "LH-01");
    api.send(office, "conference", "/api/item-batches", null, batch(item, 5))
        .andExpect(status().isCreated());
    api.send(lead, "officer", path(item) + "/new-version", 6, Map.of("reason", "自行检查"))
        .andExpect(status().isOk());
    Map<String, Object> alone =
        Map.of("name", "危险化学品经营企业检查", "category", "key", "participants", List.of());
    api.send(lead, "officer", path(item) + "/change-draft", 7, alone)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.title").value("联合事项不能改为本部门事项"))
        .andExpect(jsonPath("$.detail").value("“危险化学品经营企业检查”已作为联合抽查事项公布，不能清空参与部门。"))
        .andExpect(jsonPath("$.clauses").value(hasItem("SL-2")))
        .andExpect(jsonPath("$.errors[0].message").value("联合抽查事项至少要有一个参与部门"));
    Item draft = maker.draft(city, "LH-02");
    api.send(lead, "officer", path(draft) + "/change-draft", draft.version(), alone)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.current.participants").isEmpty());
  }

  @Test
  @Clause("TZ-M3")
  void what_waits_for_a_batch_is_what_the_own_office_coordinates() throws Exception {
    Item item = maker.decided(city, "LH-01");
    maker.consolidated(city, "LH-02");
    Bureau county = maker.county(city);
    api.read(office, "conference", "/api/item-batches/waiting")
        .andExpect(jsonPath("$[*].code").value(contains("LH-01")))
        .andExpect(jsonPath("$[0].version").value(5))
        .andExpect(jsonPath("$[0].lead.name").value("市应急管理局"))
        .andExpect(jsonPath("$[0].decisionNumber").value("示联席〔2026〕3号"));
    api.read(county, "conference", "/api/item-batches/waiting").andExpect(jsonPath("$").isEmpty());
    api.send(county, "conference", "/api/item-batches", null, batch(item, 5))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:catalog.not-the-office"));
  }

  @Test
  void a_batch_stays_as_it_was_even_past_the_application() {
    assertThat(
            catchThrowable(
                () ->
                    SystemWork.run(
                        () ->
                            transaction.execute(
                                s -> database.execute("UPDATE catalog.batch SET name = 'x'")))))
        .rootCause()
        .hasMessageContaining("permission denied");
  }
}
