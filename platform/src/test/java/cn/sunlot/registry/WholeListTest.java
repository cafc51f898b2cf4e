package cn.sunlot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.TestJobs;
import cn.sunlot.imports.Importing;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.jobs.RecurringWork;
import cn.sunlot.law.Clause;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Work with everything that a list of targets shows. */
@PlatformTest
@Clause("TZ-10")
class WholeListTest {

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Api api;
  @Autowired private Entries entries;
  @Autowired private TestJobs jobs;
  @Autowired private SettableClock clock;
  @Autowired private List<RecurringWork> recurring;
  @Autowired private Files files;

  private Bureau bureau;

  private static String code(int number) {
    String first17 = "91370303MA" + String.format("%07d", number);
    return first17 + Uscc.checkCharacter(first17);
  }

  @BeforeEach
  void makeBureau() {
    bureau = bureaus.create("zibo_miit");
    importing.csv(
        bureau,
        "targets",
        "名称,统一社会信用代码,联系方式,标签\n"
            + ("阳光化工厂," + code(1) + ",13312345678,重点\n")
            + ("=1+1饭店," + code(2) + ",13312345679,\n")
            + ("月光化工厂," + code(3) + ",,\n"));
  }

  private JsonNode started(String who, String path, Map<String, ?> body) throws Exception {
    return api.body(api.send(bureau, who, path, null, body).andExpect(status().isCreated()));
  }

