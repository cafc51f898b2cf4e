package cn.sunlot.registry;

import static cn.sunlot.registry.RegistryProblem.RELATION_WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.imports.Importing;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.law.Clause;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Equipment in the premises of an enterprise: what belongs to what. */
@PlatformTest
class TargetRelationsTest {

  private static final String FIRM = "91370303MA3C0EXB1" + Uscc.checkCharacter("91370303MA3C0EXB1");
  private static final String HEAD = "名称,统一社会信用代码,类型,所在场所编号,所属单位\n";

  @Autowired private Bureau.Factory bureaus;
  @Autowired private Importing importing;
  @Autowired private Api api;
  @Autowired private Entries entries;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    bureau = bureaus.create("zibo_miit");
    importing.csv(
        bureau,
        "targets",
        HEAD
            + ("一号电梯,sb:T1,设备,cs:C1," + FIRM + "\n")
            + ("一号楼,cs:C1,场所,," + FIRM + "\n")
            + "二号楼,cs:C2,场所,cs:C1,\n"
            + ("阳光公司," + FIRM + ",企业,,\n"));
  }

  private JsonNode find(String unitId) throws Exception {
    JsonNode list = api.body(api.read(bureau, "officer", "/api/targets?q=" + unitId));
    return api.body(
        api.read(bureau, "officer", "/api/targets/{id}", list.at("/items/0/id").asString()));
  }

  private ResultActions relate(String unitId, String relation, String other) throws Exception {
    JsonNode target = find(unitId);
    return api.send(
        bureau,
        "officer",
        "/api/targets/" + target.get("id").asString() + "/relate",
        target.get("version").asInt(),
        Map.of("relation", relation, "unitId", other, "reason", "现场核实"));
  }

  @Test
  @Clause("TZ-10")
  void a_list_names_the_other_by_its_id_and_both_pages_show_it() throws Exception {
    JsonNode lift = find("sb:T1");
    assertThat(lift.get("belongsTo").valueStream().map(r -> r.get("name").asString()))
        .containsExactly("阳光公司", "一号楼");
    JsonNode firm = find(FIRM);
    assertThat(firm.get("belonging").valueStream().map(r -> r.get("unitId").asString()))
        .containsExactly("cs:C1", "sb:T1");
    assertThat(firm.at("/belonging/0/label").asString()).isEqualTo("所属的对象");
    assertThat(firm.get("allowedCommands").valueStream().map(JsonNode::asString))
        .doesNotContain("relate");
  }

  @Test
  @Clause("TZ-10")
  void what_does_not_fit_or_leads_back_to_itself_is_refused() throws Exception {
    relate("sb:T1", "located-in", FIRM)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("类型不符")));
    relate("cs:C1", "located-in", "cs:C2").andExpect(status().isConflict());
    relate("cs:C1", "located-in", "cs:C1").andExpect(status().isConflict());
    assertThat(find("cs:C1").get("belongsTo").size()).isEqualTo(1);
    for (String circle :
        List.of(
            "一号楼,cs:C1,场所,cs:C2,\n",
            "三号楼,cs:C3,场所," + FIRM + ",\n",
            "阳光公司," + FIRM + ",企业,cs:C2,\n")) {
      importing.csv(bureau, "targets", HEAD + circle);
      assertThat(find("cs:C1").get("belongsTo").size()).as(circle).isEqualTo(1);
    }
    assertThat(RELATION_WRONG.status()).isEqualTo(409);
  }

  @Test
  @Clause("TZ-10")
  void targets_of_another_authority_cannot_be_named() throws Exception {
    Bureau other = bureaus.create("zibo_miit");
    importing.csv(other, "targets", HEAD + "别处的楼,cs:X9,场所,,\n");
    relate("sb:T1", "located-in", "cs:X9")
        .andExpect(status().is(422))
        .andExpect(jsonPath("$.errors[0].field").value("unitId"));
    importing.csv(bureau, "targets", HEAD + "一号电梯,sb:T1,设备,cs:X9,\n");
    assertThat(find("sb:T1").at("/belongsTo/1/unitId").asString()).isEqualTo("cs:X9");
    assertThat(find("sb:T1").at("/belongsTo/1/id").isNull())
        .as("only a number, that leads nowhere")
        .isTrue();
    assertThat(api.body(api.read(other, "officer", "/api/targets?q=cs:X9")).at("/items/0/id"))
        .isNotNull();
  }

  @Test
  @Clause("TZ-10")
  void a_relation_is_changed_and_withdrawn_with_history_and_entry() throws Exception {
    relate("sb:T1", "located-in", "cs:C2").andExpect(status().isOk());
    JsonNode lift = find("sb:T1");
    assertThat(lift.at("/history/0/changes/relations.located-in").toString())
        .isEqualTo("[\"cs:C1\",\"cs:C2\"]");
    api.send(
            bureau,
            "officer",
            "/api/targets/" + lift.get("id").asString() + "/unrelate",
            lift.get("version").asInt(),
            Map.of("relation", "located-in", "reason", "已拆除"))
        .andExpect(jsonPath("$.belongsTo.length()").value(1));
    assertThat(entries.payloads(bureau, "target-related").toString()).contains("现场核实", "cs:C2");
    assertThat(entries.payloads(bureau, "target-unrelated").toString()).contains("已拆除");
  }
}
