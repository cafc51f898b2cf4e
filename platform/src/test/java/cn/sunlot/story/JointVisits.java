package cn.sunlot.story;

import cn.sunlot.Bureau;
import cn.sunlot.City;
import cn.sunlot.audit.AuditLog;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.planning.YearlyPlans;
import cn.sunlot.policy.TestProfiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Visits of two departments of a city together, sent out, under the rules that their task has
 * frozen: market supervision leads, emergency management checks an item of its own.
 */
@Component
class JointVisits {

  static final LocalDate LICENCE = LocalDate.of(2028, 12, 31);

  /** The two departments, and what they are to do. */
  record Joint(
      City city,
      Bureau market,
      Bureau emergency,
      UUID taskId,
      List<UUID> visits,
      UUID emergencyItem) {

    String visit() {
      return visits.get(0).toString();
    }

    /** The department whose items a bureau checks. */
    static UUID department(Bureau bureau) {
      return bureau.section("节能科").id();
    }
  }

  private final Chain chain;
  private final City.Factory cities;
  private final Bureau.Factory bureaus;
  private final PublishedItems items;
  private final YearlyPlans plans;
  private final AuditLog audit;
  private final DSLContext database;
  private final TransactionTemplate transaction;

  JointVisits(
      Chain chain,
      City.Factory cities,
      Bureau.Factory bureaus,
      PublishedItems items,
      YearlyPlans plans,
      AuditLog audit,
      DSLContext database,
      TransactionTemplate transaction) {
    this.chain = chain;
    this.cities = cities;
    this.bureaus = bureaus;
    this.items = items;
    this.plans = plans;
    this.audit = audit;
    this.database = database;
    this.transaction = transaction;
  }

  /** One visit, from 2 to 31 March 2026. */
  Joint under(String profileId) {
    return under(profileId, 1);
  }

  Joint under(String profileId, int number) {
    City city = cities.create("base", List.of("principal@city"));
    Bureau market = bureaus.in(city, "market");
    Bureau emergency = bureaus.in(city, "emergency");
    List<UUID> team =
        List.of(
            chain.addInspector(market, "赵检查", "节能科", LICENCE, market.person("inspector")),
            chain.addInspector(market, "钱检查", "节能科", LICENCE, market.person("inspector2")),
            chain.addInspector(emergency, "孙检查", "节能科", LICENCE, emergency.person("inspector")),
            chain.addInspector(emergency, "李检查", "节能科", LICENCE, emergency.person("inspector2")));
    UUID marketItem = items.inForce(market, "SC-01", Category.KEY, null).current().id();
    UUID emergencyItem = items.inForce(emergency, "YJ-01", Category.KEY, null).current().id();
    plans.addTargets(market, "A", number);
    UUID task = Ids.next();
    UUID lead = Joint.department(market);
    UUID other = Joint.department(emergency);
    List<UUID> visits =
        SystemWork.run(
            () ->
                transaction.execute(
                    s -> {
                      addTask(
                          task,
                          market,
                          profileId,
                          List.of(marketItem, emergencyItem),
                          List.of(lead, other));
                      return database
                          .fetch(
                              "SELECT id, unit_id, name, region_code FROM registry.target WHERE"
                                  + " authority_id = ? ORDER BY name",
                              market.authorityId())
                          .map(
                              t -> {
                                UUID visit = Ids.next();
                                addVisit(
                                    visit,
                                    market,
                                    profileId,
                                    t.get(0, UUID.class),
                                    t.get(1, String.class),
                                    t.get(2, String.class),
                                    t.get(3, String.class));
                                addItem(visit, task, market.authorityId(), marketItem, lead);
                                addItem(visit, task, market.authorityId(), emergencyItem, other);
                                addTeam(visit, market.authorityId(), team, List.of(lead, other));
                                return visit;
                              });
                    }));
    return new Joint(city, market, emergency, task, visits, emergencyItem);
  }

