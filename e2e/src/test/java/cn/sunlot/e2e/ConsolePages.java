package cn.sunlot.e2e;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Every page of the back office with the address under which the demo has something to show. */
final class ConsolePages {

  /**
   * @param login who looks at it
   * @param path its address without the first slash
   * @param name of its picture
   */
  record Stop(String login, String path, String name) {

    @Override
    public String toString() {
      return login + ": " + name;
    }
  }

  private static final List<String> ADMINISTRATORS = List.of("sysadmin", "secadmin", "auditadmin");

  private final Map<String, Desk> desks;
  private final List<Stop> stops = new ArrayList<>();

  private ConsolePages(Map<String, Desk> desks) {
    this.desks = desks;
  }

  /** People whose windows are needed. */
  static List<String> people() {
    return Stream.concat(
            Stream.of(
                "section",
                "inspector1",
                "head",
                "principal",
                "regulation",
                "auditor",
                "office",
                "market",
                "market1",
                "markethead",
                "emergency",
                "education",
                "zhangdian"),
            ADMINISTRATORS.stream())
        .toList();
  }

  /**
   * Looks up what there is.
   *
   * @param desks of the people, by login
   */
  static List<Stop> of(Map<String, Desk> desks) {
    ConsolePages pages = new ConsolePages(desks);
    people().forEach(login -> pages.add(login, "", "home-" + login));
    pages.work();
    pages.together();
    pages.jointPlans();
    pages.lists();
    pages.registries();
    pages.credit();
    pages.administration();
    pages.add("inspector1", "people", "forbidden");
    pages.add("section", "no-such-page", "not-found");
    pages.add("section", "targets/00000000-0000-0000-0000-000000000000", "no-such-target");
    return pages.stops;
  }

  private void work() {
    add("section", "tasks", "tasks");
    add("section", "tasks/new", "task-new");
    for (JsonObject task : rows("section", "tasks")) {
      add("section", "tasks/" + id(task), "task-" + state(task));
    }
    add("inspector1", "visits", "visits-inspector");
    everyState("section", "visits", "visit");
    each("section", "visits", "visit-record", "/record", 1);
    add("section", "draws", "draws");
    each("section", "draws", "draw", "", 4);
    each("section", "draws", "draw-screen", "/screen", 2);
    everyState("section", "reports", "report");
    everyState("section", "results", "result");
  }

  /** Tasks of several departments of the city, and what came down to a county. */
  private void together() {
    for (JsonObject task : rows("market", "tasks")) {
      add("market", "tasks/" + id(task), "joint-task-" + state(task));
    }
    each("education", "tasks", "joint-task-invited", "", 1);
    each("zhangdian", "tasks", "joint-task-of-county", "", 1);
    add("market", "schedule", "schedule");
    add("market", "schedule?span=week", "schedule-week");
    add("market1", "schedule", "schedule-inspector");
    everyState("market", "visits", "joint-visit");
    each("market", "visits", "joint-record", "/record", 1);
    each("market1", "visits", "joint-record-inspector", "/record", 1);
    everyState("market", "results", "joint-result");
    add("markethead", "staffing-changes", "staffing-changes");
    everyState("market", "targets", "city-target");
  }

  /**
   * Proposals of departments, the plan that the office makes of them, and what they are read by.
   */
  private void jointPlans() {
    everyState("office", "proposals", "proposal");
    everyState("market", "proposals", "own-proposal");
    add("emergency", "proposals/new", "proposal-new");
    everyState("office", "plans", "joint-plan");
    add("office", "joint-plans", "joint-year");
    int year = rows("office", "plans").get(0).get("year").getAsInt();
    add("office", "joint-plans/" + year, "joint-year-planned");
    add("market", "plans/matrix", "matrix-of-city");
    add("market", "ceilings", "ceilings");
    add("section", "ceilings", "ceilings-of-bureau");
    add("market", "rules/compare", "rules-compare-of-city");
    add("office", "conferences", "conferences");
  }

