package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What lies with somebody whose post changes, and who hands it over (TZ-4). */
@PlatformTest
class OpenMattersTest {

  private static final LocalDate LICENCE = LocalDate.of(2030, 1, 1);

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Chain chain;
  @Autowired private SettableClock clock;

  private Bureau bureau;
  private UUID inspector;
  private String task = "";

  @BeforeEach
  void drawTwoTeams() throws Exception {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    inspector = chain.addInspector(bureau, "赵检查", "节能科", LICENCE, bureau.person("inspector"));
    chain.addInspector(bureau, "钱检查", "节能科", LICENCE, bureau.person("inspector2"));
    chain.addTargets(bureau, "A", 2);
    UUID line = chain.publishedLine(bureau, "GW-01", Map.of("A", 10_000));
    task = chain.openTask(bureau, line).get("id").asString();
    chain.drawTargets(bureau, task);
    chain.drawTeams(bureau, task);
  }

  private void dispatch() throws Exception {
    chain.ok(chain.taskCommand(bureau, task, "dispatch", null));
  }

  private JsonNode read(String reader, String path) throws Exception {
    return chain.ok(chain.api().read(bureau, reader, path));
  }

  private String post(String reader, String whose) throws Exception {
    return read(reader, "/api/colleagues?q=" + bureau.person(whose).name())
        .get("items")
        .valueStream()
        .filter(row -> row.at("/person/id").asString().equals(bureau.person(whose).id().toString()))
        .map(row -> row.get("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private JsonNode matters(String reader, String whose) throws Exception {
    return read(reader, "/api/colleagues/" + post(reader, whose));
  }

  private static List<String> kinds(JsonNode matters) {
    return matters.get("todos").valueStream().map(t -> t.get("kind").asString()).toList();
  }

  @Test
  @Clause("TZ-4")
  void the_head_sees_what_waits_for_each_of_the_section_and_who_can_go_on() throws Exception {
    assertThat(kinds(matters("head", "officer"))).contains("dispatch-task");
    assertThat(matters("head", "officer").get("others")).isEmpty();
    dispatch();
    assertThat(kinds(matters("head", "officer"))).doesNotContain("dispatch-task");
    JsonNode inspects = matters("head", "inspector");
    assertThat(kinds(inspects)).contains("enter-record", "enter-record");
    assertThat(inspects.get("others").valueStream().map(o -> o.get("name").asString()))
        .containsExactly(bureau.person("inspector2").name());
    assertThat(kinds(matters("principal", "inspector"))).isEqualTo(kinds(inspects));
  }

  @Test
  @Clause("TZ-4")
  void looking_at_what_waits_for_another_leaves_the_reader_who_they_are() throws Exception {
    dispatch();
    JsonNode before = read("head", "/api/todo");
    assertThat(matters("head", "inspector").get("todos")).isNotEqualTo(before);
    assertThat(read("head", "/api/todo")).isEqualTo(before);
    assertThat(read("head", "/api/session").get("name").asString())
        .isEqualTo(bureau.person("head").name());
  }

  @Test
  @Clause("TZ-4")
  void another_section_sees_nothing_of_it() throws Exception {
    String post = post("head", "inspector");
    chain
        .api()
        .read(bureau, "officer2", "/api/colleagues/" + post)
        .andExpect(status().isNotFound());
    chain
        .api()
        .read(bureau, "officer2", "/api/people/" + bureau.person("inspector").id() + "/places")
        .andExpect(status().isNotFound());
    chain
        .api()
        .read(bureau, "inspector", "/api/colleagues/" + post)
        .andExpect(status().isForbidden());
    assertThat(read("officer2", "/api/colleagues").get("total").asInt()).isEqualTo(1);
  }

  @Test
  @Clause({"TZ-4", "TZ-23"})
  void places_in_teams_are_handed_over_by_asking_for_others_in_all_of_them() throws Exception {
    dispatch();
    String path = "/api/people/" + bureau.person("inspector").id() + "/places";
    assertThat(read("head", path).get("mayReplace").asBoolean()).isFalse();
    JsonNode places = read("officer", path);
    assertThat(places.get("mayReplace").asBoolean()).isTrue();
    assertThat(places.get("inspectorId").asString()).isEqualTo(inspector.toString());
    List<String> visits =
        places.get("visits").valueStream().map(v -> v.get("id").asString()).toList();
    assertThat(visits).hasSize(2);
    JsonNode asked =
        chain.ok(
            chain
                .api()
                .send(
                    bureau,
                    "officer",
                    "/api/staffing-changes/for-leave",
                    null,
                    Map.of(
                        "inspectorId",
                        inspector,
                        "visitIds",
                        visits,
                        "reason",
                        "post-change",
                        "statement",
                        "调任安全生产科")));
    assertThat(asked.valueStream().map(v -> v.at("/changes/0/state").asString()))
        .containsOnly("requested");
    String other = "/api/people/" + bureau.person("head").id() + "/places";
    assertThat(read("officer", other).get("visits")).isEmpty();
  }

  @Test
  @Clause("TZ-4")
  void who_ends_posts_is_told_how_much_waits_and_not_what() throws Exception {
    dispatch();
    String path = "/api/people/" + bureau.person("inspector").id();
    JsonNode seen = read("sysadmin", path);
    assertThat(seen.at("/posts/0/open").asInt())
        .isEqualTo(kinds(matters("head", "inspector")).size())
        .isPositive();
    assertThat(seen.toString()).doesNotContain("/visits/", "/tasks/");
    assertThat(read("secadmin", path).at("/posts/0/open").isNull()).isTrue();
    chain.api().read(bureau, "sysadmin", "/api/colleagues").andExpect(status().isForbidden());
  }
}
