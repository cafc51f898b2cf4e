package cn.sunlot.story.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.kernel.Refused;
import cn.sunlot.publicity.PublicRows;
import cn.sunlot.story.Chain;
import cn.sunlot.story.JointTeams;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/**
 * What happens in a year, in the words of those who live it: the clock goes from day to day, people
 * of departments do things through the API, and what they are owed is read where they read it.
 */
abstract class Year extends JointTeams {

  @Autowired protected EarlierVisits earlier;
  @Autowired protected PublicRows publicRows;
  @Autowired protected Entries entries;

  /** An officer of a department who has one of its accounts. */
  private record Officer(Bureau of, String account) {}

  /** By inspector. */
  private final Map<String, Officer> officers = new HashMap<>();

  /** Whoever the year is about. */
  abstract void begin();

  @BeforeEach
  @Override
  protected void prepareCity() {
    profile = rules();
    begin();
  }

  /** It is nine in the morning of this day. */
  final void on(String day) {
    clock.set(LocalDate.parse(day));
  }

  final LocalDate today() {
    return LocalDate.now(clock);
  }

  /**
   * A hundred businesses, in the classes of credit risk as a real city has them: 65 of A, 25 of B,
   * 8 of C, 2 of D.
   */
  final void registerBusinesses(Bureau by) {
    Map.of("A", 65, "B", 25, "C", 8, "D", 2)
        .forEach((riskClass, number) -> chain.addTargets(by, riskClass, number));
  }

  /**
   * What four of them have behind them since the year began: A0 two visits by single departments,
   * A1 two joint visits, B0 two of each, all for other items than this one; A2 two visits by single
   * departments for this very item.
   */
  final void visitedBefore(Bureau by, UUID itemVersion) {
    UUID other = UUID.randomUUID();
    UUID same = earlier.item(itemVersion);
    earlier.visits(by, "企业 A0", false, other, 2);
    earlier.visits(by, "企业 A1", true, other, 2);
    earlier.visits(by, "企业 A2", false, same, 2);
    earlier.visits(by, "企业 B0", false, other, 2);
    earlier.visits(by, "企业 B0", true, other, 2);
  }

  /** A trained officer with one of the accounts of the department. */
  final UUID officer(Bureau of, String name, String account) {
    UUID id = chain.addInspector(of, name, "节能科", LICENCE, of.person(account));
    train(id, of);
    officers.put(id.toString(), new Officer(of, account));
    return id;
  }

  /** What is refused by a use case. */
  static Refused refusal(Supplier<?> work) {
    return Objects.requireNonNull(catchThrowableOfType(Refused.class, work::get));
  }

  /** The same, by which clause. */
  static Refused refusal(String clause, Supplier<?> work) {
    Refused refused = refusal(work);
    assertThat(refused.clauses()).contains(clause);
    return refused;
  }

  /** A command on a task by the officer of a department. */
  final ResultActions command(Bureau by, String task, String command) throws Exception {
    return chain.taskCommand(by, task, command, null);
  }

  final JsonNode poolPlan(Bureau by, String task) throws Exception {
    return chain.ok(chain.api().read(by, "officer", "/api/tasks/" + task + "/pool-plan"));
  }

  /** How many are out of a pool for a reason. */
  static int outOf(JsonNode poolPlan, String reason) {
    return poolPlan
        .get("excluded")
        .valueStream()
        .filter(e -> e.get("reason").asString().equals(reason))
        .mapToInt(e -> e.get("number").asInt())
        .sum();
  }

  /** Lets a business in that has reached its ceiling; a named person says why. */
  final void letsIn(Bureau by, String task, String business, String reason) throws Exception {
    String path = "/api/tasks/" + task + "/pool?excluded=annual-cap";
    String target =
        chain
            .ok(chain.api().read(by, "officer", path))
            .get("items")
            .valueStream()
            .filter(row -> text(row, "name").equals(business))
            .map(row -> text(row, "targetId"))
            .findFirst()
            .orElseThrow();
    chain.ok(
        chain.taskCommand(
            by, task, "allow-beyond-cap", Map.of("targetId", target, "reason", reason)));
    assertThat(entries.payloads(by, "cap-exceeded")).last().asString().contains(reason);
  }

