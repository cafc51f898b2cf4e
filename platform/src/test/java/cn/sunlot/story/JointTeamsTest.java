package cn.sunlot.story;

import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR;
import static cn.sunlot.registry.store.jooq.Tables.TRAINING;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.policy.usecase.ConfirmDraftProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Teams of several departments: who draws whom, who leads, who is exchanged and by whose word. */
class JointTeamsTest extends JointStory {

  private static final LocalDate LICENCE = LocalDate.of(2028, 12, 31);

  @Autowired private TransactionTemplate transaction;

  @Autowired private ConfirmDraftProfile confirmDraft;

  @Override
  String rules() {
    return "taizhou";
  }

  @Override
  void makeReady() {
    if (profile.equals("shaoxing")) {
      LocalDate until = LocalDate.of(2026, 12, 31);
      market.as("principal", () -> confirmDraft.run("shaoxing", "征求意见稿", "试点演练", until));
    }
  }

  /** A trained officer of a department, entered for all items. */
  private UUID officer(Bureau bureau, String name) {
    UUID id = chain.addInspector(bureau, name, "节能科", LICENCE, null);
    train(id, bureau);
    return id;
  }

  private void train(UUID inspector, Bureau bureau) {
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s ->
                    database
                        .insertInto(TRAINING)
                        .set(TRAINING.ID, Ids.next())
                        .set(TRAINING.INSPECTOR_ID, inspector)
                        .set(TRAINING.AUTHORITY_ID, bureau.authorityId())
                        .set(TRAINING.ON_DAY, LocalDate.of(2026, 1, 15))
                        .set(TRAINING.HOURS, 8)
                        .set(TRAINING.TOPIC, "双随机")
                        .set(TRAINING.RECORDED_AT, clock.instant())
                        .execute()));
  }

  private void change(UUID inspector, org.jooq.Field<?> field, Object value) {
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s ->
                    database
                        .update(INSPECTOR)
                        .set(Map.of(field, value))
                        .where(INSPECTOR.ID.eq(inspector))
                        .execute()));
  }

  /** A joint task of market supervision and emergency management with two drawn targets. */
  private String drawn(String profileId) throws Exception {
    if (!profileId.equals(profile)) {
      under(profileId);
    }
    chain.addTargets(market, "A", 2);
    Map<String, Object> order = order("联合检查", marketItem);
    if (profileId.equals("shaoxing")) {
      order.put("ground", "complaint");
    }
    String task = setUp(order);
    draw(market, task);
    return task;
  }

  private ResultActions form(Bureau bureau, String task, Map<String, ?> order) throws Exception {
    return chain.taskCommand(bureau, task, "form-teams", order);
  }

  /** Holds the latest draw of the task, which this department prepared. */
  private void holdLast(Bureau bureau, String task) throws Exception {
    JsonNode draws = chain.task(bureau, task).get("draws");
    hold(bureau, draws.get(draws.size() - 1).get("id").asString());
  }

  private void confirmInspectors() throws Exception {
    for (Bureau bureau : List.of(market, emergency)) {
      chain.ok(chain.api().send(bureau, "officer", "/api/inspectors/confirm", null, Map.of()));
    }
  }

  private List<JsonNode> visits(Bureau bureau, String task) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode row : chain.visits(bureau, task)) {
      all.add(chain.visit(bureau, "officer", row.get("id").asString()));
    }
    return all;
  }

  private static List<String> roles(JsonNode visit) {
    return visit.get("members").valueStream().map(m -> m.get("role").asString()).toList();
  }

  private static String memberOf(JsonNode visit, String role) {
    return visit
        .get("members")
        .valueStream()
        .filter(m -> m.get("role").asString().equals(role))
        .findFirst()
        .orElseThrow()
        .get("inspectorId")
        .asString();
  }

  private ResultActions ask(
      Bureau bureau, String who, JsonNode visit, String command, Map<String, ?> body)
      throws Exception {
    String id = visit.get("id").asString();
    int version = chain.visit(bureau, "officer", id).get("version").asInt();
    return chain.api().send(bureau, who, "/api/visits/" + id + "/" + command, version, body);
  }

  private ResultActions decide(
      Bureau bureau, String who, JsonNode change, String command, Map<String, ?> body)
      throws Exception {
    return chain
        .api()
        .send(
            bureau,
            who,
            "/api/staffing-changes/" + change.get("id").asString() + "/" + command,
            change.get("version").asInt(),
            body);
  }

  @Test
  @Clause({"TZ-21", "TZ-22"})
  void one_draw_over_all_departments_gives_the_lead_two_with_the_leader_and_the_other_one()
      throws Exception {
    String task = drawn("taizhou");
    List<String> leads = new ArrayList<>();
    for (String name : List.of("甲", "乙", "丙")) {
      leads.add(officer(market, name).toString());
    }
    UUID untrained = chain.addInspector(market, "未训", "节能科", LICENCE, null);
    UUID other = officer(emergency, "丁");
    refused(form(market, task, Map.of()), "tasking.team-way-missing", "TZ-21");
    chain.ok(form(market, task, Map.of("way", "unified")));
    holdLast(market, task);
    for (JsonNode visit : visits(market, task)) {
      assertThat(roles(visit)).containsExactly("a-leader", "b-member", "c-partner-1");
      assertThat(leads).contains(memberOf(visit, "a-leader"), memberOf(visit, "b-member"));
      assertThat(memberOf(visit, "c-partner-1")).isEqualTo(other.toString());
      assertThat(visit.toString()).doesNotContain(untrained.toString());
      assertThat(visit.get("state").asString()).isEqualTo("staffed");
    }
    assertThat(chain.task(market, task).get("state").asString()).isEqualTo("staffed");
  }

  @Test
  @Clause({"TZ-21", "PDS-15"})
  void each_department_draws_its_own_and_only_together_the_team_is_full() throws Exception {
    String task = drawn("pingdingshan");
    officer(market, "甲");
    officer(emergency, "丁");
    confirmInspectors();
    refused(form(emergency, task, Map.of()), "tasking.no-places-of-own", "PDS-15");
    chain.ok(form(market, task, Map.of("way", "per-department")));
    holdLast(market, task);
    for (JsonNode visit : visits(market, task)) {
      assertThat(roles(visit)).containsExactly("a-leader");
      assertThat(visit.get("state").asString()).isEqualTo("drawn");
      assertThat(visit.at("/emptySeats/0/department/name").asString()).isEqualTo("市应急管理局");
    }
    chain.ok(form(emergency, task, Map.of()));
    holdLast(emergency, task);
    for (JsonNode visit : visits(market, task)) {
      assertThat(roles(visit)).containsExactly("a-leader", "b-partner-1");
      assertThat(visit.get("state").asString()).isEqualTo("staffed");
    }
    chain.ok(chain.taskCommand(market, task, "dispatch", null));
  }

  @Test
  @Clause({"TZ-21", "TZ-22", "N-6"})
  void before_anybody_draws_the_preview_says_who_is_missing_and_what_may_be_done()
      throws Exception {
    String task = drawn("taizhou");
    officer(market, "甲");
    officer(market, "乙");
    UUID along = officer(emergency, "随");
    change(along, INSPECTOR.LICENCE_KIND, "qualified-staff");
    JsonNode preview =
        chain.ok(
            chain
                .api()
                .read(market, "officer", "/api/tasks/" + task + "/team-preview?way=unified"));
    assertThat(preview.get("places").asInt()).isEqualTo(6);
    assertThat(preview.at("/out/accompanies-only").asInt()).isEqualTo(1);
    assertThat(preview.at("/shortfall/missing").asInt()).isEqualTo(2);
    assertThat(preview.at("/shortfall/lines/0/department/name").asString()).isEqualTo("市应急管理局");
    assertThat(preview.at("/shortfall/lines/0/able").asInt()).isZero();
    assertThat(preview.get("waysOut").valueStream().map(w -> w.get("way").asString()))
        .containsExactlyInAnyOrder("designation", "neighbour-draw");
    change(along, INSPECTOR.LICENCE_KIND, "enforcement");
    JsonNode enough =
        chain.ok(
            chain
                .api()
                .read(market, "officer", "/api/tasks/" + task + "/team-preview?way=unified"));
    assertThat(enough.has("shortfall") && !enough.get("shortfall").isNull()).isFalse();
  }

  /** A staffed joint task; nobody is in both visits. */
  private String staffed(String profileId) throws Exception {
    String task = drawn(profileId);
    for (String name : List.of("甲", "乙", "丙", "庚")) {
      officer(market, name);
    }
    officer(emergency, "丁");
    officer(emergency, "戊");
    confirmInspectors();
    chain.ok(form(market, task, Map.of("way", "unified")));
    holdLast(market, task);
    return task;
  }

  @Test
  @Clause("TZ-23")
  void the_leader_of_the_executing_department_designates_another_qualified_officer_of_the_place()
      throws Exception {
    String task = staffed("taizhou");
    JsonNode visit = visits(market, task).get(0);
    String leaving = memberOf(visit, "c-partner-1");
    refused(
        ask(
            emergency,
            "officer",
            visit,
            "replace",
            Map.of("inspectorId", leaving, "reason", "far-away", "statement", "路远")),
        "tasking.reason-not-listed",
        "TZ-23");
    JsonNode asked =
        chain.ok(
            ask(
                emergency,
                "officer",
                visit,
                "replace",
                Map.of("inspectorId", leaving, "reason", "health", "statement", "住院，附证明")));
    JsonNode change = asked.get("changes").get(0);
    assertThat(change.at("/decides/id").asString())
        .isEqualTo(market.section("节能科").id().toString());
    UUID spare = officer(emergency, "己");
    UUID ofLead = officer(market, "庚");
    Map<String, Object> approval = Map.of("note", "同意", "designated", List.of(spare));
    refused(
        decide(emergency, "head", change, "approve", approval),
        "tasking.decision-by-other",
        "TZ-23");
    refused(
        decide(
            market, "head", change, "approve", Map.of("note", "同意", "designated", List.of(ofLead))),
        "tasking.inspector-not-eligible",
        "TZ-22");
    JsonNode done = chain.ok(decide(market, "head", change, "approve", approval));
    assertThat(memberOf(done, "c-partner-1")).isEqualTo(spare.toString());
    assertThat(done.get("state").asString()).isEqualTo("staffed");
    assertThat(todo(emergency, "officer")).contains("staffing-approved");
  }

  @Test
  @Clause("PDS-16")
  void the_leader_in_charge_of_the_own_department_decides_and_nobody_is_drawn() throws Exception {
    String task = staffed("pingdingshan");
    JsonNode visit = visits(market, task).get(0);
    String leaving = memberOf(visit, "b-partner-1");
    JsonNode asked =
        chain.ok(
            ask(
                emergency,
                "officer",
                visit,
                "replace",
                Map.of("inspectorId", leaving, "reason", "recusal", "statement", "与法定代表人有亲属关系")));
    JsonNode change = asked.get("changes").get(0);
    assertThat(change.get("way").asString()).isEqualTo("designation");
    UUID spare = officer(emergency, "己");
    Map<String, Object> approval = Map.of("note", "同意", "designated", List.of(spare));
    refused(
        decide(market, "principal", change, "approve", approval),
        "tasking.decision-by-other",
        "PDS-16");
    refused(
        decide(emergency, "head", change, "approve", approval),
        "tasking.decision-by-other",
        "PDS-16");
    assertThat(todo(emergency, "principal")).contains("decide-staffing");
    assertThat(todo(market, "principal")).doesNotContain("decide-staffing");
    int draws = chain.task(market, task).get("draws").size();
    JsonNode done = chain.ok(decide(emergency, "principal", change, "approve", approval));
    assertThat(memberOf(done, "b-partner-1")).isEqualTo(spare.toString());
    assertThat(chain.task(market, task).get("draws").size()).isEqualTo(draws);
  }

  @Test
  @Clause("TZ-24")
  void two_of_one_department_swap_targets_and_nobody_swaps_with_another_department()
      throws Exception {
    String task = staffed("taizhou");
    List<JsonNode> visits = visits(market, task);
    JsonNode first = visits.get(0);
    JsonNode second = visits.get(1);
    String one = memberOf(first, "b-member");
    String two = memberOf(second, "b-member");
    JsonNode asked =
        chain.ok(
            ask(
                market,
                "officer",
                first,
                "recuse",
                Map.of(
                    "inspectorId",
                    one,
                    "way",
                    "swap-targets",
                    "otherVisitId",
                    second.get("id").asString(),
                    "statement",
                    "配偶任职")));
    JsonNode swapped =
        chain.ok(
            decide(market, "head", asked.get("changes").get(0), "approve", Map.of("note", "同意")));
    assertThat(memberOf(swapped, "b-member")).isEqualTo(two);
    assertThat(memberOf(chain.visit(market, "officer", second.get("id").asString()), "b-member"))
        .isEqualTo(one);
  }

  @Test
  @Clause({"TZ-21", "PDS-17"})
  void the_leader_is_of_the_lead_department_and_arranges_the_day() throws Exception {
    String task = staffed("pingdingshan");
    JsonNode visit = visits(market, task).get(0);
    refused(
        ask(
            market,
            "officer",
            visit,
            "appoint-leader",
            Map.of("inspectorId", memberOf(visit, "b-partner-1"))),
        "tasking.leader-from-lead",
        "PDS-17");
    refused(
        ask(emergency, "officer", visit, "plan-day", Map.of("day", "2026-03-10")),
        "tasking.leader-arranges",
        "PDS-17");
    refused(
        ask(market, "officer", visit, "plan-day", Map.of("day", "2026-05-10")),
        "tasking.day-outside-period",
        "PDS-7");
    JsonNode planned =
        chain.ok(ask(market, "officer", visit, "plan-day", Map.of("day", "2026-03-10")));
    assertThat(planned.get("plannedOn").asString()).isEqualTo("2026-03-10");
    JsonNode schedule =
        chain.ok(
            chain.api().read(emergency, "officer", "/api/schedule?from=2026-03-09&to=2026-03-15"));
    assertThat(schedule.get("stops").valueStream().map(s -> s.path("plannedOn").asString("")))
        .contains("2026-03-10");
  }

  @Test
  @Clause("SX-4.2")
  void one_of_the_drawn_inspectors_is_designated_as_leader_of_whatever_department()
      throws Exception {
    String task = drawn("shaoxing");
    officer(market, "甲");
    officer(market, "乙");
    officer(emergency, "丁");
    chain.ok(form(market, task, Map.of()));
    holdLast(market, task);
    chain.ok(form(emergency, task, Map.of()));
    holdLast(emergency, task);
    JsonNode visit = visits(market, task).get(0);
    String partner = memberOf(visit, "b-partner-1");
    String leader = memberOf(visit, "a-leader");
    JsonNode led =
        chain.ok(ask(market, "officer", visit, "appoint-leader", Map.of("inspectorId", partner)));
    assertThat(memberOf(led, "a-leader")).isEqualTo(partner);
    assertThat(memberOf(led, "b-partner-1")).isEqualTo(leader);
    assertThat(led.get("emptySeats")).isEmpty();
    UUID stranger = officer(market, "外");
    refused(
        ask(market, "officer", visit, "appoint-leader", Map.of("inspectorId", stranger)),
        "tasking.not-a-member",
        "SX-4.2");
  }

  @Test
  @Clause("TZ-21")
  void teams_are_drawn_first_and_their_visits_after_them() throws Exception {
    String task = drawn("taizhou");
    for (String name : List.of("甲", "乙", "丙", "庚")) {
      officer(market, name);
    }
    officer(emergency, "丁");
    officer(emergency, "戊");
    refused(
        form(market, task, Map.of("way", "per-department", "teams", 2)),
        "tasking.teams-first-unified-only",
        "TZ-21");
    chain.ok(form(market, task, Map.of("way", "unified", "teams", 2)));
    holdLast(market, task);
    assertThat(chain.task(market, task).get("state").asString()).isEqualTo("targets-drawn");
    assertThat(visits(market, task)).allSatisfy(v -> assertThat(v.get("members")).isEmpty());
    chain.ok(form(market, task, Map.of("way", "unified")));
    holdLast(market, task);
    Map<String, Integer> load = new HashMap<>();
    for (JsonNode visit : visits(market, task)) {
      assertThat(roles(visit)).containsExactly("a-leader", "b-member", "c-partner-1");
      visit
          .get("members")
          .forEach(m -> load.merge(m.get("inspectorId").asString(), 1, Integer::sum));
    }
    assertThat(load.values()).as("one visit for each of two teams").containsOnly(1).hasSize(6);
  }

  @Test
  @Clause("TZ-21")
  void where_officers_are_too_few_the_same_line_of_a_neighbouring_county_is_drawn_with()
      throws Exception {
    String task = handedDown();
    officer(countyMarket, "本");
    officer(countyEmergency, "急");
    UUID near = officer(otherMarket, "邻");
    JsonNode visit = visits(countyMarket, task).get(0);
    JsonNode asked =
        chain.ok(
            ask(
                countyMarket,
                "officer",
                visit,
                "report-shortage",
                Map.of("way", "neighbour-draw", "statement", "本局仅一名持证人员")));
    chain.ok(
        decide(
            countyMarket,
            "head",
            asked.get("changes").get(0),
            "approve",
            Map.of("note", "与临淄区联合抽取")));
    holdLast(countyMarket, task);
    JsonNode full = chain.visit(countyMarket, "officer", visit.get("id").asString());
    assertThat(full.get("members")).hasSize(3);
    assertThat(full.toString()).contains(near.toString());
    assertThat(full.get("changes").get(0).get("state").asString()).isEqualTo("done");
  }

  /** A joint task of the city whose only target lies in a county. */
  private String handedDown() throws Exception {
    chain.addTargets(countyMarket, "A", 1);
    Map<String, Object> order = order("下派检查", marketItem);
    order.put("handedDown", true);
    String task = setUp(order);
    draw(market, task);
    chain.ok(receive(countyMarket, part(countyMarket, task, City.COUNTY, true)));
    chain.ok(receive(countyEmergency, part(countyEmergency, task, City.COUNTY, false)));
    return task;
  }
}
