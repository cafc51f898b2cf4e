package cn.sunlot.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
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
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.imports.Importing;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** Items that come from a superior's list. */
@PlatformTest
@TestPropertySource(properties = "sunlot.log.origin=superior.test/log")
class SuperiorListTest {

  @Autowired private Bureau.Factory bureaus;
  @Autowired private PublishedItems items;
  @Autowired private Importing imports;
  @Autowired private SettableClock clock;
  @Autowired private Api api;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("rushan");
  }

  private static Map<String, Object> content(String name) {
    Map<String, Object> content = new HashMap<>();
    content.put("name", name);
    content.put("category", "key");
    content.put("timesPerYear", 1);
    content.put("targetKind", "enterprise");
    content.put("content", "特种设备使用登记、定期检验");
    content.put("basis", List.of("《特种设备安全法》第三十三条"));
    content.put("methods", List.of("on-site"));
    content.put("body", "市场监督管理部门");
    return content;
  }

  private static Map<String, Object> list(String edition, String day, String... codes) {
    return Map.of(
        "source",
        "自治区市场监督管理局",
        "name",
        "随机抽查事项清单",
        "edition",
        edition,
        "issuedOn",
        day,
        "items",
        List.of(codes).stream()
            .map(code -> Map.of("code", code, "content", content("事项 " + code)))
            .toList());
  }

  private ResultActions enter(Bureau who, Map<String, Object> list) throws Exception {
    return api.send(who, "officer", "/api/superior-lists", null, list);
  }

  private ResultActions create(Bureau who, String code, Map<String, Object> content)
      throws Exception {
    return api.send(who, "officer", "/api/items", null, Map.of("code", code, "content", content));
  }

  private Item inForce(String code) {
    var own = PublishedItems.content("自拟", Category.KEY, null);
    return items.published(bureau, items.draft(bureau, code, own), null);
  }

  @Test
  @Clause("RS-2.2")
  void an_item_comes_from_the_superiors_list_with_its_words_and_there_is_none_outside()
      throws Exception {
    enter(bureau, list("2025年版", "2025-01-10", "TS-01", "TS-02"))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.items[*].code").value(contains("TS-01", "TS-02")));
    create(bureau, "ts-01", content("自己的名称"))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.current.name").value("事项 TS-01"));
    create(bureau, "ZD-01", content("自定事项"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:catalog.not-on-superior-list"))
        .andExpect(jsonPath("$.title").value("上级清单没有这个事项"))
        .andExpect(jsonPath("$.detail").value("上级清单的现行版本中没有编号“ZD-01”的事项。"))
        .andExpect(jsonPath("$.clauses").value(hasItem("RS-2.2")))
        .andExpect(jsonPath("$.why").value(containsString("《乳山市")))
        .andExpect(jsonPath("$.errors[0].message").value("不在上级清单的现行版本中"));
  }

  @Test
  @Clause("RS-2.2")
  void a_draft_keeps_the_superiors_words_and_each_difference_is_named() throws Exception {
    enter(bureau, list("2025年版", "2025-01-10", "TS-01")).andExpect(status().isCreated());
    String id = api.body(create(bureau, "TS-01", content("事项 TS-01"))).get("id").asString();
    Map<String, Object> changed = content("事项 TS-01");
    changed.put("content", "只看登记");
    changed.put("timesPerYear", 3);
    api.send(bureau, "officer", "/api/items/" + id + "/change-draft", 1, changed)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value("“TS-01”有 2 处与上级清单《随机抽查事项清单》不一致。"))
        .andExpect(jsonPath("$.errors[*].field").value(contains("timesPerYear", "content")))
        .andExpect(jsonPath("$.clauses").value(hasItem("RS-2.2")));
  }

  @Test
  @Clause("RS-2.2")
  void an_item_is_not_cut_while_the_latest_edition_has_it_and_follows_that_edition()
      throws Exception {
    enter(bureau, list("2025年版", "2025-01-10", "TS-01")).andExpect(status().isCreated());
    Item item = inForce("TS-01");
    String path = "/api/items/" + item.id();
    Map<String, Object> why = Map.of("reason", "不想查了");
    api.send(bureau, "officer", path + "/retire", item.version(), why)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:catalog.superior-list-has-it"))
        .andExpect(jsonPath("$.detail").value("“TS-01”仍在上级清单《随机抽查事项清单》（2025年版）中，不能取消。"))
        .andExpect(jsonPath("$.clauses").value(hasItem("RS-2.2")));
    enter(bureau, list("2026年版", "2026-02-01", "TS-02")).andExpect(status().isCreated());
    api.send(bureau, "officer", path + "/new-version", item.version(), why)
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:catalog.not-on-superior-list"));
    api.send(bureau, "officer", path + "/retire", item.version(), why)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.current.state").value("retired"));
  }

  @Test
  @Clause("RS-2.2")
  void a_list_shows_what_was_taken_over_and_what_no_longer_says_the_same() throws Exception {
    enter(bureau, list("2025年版", "2025-01-10", "TS-01", "TS-02")).andExpect(status().isCreated());
    inForce("TS-01");
    Map<String, Object> next = new HashMap<>(list("2026年版", "2026-02-01", "TS-02"));
    next.put(
        "items",
        List.of(
            Map.of("code", "TS-01", "content", content("事项 TS-01 修订")),
            Map.of("code", "TS-02", "content", content("事项 TS-02"))));
    String id = api.body(enter(bureau, next)).at("/list/id").asString();
    api.read(bureau, "inspector", "/api/superior-lists/" + id)
        .andExpect(jsonPath("$.list.latest").value(true))
        .andExpect(jsonPath("$.items[0].adopted.state").value("published"))
        .andExpect(jsonPath("$.items[0].adopted.same").value(false))
        .andExpect(jsonPath("$.items[1].adopted").doesNotExist());
    api.read(bureau, "inspector", "/api/superior-lists")
        .andExpect(jsonPath("$.items[*].latest").value(contains(true, false)))
        .andExpect(jsonPath("$.items[0].items").value(2));
  }

  @Test
  @Clause("RS-2.2")
  void what_was_submitted_under_an_earlier_edition_is_not_approved_or_published_under_the_next()
      throws Exception {
    enter(bureau, list("2025年版", "2025-01-10", "TS-01")).andExpect(status().isCreated());
    var own = PublishedItems.content("自拟", Category.KEY, null);
    Item item = items.approved(bureau, items.draft(bureau, "TS-01", own));
    Map<String, Object> next = new HashMap<>(list("2026年版", "2026-02-01"));
    next.put("items", List.of(Map.of("code", "TS-01", "content", content("事项 TS-01 修订"))));
    enter(bureau, next).andExpect(status().isCreated());
    api.send(bureau, "officer", "/api/items/" + item.id() + "/publish", item.version(), null)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.title").value("与上级清单不一致"))
        .andExpect(jsonPath("$.errors[*].field").value(contains("name")));
  }

  @Test
  @Clause("RS-2.2")
  void elsewhere_an_item_may_be_taken_from_the_list_and_others_may_be_added() throws Exception {
    Bureau free = bureaus.create("base");
    enter(free, list("2025年版", "2025-01-10", "TS-01")).andExpect(status().isCreated());
    api.send(free, "officer", "/api/superior-lists/adopt", null, Map.of("code", "TS-01"))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.current.name").value("事项 TS-01"))
        .andExpect(jsonPath("$.current.basis[0]").value("《特种设备安全法》第三十三条"));
    api.send(free, "officer", "/api/superior-lists/adopt", null, Map.of("code", "TS-09"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.title").value("上级清单没有这个事项"));
    create(free, "ZD-01", content("自定事项")).andExpect(status().isCreated());
    api.read(bureau, "officer", "/api/superior-lists").andExpect(jsonPath("$.total").value(0));
  }

  @Test
  void an_edition_is_entered_once_and_what_is_wrong_with_it_is_named_by_row() throws Exception {
    var made = enter(bureau, list("2025年版", "2025-01-10", "TS-01"));
    String id = api.body(made).at("/list/id").asString();
    api.read(bureau, "inspector", "/api/superior-lists/" + id)
        .andExpect(jsonPath("$.list.edition").value("2025年版"))
        .andExpect(jsonPath("$.list.enteredBy.name").value("节能科"));
    enter(bureau, list("2025年版", "2025-06-10", "TS-01"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.title").value("这一版已经录入"));
    enter(bureau, list("2025年修正", "2025-01-10", "TS-01"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value("《随机抽查事项清单》的“2025年修正”，或同一天（2025-01-10）印发的另一版，已经录入。"));
    enter(bureau, list("2026年版", "2026-01-10", "TS-01", "ts-01", "有空格 1"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[*].row").value(contains(2, 3)))
        .andExpect(
            jsonPath("$.errors[*].message")
                .value(contains("编号在清单中重复", "编号只能用大写字母、数字、点和横线，最多 32 位")));
    Throwable changed =
        catchThrowable(
            () ->
                SystemWork.run(
                    () ->
                        transaction.execute(
                            s -> database.execute("UPDATE catalog.superior_list SET name = 'x'"))));
    assertThat(changed).rootCause().hasMessageContaining("permission denied");
  }

  private Import imported(String... rows) {
    return imports.csv(
        bureau,
        "superior-items",
        "制定机关,清单名称,版本,印发日期,编号,事项名称,类别,比例上限,每年次数,检查内容,依据,方式\n" + String.join("\n", rows) + "\n");
  }

  @Test
  @Clause("RS-2.2")
  void a_list_comes_in_as_a_spreadsheet_once_and_every_wrong_row_says_why() throws Exception {
    String first = "省市场监管局,抽查清单,2026年版,2026/2/1,ts-01,特种设备检查,重点,,1,使用登记,《特种设备安全法》,实地核查、书面检查";
    String second = "省市场监管局,抽查清单,2026年版,2026-02-01,TS-02,计量检查,一般检查事项,2.5%,2,计量器具,《计量法》,检验检测";
    Import done = imported(first, second);
    assertThat(done.counts().added()).isEqualTo(2);
    create(bureau, "TS-02", content("随意"))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.current.name").value("计量检查"))
        .andExpect(jsonPath("$.current.ratioCapBp").value(250))
        .andExpect(jsonPath("$.current.methods[0]").value("testing"));
    Import again = imported(first, second);
    assertThat(again.counts().unchanged()).isEqualTo(2);
    Import wrong =
        imported(
            first.replace("特种设备检查", "另一名称"),
            second.replace("TS-02", "TS-03"),
            second.replace("2026年版", "2027年版").replace("2.5%", "250%"),
            first.replace("2026年版", "另一版"));
    assertThat(wrong.counts().rejected()).isEqualTo(4);
    assertThat(wrong.counts().added()).isZero();
  }
}
