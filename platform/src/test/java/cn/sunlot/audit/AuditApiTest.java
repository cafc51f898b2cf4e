package cn.sunlot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.law.Clause;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The record as those read it who audit. */
@PlatformTest
class AuditApiTest {

  @Autowired private Api api;
  @Autowired private MockMvc web;
  @Autowired private ObjectMapper json;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private Bureau bureau;

  @BeforeEach
  void writeSomeEntries() throws Exception {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    api.send(bureau, "sysadmin", "/api/departments", null, department("综合科"))
        .andExpect(status().isCreated());
    clock.set(LocalDate.of(2026, 3, 3));
    api.send(bureau, "officer", "/api/targets", null, target("阳光机械"))
        .andExpect(status().isCreated());
  }

  private Map<String, Object> department(String name) {
    return Map.of(
        "name",
        name,
        "parentId",
        bureau.person("principal").departmentId(),
        "functions",
        List.of(),
        "sort",
        9);
  }

  private static Map<String, Object> target(String name) {
    return Map.of(
        "unitId",
        "91370303MA3C0EXA08",
        "content",
        Map.of("name", name, "kind", "enterprise", "regionCode", "370303", "riskClass", "A"));
  }

  private JsonNode page(String who, String query) throws Exception {
    return api.body(api.read(bureau, who, "/api/audit/entries" + query).andExpect(status().isOk()));
  }

  private List<String> types(String who, String query) throws Exception {
    return page(who, query).get("items").valueStream().map(e -> e.get("type").asString()).toList();
  }

  @Test
  void an_auditor_reads_who_did_what_when_newest_first_with_words() throws Exception {
    JsonNode items = page("auditor", "?size=2").get("items");
    assertThat(items.get(0).get("type").asString()).isEqualTo("target-added");
    assertThat(items.get(0).get("typeName").asString()).isEqualTo("检查对象入库");
    assertThat(items.get(0).get("ref").asString()).isEqualTo("91370303MA3C0EXA08");
    assertThat(items.get(0).get("actor").asString()).isEqualTo("测试officer");
    assertThat(items.get(0).get("at").asString()).startsWith("2026-03-03T01:00:00");
    assertThat(items.get(1).get("type").asString()).isEqualTo("department-added");
  }

  @Test
  void the_list_is_narrowed_by_type_number_person_and_days() throws Exception {
    assertThat(types("auditor", "?type=target-added")).containsExactly("target-added");
    assertThat(types("auditor", "?q=ma3c0exa")).containsExactly("target-added");
    assertThat(types("auditor", "?actor=sysadmin")).containsExactly("department-added");
    assertThat(types("auditor", "?actor=nobody")).isEmpty();
    assertThat(types("auditor", "?dayFrom=2026-03-03&dayTo=2026-03-03&q=91370303"))
        .containsExactly("target-added");
    assertThat(types("auditor", "?dayTo=2026-03-02&actor=officer")).isEmpty();
  }

  @Test
  void the_detail_has_payload_salt_and_hash_that_anybody_can_add_up() throws Exception {
    String id = page("auditor", "?type=target-added").at("/items/0/id").asString();
    JsonNode detail = api.body(api.read(bureau, "auditor", "/api/audit/entries/{id}", id));
    String payload = detail.get("payload").asString();
    assertThat(payload).isEqualTo("{\"name\":\"阳光机械\"}");
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(HexFormat.of().parseHex(detail.get("salt").asString()));
    assertThat(detail.get("hash").asString())
        .isEqualTo(
            HexFormat.of().formatHex(digest.digest(payload.getBytes(StandardCharsets.UTF_8))));
    assertThat(detail.get("pseudonym").asString()).startsWith("a-");
  }

  @Test
  @Clause({"PDS-25", "ZB-20"})
  void an_audit_administrator_reads_what_administrators_did_and_no_business() throws Exception {
    assertThat(types("auditadmin", "?size=50"))
        .contains("department-added")
        .doesNotContain("target-added");
    String business = page("auditor", "?type=target-added").at("/items/0/id").asString();
    api.read(bureau, "auditadmin", "/api/audit/entries/{id}", business)
        .andExpect(status().isNotFound());
    JsonNode known = api.body(api.read(bureau, "auditadmin", "/api/audit/types"));
    assertThat(known.valueStream().map(t -> t.get("type").asString()))
        .contains("signed-in")
        .doesNotContain("target-added");
    for (String who :
        List.of("officer", "inspector", "head", "principal", "sysadmin", "secadmin")) {
      api.read(bureau, who, "/api/audit/entries").andExpect(status().isForbidden());
    }
    web.perform(MockMvcRequestBuilders.get("/api/audit/entries"))
        .andExpect(status().isUnauthorized());
  }

  @Test
  @Clause("ZB-20")
  void another_bureau_sees_nothing_of_it_neither_by_search_nor_by_row_security() throws Exception {
    String id = page("auditor", "?type=target-added").at("/items/0/id").asString();
    Bureau other = bureaus.create("zibo_miit");
    api.read(other, "auditor", "/api/audit/entries/{id}", id).andExpect(status().isNotFound());
    api.read(other, "auditor", "/api/audit/entries?q=91370303MA3C0EXA08")
        .andExpect(jsonPath("$.total").value(0));
    String count = "SELECT count(*) FROM audit.entry WHERE id = " + Long.parseLong(id);
    assertThat(countAs(other, count)).isZero();
    assertThat(countAs(bureau, count)).isOne();
  }

  private int countAs(Bureau reader, String sql) {
    return reader.as(
        "auditor",
        () ->
            Objects.requireNonNull(
                transaction.execute(s -> database.fetchSingle(sql).get(0, Integer.class))));
  }

  @Test
  void signing_in_and_failing_to_is_an_entry_of_the_bureau() throws Exception {
    for (String password : List.of("wrong", Bureau.PASSWORD)) {
      web.perform(
          MockMvcRequestBuilders.post("/api/session")
              .with(
                  org.springframework.security.test.web.servlet.request
                      .SecurityMockMvcRequestPostProcessors.csrf())
              .contentType("application/json")
              .content(
                  json.writeValueAsBytes(
                      Map.of("login", bureau.person("head").login(), "password", password))));
    }
    assertThat(types("auditadmin", "?q=" + bureau.person("head").login()))
        .containsExactly("signed-in", "sign-in-failed");
  }
}
