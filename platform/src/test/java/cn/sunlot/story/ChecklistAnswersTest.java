package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.PdfText;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.checklist.Definition;
import cn.sunlot.checklist.DefinitionJson;
import cn.sunlot.law.Clause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** What a team answers on site, what the platform makes of it, and the paper of it. */
@PlatformTest
class ChecklistAnswersTest {

  private static final LocalDate LICENCE = LocalDate.of(2028, 12, 31);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  @Autowired private Chain chain;
  @Autowired private PublishedItems items;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;

  private Bureau bureau;
  private String visit;
  private Item item;

  @BeforeEach
  void dispatchVisit() throws Exception {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    chain.addInspector(bureau, "赵一", "节能科", LICENCE, bureau.person("inspector"));
    chain.addInspector(bureau, "钱检查", "节能科", LICENCE, bureau.person("inspector2"));
    chain.addTargets(bureau, "A", 10);
    items.confirmRules(bureau);
    Definition gas =
        Objects.requireNonNull(
            DefinitionJson.parse(
                    Files.readString(
                        Path.of("../app/src/main/resources/demo/checklists/gas-station.json")))
                .definition());
    item =
        items.published(
            bureau,
            items.draft(
                bureau,
                "LH-01",
                PublishedItems.content("加油站联合检查", Category.KEY, null),
                gas.title(),
                gas.sections()),
            null);
    UUID line = chain.publishedLine(bureau, item.current().id(), Map.of("A", 1000));
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.drawTargets(bureau, task);
    chain.drawTeams(bureau, task);
    chain.ok(chain.taskCommand(bureau, task, "dispatch", null));
    visit = chain.visits(bureau, task).get(0).get("id").asString();
    clock.set(DAY);
  }

  /** A station that is closed for good: sections of measuring and fuel do not apply. */
  private static Map<String, Object> answers() {
    Map<String, Object> answers = new HashMap<>();
    answers.put("1.1", "长期停业");
    for (String code : List.of("1.3", "4.1", "4.2", "4.3", "4.5", "4.6", "5.1")) {
      answers.put(code, "conform");
    }
    answers.put("4.7", "2026-01-15");
    return answers;
  }

  private Map<String, Object> entry(String type, Map<String, Object> answers) throws Exception {
    JsonNode detail = chain.readRecord(bureau, "inspector", visit);
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("taskId", detail.get("items").get(0).get("taskId").asString());
    entry.put("itemVersionId", detail.get("items").get(0).get("itemVersionId").asString());
    entry.put("answers", answers);
    entry.put("several", Map.of("1.2", List.of("柴油"), "5.3", List.of("没有发现")));
    entry.put("type", type);
    entry.put("finding", type.equals("no-problem-found") ? "" : "见检查表");
    entry.put("measures", List.of());
    entry.put("handling", "");
    return entry;
  }

  private void save(Map<String, Object> entry) throws Exception {
    JsonNode detail = chain.readRecord(bureau, "inspector", visit);
    Map<String, Object> content =
        new LinkedHashMap<>(Chain.record(detail, DAY, "no-problem-found", ""));
    content.put("items", List.of(entry));
    chain.ok(chain.recordCommand(bureau, "inspector", visit, "save", content));
  }

  private ResultActions submit() throws Exception {
    return chain.recordCommand(bureau, "inspector", visit, "submit", null);
  }

  private JsonNode entered() throws Exception {
    return chain.readRecord(bureau, "inspector", visit).get("content").get("items").get(0);
  }

  @Test
  @Clause({"TZ-28", "TZ-30"})
  void answers_are_kept_with_the_version_and_hidden_ones_stay_until_they_are_handed_in()
      throws Exception {
    Map<String, Object> answers = answers();
    answers.put("2.1", "not-conform");
    save(entry("no-problem-found", answers));
    assertThat(entered().get("checklistId").asString())
        .isEqualTo(String.valueOf(item.current().checklistId()));
    assertThat(entered().get("answers").get("2.1").asString()).isEqualTo("not-conform");
    // Hidden, it is no problem; but a long closure has a consequence.
    assertThat(entered().get("found")).hasSize(1);
    assertThat(entered().get("found").get(0).get("problem").asBoolean()).isFalse();
    chain.ok(chain.addPhoto(bureau, "inspector", visit));
    chain.ok(submit());
    assertThat(entered().get("answers").has("2.1")).isFalse();
    assertThat(entered().get("answers").get("4.7").asString()).isEqualTo("2026-01-15");
  }