  private void lists() {
    everyState("section", "items", "item");
    add("section", "items/new", "item-new");
    each("section", "items", "item-edit", "/edit", 1);
    each("section", "items", "item-checklist", "/checklist", 1);
    everyState("section", "plans", "plan");
    everyState("principal", "plans", "plan-principal");
    each("section", "plans", "plan-edit", "/edit", 1);
    add("section", "plans/matrix", "plan-matrix");
    add("section", "rules", "rules");
    add("section", "rules/base", "rule-base");
    add("section", "rules/zibo_miit", "rule-zibo");
    add("section", "rules/compare", "rules-compare");
    add("section", "calendar", "calendar");
  }

  private void registries() {
    everyState("section", "targets", "target");
    add("section", "targets?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E5%AE%B6", "targets-empty");
    add("section", "targets/new", "target-new");
    each("section", "targets", "target-edit", "/edit", 1);
    add("section", "duplicates", "duplicates");
    add("section", "duplicates?state=merged", "duplicates-none");
    JsonObject pair = rows("section", "duplicates").get(0);
    String first = id(pair.getAsJsonObject("first"));
    String second = id(pair.getAsJsonObject("second"));
    add("section", "targets/" + first + "/beside/" + second, "targets-compared");
    add("auditor", "targets/" + first + "/beside/" + second, "targets-compared-auditor");
    everyState("section", "inspectors", "inspector");
    everyState("section", "imports", "import");
    add("section", "imports/new", "import-new");
    add("section", "experts", "experts");
    add("section", "targets/registers", "sub-registries");
  }

  private void credit() {
    add("section", "credit", "credit");
    add("section", "credit/lists", "credit-lists");
    add("section", "credit/warnings", "credit-warnings");
    add("section", "credit/evaluation", "credit-evaluation");
    String worsened = rows("section", "credit/warnings").get(0).get("targetId").getAsString();
    add("section", "credit/targets/" + worsened, "credit-card");
  }

  private void administration() {
    add("section", "password", "password");
    add("section", "sessions", "sessions");
    everyState("sysadmin", "people", "person");
    each("secadmin", "people", "person-roles", "", 1);
    add("sysadmin", "departments", "departments");
    add("sysadmin", "townships", "townships");
    add("sysadmin", "conferences", "conferences-of-no-city");
    add("section", "posts", "posts");
    add("secadmin", "clients", "clients");
    add("auditor", "audit", "audit");
    add("auditor", "audit/" + id(rows("auditor", "audit/entries").get(0)), "audit-entry");
    add("auditadmin", "audit", "audit-of-administrators");
  }

  /** The list itself, and one page for each state that its first hundred rows are in. */
  private void everyState(String login, String list, String name) {
    add(login, list, name + "s");
    List<String> seen = new ArrayList<>();
    for (JsonObject row : rows(login, list)) {
      if (!seen.contains(state(row))) {
        seen.add(state(row));
        add(login, list + "/" + id(row), name + "-" + state(row));
      }
    }
  }

  private void each(String login, String list, String name, String after, int most) {
    List<JsonObject> rows = rows(login, list);
    for (int i = 0; i < Math.min(most, rows.size()); i++) {
      add(login, list + "/" + id(rows.get(i)) + after, name + (i == 0 ? "" : "-" + (i + 1)));
    }
  }

  private void add(String login, String path, String name) {
    stops.add(new Stop(login, path, name));
  }

  private List<JsonObject> rows(String login, String list) {
    return Objects.requireNonNull(desks.get(login)).api().list(list);
  }

  private static String id(JsonObject row) {
    return row.get("id").getAsString();
  }

  private static String state(JsonObject row) {
    for (String field : List.of("state", "status")) {
      if (row.has(field) && row.get(field).isJsonPrimitive()) {
        return row.get(field).getAsString();
      }
    }
    return "any";
  }
}
