package cn.sunlot.app.demo;

import cn.sunlot.app.demo.DemoCeremony.Witness;
import cn.sunlot.app.demo.DemoJointItems.Listed;
import cn.sunlot.app.demo.DemoVisits.Problem;
import cn.sunlot.catalog.domain.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tasks of several departments, each as far as another step: of filling stations the first visits
 * are done and the others have their days, where a second task meets the same stations; a list of
 * schools has come down to the counties; caterers wait for an answer.
 */
final class DemoJointTasks {

  private static final String MARKET = DemoPerson.MARKET.login();
  private static final String EMERGENCY = DemoPerson.EMERGENCY.login();

  /** Of so many visits the records are in. */
  private static final int INSPECTED = 4;

  private static final Problem PROBLEM = new Problem("4.2", "卸油区安全警示标志褪色、部分缺失，当场更换", "当场责令改正");

  private final DemoBureau demo;
  private final DemoBrowser browser;
  private final Listed items;
  private final DemoCeremony ceremony;
  private final DemoVisits records;

  DemoJointTasks(DemoBureau demo, DemoBrowser browser, Listed items) {
    this.demo = demo;
    this.browser = browser;
    this.items = items;
    this.ceremony = new DemoCeremony(browser, new Witness("other", "企业代表", "程国强", "示范市成品油流通行业协会"));
    this.records = new DemoVisits(demo, browser);
  }

  /**
   * Makes them.
   *
   * @param lines of the joint plan: stations, canteens, caterers, operations
   */
  void make(List<UUID> lines) {
    String stations = open(MARKET, Map.of("lineId", lines.get(0)));
    accept(DemoPerson.EMERGENCY, stations, items.operations());
    refuse(DemoPerson.ECOLOGY, stations, "本季度执法力量用于秋冬季大气污染防治，油气回收另行安排");
    withdrawOpen(stations, "消防救援支队来电说明另行组织专项检查，不再等待书面答复");
    browser.command(MARKET, task(stations), "complete-set-up", null);
    draw(MARKET, stations);
    // Nobody is invited to the second one, so that it meets the first at some stations.
    String operations = open(EMERGENCY, Map.of("lineId", lines.get(3), "invite", List.of()));
    draw(EMERGENCY, operations);
    formTeams(MARKET, stations);
    formTeams(EMERGENCY, operations);
    plan(MARKET, stations);
    plan(EMERGENCY, operations);
    browser.command(MARKET, task(stations), "dispatch", null);
    browser.command(EMERGENCY, task(operations), "dispatch", null);
    inspect(stations);

    String canteens = open(MARKET, Map.of("lineId", lines.get(1)));
    accept(DemoPerson.EDUCATION, canteens, items.duties());
    browser.command(MARKET, task(canteens), "complete-set-up", null);
    draw(MARKET, canteens);
    receive(canteens);

    open(MARKET, Map.of("lineId", lines.get(2)));
  }

  private String open(String officer, Map<String, ?> order) {
    return browser.post(officer, "/api/tasks", null, order).get("id").asString();
  }

  private static String task(String id) {
    return "/api/tasks/" + id;
  }

  private void accept(DemoPerson invited, String task, Item item) {
    answer(
        invited, task, "accept-invitation", Map.of("itemVersionIds", List.of(item.current().id())));
  }

  private void refuse(DemoPerson invited, String task, String reason) {
    answer(invited, task, "refuse-invitation", Map.of("reason", reason));
  }

  private void answer(DemoPerson invited, String task, String command, Object body) {
    String department = demo.session(invited).departmentId().toString();
    invitations(invited.login(), task)
        .filter(i -> i.at("/department/id").asString().equals(department))
        .forEach(i -> send(invited.login(), i, command, body));
  }

  /** Takes back what nobody has answered. */
  private void withdrawOpen(String task, String reason) {
    invitations(MARKET, task)
        .filter(i -> i.get("state").asString().equals("invited"))
        .forEach(i -> send(MARKET, i, "withdraw-invitation", Map.of("reason", reason)));
  }

