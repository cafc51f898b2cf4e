package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Tasks of several departments, plans and levels that hit one target in one period. */
class MergedVisitsTest extends JointStory {

  @Autowired private Entries entries;

  @Override
  protected String rules() {
    return "taizhou";
  }

  @BeforeEach
  void addTarget() {
    chain.addTargets(countyMarket, "A", 1);
  }

  /** A joint task of this department, with the other one of its level, which takes no part. */
  private String task(Bureau bureau, String title, String item) throws Exception {
    return joint(bureau, order(title, item));
  }

  private String joint(Bureau lead, Map<String, Object> order) throws Exception {
    Bureau other = lead == market ? emergency : lead == emergency ? market : countyEmergency;
    order.put("invite", List.of(other.root().id()));
    order.put("answerBy", "2026-03-06");
    String task = chain.ok(open(lead, order)).get("id").asString();
    JsonNode invitation = chain.task(lead, task).at("/together/invitations/0");
    chain.ok(
        chain
            .api()
            .send(
                other,
                "officer",
                "/api/invitations/" + invitation.get("id").asString() + "/refuse-invitation",
                invitation.get("version").asInt(),
                Map.of("reason", "本季度人员已全部排满")));
    chain.ok(chain.taskCommand(lead, task, "complete-set-up", null));
    return task;
  }

  /** A task of one department alone. */
  private String own(Bureau bureau, String title, String item) throws Exception {
    return chain.ok(open(bureau, order(title, item))).get("id").asString();
  }

  private JsonNode onlyVisit(String task) throws Exception {
    JsonNode rows = chain.visits(market, task);
    assertThat(rows).hasSize(1);
    return chain.visit(market, "officer", rows.get(0).get("id").asString());
  }

  @Test
  @Clause({"TZ-20", "PDS-2.1"})
  void tasks_of_city_and_county_at_one_target_become_one_visit_with_all_items() throws Exception {
    String city = task(market, "市级检查", marketItem);
    draw(market, city);
    String county = task(countyMarket, "区级检查", item(countyMarket, "ZD-01"));
    draw(countyMarket, county);
    String third = task(emergency, "应急检查", emergencyItem);
    draw(emergency, third);
    JsonNode visit = onlyVisit(city);
    assertThat(visit.get("items").valueStream().map(i -> i.get("taskId").asString()))
        .containsExactlyInAnyOrder(city, county, third);
    assertThat(visit.at("/department/id").asString())
        .isEqualTo(market.section("节能科").id().toString());
    assertThat(chain.task(market, city).at("/together/savings/merged").asInt()).isEqualTo(1);
    assertThat(chain.task(market, city).at("/together/savings/saved").asInt()).isEqualTo(2);
    JsonNode year = chain.ok(chain.api().read(market, "officer", "/api/tasks/savings?year=2026"));
    assertThat(year.get("saved").asInt()).isEqualTo(2);
    assertThat(entries.payloads(market, "visit-merged")).hasSize(2);
  }

  @Test
  @Clause("TZ-20")
  void the_earliest_task_leads_though_it_was_drawn_last() throws Exception {
    String earlier = task(market, "先发起", marketItem);
    clock.set(LocalDate.of(2026, 3, 3));
    String later = task(emergency, "后发起", emergencyItem);
    draw(emergency, later);
    assertThat(chain.visits(emergency, later)).hasSize(1);
    draw(market, earlier);
    JsonNode visit = onlyVisit(earlier);
    assertThat(visit.at("/department/id").asString())
        .isEqualTo(market.section("节能科").id().toString());
    assertThat(entries.payloads(market, "visit-merged").toString()).contains("\"leads\":true");
  }

  @Test
  @Clause("TZ-20")
  void a_merged_visit_lies_in_the_days_that_suit_all_its_tasks() throws Exception {
    String first = task(market, "三月检查", marketItem);
    draw(market, first);
    Map<String, Object> order = order("三月中旬检查", emergencyItem);
    order.put("from", "2026-03-16");
    order.put("to", "2026-04-15");
    String second = joint(emergency, order);
    draw(emergency, second);
    assertThat(onlyVisit(first).get("from").asString()).isEqualTo("2026-03-16");
    assertThat(onlyVisit(first).get("to").asString()).isEqualTo("2026-03-31");
  }

  @Test
  @Clause({"TZ-20", "ZB-12"})
  void what_cannot_be_joint_for_a_stated_reason_is_a_visit_of_its_own() throws Exception {
    Map<String, Object> apart = order("须单独检查", emergencyItem);
    apart.put("separateReason", "检查方式为暗访，不宜合并");
    staysApart(apart);
  }

  @Test
  @Clause({"TZ-20", "SL-6"})
  void tasks_that_two_departments_carry_out_alone_stay_apart_where_the_rules_speak_of_joint_ones()
      throws Exception {
    String first = own(market, "市场监管自行检查", marketItem);
    draw(market, first);
    String second = own(emergency, "应急管理自行检查", emergencyItem);
    draw(emergency, second);
    assertThat(chain.task(market, first).get("profileId").asString()).isEqualTo("base");
    assertThat(onlyVisit(first).get("items")).hasSize(1);
    assertThat(chain.visits(emergency, second).get(0).get("id"))
        .isNotEqualTo(chain.visits(market, first).get(0).get("id"));
  }

  @Test
  @Clause("TZ-20")
  void a_joint_task_and_one_of_a_department_alone_meet_whichever_is_drawn_first() throws Exception {
    String joint = task(market, "联合检查", marketItem);
    draw(market, joint);
    draw(emergency, own(emergency, "应急管理自行检查", emergencyItem));
    assertThat(onlyVisit(joint).get("items")).hasSize(2);
    under(rules());
    addTarget();
    String alone = own(market, "市场监管自行检查", marketItem);
    draw(market, alone);
    draw(emergency, task(emergency, "联合检查", emergencyItem));
    assertThat(onlyVisit(alone).get("items")).hasSize(2);
  }

  @Test
  @Clause("TZ-20")
  void what_lies_in_other_days_is_a_visit_of_its_own() throws Exception {
    Map<String, Object> later = order("五月检查", emergencyItem);
    later.put("from", "2026-05-01");
    later.put("to", "2026-05-31");
    staysApart(later);
  }

  @Test
  @Clause({"TZ-20", "ZB-12"})
  void nothing_that_is_drawn_later_joins_what_stays_alone_for_a_stated_reason() throws Exception {
    Map<String, Object> apart = order("须单独检查", emergencyItem);
    apart.put("separateReason", "检查方式为暗访，不宜合并");
    String first = joint(emergency, apart);
    draw(emergency, first);
    String second = task(market, "三月检查", marketItem);
    draw(market, second);
    assertThat(onlyVisit(second).get("items")).hasSize(1);
    assertThat(chain.visits(emergency, first).get(0).get("id"))
        .isNotEqualTo(onlyVisit(second).get("id"));
  }

  private void staysApart(Map<String, Object> order) throws Exception {
    String first = task(market, "三月检查", marketItem);
    draw(market, first);
    String second = joint(emergency, order);
    draw(emergency, second);
    assertThat(onlyVisit(first).get("items")).hasSize(1);
    JsonNode own = chain.visits(emergency, second);
    assertThat(own).hasSize(1);
    assertThat(own.get(0).get("id")).isNotEqualTo(onlyVisit(first).get("id"));
    assertThat(chain.task(market, first).at("/together/savings/saved").asInt()).isZero();
  }
}
