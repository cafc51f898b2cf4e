package cn.sunlot.story;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** What tests of the chain share: a bureau with inspectors, targets and a published plan line. */
@PlatformTest
abstract class StoryTest {

  static final LocalDate LICENCE = LocalDate.of(2028, 12, 31);

  @Autowired Chain chain;
  @Autowired Bureau.Factory bureaus;
  @Autowired SettableClock clock;

  Bureau bureau;
  UUID line;
  UUID inspector;
  UUID inspector2;

  @BeforeEach
  void prepareBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    inspector = chain.addInspector(bureau, "赵检查", "节能科", LICENCE, bureau.person("inspector"));
    inspector2 = chain.addInspector(bureau, "钱检查", "节能科", LICENCE, bureau.person("inspector2"));
    chain.addTargets(bureau, "A", 40);
    chain.addTargets(bureau, "D", 4);
    line = chain.publishedLine(bureau, "JN-01", Map.of("A", 500, "D", 5000));
  }

  final String runningTask() throws Exception {
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.drawTargets(bureau, task);
    chain.drawTeams(bureau, task);
    chain.ok(chain.taskCommand(bureau, task, "dispatch", null));
    return task;
  }

  /** A draw of targets of a new task that is drawn, its record not closed; gives its id. */
  final String drawnOpen() throws Exception {
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    String draw =
        chain.ok(chain.taskCommand(bureau, task, "freeze-pool", null)).at("/draws/0/id").asString();
    chain.revealAll(bureau, draw);
    chain.draw(bureau, draw, "draw", Map.of());
    return draw;
  }

  final void inspect(String visit) throws Exception {
    JsonNode detail = chain.readRecord(bureau, "inspector", visit);
    chain.ok(
        chain.recordCommand(
            bureau,
            "inspector",
            visit,
            "save",
            Chain.record(detail, LocalDate.now(clock), "no-problem-found", "")));
    chain.ok(chain.addPhoto(bureau, "inspector2", visit));
    chain.ok(chain.recordCommand(bureau, "inspector2", visit, "submit", null));
    chain.ok(chain.recordCommand(bureau, "head", visit, "accept", Map.of("note", "同意")));
  }

  /** The record of a visit, entered and handed in; nobody has reviewed it. */
  final void enter(String visit) throws Exception {
    JsonNode detail = chain.readRecord(bureau, "inspector", visit);
    chain.ok(
        chain.recordCommand(
            bureau,
            "inspector",
            visit,
            "save",
            Chain.record(detail, LocalDate.now(clock), "no-problem-found", "")));
    chain.ok(chain.addPhoto(bureau, "inspector", visit));
    chain.ok(chain.recordCommand(bureau, "inspector", visit, "submit", null));
  }

  /** From dispatched visits to the report that waits to be handed in. */
  final JsonNode endedTask() throws Exception {
    for (JsonNode visit : chain.visits(bureau, runningTask())) {
      inspect(visit.get("id").asString());
    }
    return report(bureau);
  }

  final JsonNode report(Bureau bureau) throws Exception {
    return chain.ok(chain.api().read(bureau, "officer", "/api/reports")).get("items").get(0);
  }

  static final Map<String, Object> REPORT =
      Map.of(
          "period", "2026年3月",
          "targets", 4,
          "content", "用能设备淘汰情况",
          "findings", "未发现问题",
          "handling", "无");

  /** A command on a report by the version that was seen. */
  final ResultActions reportCommand(String who, JsonNode report, String command, Object body)
      throws Exception {
    String path = "/api/reports/" + report.get("id").asString() + "/" + command;
    return chain.api().send(bureau, who, path, report.get("version").asInt(), body);
  }

  /** The report written and handed in. */
  final JsonNode handedIn(JsonNode report) throws Exception {
    JsonNode saved = chain.ok(reportCommand("officer", report, "save", REPORT));
    return chain.ok(reportCommand("officer", saved, "submit", Map.of()));
  }
}
