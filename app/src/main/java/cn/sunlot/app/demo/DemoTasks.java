package cn.sunlot.app.demo;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
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

  private final DemoBureau bureau;
  private final DemoBrowser browser;

  DemoTasks(DemoBureau bureau, DemoBrowser browser) {
    this.bureau = bureau;
    this.browser = browser;
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
    hold(browser.command(OFFICER, path, "freeze-pool", null));
    hold(browser.command(OFFICER, path, "form-teams", null));
    browser.command(OFFICER, path, "dispatch", null);
    return task;
  }

  /** The ceremony of the task's newest draw: a witness, two nonces, the draw, its record. */
  private void hold(JsonNode task) {
    JsonNode draws = task.get("draws");
    String draw = "/api/draws/" + draws.get(draws.size() - 1).get("id").asString();
    String nonce = nonce();
    Map<String, Object> witness = new LinkedHashMap<>();
    witness.put("kind", "regulation-section");
    witness.put("name", DemoPerson.REGULATION.person());
    witness.put("unit", DemoPerson.Section.REGULATION.title());
    witness.put("nonce", nonce);
    browser.command(OFFICER, draw, "add-witness", witness);
    browser.command(OFFICER, draw, "commit", Map.of());
    browser.command(OFFICER, draw, "reveal", Map.of("party", "operator"));
    browser.command(OFFICER, draw, "reveal", Map.of("party", "w1", "nonce", nonce));
    browser.command(OFFICER, draw, "draw", Map.of());
    attach(draw, "photo", "抽取现场.jpg", DemoPhoto.room());
    // The sheet as the bureau prints it; nobody signed this one.
    attach(draw, "record-sheet", "抽取记录表.pdf", browser.file(OFFICER, draw + "/record.pdf"));
    browser.command(OFFICER, draw, "close", Map.of());
  }

  private void attach(String draw, String kind, String name, byte[] content) {
    int version = browser.read(OFFICER, draw).get("version").asInt();
    browser.upload(OFFICER, draw + "/attach?kind=" + kind, version, name, content);
  }

  private void inspect(String visit, int number) {
    JsonNode detail = browser.read(OFFICER, "/api/visits/" + visit);
    String inspector = login(detail.get("members").get(0).get("inspectorId").asString());
    String path = "/api/visits/" + visit + "/record";
    boolean problem = number % 4 == 1;
    browser.command(inspector, path, "save", record(browser.read(inspector, path), problem));
    browser.upload(
        inspector,
        path + "/evidence?kind=photo&caption=%E9%97%A8%E5%A4%B4",
        null,
        "门头.jpg",
        DemoPhoto.gate(number));
    browser.command(inspector, path, "submit", null);
    browser.command(HEAD, path, "accept", Map.of("note", "同意"));
  }

  private Map<String, Object> record(JsonNode detail, boolean problem) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("visitedOn", bureau.today().toString());
    content.put("methods", List.of("on-site"));
    content.put("licencesShown", true);
    content.put("noticeHandedOver", true);
    content.put("adjustedSteps", "");
    content.put("items", detail.get("items").valueStream().map(i -> item(i, problem)).toList());
    content.put(
        "signature", Map.of("signed", true, "signer", "企业负责人", "explanation", "", "witness", ""));
    content.put("direct", null);
    return content;
  }

  private static Map<String, Object> item(JsonNode item, boolean problem) {
    return Map.of(
        "taskId",
        item.get("taskId").asString(),
        "itemVersionId",
        item.get("itemVersionId").asString(),
        "answers",
        answers(item.get("checklist"), problem),
        "type",
        problem ? "problem-found-corrected" : "no-problem-found",
        "finding",
        problem ? "一台在用电动机属淘汰型号，现场停用并登记" : "",
        "measures",
        problem ? List.of("责令停止使用") : List.of(),
        "handling",
        "");
  }

  private static Map<String, String> answers(JsonNode checklist, boolean problem) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (JsonNode section : checklist.get("sections")) {
      for (JsonNode question : section.get("questions")) {
        String answer =
            switch (question.get("kind").asString()) {
              case "conform" -> problem && answers.isEmpty() ? "not-conform" : "conform";
              case "choice" -> question.get("choices").get(0).asString();
              case "number" -> "1280";
              default -> "无";
            };
        answers.put(question.get("code").asString(), answer);
      }
    }
    return answers;
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

  private String login(String inspectorId) {
    return bureau.loginOfInspector(UUID.fromString(inspectorId));
  }

  private static String nonce() {
    byte[] nonce = new byte[32];
    new java.security.SecureRandom().nextBytes(nonce);
    return HexFormat.of().formatHex(nonce);
  }
}
