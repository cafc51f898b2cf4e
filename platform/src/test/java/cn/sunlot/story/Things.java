package cn.sunlot.story;

import static cn.sunlot.registry.store.jooq.Tables.TARGET;

import cn.sunlot.Bureau;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * One of everything that a department owns, made by its people: item, plan, task, draws, visits, a
 * record, results and a report, target, inspector.
 *
 * @param office whose they are
 * @param ids by the first part of their paths, e.g. {@code tasks}
 */
public record Things(Bureau office, Map<String, String> ids) {

  public String id(String kind) {
    String id = ids.get(kind);
    if (id == null) {
      throw new IllegalArgumentException("there is no " + kind);
    }
    return id;
  }

  /** Makes them. */
  @Component
  public static class Maker {

    private static final LocalDate LICENCE = LocalDate.of(2030, 1, 1);

    private final Chain chain;
    private final Organisation organisation;
    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Maker(
        Chain chain,
        Organisation organisation,
        DSLContext database,
        TransactionTemplate transaction,
        Clock clock) {
      this.chain = chain;
      this.organisation = organisation;
      this.database = database;
      this.transaction = transaction;
      this.clock = clock;
    }

    /**
     * Makes them, with one target of this risk class, which nobody else in the authority may use.
     */
    public Things make(Bureau office, String code, String riskClass) throws Exception {
      Map<String, String> ids = new LinkedHashMap<>();
      UUID inspector =
          chain.addInspector(office, "赵检查", "节能科", LICENCE, office.person("inspector"));
      chain.addInspector(office, "钱检查", "节能科", LICENCE, office.person("inspector2"));
      chain.addTargets(office, riskClass, 1);
      UUID line = chain.publishedLine(office, code, Map.of(riskClass, 10_000));
      JsonNode item = first(office, "/api/items?q=" + code);
      ids.put("items", item.get("id").asString());
      ids.put("plans", first(office, "/api/plans").get("id").asString());
      String task = chain.openTask(office, line).get("id").asString();
      ids.put("tasks", task);
      chain.drawTargets(office, task);
      chain.drawTeams(office, task);
      JsonNode running = chain.ok(chain.taskCommand(office, task, "dispatch", null));
      ids.put("draws", running.at("/draws/0/id").asString());
      String visit = chain.visits(office, task).get(0).get("id").asString();
      ids.put("visits", visit);
      inspect(office, visit);
      ids.put("reports", first(office, "/api/reports").get("id").asString());
      ids.put("results", first(office, "/api/results").get("id").asString());
      ids.put("inspectors", inspector.toString());
      ids.put("targets", target(office, riskClass).toString());
      ids.put("people", office.person("officer").id().toString());
      ids.put("colleagues", post(office.person("officer")).toString());
      ids.put("departments", office.section("节能科").id().toString());
      return new Things(office, ids);
    }

    private UUID post(Person person) {
      return SystemWork.run(() -> organisation.listPosts(person.id()).get(0).id());
    }

    private UUID target(Bureau office, String riskClass) {
      return SystemWork.run(
          () ->
              transaction.execute(
                  s ->
                      database
                          .select(TARGET.ID)
                          .from(TARGET)
                          .where(TARGET.AUTHORITY_ID.eq(office.authorityId()))
                          .and(TARGET.RISK_CLASS.eq(riskClass))
                          .fetchSingle(TARGET.ID)));
    }

    private JsonNode first(Bureau office, String path) throws Exception {
      return chain.ok(chain.api().read(office, "officer", path)).get("items").get(0);
    }

    private void inspect(Bureau office, String visit) throws Exception {
      JsonNode detail = chain.readRecord(office, "inspector", visit);
      Map<String, Object> record =
          Chain.record(detail, LocalDate.now(clock), "no-problem-found", "");
      chain.ok(chain.recordCommand(office, "inspector", visit, "save", record));
      chain.ok(chain.addPhoto(office, "inspector2", visit));
      chain.ok(chain.recordCommand(office, "inspector2", visit, "submit", null));
      chain.ok(chain.recordCommand(office, "head", visit, "accept", Map.of("note", "同意")));
    }

    /** What the ids of a list are, for tests that look for strangers in it. */
    public List<String> kinds() {
      return List.of("items", "plans", "tasks", "draws", "visits", "reports", "results");
    }
  }
}
