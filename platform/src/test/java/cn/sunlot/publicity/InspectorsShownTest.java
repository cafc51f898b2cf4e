package cn.sunlot.publicity;

import static cn.sunlot.publicity.store.jooq.Tables.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.imports.Importing;
import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** The public directory of inspectors follows the registry by itself. */
@PlatformTest
@Import(PublishedItems.class)
class InspectorsShownTest {

  @Autowired private Api api;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private PublishedItems items;
  @Autowired private SettableClock clock;
  @Autowired private DSLContext database;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    items.confirmRules(bureau);
  }

  private List<String> shown() {
    return database
        .select(INSPECTOR.NAME, INSPECTOR.POST)
        .from(INSPECTOR)
        .where(INSPECTOR.AUTHORITY_ID.eq(bureau.authorityId()))
        .orderBy(INSPECTOR.NAME)
        .fetch(r -> r.value1() + " " + r.value2());
  }

  private Map<String, Object> content(String post, boolean active) {
    Map<String, Object> content = new HashMap<>();
    content.put("name", "王执法");
    content.put("sex", "female");
    content.put("post", post);
    content.put("licenceNumber", "LC100");
    content.put("licenceUntil", "2028-12-31");
    content.put("departmentId", bureau.section("节能科").id());
    content.put("qualifications", List.of());
    content.put("active", active);
    return content;
  }

  @Test
  @Clause("ZB-7")
  void whom_the_section_enters_changes_or_takes_out_is_public_or_gone_at_once() throws Exception {
    JsonNode added =
        api.body(api.send(bureau, "officer", "/api/inspectors", null, content("科员", true)));
    assertThat(shown()).containsExactly("王执法 科员");
    String path = "/api/inspectors/" + added.at("/inspector/id").asString() + "/change";
    JsonNode promoted =
        api.body(
            api.send(
                bureau,
                "officer",
                path,
                added.get("version").asInt(),
                Map.of("content", content("副科长", true), "reason", "晋升")));
    assertThat(shown()).containsExactly("王执法 副科长");
    api.send(
        bureau,
        "officer",
        path,
        promoted.get("version").asInt(),
        Map.of("content", content("副科长", false), "reason", "调离"));
    assertThat(shown()).isEmpty();
  }

  @Test
  @Clause("ZB-7")
  void an_imported_list_of_inspectors_is_public_when_the_import_is_done() {
    importing.csv(
        bureau,
        "inspectors",
        "执法证号,姓名,性别,职务,科室,执法证有效期至\n"
            + "LC1,甲,女,科员,节能科,2028-12-31\n"
            + "LC2,乙,男,科长,安全生产科,2028-12-31\n");
    assertThat(shown()).containsExactly("乙 科长", "甲 科员");
  }
}
