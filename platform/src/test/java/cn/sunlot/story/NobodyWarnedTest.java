package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.YearlyPlans;
import cn.sunlot.policy.TestProfiles;
import cn.sunlot.publicity.PublicRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Results become public visit by visit: what is published of the first says nothing of those who
 * are still to be visited.
 */
@PlatformTest
class NobodyWarnedTest {

  private static final LocalDate LICENCE = LocalDate.of(2028, 12, 31);

  private static final String TITLE = "企业 A0、企业 A2专项检查";

  @Autowired private Chain chain;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private PublishedItems items;
  @Autowired private YearlyPlans plans;
  @Autowired private PublicRows publicRows;
  @Autowired private SettableClock clock;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  @Test
  @Clause({"TZ-30", "PDS-20"})
  void nothing_public_names_or_opens_a_target_before_its_visit_is_over() throws Exception {
    clock.set(LocalDate.of(2026, 3, 2));
    Bureau bureau = bureaus.create("zibo_miit");
    items.confirmRules(bureau);
    chain.addInspector(bureau, "赵检查", "节能科", LICENCE, bureau.person("inspector"));
    chain.addInspector(bureau, "钱检查", "节能科", LICENCE, bureau.person("inspector2"));
    chain.addTargets(bureau, "A", 3);
    UUID item = items.inForce(bureau, "JN-01", Category.KEY, null).current().id();
    // Its line in the plan names two of those who will be drawn.
    UUID line =
        plans
            .published(
                bureau,
                plans.draft(bureau, YearlyPlans.line(bureau, TITLE, item, Map.of("A", 10_000))))
            .current()
            .lines()
            .get(0)
            .id();
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.drawTargets(bureau, task);
    chain.drawTeams(bureau, task);
    chain.ok(chain.taskCommand(bureau, task, "dispatch", null));
    putUnder("taizhou", UUID.fromString(task));
    for (String table : List.of("notice", "result", "draw", "draw_live")) {
      assertThat(rows(bureau, table)).as(table).noneMatch(row -> row.contains("企业 A"));
    }
    List<JsonNode> visits =
        chain
            .visits(bureau, task)
            .valueStream()
            .sorted((a, b) -> name(a).compareTo(name(b)))
            .toList();
    inspect(bureau, visits.get(1));
    String first = rows(bureau, "result").get(0);
    assertThat(first).contains("企业 A1").doesNotContain("企业 A0", "企业 A2");
    assertThat(opened(bureau)).isEqualTo(1);
    inspect(bureau, visits.get(0));
    inspect(bureau, visits.get(2));
    // All are over: nothing is to be kept back any more.
    assertThat(rows(bureau, "result"))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row).contains(TITLE));
    assertThat(opened(bureau)).isEqualTo(3);
  }

  /**
   * From here on the task follows rules under which results are public visit by visit, and its
   * title names two of those who were drawn.
   */
  private void putUnder(String profile, UUID task) {
    String version = TestProfiles.get(profile).version();
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s -> {
                  database.execute(
                      "UPDATE tasking.task SET profile_id = ?, profile_version = ?, title = ?"
                          + " WHERE id = ?",
                      profile,
                      version,
                      TITLE,
                      task);
                  database.execute(
                      "UPDATE tasking.visit SET profile_id = ?, profile_version = ? WHERE id IN"
                          + " (SELECT visit_id FROM tasking.visit_item WHERE task_id = ?)",
                      profile,
                      version,
                      task);
                }));
  }

  private static String name(JsonNode visit) {
    return visit.get("targetName").asString();
  }

  private List<String> rows(Bureau bureau, String table) {
    return publicRows.of(bureau.authorityId()).getOrDefault(table, List.of());
  }

  /** How many units the record says were opened. */
  private long opened(Bureau bureau) throws Exception {
    return chain
        .ok(chain.api().read(bureau, "auditor", "/api/audit/entries?type=draw-openings-released"))
        .get("total")
        .asLong();
  }

  private void inspect(Bureau bureau, JsonNode visit) throws Exception {
    String id = visit.get("id").asString();
    JsonNode detail = chain.readRecord(bureau, "inspector", id);
    Map<String, Object> content =
        Chain.record(detail, LocalDate.now(clock), "no-problem-found", "");
    chain.ok(chain.recordCommand(bureau, "inspector", id, "save", content));
    chain.ok(chain.recordCommand(bureau, "inspector2", id, "submit", null));
    chain.ok(chain.recordCommand(bureau, "head", id, "accept", Map.of("note", "同意")));
  }
}
