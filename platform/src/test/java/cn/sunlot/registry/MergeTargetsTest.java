package cn.sunlot.registry;

import static cn.sunlot.registry.store.jooq.Tables.MERGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.Importing;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.kernel.access.Area;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.store.TargetMerge;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Two targets become one that stands for both, and what hangs on them follows. */
@PlatformTest
class MergeTargetsTest {

  private static final String HEAD = "名称,统一社会信用代码,类型,行政区划代码,地址,负责人,联系电话,标签\n";
  private static final String OLD = "regno:370303228012345";
  private static final String FIRM = code("91370303228012345");
  private static final String THIRD = code("91370303MA3C0EXA3");

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Merging merging;
  @Autowired private Api api;
  @Autowired private Entries entries;
  @Autowired private Registry registry;
  @Autowired private TargetMerge merge;
  @Autowired private DSLContext database;
  @Autowired private TransactionTemplate transaction;

  private Bureau bureau;
  private UUID firm;
  private UUID old;

  private static String code(String first17) {
    return first17 + Uscc.checkCharacter(first17);
  }

  @BeforeEach
  void makeBureau() throws Exception {
    bureau = bureaus.create("zibo_miit");
    importing.csv(
        bureau,
        "targets",
        HEAD
            + ("阳光机械有限公司," + FIRM + ",企业,370303,人民路 1 号,王小明,,环境保护\n")
            + "阳光机械厂,370303228012345,企业,370303,人民路 2 号,李阳,13300000000,失信\n"
            + ("月光化工," + THIRD + ",企业,370303,,,,\n")
            + "一号楼,cs:C1,场所,370303,,,,\n");
    firm = id(FIRM);
    old = id(OLD);
  }

  private UUID id(String unitId) throws Exception {
    JsonNode list = api.body(api.read(bureau, "officer", "/api/targets?q=" + unitId));
    return UUID.fromString(list.at("/items/0/id").asString());
  }

