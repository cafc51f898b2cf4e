package cn.sunlot.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** From the line of a plan to a result that any citizen can check, through the windows of all. */
@TestInstance(Lifecycle.PER_CLASS)
class JourneyTest {

  private static final String LINE = "临淄区、桓台县节能管理制度检查";
  private static final Pattern TASK = Pattern.compile(".*/tasks/([0-9a-f-]{36})");
  private static final List<String> MAIN_PAGES =
      List.of("", "tasks", "draws", "visits", "reports", "results");

  @TempDir private static Path folder;

  private final Map<String, Desk> desks = new HashMap<>();
  private final Pictures pictures = new Pictures(Path.of(System.getProperty("sunlot.pictures")));
  private Program program;
  private Chromium chromium;

  @BeforeAll
  void start() throws Exception {
    program = Program.start(folder);
    chromium = new Chromium();
  }

  @AfterAll
  void stop() throws Exception {
    desks.forEach((login, desk) -> pictures.last(desk.page(), login));
    chromium.close();
    program.close();
  }

  @Test
  void a_line_of_the_plan_becomes_results_that_anybody_can_check() throws Exception {
    Map<String, String> logins = logins();
    String task = openTask();
    drawTargets(task);
    drawTeams(task);
    inspect(task, logins);
    report(task);
    Path transcript = download(task);
    assertThat(Ceremony.verify(transcript)).isNotBlank();
    lookAtPhone(task);
    assertThat(pictures.barriers()).as("axe, serious and critical").isEmpty();
  }

  private Desk desk(String login) {
    return desks.computeIfAbsent(login, this::signIn);
  }

  private Desk signIn(String login) {
    try {
      return Desk.signIn(
          chromium.desktop(), program.console(), login, program.password(), pictures);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Who signs in as which inspector of the section. */
  private Map<String, String> logins() {
    ApiSteps section = desk("section").api();
    Map<String, String> logins = new HashMap<>();
    for (JsonObject row : section.list("inspectors")) {
      String id = row.get("id").getAsString();
      logins.put(id, section.read("inspectors/" + id).get("login").getAsString());
    }
    return logins;
  }

  private String openTask() {
    Desk officer = desk("section").picture("home").choose("抽查任务").picture("tasks");
    Page page = officer.page();
    page.locator("[data-test=new]").click();
    page.locator(".el-form-item:has(#field-lineId) .el-select").click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(LINE)).click();
    officer.picture("new-task");
    page.locator("[data-test=send]").click();
    page.waitForURL(TASK);
    officer.shows("待确定范围").picture("task-opened");
    var address = TASK.matcher(page.url());
    assertThat(address.matches()).isTrue();
    return address.group(1);
  }

  private void drawTargets(String task) {
    Desk officer = desk("section");
    officer.command("prepare-pool").shows("范围待锁定").picture("pool");
    officer.command("freeze-pool").shows("抽取对象中").picture("pool-frozen");
    officer.follow("前往抽取页面");
    new Ceremony(officer).hold("targets");
    officer.open("tasks/" + task).shows("待抽取人员").tab("visits").picture("targets-drawn");
  }

  private void drawTeams(String task) {
    Desk officer = desk("section");
    officer.command("form-teams").shows("抽取人员中");
    officer.follow("前往抽取页面");
    new Ceremony(officer).hold("teams");
    officer.open("tasks/" + task).shows("待下发").tab("draws").picture("teams-drawn");
    officer.command("dispatch").shows("检查中").picture("dispatched");
  }

  private void inspect(String task, Map<String, String> logins) {
    List<JsonObject> visits = desk("section").api().list("visits?task=" + task);
    assertThat(visits).isNotEmpty();
    Desk head = desk("head");
    for (JsonObject visit : visits) {
      String id = visit.get("id").getAsString();
      List<String> team =
          ApiSteps.objects(desk("section").api().read("visits/" + id).getAsJsonArray("members"))
              .stream()
              .map(member -> logins.get(member.get("inspectorId").getAsString()))
              .toList();
      Inspection inspection = new Inspection(id);
      if (visit == visits.get(0)) {
        inspection.enterByHand(desk(team.get(0)));
        inspection.submitByHand(desk(team.get(1)));
        inspection.acceptByHand(head);
      } else {
        inspection.enter(desk(team.get(0)));
        inspection.submit(desk(team.get(1)));
        inspection.accept(head);
      }
    }
    String first = visits.get(0).get("id").getAsString();
    head.open("visits/" + first).shows("已完成").picture("visit-finished");
    desk("section").open("tasks/" + task).shows("已结束").picture("task-ended");
  }

  private void report(String task) {
    ApiSteps officer = desk("section").api();
    String report = "reports/" + reportOf(officer, task);
    Desk writer = desk("section").choose("任务报告").picture("reports").open(report);
    Page page = writer.page();
    page.locator("#field-period").fill("本年度");
    page.locator("#field-content").fill("节能管理制度执行情况");
    page.locator("#field-findings").fill("未发现问题");
    page.locator("#field-handling").fill("无");
    page.locator("[data-test=save]").click();
    assertThat(page.getByText("有未保存的内容")).isHidden();
    writer.picture("report-written").command("submit").shows("待公示");
    desk("head").open(report).command("publish").shows("已公示").picture("report-published");
    assertThat(officer.list("results?task=" + task))
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.get("state").getAsString()).isEqualTo("published"));
  }

  private static String reportOf(ApiSteps api, String task) {
    return api.list("reports").stream()
        .filter(report -> report.get("taskId").getAsString().equals(task))
        .map(report -> report.get("id").getAsString())
        .findFirst()
        .orElseThrow();
  }

  private Path download(String task) throws Exception {
    Path transcript = folder.resolve("transcript.zip");
    List<JsonObject> draws =
        ApiSteps.objects(desk("section").api().read("tasks/" + task).getAsJsonArray("draws"));
    String first = draws.get(0).get("id").getAsString();
    return Files.write(
        transcript, desk("section").api().download("draws/" + first + "/transcript"));
  }

  private void lookAtPhone(String task) throws Exception {
    Desk phone =
        Desk.signIn(chromium.phone(), program.console(), "section", program.password(), pictures);
    for (String path : MAIN_PAGES) {
      phone.open(path).picture("phone-" + (path.isEmpty() ? "home" : path));
      assertFits(phone.page());
    }
    phone.open("tasks/" + task).picture("phone-task");
    assertFits(phone.page());
  }

  /** Nothing is wider than the screen. */
  private static void assertFits(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth")).as(page.url()).isEqualTo(390);
  }
}