  private Stream<JsonNode> invitations(String reader, String task) {
    return browser.read(reader, task(task)).at("/together/invitations").valueStream();
  }

  private void send(String who, JsonNode invitation, String command, Object body) {
    browser.post(
        who,
        "/api/invitations/" + invitation.get("id").asString() + "/" + command,
        invitation.get("version").asInt(),
        body);
  }

  private void draw(String officer, String task) {
    browser.command(officer, task(task), "prepare-pool", null);
    ceremony.hold(officer, browser.command(officer, task(task), "freeze-pool", null));
  }

  /** One draw for all departments, where there are several. */
  private void formTeams(String officer, String task) {
    ceremony.hold(
        officer, browser.command(officer, task(task), "form-teams", Map.of("way", "unified")));
  }

  /** Gives visits that the officer arranges a day: the first ones today, then one a day. */
  private void plan(String officer, String task) {
    LocalDate day = demo.today();
    int ofDay = 0;
    for (JsonNode visit : visits(officer, task)) {
      String path = "/api/visits/" + visit.get("id").asString();
      JsonNode detail = browser.read(officer, path);
      boolean own =
          detail
              .get("allowedCommands")
              .valueStream()
              .anyMatch(c -> c.asString().equals("plan-day"));
      LocalDate last = LocalDate.parse(detail.get("to").asString());
      if (!own || day.isAfter(last)) {
        continue;
      }
      browser.post(
          officer,
          path + "/plan-day",
          detail.get("version").asInt(),
          Map.of("day", day.toString()));
      boolean full = ++ofDay >= (day.equals(demo.today()) ? INSPECTED : 1);
      if (full) {
        ofDay = 0;
        day = workday(day.plusDays(1));
      }
    }
  }

  private static LocalDate workday(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.plusDays(2);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }

  /** The first visits; each department enters what it found, and its leader accepts most of it. */
  private void inspect(String task) {
    List<JsonNode> first = visits(MARKET, task).valueStream().limit(INSPECTED).toList();
    for (int number = 0; number < first.size(); number++) {
      String visit = first.get(number).get("id").asString();
      JsonNode members = browser.read(MARKET, "/api/visits/" + visit).get("members");
      enter(DemoPerson.MARKET, members, visit, number, number == 1 ? PROBLEM : null);
      enter(DemoPerson.EMERGENCY, members, visit, number, null);
      if (number + 1 < first.size()) {
        records.accept(DemoPerson.MARKET_HEAD.login(), visit);
        records.accept(DemoPerson.EMERGENCY_HEAD.login(), visit);
      }
    }
  }

  private void enter(
      DemoPerson of, JsonNode members, String visit, int number, @Nullable Problem problem) {
    String department = demo.session(of).departmentId().toString();
    members
        .valueStream()
        .filter(m -> m.at("/department/id").asString().equals(department))
        .findFirst()
        .ifPresent(
            m -> {
              String login =
                  demo.loginOfInspector(of, UUID.fromString(m.get("inspectorId").asString()));
              if (number == 0) {
                records.noteNoNotice(login, visit, "不属于法律规定应当提前告知的检查");
              }
              records.enter(login, visit, number, problem);
            });
  }

  /** The county that the tour visits takes its part of the list over. */
  private void receive(String task) {
    String county = DemoPerson.COUNTY.login();
    for (JsonNode part : browser.read(county, task(task)).at("/together/parts")) {
      boolean own =
          part.get("allowedCommands")
              .valueStream()
              .anyMatch(c -> c.asString().equals("receive-list"));
      if (own) {
        browser.post(
            county,
            "/api/hand-downs/" + part.get("id").asString() + "/receive-list",
            part.get("version").asInt(),
            null);
      }
    }
  }

  private JsonNode visits(String officer, String task) {
    return browser.read(officer, "/api/visits?size=200&task=" + task).get("items");
  }
}
