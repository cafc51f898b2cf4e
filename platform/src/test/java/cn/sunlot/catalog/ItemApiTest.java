package cn.sunlot.catalog;

import static org.assertj.core.api.Assertions.assertThat;
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
import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class ItemApiTest {

  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private PublishedItems items;
  @Autowired private Api api;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    items.confirmRules(bureau);
  }

  private static Map<String, Object> content(String category, int capBp) {
    Map<String, Object> content = new HashMap<>();
    content.put("name", "节能监察");
    content.put("category", category);
    content.put("ratioCapBp", capBp);
    content.put("timesPerYear", 2);
    content.put("targetKind", "enterprise");
    content.put("content", "落后用能设备淘汰情况");
    content.put("basis", List.of("《节约能源法》第十六条"));
    content.put("methods", List.of("on-site"));
    content.put("body", "示范市工业和信息化局");
    return content;
  }

  private String createdId() throws Exception {
    var made =
        api.send(
                bureau,
                "officer",
                "/api/items",
                null,
                Map.of("code", "JN-01", "content", content("general", 500)))
            .andExpect(status().isCreated());
    return api.body(made).get("id").asString();
  }

  @Test
  void an_item_goes_from_draft_to_the_list_by_the_commands_that_the_detail_offers()
      throws Exception {
    String path = "/api/items/" + createdId();
    api.read(bureau, "officer", path)
        .andExpect(jsonPath("$.version").value(1))
        .andExpect(jsonPath("$.department.name").value("节能科"))
        .andExpect(jsonPath("$.current.draftedBy.name").value("测试officer"))
        .andExpect(
            jsonPath("$.allowedCommands")
                .value(contains("change-draft", "save-checklist", "submit", "discard")));
    api.read(bureau, "officer2", path).andExpect(jsonPath("$.allowedCommands").isEmpty());
    var checklist =
        Map.of(
            "title",
            "检查表",
            "sections",
            List.of(
                Map.of(
                    "title",
                    "设备",
                    "questions",
                    List.of(
                        Map.of(
                            "code",
                            "Q1",
                            "text",
                            "是否使用淘汰设备",
                            "kind",
                            "conform",
                            "standard",
                            "一台即不符合",
                            "required",
                            true)))));
    api.send(bureau, "officer", path + "/save-checklist", 1, checklist)
        .andExpect(jsonPath("$.current.checklist.questions").value(1));
    api.send(bureau, "officer", path + "/submit", 2, null).andExpect(status().isOk());
    api.send(bureau, "principal", path + "/approve", 3, null)
        .andExpect(jsonPath("$.current.approvedBy.name").value("测试principal"));
    api.send(bureau, "officer", path + "/publish", 4, null)
        .andExpect(jsonPath("$.current.from").value("2026-03-02"))
        .andExpect(jsonPath("$.inForceNumber").value(1))
        .andExpect(jsonPath("$.allowedCommands").value(contains("new-version", "retire")));
    api.read(bureau, "officer2", "/api/items?q=节能&category=general&state=published")
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.items[0].code").value("JN-01"))
        .andExpect(jsonPath("$.items[0].inForceId").isNotEmpty());
    api.read(bureau, "officer2", "/api/items?category=key").andExpect(jsonPath("$.total").value(0));
    api.read(bureau, "inspector", path + "/checklist")
        .andExpect(jsonPath("$.sections[0].questions[0].code").value("Q1"));
  }

  @Test
  @Clause("ZB-5")
  void a_refusal_says_what_why_by_which_clause_and_what_to_do_in_the_language_of_the_reader()
      throws Exception {
    var body = Map.of("code", "JN-02", "content", content("key", 2050));
    api.send(bureau, "officer", "/api/items", null, body)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:catalog.key-item-has-no-cap"))
        .andExpect(jsonPath("$.title").value("重点检查事项不设比例上限"))
        .andExpect(jsonPath("$.detail").value("“节能监察”是重点检查事项，却填写了抽查比例上限 20.5%。"))
        .andExpect(jsonPath("$.clauses").value(hasItem("ZB-5")))
        .andExpect(jsonPath("$.why").value(containsString("第五条，")))
        .andExpect(jsonPath("$.now").value("请清空比例上限；如应当限制比例，请改为一般检查事项。"))
        .andExpect(jsonPath("$.errors[0].field").value("ratioCapBp"))
        .andExpect(jsonPath("$.errors[0].message").value("重点检查事项不设比例上限"))
        .andExpect(jsonPath("$.errors[0].fix").value("请清空，或改为一般检查事项"));
    api.read(bureau, "officer", "/api/items?q=节能").andExpect(jsonPath("$.total").value(0));
  }

  @Test
  void the_same_command_sent_twice_is_carried_out_once_and_answered_alike() throws Exception {
    UUID key = UUID.randomUUID();
    var body = Map.of("code", "JN-01", "content", content("general", 500));
    var first = api.send(bureau, "officer", "/api/items", null, body, key);
    var second = api.send(bureau, "officer", "/api/items", null, body, key);
    second.andExpect(status().isCreated());
    assertThat(api.body(second)).isEqualTo(api.body(first));
    api.read(bureau, "officer", "/api/items").andExpect(jsonPath("$.total").value(1));
  }

  @Test
  void a_command_on_an_old_version_is_refused_and_one_without_a_version_too() throws Exception {
    String path = "/api/items/" + createdId() + "/change-draft";
    api.send(bureau, "officer", path, 1, content("general", 300)).andExpect(status().isOk());
    api.send(bureau, "officer", path, 1, content("general", 400))
        .andExpect(status().isPreconditionFailed())
        .andExpect(jsonPath("$.detail").value(containsString("第 1 版，现在已是第 2 版")));
    api.send(bureau, "officer", path, null, content("general", 400))
        .andExpect(status().isPreconditionRequired());
  }

  @Test
  void only_leaders_approve_and_a_command_out_of_turn_lists_what_is_possible() throws Exception {
    String path = "/api/items/" + createdId();
    api.send(bureau, "officer", path + "/approve", 1, null).andExpect(status().isForbidden());
    api.send(bureau, "principal", path + "/approve", 1, null)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.allowedCommands").value(hasItem("submit")));
  }

  @Test
  void a_comparison_names_the_fields_and_questions_in_which_two_versions_differ() throws Exception {
    Item first = items.inForce(bureau, "JN-01", Category.GENERAL, 500);
    String path = "/api/items/" + first.id();
    api.send(bureau, "officer", path + "/new-version", first.version(), Map.of("reason", "节约能源法修订"))
        .andExpect(jsonPath("$.current.number").value(2))
        .andExpect(jsonPath("$.current.reason").value("节约能源法修订"));
    api.send(
            bureau, "officer", path + "/change-draft", first.version() + 1, content("general", 300))
        .andExpect(status().isOk());
    api.read(bureau, "officer", path + "/comparison?from=1&to=2")
        .andExpect(
            jsonPath("$.differences[*].field")
                .value(contains("name", "ratioCapBp", "basis", "methods")))
        .andExpect(jsonPath("$.differences[1].before").value("500"))
        .andExpect(jsonPath("$.differences[1].after").value("300"));
    api.read(bureau, "officer", path + "/versions")
        .andExpect(jsonPath("$[0].state").value("published"))
        .andExpect(jsonPath("$[1].state").value("draft"));
  }

  @Test
  void wrong_questions_are_named_by_row() throws Exception {
    String path = "/api/items/" + createdId() + "/save-checklist";
    var question =
        Map.of(
            "code",
            "Q1",
            "text",
            "等级",
            "kind",
            "choice",
            "choices",
            List.of("甲"),
            "required",
            true);
    api.send(
            bureau,
            "officer",
            path,
            1,
            Map.of(
                "title",
                "检查表",
                "sections",
                List.of(Map.of("title", "设备", "questions", List.of(question, question)))))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[*].row").value(contains(1, 1, 2, 2, 2)))
        .andExpect(
            jsonPath("$.errors[*].field")
                .value(contains("choices", "standard", "code", "choices", "standard")))
        .andExpect(jsonPath("$.errors[0].message").value("选项应有 2 到 30 个"))
        .andExpect(jsonPath("$.errors[0].fix").value("请增减选项"));
  }
}
