package cn.sunlot.organisation;

import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.law.Clause;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** What other systems may do with their tokens, and for how long. */
class ApiTokenTest extends OtherSystems {

  @Test
  @Clause("PDS-25")
  void a_token_opens_what_its_scopes_allow_without_cookie_and_csrf_token() throws Exception {
    Client client = add("items-read", "targets-write");
    ask(client, "items-read", "10.1.1.1")
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(jsonPath("$.token_type").value("Bearer"))
        .andExpect(jsonPath("$.expires_in").value(600))
        .andExpect(jsonPath("$.scope").value("items-read"));
    String narrow = Api.value(ask(client, "items-read", "10.1.1.1"), "$.access_token");
    read(narrow, "/api/items").andExpect(status().isOk());
    read(narrow, "/api/targets")
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:kernel.forbidden"));
    String whole = token(client);
    read(whole, "/api/targets").andExpect(status().isOk());
    read(whole, "/api/items").andExpect(header().doesNotExist("Set-Cookie"));
    security.read("/api/clients").andExpect(jsonPath("$[0].usedAt").isNotEmpty());
  }

  @Test
  void the_id_and_secret_may_stand_in_the_header_of_the_standard() throws Exception {
    Client client = add("items-read");
    String both = client.id() + ":" + client.secret();
    web.perform(
            post("/api/oauth/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)))
                .param("grant_type", "client_credentials"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.scope").value("items-read"));
  }

  @Test
  void a_command_of_a_system_is_done_once_and_recorded_as_its_act() throws Exception {
    String token = token(add("targets-write"));
    Map<String, ?> target = target();
    web.perform(
            post("/api/targets")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsBytes(target)))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:kernel.idempotency-key-missing"));
    send(token, "/api/targets", target).andExpect(status().isCreated());
    as("auditor")
        .read("/api/audit/entries?actor=市一体化")
        .andExpect(jsonPath("$.items[*].type", hasItem("target-added")))
        .andExpect(jsonPath("$.items[0].actor").value("市一体化平台"));
  }

  @Test
  void people_s_own_doors_are_shut_to_systems_and_so_are_acts_of_people() throws Exception {
    String token = token(add("items-read", "tasks-read", "plans-read", "rules-read"));
    for (String path :
        List.of("/api/session", "/api/sessions", "/api/todo", "/api/session/second-factor")) {
      read(token, path).andExpect(status().isForbidden());
    }
    send(token, "/api/session/password", Map.of("oldPassword", "x", "newPassword", "y"))
        .andExpect(status().isForbidden());
    send(token, "/api/items", Map.of()).andExpect(status().isForbidden());
    read(token, "/api/people").andExpect(status().isForbidden());
    read(token, "/api/clients").andExpect(status().isForbidden());
    read(token, "/api/audit/entries").andExpect(status().isForbidden());
    read(token, "/api/tasks").andExpect(status().isOk());
    read(token, "/api/plans").andExpect(status().isOk());
  }

  @Test
  void a_token_ends_after_ten_minutes_and_a_client_after_its_last_day() throws Exception {
    Client client = add("items-read");
    String token = token(client);
    clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    read(token, "/api/items").andExpect(status().isOk());
    clock.advance(Duration.ofSeconds(1));
    read(token, "/api/items")
        .andExpect(status().isUnauthorized())
        .andExpect(header().string("WWW-Authenticate", "Bearer error=\"invalid_token\""))
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.api-token-wrong"))
        .andExpect(jsonPath("$.now").isNotEmpty());
    read("slt_never given", "/api/items").andExpect(status().isUnauthorized());
    Map<String, Object> brief = order("只用今天", "items-read");
    brief.put("validUntil", "2026-03-02");
    clock.set(LocalDate.of(2026, 3, 2));
    Client today = add(brief);
    clock.set(Instant.parse("2026-03-02T15:55:00Z"));
    String last = token(today);
    clock.set(Instant.parse("2026-03-02T16:00:00Z"));
    read(last, "/api/items").andExpect(status().isUnauthorized());
    ask(today)
        .andExpect(status().isUnauthorized())
        .andExpect(jsonPath("$.error").value("invalid_client"));
  }

  @Test
  void requests_that_are_none_of_the_standard_are_refused_in_its_words() throws Exception {
    Client client = add("items-read");
    ask(client, "items-read targets-read", "10.1.1.2")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.error").value("invalid_scope"));
    web.perform(
            post("/api/oauth/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("grant_type", "password"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.error").value("unsupported_grant_type"));
    web.perform(
            post("/api/oauth/token?client_secret=x")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("grant_type", "client_credentials"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.error").value("invalid_request"));
    ask(new Client("no id", "x")).andExpect(jsonPath("$.error").value("invalid_client"));
  }
}