  /** How many will be drawn from each stratum. */
  static Map<String, Integer> quotas(JsonNode poolPlan) {
    Map<String, Integer> quotas = new TreeMap<>();
    poolPlan.get("strata").forEach(s -> quotas.put(text(s, "stratum"), s.get("quota").asInt()));
    return quotas;
  }

  static String text(JsonNode node, String field) {
    return node.get(field).asString();
  }

  static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  /** The ids of the visits of a task, by the names of their targets. */
  final List<String> visitsOf(Bureau by, String task) throws Exception {
    List<JsonNode> rows = new ArrayList<>();
    chain.visits(by, task).forEach(rows::add);
    return rows.stream()
        .sorted((a, b) -> text(a, "targetName").compareTo(text(b, "targetName")))
        .map(row -> text(row, "id"))
        .toList();
  }

  /** How many targets of each class of credit risk a task has drawn. */
  final Map<String, Integer> drawnByClass(Bureau by, String task) throws Exception {
    Map<String, Integer> drawn = new TreeMap<>();
    chain
        .visits(by, task)
        .forEach(v -> drawn.merge(text(v, "targetName").substring(3, 4), 1, Integer::sum));
    return drawn;
  }

  final JsonNode visit(Bureau by, String id) throws Exception {
    return chain.visit(by, "officer", id);
  }

  /** The member of a team whom a department sends; of two the first. */
  final String memberOf(Bureau of, String visit) throws Exception {
    return visit(of, visit)
        .get("members")
        .valueStream()
        .map(m -> text(m, "inspectorId"))
        .filter(id -> officers.containsKey(id) && officer(id).of().equals(of))
        .findFirst()
        .orElseThrow();
  }

  private Officer officer(String id) {
    return Objects.requireNonNull(officers.get(id));
  }

  /** The account of that member. */
  final String accountIn(Bureau of, String visit) throws Exception {
    return officer(memberOf(of, visit)).account();
  }

  /** The one change that waits in a visit. */
  static JsonNode change(JsonNode visit) {
    return visit.get("changes").get(0);
  }

  static Map<String, Object> approving(UUID... designated) {
    return Map.of("note", "同意", "designated", List.of(designated));
  }

  /** The officer with this account. */
  final UUID inspectorWith(String account) {
    return officers.entrySet().stream()
        .filter(o -> o.getValue().account().equals(account))
        .map(o -> UUID.fromString(o.getKey()))
        .findFirst()
        .orElseThrow();
  }

  /** Says of a visit whether its target was told beforehand. */
  final ResultActions says(Bureau of, String visit, Map<String, Object> notice) throws Exception {
    return chain
        .api()
        .send(
            of, accountIn(of, visit), "/api/visits/" + visit + "/record/note-notice", null, notice);
  }

  /** That the business was told at nine o'clock of a day. */
  static Map<String, Object> told(String way, String day) {
    return Map.of("given", true, "way", way, "receiver", "李厂长", "givenAt", day + "T01:00:00Z");
  }

  /** Every one of these steps has left its entries, each with the person who answers for it. */
  final void assertTraced(String... steps) throws Exception {
    for (String step : steps) {
      JsonNode entries =
          chain.ok(chain.api().read(market, "auditor", "/api/audit/entries?type=" + step));
      assertThat(entries.get("items")).as(step).isNotEmpty();
      for (JsonNode entry : entries.get("items")) {
        assertThat(text(entry, "actor")).as(step).startsWith("测试");
      }
    }
  }

  /** A department writes its record of a visit. */
  final ResultActions writes(Bureau of, String visit, String visitedOn, Finding finding)
      throws Exception {
    String who = accountIn(of, visit);
    JsonNode detail = chain.readRecord(of, who, visit);
    Map<String, Object> content =
        Chain.record(detail, LocalDate.parse(visitedOn), "no-problem-found", "");
    finding.accept(content);
    return chain.recordCommand(of, who, visit, "save", content);
  }

  final void takesPhoto(Bureau of, String visit) throws Exception {
    chain.ok(chain.addPhoto(of, accountIn(of, visit), visit));
  }

