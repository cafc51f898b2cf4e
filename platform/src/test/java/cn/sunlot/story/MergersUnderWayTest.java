package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.law.Clause;
import cn.sunlot.registry.Merging;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Targets are not merged while a draw or a visit is under way, and visits stay where they were. */
class MergersUnderWayTest extends StoryTest {

  @Autowired private Merging merging;

  private List<UUID> targets() throws Exception {
    return chain
        .ok(chain.api().read(bureau, "officer", "/api/targets?size=200"))
        .get("items")
        .valueStream()
        .map(row -> UUID.fromString(row.get("id").asString()))
        .toList();
  }

  private static ResultActions refused(ResultActions answer, String code) throws Exception {
    return answer
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:tasking." + code));
  }

  private Set<UUID> visited(String task) throws Exception {
    Set<UUID> visited = new HashSet<>();
    for (JsonNode visit : chain.visits(bureau, task)) {
      visited.add(UUID.fromString(visit.get("targetId").asString()));
    }
    return visited;
  }

  @Test
  @Clause({"TZ-10", "ZB-9"})
  void who_may_be_drawn_from_a_frozen_list_is_not_merged_before_the_teams_are_on_their_way()
      throws Exception {
    List<UUID> two = targets().subList(0, 2);
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.drawTargets(bureau, task);
    String number = chain.task(bureau, task).get("number").asString();
    refused(merging.merge(bureau, two.get(0), two.get(1)), "target-in-draw")
        .andExpect(jsonPath("$.detail").value(containsString(number)));
    assertThat(merging.target(bureau, two.get(1)).get("status").asString())
        .as("nothing happened")
        .isEqualTo("active");
    chain.drawTeams(bureau, task);
    refused(merging.merge(bureau, two.get(0), two.get(1)), "target-in-draw");
    chain.ok(chain.taskCommand(bureau, task, "dispatch", null));
    List<UUID> left = new ArrayList<>(targets());
    left.removeAll(visited(task));
    merging.ok(merging.merge(bureau, left.get(0), left.get(1)));
  }

  @Test
  @Clause({"TZ-10", "ZB-9"})
  void who_is_being_visited_is_not_merged_and_the_visit_is_found_by_the_survivor()
      throws Exception {
    String task = runningTask();
    UUID drawn = visited(task).iterator().next();
    List<UUID> left = new ArrayList<>(targets());
    left.removeAll(visited(task));
    UUID survivor = left.get(0);
    refused(merging.merge(bureau, survivor, drawn), "target-visited");
    refused(merging.merge(bureau, drawn, survivor), "target-visited");
    for (JsonNode visit : chain.visits(bureau, task)) {
      enter(visit.get("id").asString());
    }
    merging.ok(merging.merge(bureau, survivor, drawn));
    JsonNode visits =
        chain
            .ok(chain.api().read(bureau, "officer", "/api/visits?target=" + survivor))
            .get("items");
    assertThat(visits).hasSize(1);
    assertThat(visits.at("/0/targetId").asString())
        .as("it stays where it was")
        .isEqualTo(drawn.toString());
    chain
        .api()
        .read(bureau, "officer", "/api/targets/{id}/burden", survivor)
        .andExpect(jsonPath("$.times").value(1));
  }

  @Test
  @Clause({"TZ-10", "ZB-6"})
  void a_pool_that_was_looked_at_before_a_merger_is_prepared_again() throws Exception {
    List<UUID> two = targets().subList(0, 2);
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    merging.ok(merging.merge(bureau, two.get(0), two.get(1)));
    refused(chain.taskCommand(bureau, task, "freeze-pool", null), "pool-stale");
    int size =
        chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null)).at("/pool/size").asInt();
    assertThat(size).isEqualTo(43);
  }
}
