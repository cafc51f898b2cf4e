package cn.sunlot.app.demo;

import cn.sunlot.app.demo.DemoCeremony.Witness;
import cn.sunlot.app.demo.DemoVisits.Problem;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Tasks from lines of the plan: one finished, with results reviewed and published, and one whose
 * inspectors are on their way. Who and whom the draws hit differs from demo to demo, as it must.
 */
final class DemoTasks {

  private static final String OFFICER = DemoPerson.SECTION.login();
  private static final String HEAD = DemoPerson.HEAD.login();

  private static final Problem PROBLEM = new Problem("JN-02-1", "一台在用电动机属淘汰型号，现场停用并登记", "责令停止使用");

  private final DemoBureau bureau;
  private final DemoBrowser browser;
  private final DemoCeremony ceremony;
  private final DemoVisits records;

  DemoTasks(DemoBureau bureau, DemoBrowser browser) {
    this.bureau = bureau;
    this.browser = browser;
    this.ceremony =
        new DemoCeremony(
            browser,
            new Witness(
                "regulation-section",
                "",
                DemoPerson.REGULATION.person(),
                DemoPerson.Section.REGULATION.title()));
    this.records = new DemoVisits(bureau, browser);
  }

  /** Takes the first line to published results. */
  void finish(UUID lineId) {
    String task = dispatch(lineId);
    JsonNode visits = visits(task);
    int number = 0;
    for (JsonNode visit : visits) {
      inspect(visit.get("id").asString(), number++);
    }
    publish(visits.size(), browser.read(HEAD, "/api/reports").get("items").get(0));
  }

  /** Takes a line until its inspectors are sent out. */
  String dispatch(UUID lineId) {
    String task =
        browser.post(OFFICER, "/api/tasks", null, Map.of("lineId", lineId)).get("id").asString();
    String path = "/api/tasks/" + task;
    browser.command(OFFICER, path, "prepare-pool", null);
    ceremony.hold(OFFICER, browser.command(OFFICER, path, "freeze-pool", null));
    ceremony.hold(OFFICER, browser.command(OFFICER, path, "form-teams", null));
    browser.command(OFFICER, path, "dispatch", null);
    return task;
  }

  private void inspect(String visit, int number) {
    JsonNode detail = browser.read(OFFICER, "/api/visits/" + visit);
    String inspector =
        bureau.loginOfInspector(
            DemoPerson.SECTION,
            UUID.fromString(detail.get("members").get(0).get("inspectorId").asString()));
    records.enter(inspector, visit, number, number % 4 == 1 ? PROBLEM : null);
    records.accept(HEAD, visit);
  }

  private void publish(int targets, JsonNode report) {
    String path = "/api/reports/" + report.get("id").asString();
    browser.command(
        OFFICER,
        path,
        "save",
        Map.of(
            "period", bureau.today().getYear() + "年" + bureau.today().getMonthValue() + "月",
            "targets", targets,
            "content", "高耗能落后机电设备淘汰情况",
            "findings", "个别企业仍有淘汰型号的电动机在用，已当场改正。",
            "handling", "已责令停止使用，列入下次复查。"));
    browser.command(OFFICER, path, "submit", null);
    browser.command(HEAD, path, "publish", null);
  }

  private JsonNode visits(String task) {
    return browser.read(OFFICER, "/api/visits?size=200&task=" + task).get("items");
  }
}
