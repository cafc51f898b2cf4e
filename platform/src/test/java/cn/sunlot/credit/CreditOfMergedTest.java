package cn.sunlot.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.credit.Credit.Kind;
import cn.sunlot.credit.Credit.Observation;
import cn.sunlot.credit.Credit.Selection;
import cn.sunlot.imports.Importing;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.Merging;
import cn.sunlot.registry.Registry;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is known of a target follows it into a merger, and comes back. */
@PlatformTest
class CreditOfMergedTest {

  private static final String A = unit("91370303MA3C0EXA0");
  private static final String B = unit("91370303MA3C0EXA1");
  private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Scorecards scorecards;
  @Autowired private Registry registry;
  @Autowired private Credit credit;
  @Autowired private Merging merging;
  @Autowired private Api api;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;
  @Autowired private SettableClock clock;

  private Bureau bureau;
  private UUID survivor;
  private UUID absorbed;

  private static String unit(String first17) {
    return first17 + Uscc.checkCharacter(first17);
  }

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    importing.csv(bureau, "targets", "名称,统一社会信用代码\n阳光机械," + A + "\n阳光机械," + B + "\n");
    survivor = id(A);
    absorbed = id(B);
  }

  private UUID id(String unit) {
    return bureau.as(
        "officer", () -> registry.findByUnitId(bureau.authorityId(), unit).orElseThrow().id());
  }

  private void tell(UUID target, String ref, Kind kind, int revision) {
    var told =
        new Observation(
            bureau.authorityId(),
            target,
            kind,
            DAY,
            Selection.RANDOM,
            ref,
            "results",
            ref,
            revision);
    bureau.as("officer", () -> transaction.executeWithoutResult(s -> credit.record(List.of(told))));
  }

  private void list(UUID target, String list, String from) throws Exception {
    Map<String, Object> entry = new HashMap<>();
    entry.put("targetId", target);
    entry.put("list", list);
    entry.put("from", from);
    entry.put("ground", "通过登记的住所无法联系");
    entry.put("decidedBy", "示范市市场监督管理局");
    scorecards.ok(api.send(bureau, "officer", "/api/credit/lists", null, entry));
  }

  private List<String> kinds(UUID target) throws Exception {
    return scorecards
        .card(bureau, target)
        .get("seen")
        .valueStream()
        .filter(o -> !o.get("superseded").asBoolean())
        .map(o -> o.get("kind").asString())
        .toList();
  }

  private JsonNode lists(UUID target) throws Exception {
    return scorecards.card(bureau, target).get("lists");
  }

  private List<String> tags(UUID target) throws Exception {
    return merging
        .target(bureau, target)
        .get("tags")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  @Clause({"TZ-10", "SX-3.5"})
  void observations_follow_and_a_later_correction_finds_them() throws Exception {
    tell(absorbed, "R-1", Kind.INSPECTION_PROBLEM, 1);
    merging.ok(merging.merge(bureau, survivor, absorbed));
    assertThat(kinds(survivor)).containsExactly("inspection-problem");
    tell(absorbed, "R-1", Kind.INSPECTION_PASSED, 2);
    assertThat(kinds(survivor))
        .as("it names the target as it was")
        .containsExactly("inspection-passed");
    tell(absorbed, "R-2", Kind.INSPECTION_PASSED, 1);
    assertThat(kinds(survivor)).hasSize(2);
    merging.ok(merging.separate(bureau, survivor));
    assertThat(kinds(absorbed)).containsExactly("inspection-passed");
  }

  @Test
  @Clause("TZ-10")
  void entries_of_lists_follow_with_their_tags_and_the_one_that_began_last_holds()
      throws Exception {
    list(absorbed, "abnormal-operation", "2026-02-01");
    list(absorbed, "key", "2026-02-10");
    list(survivor, "not-disturbed", "2026-01-10");
    merging.ok(merging.merge(bureau, survivor, absorbed));
    assertThat(tags(survivor)).containsExactlyInAnyOrder("abnormal-operation-list", "key-list");
    assertThat(lists(survivor)).hasSize(3);
    merging.ok(merging.separate(bureau, survivor));
    assertThat(tags(survivor)).containsExactly("not-disturbed");
    assertThat(tags(absorbed)).containsExactlyInAnyOrder("abnormal-operation-list", "key-list");
    assertThat(lists(survivor)).hasSize(1);
    assertThat(lists(survivor).at("/0/endedOn").isNull()).isTrue();
  }

  @Test
  @Clause("TZ-10")
  void an_entry_that_ended_meanwhile_does_not_come_back_as_a_tag() throws Exception {
    list(absorbed, "abnormal-operation", "2026-02-01");
    merging.ok(merging.merge(bureau, survivor, absorbed));
    JsonNode entry = lists(survivor).get(0);
    scorecards.ok(
        api.send(
            bureau,
            "officer",
            "/api/credit/lists/" + entry.get("id").asString() + "/end",
            entry.get("version").asInt(),
            Map.of("reason", "已恢复联系")));
    merging.ok(merging.separate(bureau, survivor));
    assertThat(tags(absorbed)).isEmpty();
  }

  @Test
  @Clause("TZ-10")
  void of_a_figure_that_both_have_the_later_day_counts_and_each_has_its_own_again()
      throws Exception {
    value(survivor, "payments-late", 10, "2026-01-01");
    value(absorbed, "payments-late", 40, "2026-02-01");
    value(absorbed, "complaint-rate", 7, "2026-02-01");
    merging.ok(merging.merge(bureau, survivor, absorbed));
    assertThat(values(survivor))
        .containsOnly(Map.entry("payments-late", 40), Map.entry("complaint-rate", 7));
    merging.ok(merging.separate(bureau, survivor));
    assertThat(values(survivor)).containsOnly(Map.entry("payments-late", 10));
    assertThat(values(absorbed))
        .containsOnly(Map.entry("payments-late", 40), Map.entry("complaint-rate", 7));
  }

  private void value(UUID target, String code, int value, String day) {
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s ->
                    database.execute(
                        "INSERT INTO credit.given_value (id, authority_id, target_id, code, value,"
                            + " day, source, recorded_at)"
                            + " VALUES (kernel.next_id(), ?, ?, ?, ?, CAST(? AS date), 'x', now())",
                        bureau.authorityId(),
                        target,
                        code,
                        value,
                        day)));
  }

  private Map<String, Integer> values(UUID target) {
    return SystemWork.run(
        () ->
            transaction.execute(
                s ->
                    database
                        .fetch(
                            "SELECT code, value FROM credit.given_value"
                                + " WHERE target_id = ? AND superseded_by IS NULL",
                            target)
                        .intoMap(r -> r.get(0, String.class), r -> r.get(1, Integer.class))));
  }

  @Test
  @Clause("TZ-10")
  void without_a_merger_no_row_changes_its_target() {
    tell(absorbed, "R-1", Kind.INSPECTION_PROBLEM, 1);
    assertThatThrownBy(
            () ->
                SystemWork.run(
                    () ->
                        transaction.executeWithoutResult(
                            s ->
                                database.execute(
                                    "UPDATE credit.observation SET target_id = ? WHERE target_id = ?",
                                    survivor,
                                    absorbed))))
        .hasStackTraceContaining("stays as it is");
  }
}