  /**
   * Lets another task, under other rules, meet in the first visit: emergency management's item
   * again.
   */
  void join(Joint joint, String profileId) {
    UUID task = Ids.next();
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s -> {
                  addTask(
                      task,
                      joint.market(),
                      profileId,
                      List.of(joint.emergencyItem()),
                      List.of(Joint.department(joint.emergency())));
                  addItem(
                      joint.visits().get(0),
                      task,
                      joint.market().authorityId(),
                      joint.emergencyItem(),
                      Joint.department(joint.emergency()));
                }));
  }

  /** A task that is under way; items and departments go together. */
  private void addTask(
      UUID id, Bureau lead, String profileId, List<UUID> itemVersions, List<UUID> departments) {
    noted(lead, id);
    database.execute(
        "INSERT INTO tasking.task (id, number, authority_id, department_id, title, ground,"
            + " ground_text, item_version_ids, item_ids, item_department_ids, filter, rates_bp, from_day, to_day, joint,"
            + " profile_id, profile_version, state, created_at) VALUES (?, ?, ?, ?, '跨部门联合抽查',"
            + " 'assigned-work', '上级交办', ?, ?, ?, '{\"kinds\":[],\"regionCodes\":[],\"tags\":[],"
            + "\"riskClasses\":[]}', '{}', '2026-03-02', '2026-03-31', true, ?, ?, 'running',"
            + " now())",
        id,
        "T-" + id.toString().substring(24),
        lead.authorityId(),
        Joint.department(lead),
        itemVersions.toArray(UUID[]::new),
        itemVersions.toArray(UUID[]::new),
        departments.toArray(UUID[]::new),
        profileId,
        TestProfiles.get(profileId).version());
  }

  private void addVisit(
      UUID id,
      Bureau lead,
      String profileId,
      UUID target,
      String unitId,
      String name,
      String region) {
    noted(lead, id);
    database.execute(
        "INSERT INTO tasking.visit (id, number, authority_id, department_id, target_id, unit_id,"
            + " target_name, region_code, from_day, to_day, profile_id, profile_version, state)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, '2026-03-02', '2026-03-31', ?, ?, 'dispatched')",
        id,
        "V-" + id.toString().substring(24),
        lead.authorityId(),
        Joint.department(lead),
        target,
        unitId,
        name,
        region,
        profileId,
        TestProfiles.get(profileId).version());
  }

  private void addItem(UUID visit, UUID task, UUID authority, UUID item, UUID department) {
    database.execute(
        "INSERT INTO tasking.visit_item (visit_id, task_id, authority_id, item_version_id,"
            + " department_id) VALUES (?, ?, ?, ?, ?)",
        visit,
        task,
        authority,
        item,
        department);
  }

  /** Two of the department that leads, two of the one that takes part. */
  private void addTeam(UUID visit, UUID authority, List<UUID> team, List<UUID> departments) {
    List<String> roles = List.of("a-leader", "b-member", "c-partner-1", "c-partner-2");
    for (int i = 0; i < team.size(); i++) {
      database.execute(
          "INSERT INTO tasking.visit_member (visit_id, role, authority_id, inspector_id,"
              + " department_id, source) VALUES (?, ?, ?, ?, ?, 'draw')",
          visit,
          roles.get(i),
          authority,
          team.get(i),
          departments.get(i / 2));
    }
  }

  /** The begin of a task or visit needs its entry of the record. */
  private void noted(Bureau lead, UUID id) {
    audit.record(lead.authorityId(), "task-opened", id.toString(), Map.of());
  }

  /** What the department of a bureau puts down when all is well. */
  Map<String, Object> record(Bureau of, String visit, LocalDate day) throws Exception {
    JsonNode detail = chain.readRecord(of, "inspector", visit);
    return Chain.record(detail, day, "no-problem-found", "");
  }

  ResultActions save(Bureau of, String visit, Map<String, Object> content) throws Exception {
    return chain.recordCommand(of, "inspector", visit, "save", content);
  }

  ResultActions submit(Bureau of, String visit, boolean mobile) throws Exception {
    return chain.recordCommand(of, "inspector", visit, "submit", Map.of("mobile", mobile));
  }

  /** Whatever a record of the rules needs besides is put down before. */
  void enter(Bureau of, String visit, LocalDate day, boolean mobile) throws Exception {
    chain.ok(save(of, visit, record(of, visit, day)));
    chain.ok(chain.addPhoto(of, "inspector", visit));
    chain.ok(submit(of, visit, mobile));
  }

  JsonNode accept(Bureau of, String visit) throws Exception {
    return chain.ok(chain.recordCommand(of, "head", visit, "accept", Map.of("note", "同意")));
  }

  ResultActions notice(Bureau of, String visit, Map<String, Object> said) throws Exception {
    return chain
        .api()
        .send(of, "inspector", "/api/visits/" + visit + "/record/note-notice", null, said);
  }

  /** The last days of a department after a visit, by kind. */
  Map<String, String> dues(Bureau of, String visit) throws Exception {
    JsonNode all = chain.ok(chain.api().read(of, "head", "/api/visits/" + visit + "/dues"));
    Map<String, String> days = new TreeMap<>();
    String own = Joint.department(of).toString();
    for (JsonNode due : all.get("dues")) {
      if (due.at("/department/id").asString().equals(own)) {
        days.put(due.get("kind").asString(), due.at("/due/date").asString());
      }
    }
    return days;
  }

  JsonNode results(Bureau of) throws Exception {
    return chain.ok(chain.api().read(of, "head", "/api/results?size=50")).get("items");
  }
}
