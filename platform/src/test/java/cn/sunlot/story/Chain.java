package cn.sunlot.story;

import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.PublishedItems;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.planning.YearlyPlans;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * The chain from an item to a published result, step by step, as the people of a bureau take it
 * through the API.
 */
@Component
public class Chain {

  public static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a46494600");
  public static final byte[] PDF =
      "%PDF-1.7 signed by all".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  private static final String NONCE = "e7".repeat(32);

  private final Api api;
  private final PublishedItems items;
  private final YearlyPlans plans;
  private final DSLContext database;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Chain(
      Api api,
      PublishedItems items,
      YearlyPlans plans,
      DSLContext database,
      TransactionTemplate transaction,
      Clock clock) {
    this.api = api;
    this.items = items;
    this.plans = plans;
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
  }

  public Api api() {
    return api;
  }

  /** Adds licensed officers to a section; the first may be one with an account. */
  public UUID addInspector(
      Bureau bureau,
      String name,
      String section,
      LocalDate licenceUntil,
      @Nullable Person account) {
    UUID id = Ids.next();
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s ->
                    database
                        .insertInto(INSPECTOR)
                        .set(INSPECTOR.ID, id)
                        .set(INSPECTOR.AUTHORITY_ID, bureau.authorityId())
                        .set(INSPECTOR.DEPARTMENT_ID, bureau.section(section).id())
                        .set(INSPECTOR.PERSON_ID, account == null ? null : account.id())
                        .set(INSPECTOR.NAME, name)
                        .set(INSPECTOR.SEX, "female")
                        .set(INSPECTOR.POST, "一级科员")
                        .set(INSPECTOR.LICENCE_NUMBER, "LIC-" + id.toString().substring(24))
                        .set(INSPECTOR.LICENCE_UNTIL, licenceUntil)
                        .set(INSPECTOR.QUALIFICATIONS, new String[0])
                        .set(INSPECTOR.CREATED_AT, clock.instant())
                        .set(INSPECTOR.UPDATED_AT, clock.instant())
                        .execute()));
    return id;
  }

  /** An item in force and an approved, published plan with one line; gives the line's id. */
  public UUID publishedLine(Bureau bureau, String code, Map<String, Integer> ratesBp) {
    items.confirmRules(bureau);
    return plannedLine(bureau, code, ratesBp);
  }

  /** The same under rules that need no confirmation. */
  public UUID plannedLine(Bureau bureau, String code, Map<String, Integer> ratesBp) {
    return publishedLine(
        bureau, items.inForce(bureau, code, Category.KEY, null).current().id(), ratesBp);
  }

  /** The same for an item in force. */
  public UUID publishedLine(Bureau bureau, UUID item, Map<String, Integer> ratesBp) {
    var line = YearlyPlans.line(bureau, "重点用能单位节能监察", item, ratesBp);
    return plans.published(bureau, plans.draft(bureau, line)).current().lines().get(0).id();
  }

  public void addTargets(Bureau bureau, String riskClass, int number) {
    plans.addTargets(bureau, riskClass, number);
  }

  /** Opens a task from a plan line. */
  public JsonNode openTask(Bureau bureau, UUID lineId) throws Exception {
    return ok(api.send(bureau, "officer", "/api/tasks", null, Map.of("lineId", lineId)));
  }

  public JsonNode task(Bureau bureau, String id) throws Exception {
    return api.body(api.read(bureau, "officer", "/api/tasks/" + id));
  }

  /** A command of a task by its version now. */
  public ResultActions taskCommand(Bureau bureau, String id, String command, @Nullable Object body)
      throws Exception {
    int version = task(bureau, id).get("version").asInt();
    return api.send(bureau, "officer", "/api/tasks/" + id + "/" + command, version, body);
  }

  /** From an opened task to its drawn targets, with a witness and the record complete. */
  public void drawTargets(Bureau bureau, String taskId) throws Exception {
    ok(taskCommand(bureau, taskId, "prepare-pool", null));
    JsonNode task = ok(taskCommand(bureau, taskId, "freeze-pool", null));
    hold(bureau, task.get("draws").get(0).get("id").asString());
  }

  /** Draws the teams of a task whose targets are drawn. */
  public void drawTeams(Bureau bureau, String taskId) throws Exception {
    JsonNode task = ok(taskCommand(bureau, taskId, "form-teams", null));
    JsonNode draws = task.get("draws");
    hold(bureau, draws.get(draws.size() - 1).get("id").asString());
  }

  /**
   * A ceremony: a witness from the regulation section, reveals, the draw, photo and signed sheet.
   */
  public void hold(Bureau bureau, String drawId) throws Exception {
    revealAll(bureau, drawId);
    draw(bureau, drawId, "draw", Map.of());
    attach(bureau, drawId, "photo", JPEG);
    attach(bureau, drawId, "record-sheet", PDF);
    draw(bureau, drawId, "close", Map.of());
  }

  /** A witness is named, the draw committed, and both nonces revealed. */
  public void revealAll(Bureau bureau, String drawId) throws Exception {
    draw(bureau, drawId, "add-witness", witness());
    draw(bureau, drawId, "commit", Map.of());
    draw(bureau, drawId, "reveal", Map.of("party", "operator"));
    draw(bureau, drawId, "reveal", Map.of("party", "w1", "nonce", NONCE));
  }

  public static Map<String, Object> witness() {
    Map<String, Object> witness = new LinkedHashMap<>();
    witness.put("kind", "regulation-section");
    witness.put("name", "王见证");
    witness.put("unit", "法规科");
    witness.put("nonce", NONCE);
    return witness;
  }

  public JsonNode draw(Bureau bureau, String drawId, String command, Object body) throws Exception {
    JsonNode seen = api.body(api.read(bureau, "officer", "/api/draws/" + drawId));
    return ok(
        api.send(
            bureau,
            "officer",
            "/api/draws/" + drawId + "/" + command,
            seen.get("version").asInt(),
            body));
  }

  /** Puts a picture or the signed sheet to a draw. */
  public void attach(Bureau bureau, String drawId, String kind, byte[] bytes) throws Exception {
    JsonNode seen = api.body(api.read(bureau, "officer", "/api/draws/" + drawId));
    ok(
        api.upload(
            bureau,
            "officer",
            "/api/draws/" + drawId + "/attach?kind=" + kind,
            seen.get("version").asInt(),
            new MockMultipartFile("file", kind, "application/octet-stream", bytes)));
  }

  /** Visits of a task. */
  public JsonNode visits(Bureau bureau, String taskId) throws Exception {
    return ok(api.read(bureau, "officer", "/api/visits?size=200&task=" + taskId)).get("items");
  }

  public JsonNode visit(Bureau bureau, String who, String visitId) throws Exception {
    return ok(api.read(bureau, who, "/api/visits/" + visitId));
  }

  /** The record of a visit as its team enters it when all is well. */
  public static Map<String, Object> record(
      JsonNode detail, LocalDate day, String type, String finding) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("visitedOn", day.toString());
    content.put("methods", List.of("on-site"));
    content.put("licencesShown", true);
    content.put("noticeHandedOver", true);
    content.put("adjustedSteps", "");
    content.put(
        "items",
        detail
            .get("items")
            .valueStream()
            .map(
                i ->
                    Map.of(
                        "taskId", i.get("taskId").asString(),
                        "itemVersionId", i.get("itemVersionId").asString(),
                        "answers", Map.of("Q1", "conform"),
                        "type", type,
                        "finding", finding,
                        "measures", List.of(),
                        "handling", ""))
            .toList());
    content.put(
        "signature", Map.of("signed", true, "signer", "李厂长", "explanation", "", "witness", ""));
    content.put("direct", null);
    return content;
  }

  public JsonNode readRecord(Bureau bureau, String who, String visitId) throws Exception {
    return ok(api.read(bureau, who, "/api/visits/" + visitId + "/record"));
  }

  public ResultActions recordCommand(
      Bureau bureau, String who, String visitId, String command, @Nullable Object body)
      throws Exception {
    int version = readRecord(bureau, who, visitId).get("version").asInt();
    return api.send(bureau, who, "/api/visits/" + visitId + "/record/" + command, version, body);
  }

  public ResultActions addPhoto(Bureau bureau, String who, String visitId) throws Exception {
    return addEvidence(bureau, who, visitId, "photo");
  }

  public ResultActions addEvidence(Bureau bureau, String who, String visitId, String kind)
      throws Exception {
    return api.upload(
        bureau,
        who,
        "/api/visits/" + visitId + "/record/evidence?kind=" + kind + "&caption=门头",
        null,
        new MockMultipartFile("file", "门头.jpg", "image/jpeg", JPEG));
  }

  public JsonNode ok(ResultActions result) throws Exception {
    var answer = result.andReturn().getResponse();
    assertThat(answer.getStatus()).as(answer.getContentAsString(UTF_8)).isEqualTo(200);
    return api.body(result);
  }
}
