package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.policy.TestProfiles;
import cn.sunlot.policy.usecase.LoadProfiles;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Nothing is drawn for a joint inspection from a registry that nobody said is current, where the
 * rules demand it.
 */
class RegistryConfirmationTest extends JointStory {

  @Autowired private Entries entries;

  @Autowired private LoadProfiles load;
  @Autowired private TransactionTemplate transaction;

  private Bureau bureau;
  private String task;

  @Override
  protected String rules() {
    return "pingdingshan";
  }

  @BeforeEach
  void openTask() throws Exception {
    bureau = market;
    chain.addInspector(
        bureau, "赵检查", "节能科", LocalDate.of(2028, 12, 31), bureau.person("inspector"));
    chain.addInspector(
        bureau, "钱检查", "节能科", LocalDate.of(2028, 12, 31), bureau.person("inspector2"));
    chain.addTargets(bureau, "A", 4);
    task = setUp(order("加油站联合检查", marketItem));
  }

  private ResultActions confirm(String who, String registry, String note) throws Exception {
    return chain
        .api()
        .send(bureau, who, "/api/" + registry + "/confirm", null, Map.of("note", note));
  }

  private void refused(String command, String... words) throws Exception {
    JsonNode problem =
        chain
            .api()
            .body(chain.taskCommand(bureau, task, command, null).andExpect(status().isConflict()));
    assertThat(problem.get("type").asString())
        .isEqualTo("urn:sunlot:problem:tasking.registry-not-confirmed");
    assertThat(problem.at("/clauses/0").asString()).isEqualTo("PDS-11");
    assertThat(problem.get("why").asString()).contains("平顶山市").contains("第十一条");
    assertThat(problem.get("detail").asString()).contains(words);
    assertThat(problem.get("now").asString()).contains("确认名录准确、完整");
  }

  @Test
  @Clause("PDS-11")
  void no_pool_is_prepared_before_the_registry_of_targets_is_confirmed() throws Exception {
    refused("prepare-pool", "检查对象名录库", "从未确认过");
    assertThat(chain.task(bureau, task).at("/toConfirm/0/lack").asString()).isEqualTo("never");
    clock.set(LocalDate.of(2026, 3, 3));
    confirm("officer", "targets", "三月更新").andExpect(status().isOk());
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    assertThat(chain.task(bureau, task).at("/toConfirm").size())
        .as("the registry of inspectors is left")
        .isEqualTo(1);
    assertThat(entries.payloads(bureau, "targets-confirmed").toString())
        .contains("\"counted\":4", "三月更新", "SECTION_OFFICER");
  }

  @Test
  @Clause("PDS-11")
  void a_confirmation_from_before_the_task_or_too_long_ago_does_not_count() throws Exception {
    clock.set(LocalDate.of(2026, 3, 1));
    confirm("officer2", "targets", "").andExpect(status().isOk());
    clock.set(LocalDate.of(2026, 3, 3));
    refused("prepare-pool", "2026-03-01", "早于本任务发起");
    confirm("officer2", "targets", "").andExpect(status().isOk());
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    clock.set(LocalDate.of(2026, 4, 3));
    refused("freeze-pool", "2026-03-03", "已超过 30 天");
    confirm("officer", "targets", "").andExpect(status().isOk());
    chain.ok(chain.taskCommand(bureau, task, "freeze-pool", null));
  }

  @Test
  @Clause("PDS-11")
  void teams_are_drawn_from_a_confirmed_registry_of_inspectors_only() throws Exception {
    load(
        """
        id: careful_bureau
        version: "1"
        inherits: zibo_miit
        title: {zh: 审慎办法, en: Careful rules}
        cited-as: {zh: 《审慎办法》, en: the careful rules}
        clause-prefix: CB
        rules:
          registry-confirmation: {clauses: [CB-3], set: {registries: [inspectors]}}
        """);
    Bureau careful = bureaus.create("careful_bureau");
    chain.addInspector(
        careful, "赵检查", "节能科", LocalDate.of(2028, 12, 31), careful.person("inspector"));
    chain.addInspector(
        careful, "钱检查", "节能科", LocalDate.of(2028, 12, 31), careful.person("inspector2"));
    chain.addTargets(careful, "A", 4);
    UUID line = chain.plannedLine(careful, "JN-03", Map.of("A", 5000));
    String open = chain.openTask(careful, line).get("id").asString();
    chain.drawTargets(careful, open);
    chain
        .taskCommand(careful, open, "form-teams", null)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.clauses[0]").value("CB-3"))
        .andExpect(jsonPath("$.title").value("检查人员名录库尚未确认"));
    chain
        .api()
        .send(careful, "officer", "/api/inspectors/confirm", null, Map.of())
        .andExpect(jsonPath("$.confirmations[0].counted").value(2));
    chain.ok(chain.taskCommand(careful, open, "form-teams", null));
  }

  private void load(String profile) {
    Map<String, String> files = new java.util.TreeMap<>(TestProfiles.texts());
    files.put("profiles/careful_bureau.yaml", profile);
    SystemWork.run(() -> transaction.executeWithoutResult(s -> load.run(files)));
  }

  @Test
  @Clause("PDS-11")
  void those_who_keep_a_registry_confirm_it_and_the_others_see_who_did() throws Exception {
    confirm("inspector", "targets", "").andExpect(status().isForbidden());
    confirm("auditor", "inspectors", "").andExpect(status().isForbidden());
    confirm("officer", "targets", "").andExpect(status().isOk());
    chain
        .api()
        .read(bureau, "principal", "/api/targets/confirmation")
        .andExpect(jsonPath("$.demanded").value(true))
        .andExpect(jsonPath("$.withinDays").value(30))
        .andExpect(jsonPath("$.clauses[0]").value("PDS-11"))
        .andExpect(jsonPath("$.confirmations[0].by").value("测试officer"))
        .andExpect(jsonPath("$.allowedCommands").isEmpty());
    Bureau other = bureaus.create("pingdingshan");
    chain
        .api()
        .read(other, "officer", "/api/targets/confirmation")
        .andExpect(jsonPath("$.lack").value("never"))
        .andExpect(jsonPath("$.confirmations").isEmpty());
  }

  @Test
  @Clause({"PDS-11", "SL-33"})
  void what_a_department_of_the_same_city_inspects_alone_asks_for_no_confirmation()
      throws Exception {
    String own = chain.ok(open(bureau, alone("本部门检查", marketItem))).get("id").asString();
    assertThat(chain.task(bureau, own).get("profileId").asString()).isEqualTo("base");
    assertThat(chain.task(bureau, own).get("toConfirm").size()).isZero();
    chain.ok(chain.taskCommand(bureau, own, "prepare-pool", null));
    refused("prepare-pool", "检查对象名录库", "从未确认过");
  }

  @Test
  @Clause("SL-33")
  void where_the_rules_are_silent_nothing_is_demanded() throws Exception {
    Bureau silent = bureaus.create("base");
    chain.addTargets(silent, "A", 4);
    UUID line = chain.plannedLine(silent, "JN-02", Map.of("A", 5000));
    String open = chain.openTask(silent, line).get("id").asString();
    assertThat(chain.task(silent, open).get("toConfirm").size()).isZero();
    chain.ok(chain.taskCommand(silent, open, "prepare-pool", null));
  }
}
