package cn.sunlot.story;

import static cn.sunlot.publicity.store.jooq.Tables.DRAW_STRATUM;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.City;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.planning.Plans.Arrangement;
import cn.sunlot.planning.Plans.Handling;
import cn.sunlot.planning.Weights;
import cn.sunlot.planning.YearlyPlans;
import cn.sunlot.planning.domain.Rates;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A plan that weighs its regions: each class is drawn by them, from the plan to the visits. */
class PoolOverRegionsTest extends JointStory {

  @Autowired private Registry registry;

  @Override
  protected String rules() {
    return "taizhou";
  }

  /** 6 of class A, split 1 to 2 over the two counties; of class B 10% of each class. */
  private UUID line() {
    var plain = YearlyPlans.line(market, "两区联动检查", UUID.fromString(marketItem), Map.of("A", 1));
    var weighed =
        new Arrangement(
            List.of(),
            Handling.CITY_RUN,
            Weights.of(Map.of(City.COUNTY, 1, City.OTHER_COUNTY, 2)),
            Set.of(),
            null,
            "",
            2);
    var line =
        YearlyPlans.with(
            plain,
            Set.of(City.COUNTY, City.OTHER_COUNTY),
            Rates.of(Map.of("B", 1000), Map.of("A", 6)),
            "2026-03-05",
            "2026-11-30",
            weighed);
    return plans.published(market, plans.draft(market, line)).current().lines().get(0).id();
  }

  @Test
  @Clause({"TZ-14", "TZ-18", "PDS-13"})
  void each_region_gets_what_the_plan_gives_it_and_nobody_outside_is_drawn() throws Exception {
    chain.addTargets(countyMarket, "A", 20);
    chain.addTargets(otherMarket, "A", 8);
    chain.addTargets(otherMarket, "B", 20);
    chain.addTargets(market, "A", 5);
    String task = chain.openTask(market, line()).get("id").asString();
    chain.ok(chain.taskCommand(market, task, "prepare-pool", null));
    JsonNode plan =
        chain.ok(chain.api().read(market, "officer", "/api/tasks/" + task + "/pool-plan"));
    assertThat(quotas(plan))
        .isEqualTo(
            Map.of(
                "A " + City.COUNTY, 2,
                "A " + City.OTHER_COUNTY, 4,
                "B " + City.OTHER_COUNTY, 2));
    JsonNode frozen = chain.ok(chain.taskCommand(market, task, "freeze-pool", null));
    hold(market, frozen.at("/draws/0/id").asString());
    Map<String, Integer> drawn = new TreeMap<>();
    for (JsonNode visit : chain.visits(market, task)) {
      UUID id = UUID.fromString(visit.get("targetId").asString());
      Target target = SystemWork.run(() -> registry.getTarget(id));
      drawn.merge(target.riskClass() + " " + target.regionCode(), 1, Integer::sum);
    }
    assertThat(drawn)
        .isEqualTo(
            Map.of(
                "A " + City.COUNTY, 2,
                "A " + City.OTHER_COUNTY, 4,
                "B " + City.OTHER_COUNTY, 2));
  }

  @Test
  @Clause("TZ-30")
  void the_public_reads_the_name_of_the_region_beside_the_code_that_was_committed_to()
      throws Exception {
    chain.addTargets(countyMarket, "A", 20);
    chain.addTargets(otherMarket, "A", 8);
    String task = chain.openTask(market, line()).get("id").asString();
    draw(market, task);
    assertThat(
            database
                .selectFrom(DRAW_STRATUM)
                .where(DRAW_STRATUM.DRAW_ID.eq(notice(task).getDrawId()))
                .orderBy(DRAW_STRATUM.STRATUM)
                .fetch(r -> r.getStratum() + " " + r.getRegion()))
        .containsExactly("A." + City.COUNTY + " 张店区", "A." + City.OTHER_COUNTY + " 临淄区");
  }

  private static Map<String, Integer> quotas(JsonNode plan) {
    Map<String, Integer> quotas = new TreeMap<>();
    for (JsonNode stratum : plan.get("strata")) {
      if (stratum.get("quota").asInt() > 0) {
        quotas.put(
            stratum.get("ofClass").asString() + " " + stratum.get("regionCode").asString(),
            stratum.get("quota").asInt());
      }
    }
    return quotas;
  }
}
