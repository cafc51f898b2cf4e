package cn.sunlot.story;

import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR;
import static cn.sunlot.registry.store.jooq.Tables.TRAINING;

import cn.sunlot.Bureau;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.policy.usecase.ConfirmDraftProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What tests of teams of several departments share. */
public abstract class JointTeams extends JointStory {

  protected static final LocalDate LICENCE = LocalDate.of(2028, 12, 31);

  @Autowired private TransactionTemplate transaction;

  @Autowired private ConfirmDraftProfile confirmDraft;

  @Override
  protected String rules() {
    return "taizhou";
  }

  @Override
  protected void makeReady() {
    if (profile.equals("shaoxing")) {
      LocalDate until = LocalDate.of(2026, 12, 31);
      market.as("principal", () -> confirmDraft.run("shaoxing", "征求意见稿", "试点演练", until));
    }
  }

  /** A trained officer of a department, entered for all items. */
  protected final UUID officer(Bureau bureau, String name) {
    UUID id = chain.addInspector(bureau, name, "节能科", LICENCE, null);
    train(id, bureau);
    return id;
  }

  protected final void train(UUID inspector, Bureau bureau) {
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s ->
                    database
                        .insertInto(TRAINING)
                        .set(TRAINING.ID, Ids.next())
                        .set(TRAINING.INSPECTOR_ID, inspector)
                        .set(TRAINING.AUTHORITY_ID, bureau.authorityId())
                        .set(TRAINING.ON_DAY, LocalDate.of(2026, 1, 15))
                        .set(TRAINING.HOURS, 8)
                        .set(TRAINING.TOPIC, "双随机")
                        .set(TRAINING.RECORDED_AT, clock.instant())
                        .execute()));
  }

  protected final void change(UUID inspector, org.jooq.Field<?> field, Object value) {
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s ->
                    database
                        .update(INSPECTOR)
                        .set(Map.of(field, value))
                        .where(INSPECTOR.ID.eq(inspector))
                        .execute()));
  }

  /** A joint task of market supervision and emergency management with two drawn targets. */
  protected final String drawn(String profileId) throws Exception {
    if (!profileId.equals(profile)) {
      under(profileId);
    }
    chain.addTargets(market, "A", 2);
    Map<String, Object> order = order("联合检查", marketItem);
    if (profileId.equals("shaoxing")) {
      order.put("ground", "complaint");
    }
    String task = setUp(order);
    draw(market, task);
    return task;
  }

  protected final ResultActions form(Bureau bureau, String task, Map<String, ?> order)
      throws Exception {
    return chain.taskCommand(bureau, task, "form-teams", order);
  }

  /** Holds the latest draw of the task, which this department prepared. */
  protected final void holdLast(Bureau bureau, String task) throws Exception {
    JsonNode draws = chain.task(bureau, task).get("draws");
    hold(bureau, draws.get(draws.size() - 1).get("id").asString());
  }

  protected final void confirmInspectors() throws Exception {
    for (Bureau bureau : List.of(market, emergency)) {
      chain.ok(chain.api().send(bureau, "officer", "/api/inspectors/confirm", null, Map.of()));
    }
  }

  protected final List<JsonNode> visits(Bureau bureau, String task) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode row : chain.visits(bureau, task)) {
      all.add(chain.visit(bureau, "officer", row.get("id").asString()));
    }
    return all;
  }

  protected static List<String> roles(JsonNode visit) {
    return visit.get("members").valueStream().map(m -> m.get("role").asString()).toList();
  }

  protected static String memberOf(JsonNode visit, String role) {
    return visit
        .get("members")
        .valueStream()
        .filter(m -> m.get("role").asString().equals(role))
        .findFirst()
        .orElseThrow()
        .get("inspectorId")
        .asString();
  }

  protected final ResultActions ask(
      Bureau bureau, String who, JsonNode visit, String command, Map<String, ?> body)
      throws Exception {
    String id = visit.get("id").asString();
    int version = chain.visit(bureau, "officer", id).get("version").asInt();
    return chain.api().send(bureau, who, "/api/visits/" + id + "/" + command, version, body);
  }

  protected final ResultActions decide(
      Bureau bureau, String who, JsonNode change, String command, Map<String, ?> body)
      throws Exception {
    return chain
        .api()
        .send(
            bureau,
            who,
            "/api/staffing-changes/" + change.get("id").asString() + "/" + command,
            change.get("version").asInt(),
            body);
  }

  /** A staffed joint task; nobody is in both visits. */
  protected final String staffed(String profileId) throws Exception {
    String task = drawn(profileId);
    for (String name : List.of("甲", "乙", "丙", "庚")) {
      officer(market, name);
    }
    officer(emergency, "丁");
    officer(emergency, "戊");
    confirmInspectors();
    chain.ok(form(market, task, Map.of("way", "unified")));
    holdLast(market, task);
    return task;
  }
}
