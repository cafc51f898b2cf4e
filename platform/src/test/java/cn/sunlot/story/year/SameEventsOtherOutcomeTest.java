package cn.sunlot.story.year;

import static cn.sunlot.story.year.Finding.nothingFound;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.JointCityPlans;
import cn.sunlot.planning.SuperiorLists;
import cn.sunlot.policy.TestProfiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/**
 * The same events on the same days under each regulation, and what becomes of them: a ceiling that
 * is reached, a drawn business that somebody wants to exchange, an officer who falls ill, a
 * business that is told beforehand and one that is not, and a record that is entered two days late.
 */
class SameEventsOtherOutcomeTest extends CityWork {

  /**
   * What becomes of them.
   *
   * @param full businesses that have reached their ceiling; that of A0 are two visits by single
   *     departments, of A1 two joint ones, of A2 two for this very item, of B0 two of each kind
   * @param ceiling its clause
   * @param exchanged what comes of the wish to exchange a drawn business for another one
   * @param substitute how another officer comes into the team, and by whose word
   * @param told what comes of telling a business beforehand by telephone
   * @param silent what comes of a record that says nothing of it
   * @param publication by when results of 14 April that were entered on the 16th are public; the
   *     last visit of the task was on the 21st
   */
  record Outcome(
      List<String> full,
      String ceiling,
      String exchanged,
      String substitute,
      String told,
      String silent,
      String publication) {}

  private static final String TAKEN = "taken";

  static Stream<Arguments> outcomes() {
    return Stream.of(
        outcome(
            "taizhou",
            new Outcome(
                List.of("企业 A0", "企业 A1", "企业 A2"),
                "TZ-18",
                "tasking.way-not-allowed SL-9",
                "designation, head of who leads",
                "fieldwork.notice-forbidden TZ-30",
                TAKEN,
                "2026-05-18")),
        outcome("pingdingshan", pingdingshan()),
        outcome("wugang", pingdingshan()),
        outcome("shaoxing", silent()),
        outcome("rushan", silent()),
        outcome(
            "zibo_miit",
            new Outcome(
                List.of("企业 A2"),
                "ZB-12",
                "a substitute is drawn",
                "new-random-draw, head of who leads",
                TAKEN,
                TAKEN,
                "report 2026-04-28, then 2026-04-30")));
  }

  private static Outcome pingdingshan() {
    return new Outcome(
        List.of("企业 A1", "企业 B0"),
        "PDS-10",
        "tasking.drawn-target-stays PDS-15",
        "designation, principal of the own department",
        TAKEN,
        "fieldwork.record-incomplete PDS-20",
        "2026-05-14");
  }

  /** Where a regulation says nothing of it, the base rules hold. */
  private static Outcome silent() {
    return new Outcome(
        List.of("企业 A0", "企业 A1", "企业 A2", "企业 B0"),
        "SL-4",
        "tasking.way-not-allowed SL-9",
        "designation, head of who leads",
        TAKEN,
        TAKEN,
        "2026-05-21");
  }

  private static Arguments outcome(String profileId, Outcome outcome) {
    return Arguments.of(profileId, outcome);
  }

  @Autowired private SuperiorLists superiorLists;

  /**
   * Where items come from the superior's list alone, it has both; elsewhere it is there as well.
   */
  @Override
  JointCityPlans.Maker.Superior superior() {
    return superiorLists;
  }

