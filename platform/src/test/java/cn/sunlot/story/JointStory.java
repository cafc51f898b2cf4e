package cn.sunlot.story;

import static cn.sunlot.publicity.store.jooq.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.JointCity;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.planning.JointCityPlans;
import cn.sunlot.planning.YearlyPlans;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.policy.RegistryConfirmation.KeptRegistry;
import cn.sunlot.policy.TestProfiles;
import cn.sunlot.publicity.store.jooq.tables.records.NoticeRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/**
 * What tests of joint tasks share: a city and a county with market supervision and emergency
 * management, a second county with market supervision alone, each department with an item of its
 * own.
 */
@PlatformTest
public abstract class JointStory {

  @Autowired protected Chain chain;
  @Autowired protected City.Factory cities;
  @Autowired protected Bureau.Factory bureaus;
  @Autowired protected JointCity.Maker conferences;
  @Autowired protected PublishedItems items;
  @Autowired protected YearlyPlans plans;
  @Autowired protected JointCityPlans.Maker jointPlans;
  @Autowired protected SettableClock clock;
  @Autowired protected DSLContext database;

  protected City city;
  protected String profile;
  protected Bureau market;
  protected Bureau emergency;
  protected Bureau countyMarket;
  protected Bureau countyEmergency;
  protected Bureau otherMarket;
  protected String marketItem;
  protected String emergencyItem;

  /** The rules of the city. */
  protected abstract String rules();

  @BeforeEach
  protected void prepareCity() {
    under(rules());
  }

  /** The city under this profile. */
  protected final void under(String profileId) {
    clock.set(LocalDate.of(2026, 3, 2));
    profile = profileId;
    city = cities.create(profileId, List.of());
    market = bureaus.in(city, "market");
    emergency = bureaus.in(city, "emergency");
    countyMarket = bureaus.in(city, "county-market");
    countyEmergency = bureaus.in(city, "county-emergency");
    otherMarket = bureaus.in(city, "other-market");
    makeReady();
    marketItem = item(market, "SJ-01");
    emergencyItem = item(emergency, "YJ-01");
  }

  /** What the rules of a city ask for before it works under them. */
  protected void makeReady() {}

  /** An item in force; gives its version's id. */
  protected final String item(Bureau bureau, String code) {
    return items.inForce(bureau, code, Category.KEY, null).current().id().toString();
  }

  protected final String department(String name) {
    return city.department(name).id().toString();
  }

  /** A task on an order from above: all targets of class A, in March. */
  protected final Map<String, Object> order(String title, String item) {
    Map<String, Object> order = new HashMap<>();
    order.put("title", title);
    order.put("ground", "campaign-from-above");
    order.put("groundText", "省局〔2026〕5号");
    order.put("itemVersionIds", List.of(item));
    order.put(
        "filter",
        Map.of(
            "kinds",
            List.of(),
            "regionCodes",
            List.of(),
            "tags",
            List.of(),
            "riskClasses",
            List.of()));
    order.put("ratesBp", Map.of("A", 10_000));
    order.put("from", "2026-03-05");
    order.put("to", "2026-03-31");
    return order;
  }

  /** A line of the city's published joint plan, to which these have agreed; gives its id. */
  protected final UUID jointLine(Bureau lead, Line line, Bureau... participants) {
    conferences.addConference(city, City.REGION, "market", "emergency");
    var where =
        new JointCityPlans(
            city,
            market,
            emergency,
            emergency,
            UUID.fromString(emergencyItem),
            UUID.fromString(marketItem));
    Proposal proposal = jointPlans.proposed(lead, jointPlans.draft(lead, line, null));
    for (Bureau participant : participants) {
      proposal = jointPlans.agreed(participant, proposal);
    }
    Plan plan = jointPlans.published(where, jointPlans.plan(where, proposal));
    return plan.current().lines().get(0).id();
  }

  /** The same by a department that carries it out alone, and says why. */
  protected final Map<String, Object> alone(String title, String item) {
    Map<String, Object> order = order(title, item);
    order.put("aloneReason", "只涉及本部门职责");
    return order;
  }

  protected final ResultActions open(Bureau bureau, Map<String, Object> order) throws Exception {
    return chain.api().send(bureau, "officer", "/api/tasks/outside-plan", null, order);
  }

  /** A joint task of market supervision to which emergency management is invited; gives its id. */
  protected final String inviting(Map<String, Object> order) throws Exception {
    order.put("invite", List.of(department("emergency")));
    order.put("answerBy", "2026-03-06");
    return chain.ok(open(market, order)).get("id").asString();
  }

  protected final JsonNode invitation(String task) throws Exception {
    return chain.task(market, task).at("/together/invitations/0");
  }

