package cn.sunlot.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.audit.usecase.LogStopped;
import cn.sunlot.audit.usecase.PlaceEntries;
import cn.sunlot.law.Clause;
import cn.sunlot.schema.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A database that does not continue what was signed: nothing is signed, no draw goes on. */
@TestPropertySource(properties = "sunlot.log.origin=stopped.test/log")
class LogStoppedTest extends StoryTest {

  @Autowired private PlaceEntries place;
  @Autowired private TestDatabase database;

  private void asSuperuser(String sql) throws SQLException {
    try (Connection connection = database.superuser().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.execute(sql);
    }
  }

  @Test
  @Clause({"TZ-4", "PDS-5"})
  void a_database_taken_back_to_an_older_state_is_not_signed_and_its_draws_stop() throws Exception {
    String task = chain.openTask(bureau, line).get("id").asString();
    chain.ok(chain.taskCommand(bureau, task, "prepare-pool", null));
    String draw =
        chain.ok(chain.taskCommand(bureau, task, "freeze-pool", null)).at("/draws/0/id").asString();
    chain.draw(bureau, draw, "add-witness", Chain.witness());
    place.run();
    asSuperuser(
        "CREATE TABLE public.kept AS SELECT * FROM audit.leaf ORDER BY seq DESC LIMIT 3;"
            + " DELETE FROM audit.leaf WHERE seq IN (SELECT seq FROM public.kept);"
            + " INSERT INTO audit.waiting (entry_id, bucket) SELECT entry_id, 0 FROM public.kept");
    assertThatThrownBy(place::run)
        .isInstanceOf(LogStopped.class)
        .hasMessageContaining("the public log has stopped");
    int version =
        chain
            .api()
            .body(chain.api().read(bureau, "officer", "/api/draws/" + draw))
            .get("version")
            .asInt();
    chain
        .api()
        .send(bureau, "officer", "/api/draws/" + draw + "/commit", version, Map.of())
        .andExpect(status().isServiceUnavailable())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:audit.log-stopped"));
    asSuperuser(
        "INSERT INTO audit.leaf SELECT * FROM public.kept;"
            + " DELETE FROM audit.waiting WHERE entry_id IN (SELECT entry_id FROM public.kept)");
    chain.draw(bureau, draw, "commit", Map.of());
    assertThat(
            chain
                .api()
                .body(chain.api().read(bureau, "officer", "/api/draws/" + draw))
                .get("state")
                .asString())
        .isEqualTo("committed");
  }
}