  @Override
  protected void prepareCity() {
    // Each regulation has its own.
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outcomes")
  @Clause({
    "TZ-18", "TZ-23", "TZ-30", "PDS-10", "PDS-15", "PDS-16", "PDS-20", "ZB-9", "ZB-11", "ZB-12",
    "ZB-15", "TZ-43"
  })
  void the_same_events_have_the_outcome_of_the_regulation(String profileId, Outcome expected)
      throws Exception {
    profile = profileId;
    planAndTask();
    assertThat(
            new Outcome(
                full(), ceiling(), exchanged(), substitute(), told(), silence(), publication()))
        .isEqualTo(expected);
  }

  private boolean isOneBureau() {
    return TestProfiles.get(profile).singleBureau().value();
  }

  /** From January to 8 April: the task of a published plan, and who has what behind them. */
  private void planAndTask() throws Exception {
    if (isOneBureau()) {
      on("2026-01-05");
      market = bureaus.create(profile);
      items.confirmRules(market);
      marketItem = items.inForce(market, "JN-01", Category.KEY, null).current().id().toString();
      registerBusinesses(market);
      line = chain.publishedLine(market, UUID.fromString(marketItem), rates());
      on("2026-04-01");
      task = text(chain.ok(asksForTask()), "id");
    } else {
      begin();
      registerBusinesses(market);
      marketSupervisionProposes();
      planIsDecided(proposal);
      planIsPublished();
      opensTask();
      joinsTask();
    }
    on("2026-04-08");
    visitedBefore(market, UUID.fromString(marketItem));
    chain.ok(chain.api().send(market, "officer", "/api/targets/confirm", null, Map.of()));
    chain.ok(command(market, task, "prepare-pool"));
  }

  private List<String> full() throws Exception {
    return chain
        .ok(chain.api().read(market, "officer", "/api/tasks/" + task + "/pool?excluded=annual-cap"))
        .get("items")
        .valueStream()
        .map(row -> text(row, "name"))
        .sorted()
        .toList();
  }

  private String ceiling() throws Exception {
    List<String> clauses = texts(poolPlan(market, task).at("/cap/clauses"));
    return clauses.get(clauses.size() - 1);
  }

  /** The draw, and the wish that it had been another one. */
  private String exchanged() throws Exception {
    if (isOneBureau()) {
      chain.drawTargets(market, task);
    } else {
      drawsTargets();
    }
    visits = visitsOf(market, task);
    assertThat(visits).hasSize(6);
    String exempt = visits.get(0);
    ResultActions answer = dropsAsExempt(exempt);
    if (!isTaken(answer)) {
      return problem(answer);
    }
    JsonNode change = change(chain.ok(answer));
    chain.ok(decide(market, "principal", change, "approve", Map.of("note", "同意")));
    String draw = chain.task(market, task).at("/draws/0/id").asString();
    chain.draw(market, draw, "draw-round", Map.of());
    List<String> after = new ArrayList<>(visitsOf(market, task));
    assertThat(after).hasSize(7).contains(exempt);
    after.remove(exempt);
    visits = after;
    return "a substitute is drawn";
  }

  /** Teams, and an officer who falls ill: how another one comes, and by whose word. */
  private String substitute() throws Exception {
    on("2026-04-09");
    officer(market, "甲", "inspector");
    officer(market, "乙", "inspector2");
    UUID another;
    if (isOneBureau()) {
      // A new draw is from those who were there at the first one.
      another = officer(market, "丙");
      chain.drawTeams(market, task);
    } else {
      officer(emergency, "丁", "inspector");
      confirmInspectors();
      eachDrawsItsOwn(Map.of("way", "per-department"));
      another = officer(emergency, "戊", "inspector2");
    }
    on("2026-04-10");
    Bureau of = isOneBureau() ? market : emergency;
    String first = visits.get(0);
    String ill = memberOf(of, first);
    List<String> team = members(first);
    JsonNode asked =
        chain.ok(
            ask(
                of,
                "officer",
                visit(of, first),
                "replace",
                Map.of("inspectorId", ill, "reason", "health", "statement", "住院，附证明")));
    String way = text(change(asked), "way");
    String word =
        approvedBy(change(asked), way.equals("designation") ? approving(another) : approving());
    if (way.equals("new-random-draw")) {
      JsonNode draws = chain.task(market, task).get("draws");
      chain.draw(market, text(draws.get(draws.size() - 1), "id"), "draw-round", Map.of());
    }
    List<String> now = members(first);
    assertThat(now).hasSameSizeAs(team).doesNotContain(ill);
    if (way.equals("designation") || !team.contains(another.toString())) {
      assertThat(now).contains(another.toString());
    }
    chain.ok(command(market, task, "dispatch"));
    return way + ", " + word;
  }

  private List<String> members(String visit) throws Exception {
    return visit(market, visit)
        .get("members")
        .valueStream()
        .map(m -> text(m, "inspectorId"))
        .toList();
  }

  /** Whose word it takes: the first of these that is enough. */
  private String approvedBy(JsonNode change, Map<String, Object> approval) throws Exception {
    if (isTaken(decide(market, "head", change, "approve", approval))) {
      return "head of who leads";
    }
    if (isTaken(decide(emergency, "head", change, "approve", approval))) {
      return "head of the own department";
    }
    chain.ok(decide(emergency, "principal", change, "approve", approval));
    return "principal of the own department";
  }

  /** On 13 April five of the six are told by telephone. */
  private String told() throws Exception {
    on("2026-04-13");
    Set<String> outcomes = new TreeSet<>();
    for (String visit : visits.subList(0, 5)) {
      ResultActions answer = says(market, visit, told("phone", "2026-04-13"));
      outcomes.add(isTaken(answer) ? TAKEN : problem(answer));
    }
    return String.join(", ", outcomes);
  }

  /** The visits of 14 and 21 April; of the sixth, nothing was told and nothing is said of it. */
  private String silence() throws Exception {
    on("2026-04-16");
    enters(market, visits.get(0), "2026-04-14", false, nothingFound());
    on("2026-04-21");
    for (String visit : visits.subList(1, 5)) {
      enters(market, visit, "2026-04-21", true, nothingFound());
    }
    String sixth = visits.get(5);
    takesPhoto(market, sixth);
    chain.ok(writes(market, sixth, "2026-04-21", nothingFound()));
    ResultActions answer = handsIn(market, sixth, true);
    if (isTaken(answer)) {
      return TAKEN;
    }
    chain.ok(says(market, sixth, Map.of("given", false, "reason", "事先告知会转移物证")));
    chain.ok(handsIn(market, sixth, true));
    return problem(answer);
  }

  private String publication() throws Exception {
    assertThat(text(chain.task(market, task), "state")).isEqualTo("ended");
    if (!isOneBureau()) {
      return dueOn(market, visits.get(0), "publication");
    }
    assertThat(kindsDue(market, visits.get(0))).doesNotContain("publication");
    String due = report().at("/due/date").asString();
    on(due);
    chain.ok(onReport("officer", "save", reportText()));
    chain.ok(onReport("officer", "submit", Map.of()));
    return "report " + due + ", then " + dueOn(market, visits.get(0), "publication");
  }

  private static boolean isTaken(ResultActions answer) {
    return answer.andReturn().getResponse().getStatus() == 200;
  }

  /** The code of a refusal and the clause that it cites first. */
  private String problem(ResultActions answer) throws Exception {
    JsonNode problem = chain.api().body(answer);
    return text(problem, "type").replace("urn:sunlot:problem:", "")
        + " "
        + problem.at("/clauses/0").asString();
  }
}
