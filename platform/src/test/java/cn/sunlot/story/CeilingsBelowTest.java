package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.burden.Burden;
import cn.sunlot.burden.Burden.Kind;
import cn.sunlot.burden.Burden.Mark;
import cn.sunlot.burden.Burden.Source;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.PoolTarget;
import cn.sunlot.registry.Registry.TargetFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A list that goes down keeps to what the counties' departments made public for their own. */
class CeilingsBelowTest extends JointStory {

  @Autowired private Burden burden;
  @Autowired private Registry registry;
  @Autowired private TransactionTemplate transaction;

  @Override
  protected String rules() {
    return "taizhou";
  }

  /** One inspection of every target of a county by its market supervision. */
  private void inspected(Bureau county) {
    List<PoolTarget> targets =
        SystemWork.run(
            () ->
                registry.listForPool(
                    county.authorityId(),
                    new TargetFilter(Set.of(), Set.of(county.region()), Set.of(), Set.of())));
    List<Mark> marks =
        targets.stream()
            .map(
                target ->
                    new Mark(
                        county.authorityId(),
                        Set.of(county.person("officer").departmentId()),
                        target.id(),
                        Set.of(),
                        LocalDate.of(2026, 2, 1),
                        Kind.ROUTINE,
                        false,
                        Source.DRAW,
                        "V " + target.id()))
            .toList();
    SystemWork.run(() -> transaction.executeWithoutResult(s -> burden.record(marks)));
  }

  private JsonNode pool(boolean handedDown) throws Exception {
    Map<String, Object> order = order("加油站检查", marketItem);
    order.put("handedDown", handedDown);
    String task = chain.ok(open(market, order)).get("id").asString();
    chain.ok(chain.taskCommand(market, task, "prepare-pool", null));
    return chain.ok(chain.api().read(market, "officer", "/api/tasks/" + task + "/pool-plan"));
  }

  @Test
  @Clause({"N-1", "TZ-19"})
  void the_ceiling_of_a_county_keeps_its_targets_out_of_a_list_that_goes_down_to_it()
      throws Exception {
    chain.addTargets(countyMarket, "A", 3);
    chain.addTargets(otherMarket, "A", 2);
    inspected(countyMarket);
    inspected(otherMarket);
    chain.ok(
        chain
            .api()
            .send(
                countyMarket,
                "principal",
                "/api/ceilings",
                null,
                Map.of(
                    "year", 2026,
                    "riskClass", "",
                    "max", 1,
                    "document", "张店区公告〔2026〕1号",
                    "day", "2026-01-05")));
    JsonNode down = pool(true);
    assertThat(down.get("excluded")).hasSize(1);
    assertThat(down.at("/excluded/0/reason").asString()).isEqualTo("department-ceiling");
    assertThat(down.at("/excluded/0/number").asInt()).as("of the county alone").isEqualTo(3);
    assertThat(pool(false).get("excluded")).as("what the city inspects itself").isEmpty();
  }
}