  private List<String> units(String query) throws Exception {
    return api.body(api.read(bureau, "officer", "/api/targets?" + query))
        .get("items")
        .valueStream()
        .map(row -> row.get("unitId").asString())
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static ResultActions refused(ResultActions answer, String code) throws Exception {
    return answer.andExpect(jsonPath("$.type").value("urn:sunlot:problem:" + code));
  }

  @Test
  @Clause({"TZ-10", "PDS-2", "ZB-6"})
  void the_survivor_has_the_chosen_values_and_the_absorbed_leads_to_it() throws Exception {
    JsonNode survivor = merging.ok(merging.merge(bureau, firm, old, "address", "contact"));
    assertThat(survivor.get("name").asString()).isEqualTo("阳光机械有限公司");
    assertThat(survivor.get("address").asString()).isEqualTo("人民路 2 号");
    assertThat(survivor.get("contact").asString()).isEqualTo("133******00");
    assertThat(texts(survivor.get("tags"))).containsExactly("dishonesty", "environment");
    JsonNode absorbed = merging.target(bureau, old);
    assertThat(absorbed.get("status").asString()).isEqualTo("merged");
    assertThat(absorbed.get("name").asString()).as("it stays as it was").isEqualTo("阳光机械厂");
    assertThat(texts(absorbed.get("allowedCommands"))).containsExactly("show-contact");
    assertThat(merging.mergers(bureau, old).at("/mergedInto/unitId").asString()).isEqualTo(FIRM);
    JsonNode merged = merging.mergers(bureau, firm).at("/merged/0");
    assertThat(merged.at("/absorbed/unitId").asString()).isEqualTo(OLD);
    assertThat(merged.get("by").asString()).isEqualTo("测试officer");
    assertThat(merged.get("reason").asString()).isEqualTo("现场核实为同一家");
  }

  @Test
  @Clause({"TZ-10", "ZB-6"})
  void both_histories_and_the_record_say_who_when_and_why() throws Exception {
    merging.ok(merging.merge(bureau, firm, old, "contact"));
    JsonNode ofFirm = merging.target(bureau, firm).at("/history/0");
    assertThat(ofFirm.at("/changes/absorbed").toString()).isEqualTo("[\"\",\"" + OLD + "\"]");
    assertThat(ofFirm.at("/changes/contact/1").asString()).isEqualTo("133******00");
    assertThat(ofFirm.get("reason").asString()).isEqualTo("现场核实为同一家");
    JsonNode ofOld = merging.target(bureau, old).at("/history/0");
    assertThat(ofOld.at("/changes/mergedInto").toString()).isEqualTo("[\"\",\"" + FIRM + "\"]");
    assertThat(ofOld.at("/changes/status").toString()).isEqualTo("[\"active\",\"merged\"]");
    assertThat(ofOld.get("by").asString()).isEqualTo("测试officer");
    assertThat(entries.payloads(bureau, "targets-merged").toString())
        .contains(OLD, "现场核实为同一家", "133******00")
        .doesNotContain("13300000000");
  }

  @Test
  @Clause("PDS-25")
  void the_record_of_a_merger_holds_no_contact_in_the_clear() throws Exception {
    merging.ok(merging.merge(bureau, firm, old, "contact"));
    String moved =
        SystemWork.run(
            () ->
                transaction.execute(
                    s ->
                        database
                            .select(MERGER.MOVED)
                            .from(MERGER)
                            .where(MERGER.SURVIVOR_ID.eq(firm))
                            .fetchSingle()
                            .value1()
                            .data()));
    assertThat(moved).contains("sealed:").doesNotContain("13300000000");
  }

  @Test
  @Clause({"TZ-10", "ZB-6"})
  void the_absorbed_leaves_lists_and_pools_and_is_found_as_the_survivor() throws Exception {
    merging.ok(merging.merge(bureau, firm, old));
    assertThat(units("q=阳光机械")).containsExactly(FIRM);
    assertThat(units("q=370303228012345")).as("by its former number").containsExactly(FIRM);
    assertThat(units("status=merged")).isEmpty();
    var all = new Registry.TargetFilter(Set.of(), Set.of(), Set.of(), Set.of());
    assertThat(bureau.as("officer", () -> registry.listForPool(bureau.authorityId(), all)))
        .extracting(Registry.PoolTarget::unitId)
        .contains(FIRM)
        .doesNotContain(OLD);
    assertThat(
            bureau.as(
                "officer", () -> registry.findByWrittenId(bureau.authorityId(), "370303228012345")))
        .map(Registry.Target::unitId)
        .contains(FIRM);
  }

  @Test
  @Clause({"TZ-10", "ZB-6"})
  void a_list_that_still_has_the_former_number_changes_nothing_and_says_so() throws Exception {
    merging.ok(merging.merge(bureau, firm, old));
    Import done =
        importing.csv(
            bureau,
            "targets",
            HEAD
                + "阳光机械厂,370303228012345,企业,370303,别处,别人,,\n"
                + ("月光化工," + THIRD + ",企业,370303,新址,,,\n"));
    assertThat(done.counts().rejected()).isEqualTo(1);
    assertThat(done.counts().changed()).isEqualTo(1);
    assertThat(done.counts().findings()).containsEntry("unit-merged", 1);
    assertThat(importing.errors(done).toString()).contains("已并入“" + FIRM + "”");
    assertThat(merging.target(bureau, old).get("address").asString()).isEqualTo("人民路 2 号");
    assertThat(merging.target(bureau, firm).get("address").asString()).isEqualTo("人民路 1 号");
    Map<String, Object> batch =
        Map.of("targets", List.of(Map.of("unitId", OLD, "name", "阳光机械厂", "status", "注销")));
    api.send(bureau, "officer", "/api/targets/batch", null, batch)
        .andExpect(jsonPath("$.refused").value(1))
        .andExpect(jsonPath("$.rows[0].issues[0].message").value(containsString(FIRM)));
    refused(
        api.send(
            bureau,
            "officer",
            "/api/targets",
            null,
            Map.of("unitId", OLD, "content", Map.of("name", "阳光机械厂", "kind", "enterprise"))),
        "registry.unit-merged");
  }

  @Test
  @Clause("TZ-10")
  void a_file_that_was_read_before_the_merger_is_not_taken_at_all() throws Exception {
    UUID importId = UUID.randomUUID();
    merging.ok(merging.merge(bureau, firm, old));
    bureau.as(
        "officer",
        () ->
            transaction.executeWithoutResult(
                s -> {
                  database.execute(
                      "INSERT INTO registry.target_staging"
                          + " (import_id, row_number, id, unit_id, name, status, warnings)"
                          + " VALUES (?, 2, gen_random_uuid(), ?, '阳光机械厂', 'closed', '{}')",
                      importId,
                      OLD);
                  var context =
                      new ImportKind.Context(
                          importId, bureau.authorityId(), SignedIn.get().personId());
                  assertThatThrownBy(() -> merge.run(context, Area.WHOLE, List.of()))
                      .isInstanceOfSatisfying(
                          Refused.class,
                          refused -> {
                            assertThat(refused.problem()).isEqualTo(RegistryProblem.UNIT_MERGED);
                            assertThat(refused.arguments()).containsExactly(OLD, FIRM, "2");
                          });
                  s.setRollbackOnly();
                }));
    assertThat(merging.target(bureau, old).get("status").asString()).isEqualTo("merged");
  }

  @Test
  @Clause("TZ-10")
  void who_was_absorbed_is_not_changed_any_more() throws Exception {
    merging.ok(merging.merge(bureau, firm, old));
    int version = merging.target(bureau, old).get("version").asInt();
    String path = "/api/targets/" + old;
    Map<String, Object> content = Map.of("name", "新名", "kind", "enterprise");
    refused(
        api.send(
            bureau,
            "officer",
            path + "/change",
            version,
            Map.of("content", content, "reason", "改")),
        "registry.target-merged");
    api.send(bureau, "officer", path + "/close", version, Map.of("reason", "改"))
        .andExpect(status().isConflict());
    refused(
        api.send(
            bureau,
            "officer",
            "/api/targets/tag",
            null,
            Map.of("ids", List.of(old), "tag", "exempt", "reason", "改")),
        "registry.target-merged");
    refused(merging.merge(bureau, id(THIRD), old), "registry.target-merged");
    refused(merging.merge(bureau, old, id(THIRD)), "registry.target-merged");
  }

  @Test
  @Clause("TZ-10")
  void what_cannot_be_one_is_refused_with_the_way_out() throws Exception {
    refused(merging.merge(bureau, firm, id("cs:C1")), "registry.kinds-differ")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.now").isNotEmpty());
    merging.merge(bureau, firm, firm).andExpect(status().is(422));
    merging
        .merge(bureau, firm, old, "riskClass")
        .andExpect(jsonPath("$.errors[0].field").value("taken"));
    int version = merging.target(bureau, firm).get("version").asInt();
    api.send(bureau, "officer", "/api/targets/" + firm + "/close", version, Map.of("reason", "注销"))
        .andExpect(status().isOk());
    refused(merging.merge(bureau, firm, old), "registry.survivor-not-active");
    merging.ok(merging.merge(bureau, old, firm));
    Bureau other = bureaus.create("zibo_miit");
    api.read(other, "officer", "/api/targets/{id}/mergers", old).andExpect(status().isNotFound());
    api.read(other, "officer", "/api/targets/{id}/beside/{other}", old, firm)
        .andExpect(status().isNotFound());
  }

  @Test
  @Clause("TZ-10")
  void somebody_who_saw_an_older_version_of_either_is_told() throws Exception {
    api.send(
            bureau,
            "officer",
            "/api/targets/" + firm + "/merge",
            merging.target(bureau, firm).get("version").asInt(),
            Map.of("absorbedId", old, "absorbedVersion", 99, "taken", List.of(), "reason", "同一家"))
        .andExpect(status().isPreconditionFailed());
    api.send(
            bureau,
            "head",
            "/api/targets/" + firm + "/merge",
            1,
            Map.of("absorbedId", old, "absorbedVersion", 1, "taken", List.of(), "reason", "同一家"))
        .andExpect(status().isForbidden());
  }

  @Test
  @Clause("TZ-10")
  void relations_of_both_directions_follow_and_come_back() throws Exception {
    importing.csv(bureau, "targets", "名称,统一社会信用代码,类型,所属单位\n一号电梯,sb:T1,设备,370303228012345\n");
    UUID lift = id("sb:T1");
    merging.ok(merging.merge(bureau, firm, old));
    assertThat(merging.target(bureau, lift).at("/belongsTo/0/unitId").asString()).isEqualTo(FIRM);
    assertThat(merging.target(bureau, lift).at("/history/0/changes").toString())
        .contains(OLD, FIRM);
    assertThat(units(merging.target(bureau, firm).get("belonging"))).containsExactly("sb:T1");
    importing.csv(bureau, "targets", "名称,统一社会信用代码,类型,所属单位\n二号电梯,sb:T2,设备,370303228012345\n");
    assertThat(units(merging.target(bureau, firm).get("belonging")))
        .as("a list names the former number")
        .containsExactly("sb:T1", "sb:T2");
    merging.ok(merging.separate(bureau, firm));
    assertThat(units(merging.target(bureau, old).get("belonging"))).containsExactly("sb:T1");
    assertThat(units(merging.target(bureau, firm).get("belonging"))).containsExactly("sb:T2");
  }

  private static List<String> units(JsonNode relations) {
    return relations.valueStream().map(r -> r.get("unitId").asString()).toList();
  }

  @Test
  @Clause("TZ-10")
  void of_two_of_which_one_belongs_to_the_other_none_is_merged() throws Exception {
    importing.csv(
        bureau, "targets", "名称,统一社会信用代码,类型,所在场所编号\n二号楼,cs:C2,场所,cs:C1\n三层,cs:C3,场所,cs:C2\n");
    refused(merging.merge(bureau, id("cs:C1"), id("cs:C3")), "registry.belongs-to-other");
    assertThat(merging.target(bureau, id("cs:C3")).get("status").asString()).isEqualTo("active");
  }

  @Test
  @Clause("TZ-10")
  void places_in_sub_registries_follow_and_come_back() throws Exception {
    JsonNode registers =
        api.body(
            api.send(
                bureau,
                "officer",
                "/api/targets/registers",
                null,
                Map.of("name", "重点单位", "rule", Map.of("kind", "product"))));
    String register = registers.at("/0/id").asString();
    api.send(
            bureau,
            "officer",
            "/api/targets/" + old + "/place",
            merging.target(bureau, old).get("version").asInt(),
            Map.of("registerId", register, "place", "in", "reason", "专项"))
        .andExpect(status().isOk());
    assertThat(units("register=" + register)).containsExactly(OLD);
    merging.ok(merging.merge(bureau, firm, old));
    assertThat(units("register=" + register)).containsExactly(FIRM);
    merging.ok(merging.separate(bureau, firm));
    assertThat(units("register=" + register)).containsExactly(OLD);
  }

  @Test
  @Clause({"TZ-10", "ZB-11"})
  void interests_in_the_absorbed_keep_inspectors_away_from_the_survivor() throws Exception {
    Map<String, Object> content =
        Map.of(
            "departmentId", bureau.section("节能科").id(),
            "name", "赵检查",
            "sex", "female",
            "post", "一级科员",
            "licenceNumber", "LIC-1",
            "licenceUntil", "2030-01-01");
    UUID inspector =
        UUID.fromString(
            api.body(api.send(bureau, "officer", "/api/inspectors", null, content))
                .at("/inspector/id")
                .asString());
    merging.ok(
        api.send(
            bureau,
            "officer",
            "/api/inspectors/" + inspector + "/declare-interest",
            null,
            Map.of("targetId", old, "reason", "亲属任职")));
    merging.ok(merging.merge(bureau, firm, old));
    assertThat(interests().get(inspector)).contains(firm);
    merging.ok(merging.separate(bureau, firm));
    assertThat(interests().get(inspector)).contains(old).doesNotContain(firm);
  }

  private Map<UUID, Set<UUID>> interests() {
    return bureau.as("officer", () -> registry.interests(bureau.authorityId()));
  }

  @Test
  @Clause({"TZ-10", "ZB-6"})
  void separated_again_both_are_as_they_were_but_for_what_was_changed_since() throws Exception {
    merging.ok(merging.merge(bureau, firm, old, "address", "contact", "name"));
    JsonNode survivor = merging.target(bureau, firm);
    Map<String, Object> content =
        Map.of(
            "name", "阳光集团",
            "kind", "enterprise",
            "regionCode", "370303",
            "address", survivor.get("address").asString(),
            "tags", texts(survivor.get("tags")),
            "responsiblePerson", "王小明",
            "contact", survivor.get("contact").asString());
    api.send(
            bureau,
            "officer",
            "/api/targets/" + firm + "/change",
            survivor.get("version").asInt(),
            Map.of("content", content, "reason", "更名"))
        .andExpect(status().isOk());
    JsonNode back = merging.ok(merging.separate(bureau, firm));
    assertThat(back.get("unitId").asString()).isEqualTo(OLD);
    assertThat(back.get("status").asString()).isEqualTo("active");
    assertThat(back.get("name").asString()).isEqualTo("阳光机械厂");
    JsonNode restored = merging.target(bureau, firm);
    assertThat(restored.get("name").asString()).as("changed since").isEqualTo("阳光集团");
    assertThat(restored.get("address").asString()).isEqualTo("人民路 1 号");
    assertThat(restored.get("contact").isNull()).isTrue();
    assertThat(texts(restored.get("tags"))).containsExactly("environment");
    assertThat(units("q=阳光")).containsExactlyInAnyOrder(FIRM, OLD);
    assertThat(merging.mergers(bureau, firm).at("/merged/0/separatedReason").asString())
        .isEqualTo("是两家");
    assertThat(merging.mergers(bureau, firm).get("duplicates")).as("known to be two").isEmpty();
    assertThat(entries.payloads(bureau, "targets-separated").toString()).contains("是两家", OLD);
    assertThat(importing.csv(bureau, "targets", HEAD + "阳光机械厂,370303228012345,,,新址,,,\n").counts())
        .extracting(c -> c.changed())
        .isEqualTo(1);
  }

  @Test
  @Clause("TZ-10")
  void mergers_one_after_the_other_lead_to_the_last_and_come_off_in_the_opposite_order()
      throws Exception {
    UUID third = id(THIRD);
    merging.ok(merging.merge(bureau, firm, old));
    merging.ok(merging.merge(bureau, third, firm));
    assertThat(merging.mergers(bureau, old).at("/mergedInto/unitId").asString()).isEqualTo(THIRD);
    assertThat(units("q=370303228012345")).containsExactly(THIRD);
    assertThat(bureau.as("officer", () -> registry.findByUnitId(bureau.authorityId(), OLD)))
        .map(Registry.Target::unitId)
        .contains(THIRD);
    refused(merging.separate(bureau, firm), "registry.merged-on");
    merging.ok(merging.separate(bureau, third));
    merging.ok(merging.separate(bureau, firm));
    assertThat(merging.target(bureau, old).get("status").asString()).isEqualTo("active");
    merging.ok(merging.merge(bureau, firm, old));
    assertThat(merging.mergers(bureau, firm).get("merged")).as("and again").hasSize(2);
  }
}
