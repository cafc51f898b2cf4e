package cn.sunlot.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.KeptAnswers;
import cn.sunlot.law.Clause;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.test.web.servlet.ResultActions;

/** Data, secrets and tokens of other systems stay where they belong. */
class ApiSecrecyTest extends OtherSystems {
  @Autowired private KeptAnswers answers;

  @Test
  @Clause("PDS-25")
  void data_of_another_authority_are_not_there() throws Exception {
    Bureau other = bureaus.create("zibo_miit");
    String mine = token(add("targets-write"));
    send(mine, "/api/targets", target()).andExpect(status().isCreated());
    read(mine, "/api/targets").andExpect(jsonPath("$.total").value(1));
    Api theirs = Api.signIn(web, json, other.person("secadmin").login(), Bureau.PASSWORD);
    Map<String, Object> order = order("他局系统", "targets-read");
    order.put("departmentId", other.section("节能科").id());
    ResultActions added = theirs.send("/api/clients", order).andExpect(status().isCreated());
    Client client = new Client(Api.value(added, "$.client.id"), Api.value(added, "$.secret"));
    String foreign = token(client);
    read(foreign, "/api/targets").andExpect(jsonPath("$.total").value(0));
    String id = Api.value(read(mine, "/api/targets"), "$.items[0].id");
    read(foreign, "/api/targets/" + id).andExpect(status().isNotFound());
    order.put("departmentId", bureau.section("节能科").id());
    order.put("name", "越权");
    theirs.send("/api/clients", order).andExpect(status().isNotFound());
  }

  @Test
  void the_database_shows_nothing_of_clients_to_another_authority_or_nobody() throws Exception {
    token(add("items-read"));
    for (String table : List.of("api_client", "api_secret", "api_token")) {
      assertThat(rows(table, bureau.authorityId().toString())).as(table).isPositive();
      assertThat(rows(table, "")).as(table).isZero();
      assertThat(rows(table, bureaus.create("zibo_miit").authorityId().toString()))
          .as(table)
          .isZero();
    }
  }

  @Test
  void neither_log_nor_database_holds_a_secret_or_a_token(CapturedOutput output) throws Exception {
    Client client = add("items-read");
    String token = token(client);
    read(token, "/api/items").andExpect(status().isOk());
    ask(new Client(client.id(), "slc_something wrong")).andExpect(status().isUnauthorized());
    read(token + "x", "/api/items").andExpect(status().isUnauthorized());
    assertThat(output.getAll())
        .as("the log is not silent")
        .contains("Writing [")
        .doesNotContain(client.secret())
        .doesNotContain(token)
        .doesNotContain("slc_something");
    String all = everything();
    for (String text : List.of(client.secret(), token)) {
      assertThat(all)
          .contains(client.id())
          .doesNotContain(text)
          .doesNotContain(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
    }
    security
        .read("/api/clients")
        .andExpect(jsonPath("$[*].name", not(hasItem(containsString("slc_")))));
  }

  private int rows(String table, String authority) throws SQLException {
    try (var connection = database.platform().connect()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("SELECT set_config('sunlot.authority', '" + authority + "', true)");
        try (var found = statement.executeQuery("SELECT count(*) FROM organisation." + table)) {
          found.next();
          return found.getInt(1);
        }
      }
    }
  }

  /** All rows of clients, of commands kept, and of the record. */
  private String everything() throws SQLException {
    StringBuilder all = new StringBuilder();
    for (String table :
        List.of(
            "organisation.api_client",
            "organisation.api_secret",
            "organisation.api_token",
            "audit.entry")) {
      try (var connection = database.owner().connect();
          var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
        while (rows.next()) {
          all.append(rows.getString(1)).append('\n');
        }
      }
    }
    return all.append(answers.all()).toString();
  }
}
