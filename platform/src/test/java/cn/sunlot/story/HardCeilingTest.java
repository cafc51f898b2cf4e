package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.burden.Burden;
import cn.sunlot.burden.Burden.Kind;
import cn.sunlot.burden.Burden.Mark;
import cn.sunlot.burden.Burden.Source;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.policy.TestProfiles;
import cn.sunlot.policy.usecase.LoadProfiles;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.PoolTarget;
import cn.sunlot.registry.Registry.TargetFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * A yearly ceiling as a rule (原则上) can be gone beyond for a stated reason; one that the rules lay
 * down without that word cannot, whatever the reason.
 */
@PlatformTest
class HardCeilingTest {

  @Autowired private Chain chain;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private LoadProfiles load;
  @Autowired private Burden burden;
  @Autowired private Registry registry;
  @Autowired private TransactionTemplate transaction;

  /** A task whose pool is prepared; one of its four targets was drawn twice this year. */
  private record Prepared(Bureau bureau, UUID drawnOften, String task) {}

  @BeforeEach
  void loadRules() {
    clock.set(LocalDate.of(2026, 3, 2));
    Map<String, String> files = new TreeMap<>(TestProfiles.texts());
    files.put(
        "profiles/strict_bureau.yaml",
        """
        id: strict_bureau
        version: "1"
        inherits: base
        title: {zh: 严格办法, en: Strict rules}
        cited-as: {zh: 《严格办法》, en: the strict rules}
        clause-prefix: ST
        rules:
          annual-cap: {clauses: [ST-8], set: {max: 1, as-a-rule: false}}
        """);
    SystemWork.run(() -> transaction.executeWithoutResult(s -> load.run(files)));
  }

  private Prepared prepare(String rules) throws Exception {
    Bureau bureau = bureaus.create(rules);
    chain.addTargets(bureau, "A", 4);
    UUID line = chain.plannedLine(bureau, "JN-01", Map.of("A", 5000));
    List<PoolTarget> all =
        SystemWork.run(
            () ->
                registry.listForPool(
                    bureau.authorityId(),
                    new TargetFilter(Set.of(), Set.of(), Set.of(), Set.of())));
    UUID often = all.get(0).id();
    SystemWork.run(
        () ->
            transaction.executeWithoutResult(
                s ->
                    burden.record(
                        List.of(mark(bureau, often, "V-1"), mark(bureau, often, "V-2")))));
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    return new Prepared(bureau, often, task);
  }

  private static Mark mark(Bureau bureau, UUID target, String visit) {
    return new Mark(
        bureau.authorityId(),
        Set.of(bureau.person("officer").departmentId()),
        target,
        Set.of(),
        LocalDate.of(2026, 2, 1),
        Kind.ROUTINE,
        false,
        Source.DRAW,
        visit);
  }

  private JsonNode poolPlan(Prepared of) throws Exception {
    return chain.ok(
        chain.api().read(of.bureau(), "officer", "/api/tasks/" + of.task() + "/pool-plan"));
  }

  private ResultActions allow(Prepared of, String reason) throws Exception {
    return chain.taskCommand(
        of.bureau(),
        of.task(),
        "allow-beyond-cap",
        Map.of("targetId", of.drawnOften(), "reason", reason));
  }

  private void refused(ResultActions answer, String code, String cited) throws Exception {
    JsonNode problem = chain.api().body(answer);
    assertThat(problem.path("type").asString()).isEqualTo("urn:sunlot:problem:" + code);
    assertThat(problem.path("why").asString()).contains(cited);
    assertThat(problem.path("now").asString()).isNotBlank();
  }

  @Test
  @Clause({"N-1", "ZB-12", "PDS-10"})
  void beyond_a_ceiling_that_holds_without_exception_no_reason_helps() throws Exception {
    Prepared strict = prepare("strict_bureau");
    assertThat(poolPlan(strict).at("/cap/asARule").asBoolean()).isFalse();
    assertThat(poolPlan(strict).at("/excluded/0/reason").asString()).isEqualTo("annual-cap");
    refused(allow(strict, "局长办公会决定复查"), "tasking.way-not-allowed", "《严格办法》第八条");
    refused(
        chain.taskCommand(
            strict.bureau(),
            strict.task(),
            "allow-group-beyond-cap",
            Map.of("group", "A", "reason", "局长办公会决定复查")),
        "tasking.way-not-allowed",
        "《严格办法》第八条");
    assertThat(poolPlan(strict).get("beyondCap").asInt()).isZero();
  }

  @Test
  @Clause({"N-1", "SL-4"})
  void beyond_one_that_holds_as_a_rule_a_reason_is_demanded_and_kept() throws Exception {
    Prepared base = prepare("base");
    assertThat(poolPlan(base).at("/cap/asARule").asBoolean()).isTrue();
    refused(allow(base, " "), "tasking.statement-missing", "《阳光双随机基础规则》第四条");
    chain.ok(allow(base, "局长办公会决定复查"));
    assertThat(poolPlan(base).get("beyondCap").asInt()).isEqualTo(1);
    assertThat(poolPlan(base).get("excluded")).isEmpty();
  }
}
