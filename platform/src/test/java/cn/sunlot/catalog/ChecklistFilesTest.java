package cn.sunlot.catalog;

import static cn.sunlot.catalog.store.jooq.Tables.CHECKLIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.usecase.ChecklistFiles;
import cn.sunlot.checklist.Definition;
import cn.sunlot.checklist.DefinitionJson;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checklists of the form model in the database, through the API, and as files. */
@PlatformTest
class ChecklistFilesTest {

  private static final Path DEMO = Path.of("../app/src/main/resources/demo/checklists");

  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private PublishedItems items;
  @Autowired private ChecklistFiles files;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Api api;
  @TempDir private Path folder;

  private Bureau bureau;
  private Item draft;

  @BeforeEach
  void makeDraft() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    items.confirmRules(bureau);
    draft = items.draft(bureau, "LH-01", PublishedItems.content("加油站联合检查", Category.KEY, null));
  }

  private static Definition demo(String name) throws Exception {
    return Objects.requireNonNull(
        DefinitionJson.parse(Files.readString(DEMO.resolve(name))).definition());
  }

  private ResultActions save(Definition definition) throws Exception {
    return api.send(
        bureau,
        "officer",
        "/api/items/" + draft.id() + "/save-checklist",
        draft.version(),
        Map.of("title", definition.title(), "sections", definition.sections()));
  }

  private byte[] download(String path) throws Exception {
    return api.read(bureau, "officer", "/api/items/" + draft.id() + path)
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  private ResultActions send(String who, String name, byte[] bytes) throws Exception {
    return api.upload(
        bureau,
        who,
        "/api/items/" + draft.id() + "/read-checklist",
        null,
        new MockMultipartFile("file", name, "application/octet-stream", bytes));
  }

  @Test
  @Clause({"TZ-M5", "TZ-28"})
  void a_joint_checklist_with_conditions_and_consequences_is_kept_as_it_was_written()
      throws Exception {
    Definition definition = demo("gas-station.json");
    save(definition)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.current.checklist.questions").value(25))
        .andExpect(jsonPath("$.current.checklist.frozen").value(false));
    byte[] file = download("/checklist.json");
    var read = DefinitionJson.parse(new String(file, StandardCharsets.UTF_8));
    assertThat(read.errors()).isEmpty();
    assertThat(read.definition()).isEqualTo(definition);
    api.read(bureau, "officer", "/api/items/" + draft.id() + "/checklist")
        .andExpect(jsonPath("$.sections[1].showIf.question").value("1.1"))
        .andExpect(
            jsonPath("$.sections[1].questions[2].outcomes[0].consequence.kind").value("transfer"));
  }

  @Test
  @Clause("TZ-28")
  void conditions_in_a_circle_are_refused_by_the_names_of_their_questions() throws Exception {
    var first = question("1.1", Map.of("question", "1.2", "is", "conform"));
    var second = question("1.2", Map.of("question", "1.1", "is", "conform"));
    api.send(
            bureau,
            "officer",
            "/api/items/" + draft.id() + "/save-checklist",
            draft.version(),
            Map.of(
                "title",
                "表",
                "sections",
                List.of(Map.of("title", "一", "questions", List.of(first, second)))))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[*].row").value(contains(1)))
        .andExpect(jsonPath("$.errors[0].field").value("showIf"))
        .andExpect(jsonPath("$.errors[0].message").value("条件互相依赖：1.1 → 1.2 → 1.1"))
        .andExpect(jsonPath("$.errors[0].fix").value("请去掉其中一个条件"));
  }

  private static Map<String, Object> question(String code, Map<String, String> showIf) {
    return Map.of(
        "code",
        code,
        "kind",
        "conform",
        "text",
        "看什么",
        "standard",
        "怎样",
        "required",
        true,
        "showIf",
        showIf);
  }

  @Test
  @Clause("TZ-28")
  void a_frozen_checklist_of_the_first_model_is_read_as_one_of_the_present_and_stays_as_it_is()
      throws Exception {
    String kept =
        """
        [{"title": "设备", "questions": [{"code": "Q1", "text": "是否使用淘汰设备", "kind": "conform",
          "choices": [], "standard": "一台即不符合", "consequence": "责令停止使用", "basis": "第十七条",
          "required": true}]}]\
        """;
    UUID id = Objects.requireNonNull(draft.current().checklistId());
    inTransaction(
        () ->
            database
                .update(CHECKLIST)
                .set(CHECKLIST.DEFINITION, JSONB.valueOf(kept))
                .set(CHECKLIST.FROZEN, true)
                .where(CHECKLIST.ID.eq(id))
                .execute());
    api.read(bureau, "officer", "/api/items/" + draft.id() + "/checklist")
        .andExpect(jsonPath("$.frozen").value(true))
        .andExpect(jsonPath("$.sections[0].questions[0].outcomes[0].when.is").value("not-conform"))
        .andExpect(
            jsonPath("$.sections[0].questions[0].outcomes[0].consequence.text").value("责令停止使用"))
        .andExpect(jsonPath("$.sections[0].questions[0].basis[0].law").value("第十七条"));
    // A new version of the item begins a checklist of its own, in the present model.
    save(demo("school-canteen.json"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.current.checklist.number").value(2));
    inTransaction(
        () ->
            assertThat(
                    database
                        .select(CHECKLIST.DEFINITION)
                        .from(CHECKLIST)
                        .where(CHECKLIST.ID.eq(id))
                        .fetchSingle(CHECKLIST.DEFINITION)
                        .data())
                .startsWith("[")
                .contains("责令停止使用"));
  }

  private void inTransaction(Runnable work) {
    SystemWork.run(() -> transaction.executeWithoutResult(s -> work.run()));
  }

  @Test
  void a_workbook_that_comes_back_unchanged_changes_nothing() throws Exception {
    for (Path demo : List.of(Path.of("gas-station.json"), Path.of("vehicle-inspection.json"))) {
      roundTrip(demo(demo.toString()), Locale.SIMPLIFIED_CHINESE);
      roundTrip(demo(demo.toString()), Locale.ENGLISH);
    }
    String generated = Files.readString(Path.of("../docs/checklist/vectors/generated.json"));
    for (JsonNode one : JsonMapper.shared().readTree(generated)) {
      if (one.get("seed").asInt() <= 60) {
        String json = one.get("definition").toString();
        roundTrip(
            Objects.requireNonNull(DefinitionJson.parse(json).definition()),
            Locale.SIMPLIFIED_CHINESE);
      }
    }
  }

  private void roundTrip(Definition definition, Locale locale) throws Exception {
    Path file = Files.write(folder.resolve("检查表.xlsx"), files.workbook(definition, locale));
    assertThat(files.read(file, "检查表.xlsx", locale)).isEqualTo(definition);
    // Whoever reads it may use the other language.
    Locale other = locale.equals(Locale.ENGLISH) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    assertThat(files.read(file, "检查表.xlsx", other)).isEqualTo(definition);
  }

  @Test
  void a_workbook_goes_out_and_comes_in_through_the_api_and_saves_nothing_by_itself()
      throws Exception {
    Definition definition = demo("school-canteen.json");
    save(definition).andExpect(status().isOk());
    byte[] book = download("/checklist.xlsx");
    JsonNode read = api.body(send("officer", "食堂.xlsx", book).andExpect(status().isOk()));
    assertThat(read.get("title").asString()).isEqualTo("学校食堂食品安全检查表");
    assertThat(read.get("sections")).hasSize(6);
    api.read(bureau, "officer", "/api/items/" + draft.id())
        .andExpect(jsonPath("$.version").value(draft.version() + 1));
    send("inspector", "食堂.xlsx", book).andExpect(status().isForbidden());
    api.read(bureau, "inspector", "/api/items/" + draft.id() + "/checklist.xlsx")
        .andExpect(status().isOk());
    api.read(bureau, "inspector", "/api/items/checklist-template.xlsx")
        .andExpect(status().isForbidden());
  }

  @Test
  void the_template_can_be_read_as_it_is_in_both_languages() throws Exception {
    for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      Path file = Files.write(folder.resolve("t.xlsx"), files.template(locale));
      assertThat(files.read(file, "t.xlsx", locale).questions()).hasSize(6);
    }
    send("officer", "模板.xlsx", files.template(Locale.SIMPLIFIED_CHINESE))
        .andExpect(jsonPath("$.sections[0].questions[1].showIf.is").value("not-conform"));
  }

  @Test
  void mistakes_in_a_workbook_name_row_and_column() throws Exception {
    send("officer", "表.csv", csv("检查项,1.1,有无证照,符合性", "分组,,一、证照,", "检查项,1.2,,单选", "检查项,1.3,温度,数值"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:catalog.checklist-unreadable"))
        .andExpect(jsonPath("$.detail").value("“表.csv”有 1 处需要改正，没有读入。"))
        .andExpect(jsonPath("$.errors[0].row").value(2))
        .andExpect(jsonPath("$.errors[0].field").value("行"))
        .andExpect(jsonPath("$.errors[0].message").value("检查项前面没有分组"));
    send("officer", "表.csv", csv("分组,,一、证照,", "检查项,1.1,有无证照,符合性", "检查项,1.2,温度,数值"))
        .andExpect(jsonPath("$.errors[*].row").value(contains(3)))
        .andExpect(jsonPath("$.errors[*].field").value(contains("怎么填")))
        .andExpect(jsonPath("$.errors[0].message").value("“符合性”看不懂"))
        .andExpect(jsonPath("$.errors[0].fix").value(containsString("单选、多选、数值")));
    send("officer", "表.csv", csv("检查表,,节能检查表,", "分组,,一、证照,", "检查项,1.1,等级,单选", "检查项,1.1,温度,数值"))
        .andExpect(jsonPath("$.errors[*].row").value(contains(4, 4, 5, 5)))
        .andExpect(jsonPath("$.errors[*].field").value(contains("选项", "判断标准", "编号", "判断标准")));
  }

  private static byte[] csv(String... rows) {
    return ("行,编号,内容,怎么填\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void mistakes_in_json_name_section_question_and_field() throws Exception {
    String json =
        """
        {"model": 2, "title": "表", "sections": [{"title": "一、证照", "questions": [
          {"code": "1.1", "kind": "choice", "text": "等级", "choices": ["甲"], "standard": "x"}]}]}\
        """;
    send("officer", "表.json", json.getBytes(StandardCharsets.UTF_8))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].field").value("choices"))
        .andExpect(jsonPath("$.errors[0].message").value("第 1 个分组“一、证照”检查项 1.1：选项应有 2 到 30 个"))
        .andExpect(jsonPath("$.errors[0].fix").value("请增减选项"));
    send("officer", "表.json", "{\"model\": 9}".getBytes(StandardCharsets.UTF_8))
        .andExpect(jsonPath("$.errors[0].message").value("检查表：模型版本 9 比本系统的（2）新"));
    send("officer", "表.json", "no json".getBytes(StandardCharsets.UTF_8))
        .andExpect(status().isUnprocessableContent());
    send("officer", "表.xlsx", "no workbook".getBytes(StandardCharsets.UTF_8))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].fix").isNotEmpty());
  }
}