  /** A command on the first invitation of a task. */
  protected final ResultActions answer(Bureau bureau, String task, String command, Object body)
      throws Exception {
    JsonNode invitation = invitation(task);
    return chain
        .api()
        .send(
            bureau,
            "officer",
            "/api/invitations/" + invitation.get("id").asString() + "/" + command,
            invitation.get("version").asInt(),
            body);
  }

  protected final void accept(String task) throws Exception {
    chain.ok(
        answer(
            emergency,
            task,
            "accept-invitation",
            Map.of("itemVersionIds", List.of(emergencyItem))));
  }

  /** A joint task of both that is set up; gives its id. */
  protected final String setUp(Map<String, Object> order) throws Exception {
    String task = inviting(order);
    accept(task);
    conferences.addConference(city, City.REGION, "market", "emergency");
    chain.ok(chain.taskCommand(market, task, "complete-set-up", null));
    return task;
  }

  /**
   * Confirms the registry of targets where the rules ask for it, and draws; no witness is demanded.
   */
  protected final void draw(Bureau bureau, String task) throws Exception {
    if (TestProfiles.get(profile).registryConfirmation().value().isDemanded(KeptRegistry.TARGETS)) {
      chain.ok(chain.api().send(bureau, "officer", "/api/targets/confirm", null, Map.of()));
    }
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    JsonNode frozen = chain.ok(chain.taskCommand(bureau, task, "freeze-pool", null));
    hold(bureau, frozen.at("/draws/0/id").asString());
  }

  /** Holds a draw before a representative of enterprises. */
  protected final void hold(Bureau bureau, String draw) throws Exception {
    Map<String, Object> witness = Chain.witness();
    witness.put("kind", "other");
    witness.put("kindText", "企业代表");
    chain.draw(bureau, draw, "add-witness", witness);
    chain.draw(bureau, draw, "commit", Map.of());
    chain.draw(bureau, draw, "reveal", Map.of("party", "operator"));
    chain.draw(
        bureau,
        draw,
        "reveal",
        Map.of("party", "w1", "nonce", String.valueOf(witness.get("nonce"))));
    chain.draw(bureau, draw, "draw", Map.of());
  }

  /** The part of a task's list of one department in one region. */
  protected final JsonNode part(Bureau reader, String task, String region, boolean lead)
      throws Exception {
    return chain
        .task(reader, task)
        .at("/together/parts")
        .valueStream()
        .filter(p -> p.get("regionCode").asString().equals(region))
        .filter(p -> p.get("lead").asBoolean() == lead)
        .findFirst()
        .orElseThrow();
  }

  protected final ResultActions receive(Bureau bureau, JsonNode part) throws Exception {
    return chain
        .api()
        .send(
            bureau,
            "officer",
            "/api/hand-downs/" + part.get("id").asString() + "/receive-list",
            part.get("version").asInt(),
            null);
  }

  /** The only visit of a task in a region. */
  protected final JsonNode visitIn(Bureau reader, String task, String name) throws Exception {
    JsonNode row =
        chain
            .visits(reader, task)
            .valueStream()
            .filter(v -> v.get("targetName").asString().equals(name))
            .findFirst()
            .orElseThrow();
    return chain.visit(reader, "officer", row.get("id").asString());
  }

  protected final NoticeRecord notice(String task) {
    return database
        .selectFrom(NOTICE)
        .where(NOTICE.TASK_ID.eq(UUID.fromString(task)))
        .fetchSingle();
  }

  /**
   * Asserts that this is the problem, by this clause, with all four texts, the reason citing the
   * clause by document and article.
   */
  protected final JsonNode refused(ResultActions answer, String code, String clause)
      throws Exception {
    JsonNode problem = refused(answer, code);
    assertThat(problem.get("clauses").valueStream().map(JsonNode::asString)).contains(clause);
    String cited = TestProfiles.get(profile).cite(clause).zh();
    int article = cited.indexOf('》') + 1;
    assertThat(problem.get("why").asString())
        .contains(cited.substring(0, article))
        .contains(cited.substring(article));
    return problem;
  }

  /** Asserts that this is the problem, with all four texts. */
  protected final JsonNode refused(ResultActions answer, String code) throws Exception {
    JsonNode problem = chain.api().body(answer);
    assertThat(problem.path("type").asString()).isEqualTo("urn:sunlot:problem:" + code);
    for (String part : List.of("title", "detail", "why", "now")) {
      assertThat(problem.path(part).asString()).as(part).isNotBlank();
    }
    return problem;
  }

  /** Kinds of what waits for somebody. */
  protected final List<String> todo(Bureau bureau, String who) throws Exception {
    return chain
        .ok(chain.api().read(bureau, who, "/api/todo"))
        .valueStream()
        .map(t -> t.get("kind").asString())
        .toList();
  }
}
