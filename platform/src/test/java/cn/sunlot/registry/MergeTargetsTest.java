package cn.sunlot.registry;

import static cn.sunlot.registry.Merging.FIRM;
import static cn.sunlot.registry.Merging.HEAD;
import static cn.sunlot.registry.Merging.OLD;
import static cn.sunlot.registry.Merging.THIRD;
import static cn.sunlot.registry.Merging.refused;
import static cn.sunlot.registry.Merging.texts;
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
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Two targets become one that stands for both. */
@PlatformTest
class MergeTargetsTest {

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

  @BeforeEach
  void makeBureau() throws Exception {
    bureau = bureaus.create("zibo_miit");
    merging.register(bureau);
    firm = id(FIRM);
    old = id(OLD);
  }

  private UUID id(String unitId) throws Exception {
    return merging.id(bureau, unitId);
  }

  private List<String> units(String query) throws Exception {
    return merging.units(bureau, query);
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
}