  final ResultActions handsIn(Bureau of, String visit, boolean mobile) throws Exception {
    return chain.recordCommand(of, accountIn(of, visit), visit, "submit", Map.of("mobile", mobile));
  }

  /** The record written today of a visit on a day, with its photo, and handed in. */
  final void enters(Bureau of, String visit, String visitedOn, boolean mobile, Finding finding)
      throws Exception {
    takesPhoto(of, visit);
    chain.ok(writes(of, visit, visitedOn, finding));
    chain.ok(handsIn(of, visit, mobile));
  }

  /** The leader of a department approves its record of a visit. */
  final JsonNode approves(Bureau of, String visit) throws Exception {
    return chain.ok(chain.recordCommand(of, "head", visit, "accept", Map.of("note", "同意")));
  }

  /** What a department owes after a visit, by kind: the last day, and whether that has passed. */
  final JsonNode due(Bureau of, String visit, String kind) throws Exception {
    String own = of.section("节能科").id().toString();
    return chain
        .ok(chain.api().read(of, "head", "/api/visits/" + visit + "/dues"))
        .get("dues")
        .valueStream()
        .filter(d -> text(d, "kind").equals(kind))
        .filter(d -> d.at("/department/id").asString().equals(own))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is due of kind " + kind));
  }

  /** The kinds of what a department owes after a visit. */
  final List<String> kindsDue(Bureau of, String visit) throws Exception {
    String own = of.section("节能科").id().toString();
    return chain
        .ok(chain.api().read(of, "head", "/api/visits/" + visit + "/dues"))
        .get("dues")
        .valueStream()
        .filter(d -> d.at("/department/id").asString().equals(own))
        .map(d -> text(d, "kind"))
        .toList();
  }

  final String dueOn(Bureau of, String visit, String kind) throws Exception {
    return due(of, visit, kind).at("/due/date").asString();
  }

  final boolean isLate(Bureau of, String visit, String kind) throws Exception {
    return due(of, visit, kind).get("overdue").asBoolean();
  }

  /** Results that the public sees. */
  final List<String> publicResults() {
    return publicRows.of(market.authorityId()).getOrDefault("result", List.of());
  }

  /** The result of a department for a visit, as it stands. */
  final JsonNode resultOf(Bureau of, String visit) throws Exception {
    String target = visit(of, visit).at("/target/name").asString();
    JsonNode row =
        chain
            .ok(chain.api().read(of, "head", "/api/results?size=100"))
            .get("items")
            .valueStream()
            .filter(r -> text(r, "targetName").equals(target))
            .findFirst()
            .orElseThrow();
    return chain.ok(chain.api().read(of, "head", "/api/results/" + text(row, "id")));
  }

  /** Somebody of a department wants a published result to say something else. */
  final ResultActions corrects(Bureau of, String who, JsonNode result, String type, String reason)
      throws Exception {
    return chain
        .api()
        .send(
            of,
            who,
            "/api/results/" + text(result, "id") + "/correct",
            result.get("version").asInt(),
            Map.of(
                "type",
                type,
                "finding",
                "一台计量器具超期未检",
                "measures",
                List.of("责令限期改正"),
                "handling",
                "",
                "reason",
                reason));
  }

  /** What is missing in a record that is handed in, by the words that the officer reads. */
  final List<String> missing(Bureau of, String visit, String clause) throws Exception {
    JsonNode problem = refused(handsIn(of, visit, true), "fieldwork.record-incomplete", clause);
    return problem.get("errors").valueStream().map(e -> text(e, "message")).toList();
  }

  /** The report of the only task that has one. */
  final JsonNode report() throws Exception {
    return chain.ok(chain.api().read(market, "officer", "/api/reports")).get("items").get(0);
  }

  /** A command on it. */
  final ResultActions onReport(String who, String command, Map<String, Object> body)
      throws Exception {
    JsonNode report = report();
    String path = "/api/reports/" + text(report, "id") + "/" + command;
    return chain.api().send(market, who, path, report.get("version").asInt(), body);
  }

  static Map<String, Object> reportText() {
    return Map.of(
        "period", "2026年4月",
        "targets", 6,
        "content", "用能设备淘汰情况",
        "findings", "一家使用淘汰电机，一家停业",
        "handling", "责令停止使用");
  }
}
