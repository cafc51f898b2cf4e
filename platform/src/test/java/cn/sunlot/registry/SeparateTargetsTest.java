package cn.sunlot.registry;

import static cn.sunlot.registry.Merging.FIRM;
import static cn.sunlot.registry.Merging.HEAD;
import static cn.sunlot.registry.Merging.OLD;
import static cn.sunlot.registry.Merging.THIRD;
import static cn.sunlot.registry.Merging.refused;
import static cn.sunlot.registry.Merging.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.imports.Importing;
import cn.sunlot.law.Clause;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What hangs on a target follows it into a merger, and comes back when the two are separated. */
@PlatformTest
class SeparateTargetsTest {

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Merging merging;
  @Autowired private Api api;
  @Autowired private Entries entries;
  @Autowired private Registry registry;

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
