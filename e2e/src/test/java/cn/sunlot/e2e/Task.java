package cn.sunlot.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/**
 * A task on the pages of the section officer: opened from a line of the plan, drawn, dispatched.
 */
final class Task {

  private static final Pattern ADDRESS = Pattern.compile(".*/tasks/([0-9a-f-]{36})");

  private final Desk officer;
  private final String id;

  private Task(Desk officer, String id) {
    this.officer = officer;
    this.id = id;
  }

  /** Opens one from the line with this title. */
  static Task open(Desk officer, String line) {
    Page page = officer.choose("抽查任务").picture("tasks").page();
    page.locator("[data-test=new]").click();
    new Form(page).choose("field-lineId", line);
    officer.picture("new-task");
    page.locator("[data-test=send]").click();
    page.waitForURL(ADDRESS);
    officer.shows("待确定范围").picture("task-opened");
    var address = ADDRESS.matcher(page.url());
    Assertions.assertThat(address.matches()).isTrue();
    return new Task(officer, address.group(1));
  }

  String id() {
    return id;
  }

  /** Who can be drawn; from then on nobody can change it. */
  Task freezePool() {
    officer.command("prepare-pool").shows("范围待锁定").picture("pool");
    officer.command("freeze-pool").shows("抽取对象中").hasNot("freeze-pool").picture("pool-frozen");
    return this;
  }

  Task drawTargets() {
    officer.follow("前往抽取页面");
    new Ceremony(officer).hold("targets");
    officer.open("tasks/" + id).shows("待抽取人员").hasNot("freeze-pool").tab("visits");
    officer.picture("targets-drawn");
    return this;
  }

  Task drawTeams() {
    officer.command("form-teams").shows("抽取人员中");
    officer.follow("前往抽取页面");
    new Ceremony(officer).hold("teams");
    officer.open("tasks/" + id).shows("待下发").tab("draws").picture("teams-drawn");
    return this;
  }

  Task dispatch() {
    officer.command("dispatch").shows("检查中").picture("dispatched");
    return this;
  }

  void hasEnded() {
    officer.open("tasks/" + id).shows("已结束").picture("task-ended");
  }

  /**
   * A visit, and who was drawn for it.
   *
   * @param team logins, the leader's first
   */
  record Visit(String id, String target, List<String> team) {}

  /** The visits in the order of their numbers. */
  List<Visit> visits() {
    Map<String, String> logins = new HashMap<>();
    for (JsonObject row : officer.api().list("inspectors")) {
      JsonObject inspector = officer.api().read("inspectors/" + text(row, "id"));
      if (inspector.has("login") && !inspector.get("login").isJsonNull()) {
        logins.put(text(row, "id"), text(inspector, "login"));
      }
    }
    return officer.api().list("visits?task=" + id).stream()
        .sorted(Comparator.comparing(visit -> text(visit, "number")))
        .map(visit -> visit(officer.api().read("visits/" + text(visit, "id")), logins))
        .toList();
  }

  private static Visit visit(JsonObject visit, Map<String, String> logins) {
    List<String> team =
        ApiSteps.objects(visit.getAsJsonArray("members")).stream()
            .map(member -> logins.get(text(member, "inspectorId")))
            .toList();
    return new Visit(text(visit, "id"), text(visit.getAsJsonObject("target"), "name"), team);
  }

  private static String text(JsonObject object, String member) {
    return object.get(member).getAsString();
  }
}
