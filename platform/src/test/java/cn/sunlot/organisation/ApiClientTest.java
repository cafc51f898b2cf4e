package cn.sunlot.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

/** Other systems are let in by the security administrator, and put out again. */
class ApiClientTest extends OtherSystems {

  @Test
  void the_security_administrator_lets_a_system_in_and_nobody_else_does() throws Exception {
    ResultActions added =
        security
            .send("/api/clients", order("市一体化平台", "targets-read", "items-read"))
            .andExpect(status().isCreated())
            .andExpect(jsonPath("$.client.department.name").value("节能科"))
            .andExpect(jsonPath("$.client.scopes", contains("items-read", "targets-read")))
            .andExpect(jsonPath("$.client.state").value("open"))
            .andExpect(jsonPath("$.client.usedAt").value((Object) null));
    String secret = Api.value(added, "$.secret");
    assertThat(secret).startsWith("slc_").hasSize(47);
    security
        .read("/api/clients")
        .andExpect(jsonPath("$[0].name").value("市一体化平台"))
        .andExpect(jsonPath("$[0].allowedCommands", contains("rotate-secret", "revoke")));
    assertThat(security.read("/api/clients").andReturn().getResponse().getContentAsString())
        .doesNotContain(secret);
    for (String who : List.of("sysadmin", "auditadmin", "auditor", "principal", "officer")) {
      as(who).read("/api/clients").andExpect(status().isForbidden());
      as(who).send("/api/clients", order("另一系统", "items-read")).andExpect(status().isForbidden());
    }
    Bureau other = bureaus.create("zibo_miit");
    Api.signIn(web, json, other.person("secadmin").login(), Bureau.PASSWORD)
        .read("/api/clients")
        .andExpect(jsonPath("$.length()").value(0));
  }

  @Test
  void what_is_wrong_with_an_order_is_named() throws Exception {
    Map<String, Object> order = order("市一体化平台", "items-read");
    order.put("addresses", List.of("10.1.2.0/24", "example.org", "10.1.2.3/40"));
    order.put("validUntil", "2026-03-01");
    security
        .send("/api/clients", order)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[*].field", contains("addresses", "addresses", "validUntil")))
        .andExpect(jsonPath("$.errors[0].value").value("example.org"))
        .andExpect(jsonPath("$.errors[2].message").value(containsString("2028-03-02")));
    security
        .send("/api/clients", order("市一体化平台", "everything"))
        .andExpect(status().isUnprocessableContent());
    security.send("/api/clients", order("市一体化平台")).andExpect(status().isUnprocessableContent());
    add("items-read");
    security
        .send("/api/clients", order("市一体化平台", "items-read"))
        .andExpect(status().isConflict())
        .andExpect(
            jsonPath("$.type").value("urn:sunlot:problem:organisation.api-client-name-taken"));
  }

  @Test
  void revoked_is_revoked_at_once() throws Exception {
    Client client = add("items-read");
    String token = token(client);
    security
        .send("/api/clients/" + client.id() + "/revoke", 7, Map.of("reason", "x"))
        .andExpect(status().isPreconditionFailed());
    security
        .send("/api/clients/" + client.id() + "/revoke", 1, Map.of("reason", "系统下线"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("revoked"))
        .andExpect(jsonPath("$.allowedCommands.length()").value(0));
    read(token, "/api/items").andExpect(status().isUnauthorized());
    ask(client).andExpect(status().isUnauthorized());
    for (String command : List.of("revoke", "rotate-secret")) {
      security
          .send(
              "/api/clients/" + client.id() + "/" + command,
              2,
              Map.of("reason", "x", "overlapHours", 0))
          .andExpect(status().isConflict())
          .andExpect(
              jsonPath("$.type").value("urn:sunlot:problem:organisation.api-client-revoked"));
    }
  }

  @Test
  void two_secrets_overlap_while_the_other_system_changes_over() throws Exception {
    Client client = add("items-read");
    String old = token(client);
    ResultActions rotated =
        security
            .send("/api/clients/" + client.id() + "/rotate-secret", 1, Map.of("overlapHours", 24))
            .andExpect(status().isOk());
    Client next = new Client(client.id(), Api.value(rotated, "$.secret"));
    ask(client).andExpect(status().isOk());
    ask(next).andExpect(status().isOk());
    read(old, "/api/items").andExpect(status().isOk());
    clock.advance(Duration.ofHours(24));
    ask(client).andExpect(status().isUnauthorized());
    String present = token(next);
    Client third =
        new Client(
            client.id(),
            Api.value(
                as("secadmin")
                    .send(
                        "/api/clients/" + client.id() + "/rotate-secret",
                        2,
                        Map.of("overlapHours", 0)),
                "$.secret"));
    read(present, "/api/items").andExpect(status().isUnauthorized());
    ask(next).andExpect(status().isUnauthorized());
    read(token(third), "/api/items").andExpect(status().isOk());
  }
}