  @Test
  @Clause("TZ-30")
  void what_is_missing_or_cannot_be_is_named_at_its_question() throws Exception {
    Map<String, Object> answers = answers();
    answers.put("1.1", "正常营业");
    answers.remove("4.1");
    answers.put("2.3", "0.25%");
    Map<String, Object> entry = entry("no-problem-found", answers);
    entry.put("rows", Map.of("2.2", List.of(Map.of("gun", "1号", "error", "12"))));
    save(entry);
    chain.ok(chain.addPhoto(bureau, "inspector", visit));
    String field = "items." + item.current().id() + ".answers.";
    submit()
        .andExpect(status().isUnprocessableContent())
        .andExpect(
            jsonPath("$.errors[*].field")
                .value(
                    hasItems(
                        field + "4.1",
                        field + "2.1",
                        field + "2.2",
                        field + "2.2.1.oil",
                        field + "2.2.1.error",
                        field + "2.3",
                        field + "5.2")))
        .andExpect(jsonPath("$.errors[*].message").value(hasItem("“0.25%”不是数")))
        .andExpect(jsonPath("$.errors[*].message").value(hasItem("12 不在 -10 到 10 之间")));
  }

  @Test
  @Clause({"TZ-28", "TZ-30", "ZB-15"})
  void problems_follow_from_answers_cannot_be_called_none_and_may_be_added_to() throws Exception {
    Map<String, Object> answers = answers();
    answers.put("4.3", "not-conform");
    answers.put("4.4", "6");
    Map<String, Object> entry = entry("no-problem-found", answers);
    entry.put("remarks", Map.of("4.3", "六具灭火器压力不足"));
    save(entry);
    chain.ok(chain.addPhoto(bureau, "inspector", visit));
    submit()
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].message").value("检查表里有问题，结果却选了“未发现问题”"));
    Map<String, Object> corrected = new LinkedHashMap<>(entry);
    corrected.put("type", "problem-found-to-be-handled");
    corrected.put("finding", "灭火器失效");
    // What the client says was found is not taken.
    corrected.put("found", List.of());
    corrected.put(
        "added",
        List.of(
            Map.of(
                "question",
                "",
                "text",
                "站房内堆放杂物",
                "consequence",
                Map.of("kind", "on-the-spot", "to", "", "text", ""))));
    save(corrected);
    chain.ok(submit());
    JsonNode found = entered().get("found");
    assertThat(found).hasSize(3);
    assertThat(found.get(1).get("consequence").get("days").asInt()).isEqualTo(7);
    assertThat(found.get(2).get("consequence").get("to").asString()).isEqualTo("消防救援机构");
    assertThat(print("record")).contains("检查表中的问题及后果", "责令改正，期限7天", "移送消防救援机构", "站房内堆放杂物：当场改正");
    assertThat(print("checklist")).contains("六具灭火器压力不足", "✓不符合", "2026-01-15");
  }

  private String print(String paper) throws Exception {
    return PdfText.of(
            chain
                .api()
                .read(bureau, "inspector", "/api/visits/" + visit + "/" + paper + ".pdf")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray())
        .text();
  }

  @Test
  @Clause("TZ-28")
  void the_blank_checklist_says_conditions_standards_and_what_follows_in_words() throws Exception {
    assertThat(print("checklist"))
        .contains("如1.1为“正常营业”", "如1.3为“不符合”，必答", "如5.1为“符合”，并且1.1为“正常营业”")
        .contains("标准：无证、超期或者超范围经营即为不符合", "依据：《危险化学品安全管理条例》第三十三条")
        .contains("后果：不符合：移送应急管理局案件承办机构：立案调查")
        .contains("92号汽油", "枪号", "示值误差（%（范围-10到10））", "照片0张，至少2张")
        .contains("由检查人员判断：任何一把枪超过最大允许误差")
        .doesNotContain("checklist.", "✓符合");
    String english =
        PdfText.of(
                chain
                    .api()
                    .read(bureau, "inspector", "/api/visits/" + visit + "/checklist.pdf?lang=en")
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray())
            .text();
    assertThat(english).contains("If1.1is“正常营业”", "Putrightonthespot").doesNotContain("checklist.");
  }

  @Test
  @Clause("TZ-30")
  void a_photo_must_be_among_the_evidence_of_the_visit() throws Exception {
    Map<String, Object> answers = answers();
    answers.put("1.3", "not-conform");
    Map<String, Object> entry = entry("problem-found-to-be-handled", answers);
    Map<String, Object> several =
        new HashMap<>(Map.of("1.2", List.of("柴油"), "5.3", List.of("没有发现")));
    several.put("1.4", List.of("ab".repeat(32)));
    entry.put("several", several);
    save(entry);
    chain.ok(chain.addPhoto(bureau, "inspector", visit));
    submit()
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].message").value("照片不是本次检查上传的证据"));
    String photo =
        chain
            .readRecord(bureau, "inspector", visit)
            .get("evidence")
            .get(0)
            .get("sha256")
            .asString();
    several.put("1.4", List.of(photo));
    save(entry);
    chain.ok(submit());
  }
}