  private String file(String who, String id) throws Exception {
    return api.read(bureau, who, "/api/targets/exports/{id}/file", id)
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void a_list_is_written_by_a_job_with_its_filters_and_the_columns_wanted() throws Exception {
    var body =
        Map.of(
            "filter",
            Map.of("q", "化工"),
            "format",
            "csv",
            "fields",
            List.of("name", "contact"),
            "purpose",
            "安全检查前电话通知");
    String id = started("officer", "/api/targets/exports", body).get("id").asString();
    api.read(bureau, "officer", "/api/targets/exports/{id}/file", id)
        .andExpect(status().isNotFound());
    jobs.runDue();
    JsonNode done = api.body(api.read(bureau, "officer", "/api/targets/exports/{id}", id));
    assertThat(done.get("rows").asInt()).isEqualTo(2);
    api.read(bureau, "officer", "/api/jobs/{id}", done.get("jobId").asString())
        .andExpect(jsonPath("$.state").value("done"))
        .andExpect(jsonPath("$.message").value("已完成"));
    assertThat(file("officer", id).lines().map(line -> line.replace("\uFEFF", "")))
        .containsExactly("名称,联系方式", "阳光化工厂,13312345678", "月光化工厂,");
    assertThat(entries.payloads(bureau, "targets-exported"))
        .containsExactly("{\"contacts\":true,\"reason\":\"安全检查前电话通知\",\"rows\":2}");
    api.read(bureau, "head", "/api/targets/exports/{id}/file", id).andExpect(status().isNotFound());
  }

  private void forget() {
    recurring.stream()
        .filter(work -> work.name().equals("forget-exports"))
        .forEach(work -> SystemWork.run(work::run));
  }

  @Test
  @Clause("PDS-25")
  void files_of_exports_are_deleted_after_a_month() throws Exception {
    clock.set(LocalDate.of(2026, 3, 2));
    String id =
        started("officer", "/api/targets/exports", Map.of("filter", Map.of(), "format", "csv"))
            .get("id")
            .asString();
    jobs.runDue();
    clock.set(LocalDate.of(2026, 3, 31));
    forget();
    assertThat(file("officer", id)).as("after 29 days").contains("月光化工厂");
    clock.set(LocalDate.of(2026, 4, 5));
    forget();
    api.read(bureau, "officer", "/api/targets/exports/{id}/file", id)
        .andExpect(status().isGone())
        .andExpect(jsonPath("$.title").value("导出文件已删除"));
    assertThat(api.body(api.read(bureau, "officer", "/api/targets/exports/{id}", id)).get("rows"))
        .as("that there was one stays")
        .isNotNull();
  }

  @Test
  void a_list_that_was_sent_in_as_it_was_exported_stays_when_the_export_is_forgotten()
      throws Exception {
    clock.set(LocalDate.of(2026, 3, 2));
    var body = Map.of("filter", Map.of("q", "月光化工"), "format", "csv");
    String id = started("officer", "/api/targets/exports", body).get("id").asString();
    jobs.runDue();
    byte[] bytes = file("officer", id).getBytes(StandardCharsets.UTF_8);
    String sent = importing.run(bureau, "targets", bytes).file().sha256();
    clock.set(LocalDate.of(2026, 4, 5));
    forget();
    api.read(bureau, "officer", "/api/targets/exports/{id}/file", id).andExpect(status().isGone());
    try (InputStream in = files.open(sent)) {
      assertThat(in).hasBinaryContent(bytes);
    }
  }

  @Test
  @Clause("PDS-25")
  void without_purpose_or_right_contacts_are_masked_and_no_cell_is_a_formula() throws Exception {
    var body = Map.of("filter", Map.of(), "format", "csv", "purpose", "想看");
    String ofHead = started("head", "/api/targets/exports", body).get("id").asString();
    var without = Map.of("filter", Map.of(), "format", "csv", "purpose", " ");
    String ofOfficer = started("officer", "/api/targets/exports", without).get("id").asString();
    jobs.runDue();
    assertThat(file("head", ofHead))
        .contains("133******78", "'=1+1饭店")
        .doesNotContain("13312345678");
    assertThat(file("officer", ofOfficer)).contains("133******78").doesNotContain("13312345678");
    assertThat(entries.payloads(bureau, "targets-exported"))
        .containsOnly("{\"contacts\":false,\"rows\":3}");
  }

  @Test
  void an_export_that_is_asked_to_stop_leaves_no_file() throws Exception {
    JsonNode begun =
        started("officer", "/api/targets/exports", Map.of("filter", Map.of(), "format", "xlsx"));
    api.send(
            bureau,
            "officer",
            "/api/jobs/" + begun.get("jobId").asString() + "/cancel",
            null,
            Map.of())
        .andExpect(status().isOk());
    jobs.runDue();
    api.read(bureau, "officer", "/api/jobs/{id}", begun.get("jobId").asString())
        .andExpect(jsonPath("$.state").value("cancelled"));
    api.read(bureau, "officer", "/api/targets/exports/{id}/file", begun.get("id").asString())
        .andExpect(status().isNotFound());
  }

  @Test
  void a_format_or_a_column_that_there_is_not_is_refused() throws Exception {
    var body = Map.of("filter", Map.of(), "format", "csv", "fields", List.of("name", "password"));
    api.send(bureau, "officer", "/api/targets/exports", null, body)
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors[0].value").value("password"))
        .andExpect(jsonPath("$.errors[0].message").value("没有这一列"));
    api.send(
            bureau,
            "officer",
            "/api/targets/exports",
            null,
            Map.of("filter", Map.of(), "format", "pdf"))
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors[0].message").value("没有这种格式"));
  }

  private static Map<String, Object> tagging(boolean on, long counted) {
    return Map.of(
        "filter", Map.of("q", "化工"), "tag", "安全生产", "on", on, "reason", "专项整治", "counted", counted);
  }

  @Test
  void everything_a_list_shows_is_tagged_once_its_number_was_seen_each_with_its_history()
      throws Exception {
    long counted =
        api.body(api.read(bureau, "officer", "/api/targets/count?q=化工")).get("count").asLong();
    assertThat(counted).isEqualTo(2);
    String id =
        started("officer", "/api/targets/taggings", tagging(true, counted)).get("id").asString();
    jobs.runDue();
    api.read(bureau, "officer", "/api/targets/taggings/{id}", id)
        .andExpect(jsonPath("$.changed").value(2));
    JsonNode list = api.body(api.read(bureau, "officer", "/api/targets?tag=work-safety"));
    assertThat(list.get("total").asInt()).isEqualTo(2);
    api.read(bureau, "officer", "/api/targets/{id}", list.at("/items/0/id").asString())
        .andExpect(jsonPath("$.tags[0]").value("work-safety"))
        .andExpect(jsonPath("$.tags[1]").value("重点"))
        .andExpect(jsonPath("$.history[0].reason").value("专项整治"))
        .andExpect(jsonPath("$.history[0].changes.tags[0][0]").value("重点"));
    assertThat(entries.payloads(bureau, "targets-tagged")).hasSize(1);
    started("officer", "/api/targets/taggings", tagging(false, 2));
    jobs.runDue();
    api.read(bureau, "officer", "/api/targets?tag=work-safety")
        .andExpect(jsonPath("$.total").value(0));
    assertThat(entries.payloads(bureau, "targets-untagged")).hasSize(1);
  }

  @Test
  void a_list_that_changed_since_its_number_was_seen_is_not_tagged() throws Exception {
    api.send(bureau, "officer", "/api/targets/taggings", null, tagging(true, 3))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.title").value("列表已有变化"))
        .andExpect(jsonPath("$.detail").value("您看到的是 3 个对象，现在符合条件的是 2 个；还没有改动任何对象。"));
    api.send(bureau, "head", "/api/targets/taggings", null, tagging(true, 2))
        .andExpect(status().isForbidden());
  }

  private JsonNode keep(String who, String name, boolean shared) throws Exception {
    var body =
        Map.of(
            "name",
            name,
            "filter",
            Map.of("q", "化工", "complete", false),
            "sort",
            "-updatedAt",
            "columns",
            List.of("name", "tags"),
            "shared",
            shared);
    return api.body(
        api.send(bureau, who, "/api/targets/lists", null, body).andExpect(status().isOk()));
  }

  @Test
  void a_list_is_kept_under_a_name_for_oneself_or_for_the_department() throws Exception {
    keep("officer", "待补全", false);
    JsonNode mine = keep("officer", "化工", true);
    assertThat(mine.findValuesAsString("name")).containsExactlyInAnyOrder("化工", "待补全");
    assertThat(keep("officer", "化工", true)).hasSize(2);
    JsonNode colleagues = api.body(api.read(bureau, "head", "/api/targets/lists"));
    assertThat(colleagues.findValuesAsString("name")).containsExactly("化工");
    assertThat(colleagues.at("/0/own").asBoolean()).isFalse();
    assertThat(colleagues.at("/0/filter/complete").asBoolean(true)).isFalse();
    assertThat(colleagues.at("/0/columns/1").asString()).isEqualTo("tags");
    assertThat(api.body(api.read(bureau, "officer2", "/api/targets/lists"))).isEmpty();
    UUID id = UUID.fromString(colleagues.at("/0/id").asString());
    String remove = "/api/targets/lists/" + id + "/remove";
    api.send(bureau, "head", remove, null, Map.of()).andExpect(status().isNotFound());
    api.send(bureau, "officer", remove, null, Map.of())
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.length()").value(1));
  }
}
