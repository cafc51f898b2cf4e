package cn.sunlot.catalog;

import static cn.sunlot.audit.store.jooq.Tables.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.City;
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

/** The way of a joint item: proposed, consolidated, decided on, published in a batch. */
@PlatformTest
class JointItemTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final Map<String, Object> DECISION =
      Map.of("on", "2026-02-27", "documentNumber", "示联席〔2026〕3号");

  @Autowired private JointCity.Maker maker;
  @Autowired private PublishedItems items;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private Api api;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private JointCity city;
  private Bureau office;
  private Bureau lead;

  @BeforeEach
  void makeCity() {
    clock.set(TODAY);
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

  private Map<String, Object> body(List<String> participants) {
    Map<String, Object> content = new HashMap<>();
    content.put("name", "危险化学品经营企业联合检查");
    content.put("category", "key");
    content.put("participants", participants);
    return Map.of("code", "LH-09", "content", content);
  }

  @Test
  @Clause({"TZ-M3", "TZ-7", "PDS-6"})
  void a_joint_item_is_proposed_by_its_lead_consolidated_decided_on_and_published_in_a_batch()
      throws Exception {
    Item item = maker.submitted(city, "LH-01");
    api.read(lead, "officer", path(item))
        .andExpect(jsonPath("$.lead.name").value("市应急管理局"))
        .andExpect(jsonPath("$.office.name").value("市市场监督管理局"))
        .andExpect(jsonPath("$.current.participants[*].name").value(contains("市市场监督管理局")))
        .andExpect(jsonPath("$.allowedCommands").isEmpty());
    api.read(office, "conference", path(item))
        .andExpect(jsonPath("$.allowedCommands").value(contains("consolidate", "return-proposal")));
    api.send(office, "conference", path(item) + "/consolidate", 3, null)
        .andExpect(jsonPath("$.current.state").value("consolidated"))
        .andExpect(jsonPath("$.current.consolidatedBy.name").value("测试conference"));
    api.send(office, "conference", path(item) + "/enter-decision", 4, DECISION)
        .andExpect(jsonPath("$.current.state").value("approved"))
        .andExpect(jsonPath("$.current.decision.by").value("joint-conference"))
        .andExpect(jsonPath("$.current.decision.on").value("2026-02-27"))
        .andExpect(jsonPath("$.current.decision.documentNumber").value("示联席〔2026〕3号"))
        .andExpect(
            jsonPath("$.allowedCommands").value(contains("publish-in-batch", "return-proposal")));
    Item second = maker.decided(city, "LH-02");
    var made =
        api.send(office, "conference", "/api/item-batches", null, batch(item, 5, second, 5))
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.number").value("B-2026-0001"))
            .andExpect(jsonPath("$.office.name").value("市市场监督管理局"))
            .andExpect(jsonPath("$.items[*].code").value(contains("LH-01", "LH-02")))
            .andExpect(jsonPath("$.items[0].decisionNumber").value("示联席〔2026〕3号"));
    String batch = api.body(made).get("id").asString();
    api.read(lead, "officer", path(item))
        .andExpect(jsonPath("$.current.state").value("published"))
        .andExpect(jsonPath("$.current.from").value("2026-03-02"))
        .andExpect(jsonPath("$.current.batch.number").value("B-2026-0001"))
        .andExpect(jsonPath("$.allowedCommands").value(contains("new-version")));
    api.read(lead, "inspector", "/api/item-batches")
        .andExpect(jsonPath("$.items[0].id").value(batch))
        .andExpect(jsonPath("$.items[0].items").value(2));
    assertThat(entries(item))
        .containsExactly(
            "item-drafted",
            "checklist-changed",
            "item-submitted",
            "item-consolidated",
            "item-decided",
            "item-published");
  }

  private List<String> entries(Item item) {
    return SystemWork.run(
        () ->
            transaction.execute(
                s ->
                    database
                        .select(ENTRY.TYPE)
                        .from(ENTRY)
                        .where(ENTRY.REF.eq(item.code()))
                        .and(ENTRY.ORG.eq(item.authorityId().toString()))
                        .orderBy(ENTRY.ID)
                        .fetch(ENTRY.TYPE)));
  }

  @Test
  @Clause({"TZ-7", "TZ-M3"})
  void the_leaders_of_the_lead_do_not_approve_publish_or_retire_a_joint_item() throws Exception {
    Item item = maker.submitted(city, "LH-01");
    api.send(lead, "principal", path(item) + "/approve", 3, null)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:catalog.joint-item"))
        .andExpect(jsonPath("$.title").value("联合事项不由本部门审定"))
        .andExpect(
            jsonPath("$.detail")
                .value("“危险化学品经营企业联合检查”是联合抽查事项：由“市市场监督管理局”汇总、登记审定结果并分批公布，牵头部门不能自行审定、公布或取消。"))
        .andExpect(jsonPath("$.clauses").value(hasItem("SL-2")))
        .andExpect(jsonPath("$.allowedCommands").value(hasItem("consolidate")));
    Item decided = maker.decided(city, "LH-02");
    api.send(lead, "officer", path(decided) + "/publish", 5, null)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:catalog.joint-item"));
    Map<String, Object> why = Map.of("reason", "不再需要");
    api.send(lead, "officer", path(decided) + "/retire", 5, why)
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:catalog.joint-item"));
    api.send(lead, "principal", path(decided) + "/send-back", 5, why)
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:catalog.joint-item"));
  }

  @Test
  @Clause({"TZ-M3", "TZ-S1"})
  void only_the_office_of_the_joint_conference_consolidates_decides_and_sends_back()
      throws Exception {
    Item item = maker.submitted(city, "LH-01");
    for (String who : List.of("principal", "conference")) {
      api.send(lead, who, path(item) + "/consolidate", 3, null)
          .andExpect(status().isForbidden())
          .andExpect(jsonPath("$.type").value("urn:sunlot:problem:catalog.not-the-office"))
          .andExpect(jsonPath("$.detail").value("联合抽查事项“LH-01”由“市市场监督管理局”（联席会议办公室）统筹，您不能办理。"));
    }
    api.send(office, "officer", path(item) + "/consolidate", 3, null)
        .andExpect(status().isForbidden());
    api.send(office, "conference", path(item) + "/return-proposal", 3, Map.of("reason", " "))
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:catalog.reason-missing"));
    api.send(
            office, "principal", path(item) + "/return-proposal", 3, Map.of("reason", "请与消防救援机构会商"))
        .andExpect(jsonPath("$.current.state").value("draft"))
        .andExpect(jsonPath("$.current.sentBack").value("请与消防救援机构会商"));
  }

  @Test
  @Clause("TZ-M3")
  void an_item_waits_for_the_office_and_not_for_the_leaders_of_the_lead() throws Exception {
    maker.submitted(city, "LH-01");
    maker.consolidated(city, "LH-02");
    maker.decided(city, "LH-03");
    api.read(office, "conference", "/api/todo")
        .andExpect(
            jsonPath("$[*].kind")
                .value(contains("consolidate-item", "decide-item", "publish-joint-item")));
    api.read(lead, "principal", "/api/todo")
        .andExpect(jsonPath("$[*].kind").value(not(hasItem("approve-item"))));
  }

  @Test
  @Clause("TZ-7")
  void a_decision_names_its_day_which_is_not_ahead_and_its_document() throws Exception {
    Item item = maker.consolidated(city, "LH-01");
    api.send(
            office,
            "conference",
            path(item) + "/enter-decision",
            4,
            Map.of("on", "2026-03-03", "documentNumber", "示联席〔2026〕3号"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value("“危险化学品经营企业联合检查”的决定日期 2026-03-03 晚于今天 2026-03-02。"));
    api.send(
            office,
            "conference",
            path(item) + "/enter-decision",
            4,
            Map.of("on", "2026-03-02", "documentNumber", " "))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].field").value("documentNumber"))
        .andExpect(jsonPath("$.errors[0].message").value("不能为空"));
  }

  @Test
  @Clause("TZ-7")
  void participants_are_other_departments_of_the_same_region_each_wrong_one_named()
      throws Exception {
    List<String> wrong =
        List.of(
            city.city().department("emergency").id().toString(),
            city.city().department("county-market").id().toString(),
            office.section("节能科").id().toString(),
            city.city().department("market").id().toString(),
            city.city().department("market").id().toString(),
            "00000000-0000-0000-0000-000000000007");
    api.send(lead, "officer", "/api/items", null, body(wrong))
        .andExpect(status().isUnprocessableContent())
        .andExpect(
            jsonPath("$.errors[*].value")
                .value(
                    contains(
                        "市应急管理局",
                        "张店区市场监督管理局",
                        "节能科",
                        "市市场监督管理局",
                        "00000000-0000-0000-0000-000000000007")))
        .andExpect(
            jsonPath("$.errors[*].message")
                .value(
                    contains(
                        "牵头部门不能同时作为参与部门",
                        "不是与“市应急管理局”同级同地的部门",
                        "不是与“市应急管理局”同级同地的部门",
                        "部门重复",
                        "没有这个部门")))
        .andExpect(jsonPath("$.clauses").value(hasItem("SL-2")));
  }

  @Test
  @Clause({"ZB-5", "TZ-7"})
  void a_single_bureau_has_no_joint_items() throws Exception {
    Bureau single = bureaus.create("zibo_miit");
    items.confirmRules(single);
    api.send(
            single,
            "officer",
            "/api/items",
            null,
            body(List.of(single.section("安全生产科").id().toString())))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:catalog.no-joint-list"))
        .andExpect(jsonPath("$.detail").value(containsString("适用的规则没有联合抽查事项清单。")))
        .andExpect(jsonPath("$.clauses").value(hasItem("ZB-5")));
  }

  @Test
  @Clause({"TZ-7", "TZ-28"})
  void an_incomplete_proposal_is_not_submitted_and_the_gaps_are_named() throws Exception {
    var made =
        api.send(
            lead,
            "officer",
            "/api/items",
            null,
            body(List.of(city.city().department("market").id().toString())));
    String path = "/api/items/" + api.body(made).get("id").asString();
    api.send(lead, "officer", path + "/submit", 1, null)
        .andExpect(status().isUnprocessableContent())
        .andExpect(
            jsonPath("$.errors[*].field")
                .value(
                    contains(
                        "targetKind",
                        "content",
                        "basis",
                        "methods",
                        "body",
                        "timesPerYear",
                        "checklist")));
  }

  @Test
  @Clause("TZ-S1")
  void without_an_office_of_the_region_nothing_is_proposed() throws Exception {
    Bureau county = bureaus.in(city.city(), "county-market");
    Item draft = items.draft(county, "QX-01", city.joint("county-emergency"));
    api.send(county, "officer", path(draft) + "/submit", draft.version(), null)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value("“QX-01”需要由张店区的联席会议办公室统筹，但还没有登记联席会议或其办公室。"));
    maker.addConference(city.city(), City.COUNTY, "county-market", "county-emergency");
    api.send(county, "officer", path(draft) + "/submit", draft.version(), null)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.office.name").value("张店区市场监督管理局"));
    api.send(office, "conference", path(draft) + "/consolidate", draft.version() + 1, null)
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.detail").value(containsString("张店区市场监督管理局")));
  }

  @Test
  @Clause({"TZ-M3", "SX-3.2"})
  void an_own_item_is_approved_by_its_own_leaders_and_by_no_others() throws Exception {
    Item own =
        items.submitted(
            lead, items.draft(lead, "YJ-01", PublishedItems.content("安全", Category.KEY, null)));
    api.send(office, "principal", path(own) + "/approve", 3, null)
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:catalog.other-section"));
    api.send(office, "conference", path(own) + "/consolidate", 3, null)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.allowedCommands").value(hasItem("approve")));
    api.send(lead, "principal", path(own) + "/approve", 3, null)
        .andExpect(jsonPath("$.current.state").value("approved"))
        .andExpect(jsonPath("$.current.decision").doesNotExist());
    api.read(lead, "officer", "/api/items?list=joint").andExpect(jsonPath("$.total").value(0));
    api.read(lead, "officer", "/api/items?list=own").andExpect(jsonPath("$.total").value(1));
    api.read(lead, "officer", "/api/items?list=all")
        .andExpect(jsonPath("$.errors[0].message").value("没有这种清单"));
  }
}
