package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.law.Clause;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is exchanged in a team of several departments, and by whose word. */
class JointTeamChangesTest extends JointTeams {

  @Test
  @Clause("TZ-23")
  void the_leader_of_the_executing_department_designates_another_qualified_officer_of_the_place()
      throws Exception {
    String task = staffed("taizhou");
    JsonNode visit = visits(market, task).get(0);
    String leaving = memberOf(visit, "c-partner-1");
    refused(
        ask(
            emergency,
            "officer",
            visit,
            "replace",
            Map.of("inspectorId", leaving, "reason", "far-away", "statement", "路远")),
        "tasking.reason-not-listed",
        "TZ-23");
    JsonNode asked =
        chain.ok(
            ask(
                emergency,
                "officer",
                visit,
                "replace",
                Map.of("inspectorId", leaving, "reason", "health", "statement", "住院，附证明")));
    JsonNode change = asked.get("changes").get(0);
    assertThat(change.at("/decides/id").asString())
        .isEqualTo(market.section("节能科").id().toString());
    UUID spare = officer(emergency, "己");
    UUID ofLead = officer(market, "庚");
    Map<String, Object> approval = Map.of("note", "同意", "designated", List.of(spare));
    refused(
        decide(emergency, "head", change, "approve", approval),
        "tasking.decision-by-other",
        "TZ-23");
    refused(
        decide(
            market, "head", change, "approve", Map.of("note", "同意", "designated", List.of(ofLead))),
        "tasking.inspector-not-eligible",
        "TZ-22");
    JsonNode done = chain.ok(decide(market, "head", change, "approve", approval));
    assertThat(memberOf(done, "c-partner-1")).isEqualTo(spare.toString());
    assertThat(done.get("state").asString()).isEqualTo("staffed");
    assertThat(todo(emergency, "officer")).contains("staffing-approved");
  }

  @Test
  @Clause("PDS-16")
  void the_leader_in_charge_of_the_own_department_decides_and_nobody_is_drawn() throws Exception {
    String task = staffed("pingdingshan");
    JsonNode visit = visits(market, task).get(0);
    String leaving = memberOf(visit, "b-partner-1");
    JsonNode asked =
        chain.ok(
            ask(
                emergency,
                "officer",
                visit,
                "replace",
                Map.of("inspectorId", leaving, "reason", "recusal", "statement", "与法定代表人有亲属关系")));
    JsonNode change = asked.get("changes").get(0);
    assertThat(change.get("way").asString()).isEqualTo("designation");
    UUID spare = officer(emergency, "己");
    Map<String, Object> approval = Map.of("note", "同意", "designated", List.of(spare));
    refused(
        decide(market, "principal", change, "approve", approval),
        "tasking.decision-by-other",
        "PDS-16");
    refused(
        decide(emergency, "head", change, "approve", approval),
        "tasking.decision-by-other",
        "PDS-16");
    assertThat(todo(emergency, "principal")).contains("decide-staffing");
    assertThat(todo(market, "principal")).doesNotContain("decide-staffing");
    int draws = chain.task(market, task).get("draws").size();
    JsonNode done = chain.ok(decide(emergency, "principal", change, "approve", approval));
    assertThat(memberOf(done, "b-partner-1")).isEqualTo(spare.toString());
    assertThat(chain.task(market, task).get("draws").size()).isEqualTo(draws);
  }

  @Test
  @Clause("TZ-24")
  void two_of_one_department_swap_targets_and_nobody_swaps_with_another_department()
      throws Exception {
    String task = staffed("taizhou");
    List<JsonNode> visits = visits(market, task);
    JsonNode first = visits.get(0);
    JsonNode second = visits.get(1);
    String one = memberOf(first, "b-member");
    String two = memberOf(second, "b-member");
    JsonNode asked =
        chain.ok(
            ask(
                market,
                "officer",
                first,
                "recuse",
                Map.of(
                    "inspectorId",
                    one,
                    "way",
                    "swap-targets",
                    "otherVisitId",
                    second.get("id").asString(),
                    "statement",
                    "配偶任职")));
    JsonNode swapped =
        chain.ok(
            decide(market, "head", asked.get("changes").get(0), "approve", Map.of("note", "同意")));
    assertThat(memberOf(swapped, "b-member")).isEqualTo(two);
    assertThat(memberOf(chain.visit(market, "officer", second.get("id").asString()), "b-member"))
        .isEqualTo(one);
  }
}
