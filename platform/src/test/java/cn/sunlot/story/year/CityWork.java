package cn.sunlot.story.year;

import static cn.sunlot.story.year.Finding.direct;
import static cn.sunlot.story.year.Finding.leadFor;
import static cn.sunlot.story.year.Finding.nothingFound;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.planning.PlanDuties.Initiation;
import java.util.List;
import java.util.Map;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** What the city does of its plan: the task, its draws, its visits, and what is in no plan. */
@SuppressWarnings("NullAway.Init") // The year fills its fields as it goes.
abstract class CityWork extends CityPlanning {

  /** The steps of a year that leave their entries, from the plan to the corrected result. */
  static final String[] STEPS = {
    "item-published",
    "proposal-settled",
    "plan-decided",
    "plan-published",
    "task-opened",
    "set-up-completed",
    "pool-frozen",
    "draw-drawn",
    "task-dispatched",
    "record-submitted",
    "record-accepted",
    "result-published",
    "result-corrected"
  };

  protected String task;

  /** The six visits of the task, by the names of their targets. */
  protected List<String> visits;

  // Task, draw, teams

  /** Asks for a task that carries out the line in April. */
  final ResultActions asksForTask() throws Exception {
    return chain
        .api()
        .send(
            market,
            "officer",
            "/api/tasks",
            null,
            Map.of("lineId", line, "from", "2026-04-01", "to", "2026-04-30"));
  }

  final void opensTask() throws Exception {
    on("2026-04-01");
    task = text(chain.ok(asksForTask()), "id");
  }

  /** Emergency management takes part with its item, and the set-up is complete. */
  final void joinsTask() throws Exception {
    on("2026-04-07");
    accept(task);
    chain.ok(command(market, task, "complete-set-up"));
  }

  /** Draws the six, before a representative of enterprises. */
  final void drawsTargets() throws Exception {
    draw(market, task);
    visits = visitsOf(market, task);
  }

  /** The officers of the year: two of market supervision, one of emergency management. */
  final void registerOfficers() {
    officer(market, "甲", "inspector");
    officer(market, "乙", "inspector2");
    officer(emergency, "丁", "inspector");
  }

  /** Each department draws its own. */
  final void eachDrawsItsOwn(Map<String, ?> order) throws Exception {
    chain.ok(form(market, task, order));
    holdLast(market, task);
    chain.ok(form(emergency, task, Map.of()));
    holdLast(emergency, task);
  }

  /** The officer of emergency management in a visit is to be replaced. */
  final ResultActions isIll(String visit, String reason) throws Exception {
    return ask(
        emergency,
        "officer",
        visit(emergency, visit),
        "replace",
        Map.of("inspectorId", memberOf(emergency, visit), "reason", reason, "statement", "住院，附证明"));
  }

  /** The officer of emergency management in a visit has an interest in the business. */
  final ResultActions hasInterest(String visit, String way) throws Exception {
    return ask(
        emergency,
        "officer",
        visit(emergency, visit),
        "recuse",
        Map.of("inspectorId", memberOf(emergency, visit), "way", way, "statement", "配偶在该企业任职"));
  }

  /** Somebody says that a drawn business is exempt and wants another one. */
  final ResultActions dropsAsExempt(String visit) throws Exception {
    return ask(
        market,
        "officer",
        visit(market, visit),
        "drop-as-exempt",
        Map.of("statement", "列入 2026 年免检名单第 12 号"));
  }

  // Visits

  /** What it is called that a problem was found and put right. */
  String problem() {
    return "problem-found-corrected";
  }

  /** The first three are visited, and emergency management enters what it found by mobile. */
  final void on14AprilByMobile() throws Exception {
    on("2026-04-14");
    for (String visit : visits.subList(0, 3)) {
      enters(emergency, visit, "2026-04-14", true, nothingFound());
    }
  }

  /** Market supervision enters what it found in the first one on the 14th: a problem. */
  final void on16AprilByPen() throws Exception {
    on("2026-04-16");
    enters(market, visits.get(0), "2026-04-14", false, leadFor("市公安局", problem(), "涉嫌伪造许可证"));
  }

  /** The fifth is not there any more; the sixth is visited. */
  final void on21AprilOneIsGone(String reason) throws Exception {
    on("2026-04-21");
    takesPhoto(market, visits.get(4));
    chain.ok(writes(market, visits.get(4), "2026-04-21", direct(reason, "门锁紧闭，物业证明已搬走")));
    JsonNode record = chain.ok(handsIn(market, visits.get(4), true));
    assertThat(text(record, "visitState")).as("it counts as done").isEqualTo("finished");
    enters(emergency, visits.get(5), "2026-04-21", true, nothingFound());
    assertThat(text(chain.task(market, task), "state")).isEqualTo("running");
  }

  /**
   * What was found in the fourth one on the 14th is entered last of all; the task ended with the
   * visits of the 21st nevertheless.
   */
  final void on22AprilTheLastRecord() throws Exception {
    on("2026-04-22");
    enters(market, visits.get(3), "2026-04-14", false, nothingFound());
    assertThat(text(chain.task(market, task), "state")).isEqualTo("ended");
  }

  // Beside the plan

  /** An order to inspect both of class D in June, in no plan, together with another department. */
  final Map<String, Object> inJune(String ground, String text, String item, String invited) {
    Map<String, Object> order = order("高温期间危险化学品联合检查", item);
    order.put("ground", ground);
    order.put("groundText", text);
    order.put(
        "filter",
        Map.of(
            "kinds", List.of(),
            "regionCodes", List.of(),
            "tags", List.of(),
            "riskClasses", List.of("D")));
    order.put("ratesBp", Map.of("D", 10_000));
    order.put("from", "2026-06-01");
    order.put("to", "2026-06-30");
    order.put("invite", List.of(department(invited)));
    return order;
  }

  /** Market supervision draws both with emergency management, which then does it once more. */
  final List<List<String>> visitsOfTwoTasksInJune(String ground, String text) throws Exception {
    String one = text(chain.ok(open(market, inJune(ground, text, marketItem, "emergency"))), "id");
    accept(one);
    JsonNode complete = chain.ok(command(market, one, "complete-set-up"));
    assertThat(complete.at("/together/filing/office/name").asString()).isEqualTo("市市场监督管理局");
    draw(market, one);
    assertThat(notice(one).getGroundText()).as("published with its ground").isEqualTo(text);
    String two =
        text(chain.ok(open(emergency, inJune(ground, text, emergencyItem, "market"))), "id");
    chain.ok(
        answer(market, two, "accept-invitation", Map.of("itemVersionIds", List.of(marketItem))));
    chain.ok(command(emergency, two, "complete-set-up"));
    draw(emergency, two);
    return List.of(visitsOf(market, one), visitsOf(emergency, two));
  }

  /** Who initiated and who joined a joint inspection of the year, by department. */
  final List<Initiation> initiations() {
    return market.as("officer", () -> duties.listInitiations(market.authorityId(), 2026));
  }

  /** How many visits fewer there were in the year because tasks were merged. */
  final int savedVisits() throws Exception {
    return chain
        .ok(chain.api().read(market, "officer", "/api/tasks/savings?year=2026"))
        .get("saved")
        .asInt();
  }
}
