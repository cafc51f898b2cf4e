package cn.sunlot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.TestJobs;
import cn.sunlot.imports.Importing;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.law.Clause;
import cn.sunlot.sheets.Limits;
import cn.sunlot.sheets.Sheet;
import cn.sunlot.sheets.Sheets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

@PlatformTest
class RegistryApiTest {

  private static final String A = code("91370303MA3C0EXC0");
  private static final String B = code("91370303MA3C0EXA1");
  private static final String C = code("92370302MA3C0EXA2");

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Api api;
  @Autowired private Entries entries;
  @Autowired private DSLContext database;
  @Autowired private MockMvc web;
  @Autowired private TestJobs jobs;
  @Autowired private SettableClock clock;
  @Autowired private List<TodoSource> todos;

  private Bureau bureau;

  private static String code(String first17) {
    return first17 + Uscc.checkCharacter(first17);
  }

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    importing.csv(
        bureau,
        "targets",
        "名称,统一社会信用代码,负责人,联系方式,地址,行政区划代码,信用风险分类,标签\n"
            + ("淄博阳光机械有限公司," + A + ",王小明,13312345678,张店区,370303,A,\n")
            + ("淄博月光化工有限公司," + B + ",,,,370303,D,安全生产\n")
            + ("=1+1饭店," + C + ",李,0533-1,淄川区,370302,,\n"));
  }

  private JsonNode list(String query) throws Exception {
    return api.body(api.read(bureau, "officer", "/api/targets" + query));
  }

  private UUID id(String unitId) throws Exception {
    return UUID.fromString(list("?q=" + unitId).at("/items/0/id").asString());
  }

  private List<String> names(String query) throws Exception {
    List<String> names = new ArrayList<>();
    list(query).get("items").forEach(item -> names.add(item.get("name").asString()));
    return names;
  }

  @Test
  void targets_are_found_by_one_character_or_many_by_id_and_by_filters() throws Exception {
    assertThat(names("?q=光")).hasSize(2);
    assertThat(names("?q=阳光机械")).containsExactly("淄博阳光机械有限公司");
    assertThat(names("?q=" + B.toLowerCase(java.util.Locale.ROOT).substring(0, 17)))
        .containsExactly("淄博月光化工有限公司");
    assertThat(names("?q=100%")).isEmpty();
    assertThat(names("?riskClass=D")).containsExactly("淄博月光化工有限公司");
    assertThat(names("?tag=work-safety")).containsExactly("淄博月光化工有限公司");
    assertThat(names("?complete=false")).containsExactly("淄博月光化工有限公司");
    assertThat(names("?region=370302")).containsExactly("=1+1饭店");
    assertThat(names("?region=370300")).hasSize(3);
    assertThat(names("?kind=individual-business")).containsExactly("=1+1饭店");
    assertThat(list("?size=2&page=2").get("total").asInt()).isEqualTo(3);
  }

  @Test
  @Clause({"PDS-25", "ZB-20"})
  void contacts_are_masked_in_lists_and_shown_for_a_reason() throws Exception {
    assertThat(list("?q=" + A).at("/items/0/contact").asString()).isEqualTo("133******78");
    UUID id = id(A);
    api.read(bureau, "officer", "/api/targets/{id}", id)
        .andExpect(jsonPath("$.contact").value("133******78"));
    api.read(bureau, "head", "/api/targets/{id}", id)
        .andExpect(jsonPath("$.contact").value("133******78"));
    String path = "/api/targets/" + id + "/show-contact";
    api.send(bureau, "head", path, null, Map.of("reason", " "))
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.title").value("没有写明理由"));
    api.send(bureau, "head", path, null, Map.of("reason", "电话核实地址"))
        .andExpect(jsonPath("$.contact").value("13312345678"));
    assertThat(entries.payloads(bureau, "contact-shown"))
        .containsExactly("{\"reason\":\"电话核实地址\"}");
    assertThat(
            database
                .fetchSingle("SELECT count(*) FROM kernel.command WHERE path = ?", path)
                .get(0, int.class))
        .as("the contact is not kept with the answer")
        .isZero();
    api.send(bureau, "inspector", path, null, Map.of("reason", "想看"))
        .andExpect(status().isForbidden());
  }

  @Test
  @Clause("ZB-6")
  void the_summary_counts_classes_incomplete_targets_and_warnings() throws Exception {
    api.read(bureau, "auditor", "/api/targets/summary")
        .andExpect(jsonPath("$.active").value(3))
        .andExpect(jsonPath("$.perRiskClass.A").value(1))
        .andExpect(jsonPath("$.perRiskClass.N").value(1))
        .andExpect(jsonPath("$.incomplete").value(1))
        .andExpect(jsonPath("$.warned").value(0));
    assertThat(bureau.as("officer", this::todoKinds)).contains("complete-targets");
  }

  private List<String> todoKinds() {
    var person = cn.sunlot.kernel.access.SignedIn.get();
    return todos.stream().flatMap(s -> s.todo(person).stream()).map(t -> t.kind()).toList();
  }

  @Test
  void a_single_target_is_added_changed_with_a_reason_closed_and_reopened() throws Exception {
    Map<String, Object> content =
        Map.of("name", "新饭店", "kind", "individual-business", "regionCode", "370303");
    String unitId = code("92370303MA3C0EXB7");
    JsonNode added =
        api.body(
            api.send(
                    bureau,
                    "officer",
                    "/api/targets",
                    null,
                    Map.of("unitId", unitId, "content", content))
                .andExpect(status().isCreated()));
    assertThat(added.get("complete").asBoolean()).isFalse();
    String path = "/api/targets/" + added.get("id").asString();
    api.send(bureau, "officer", "/api/targets", null, Map.of("unitId", unitId, "content", content))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:registry.unit-id-taken"));
    Map<String, Object> renamed =
        Map.of("content", Map.of("name", "老饭店", "kind", "individual-business"), "reason", "更名");
    api.send(bureau, "officer", path + "/change", 7, renamed).andExpect(status().is(412));
    api.send(bureau, "officer", path + "/change", 1, renamed)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.version").value(2))
        .andExpect(jsonPath("$.history[0].reason").value("更名"))
        .andExpect(jsonPath("$.history[0].by").value("测试officer"))
        .andExpect(jsonPath("$.history[0].changes.name[1]").value("老饭店"));
    api.send(bureau, "officer", path + "/close", 2, Map.of("reason", "已注销"))
        .andExpect(jsonPath("$.status").value("closed"))
        .andExpect(jsonPath("$.allowedCommands[3]").value("reopen"));
    api.send(bureau, "officer", path + "/revoke", 3, Map.of("reason", "x"))
        .andExpect(status().isConflict());
    api.send(bureau, "officer", path + "/reopen", 3, Map.of("reason", "登记有误"))
        .andExpect(jsonPath("$.status").value("active"));
  }

  @Test
  void an_identity_number_or_a_wrong_value_is_refused_in_the_language_of_the_reader()
      throws Exception {
    Map<String, Object> request =
        Map.of(
            "unitId",
            "11010519491231002X",
            "content",
            Map.of("name", "某人", "kind", "individual-business"));
    api.send(bureau, "officer", "/api/targets", null, request)
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors[0].message").value("这是个人身份证号，不能作为检查对象的编号"));
    api.send(bureau, "head", "/api/targets", null, request).andExpect(status().isForbidden());
  }

  @Test
  @Clause("TZ-10")
  void many_targets_are_tagged_at_once_or_none_is() throws Exception {
    List<UUID> ids = List.of(id(A), id(B));
    api.send(
            bureau,
            "officer",
            "/api/targets/tag",
            null,
            Map.of("ids", ids, "tag", "安全生产", "reason", "专项"))
        .andExpect(jsonPath("$.changed").value(1));
    assertThat(names("?tag=work-safety")).hasSize(2);
    api.send(
            bureau,
            "officer",
            "/api/targets/untag",
            null,
            Map.of("ids", List.of(ids.get(0), UUID.randomUUID()), "tag", "安全生产", "reason", "误标"))
        .andExpect(status().isNotFound());
    assertThat(names("?tag=work-safety")).hasSize(2);
  }

  @Test
  void an_export_can_be_imported_again_and_holds_no_formulas() throws Exception {
    byte[] bytes =
        api.read(bureau, "officer", "/api/targets/export?format=xlsx")
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    Path file = Files.write(Files.createTempFile("export-", ".xlsx"), bytes);
    try (Sheet sheet = Sheets.open(file, Limits.standard())) {
      List<String> names = sheet.stream().map(row -> row.text("名称")).toList();
      assertThat(names).contains("=1+1饭店");
    }
    assertThat(importing.run(bureau, "targets", bytes).counts().unchanged()).isEqualTo(3);
    String csv =
        api.read(bureau, "officer", "/api/targets/export?format=csv&q=饭店")
            .andReturn()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(csv).contains("'=1+1饭店");
  }

  @Test
  @Clause("PDS-11")
  void a_file_goes_from_upload_over_preview_to_its_result_through_the_api() throws Exception {
    JsonNode uploaded = api.body(upload("targets", "名称,统一社会信用代码\n甲公司,12\n乙公司," + A + "\n"));
    String path = "/api/imports/" + uploaded.get("id").asString();
    assertThat(uploaded.at("/mapping/unit-id").asString()).isEqualTo("统一社会信用代码");
    Map<String, Object> mapping = Map.of("mapping", Map.of("unit-id", "统一社会信用代码", "name", "名称"));
    api.send(bureau, "officer", path + "/preview", null, mapping)
        .andExpect(jsonPath("$.counts.read").value(2))
        .andExpect(jsonPath("$.counts.rejected").value(1))
        .andExpect(jsonPath("$.rows[0].issues[0].field").value("unit-id"));
    JsonNode started =
        api.body(
            api.send(bureau, "officer", path + "/start", 1, mapping).andExpect(status().isOk()));
    jobs.runDue();
    api.read(bureau, "officer", "/api/jobs/{id}", started.get("jobId").asString())
        .andExpect(jsonPath("$.state").value("done"))
        .andExpect(jsonPath("$.done").value(2))
        .andExpect(jsonPath("$.message").value("已完成"));
    api.read(bureau, "officer", path)
        .andExpect(jsonPath("$.state").value("done"))
        .andExpect(jsonPath("$.counts.changed").value(1))
        .andExpect(jsonPath("$.counts.findings[?(@.code=='unit-id-shape')].rows").value(1))
        .andExpect(jsonPath("$.hasErrors").value(true));
    api.read(bureau, "officer", path + "/errors").andExpect(status().isOk());
    assertThat(bureau.as("officer", this::todoKinds)).contains("correct-import");
    api.read(bureau, "head", path + "/errors").andExpect(status().isForbidden());
  }

  @Test
  void a_hostile_file_is_refused_with_what_to_do() throws Exception {
    upload("targets", "%PDF-1.7")
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.title").value("文件无法读取"))
        .andExpect(jsonPath("$.now").isNotEmpty());
    upload("nothing", "a,b\n1,2\n").andExpect(status().isNotFound());
  }

  @Test
  void templates_can_be_imported_as_they_are() throws Exception {
    byte[] template =
        api.read(bureau, "officer", "/api/imports/templates/targets")
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    var done = importing.run(bureau, "targets", template);
    assertThat(done.counts().added()).isEqualTo(1);
    assertThat(done.counts().findings()).isEmpty();
    for (String kind : List.of("inspectors", "earlier-draws")) {
      api.read(bureau, "officer", "/api/imports/templates/" + kind).andExpect(status().isOk());
    }
  }

  private ResultActions upload(String kind, String content) throws Exception {
    var session =
        UsernamePasswordAuthenticationToken.authenticated(
            bureau.signedIn("officer"), null, AuthorityUtils.NO_AUTHORITIES);
    return web.perform(
        multipart("/api/imports")
            .file(
                new MockMultipartFile(
                    "file", "名录.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)))
            .param("kind", kind)
            .with(authentication(session))
            .with(csrf())
            .header("Idempotency-Key", UUID.randomUUID()));
  }
}
