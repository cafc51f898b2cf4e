package cn.sunlot.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.law.Clause;
import cn.sunlot.schema.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.ObjectMapper;

/** Other systems at the API: let in by the security administrator, known by tokens. */
@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
    properties = {"sunlot.proxies=10.9.9.9", "logging.level.org.springframework.web=DEBUG"})
class ApiClientTest {

  @Autowired private MockMvc web;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private ObjectMapper json;
  @Autowired private TestDatabase database;

  private Bureau bureau;
  private Api security;

  /** A client with its present secret. */
  private record Client(String id, String secret) {}

  @BeforeEach
  void makeBureau() throws Exception {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    security = as("secadmin");
  }

  private Api as(String who) throws Exception {
    return Api.signIn(web, json, bureau.person(who).login(), Bureau.PASSWORD);
  }

  private Map<String, Object> order(String name, String... scopes) {
    return new HashMap<>(
        Map.of(
            "name",
            name,
            "contact",
            "信息中心 王工 0533-0000000",
            "departmentId",
            bureau.section("节能科").id(),
            "scopes",
            List.of(scopes),
            "addresses",
            List.of(),
            "validUntil",
            "2026-12-31"));
  }

  private Client add(Map<String, Object> order) throws Exception {
    ResultActions added = security.send("/api/clients", order).andExpect(status().isCreated());
    return new Client(Api.value(added, "$.client.id"), Api.value(added, "$.secret"));
  }

  private Client add(String... scopes) throws Exception {
    return add(order("市一体化平台", scopes));
  }

  private ResultActions ask(Client client, String scope, String address) throws Exception {
    return web.perform(
        post("/api/oauth/token")
            .with(
                r -> {
                  r.setRemoteAddr(address);
                  return r;
                })
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .param("grant_type", "client_credentials")
            .param("scope", scope)
            .param("client_id", client.id())
            .param("client_secret", client.secret()));
  }

  private ResultActions ask(Client client) throws Exception {
    // An address for each test, since wrong attempts count by it.
    return ask(client, "", "10.1." + Math.floorMod(bureau.authorityId().hashCode(), 250) + ".7");
  }

  private String token(Client client) throws Exception {
    return Api.value(ask(client).andExpect(status().isOk()), "$.access_token");
  }

  private ResultActions read(String token, String path) throws Exception {
    return web.perform(get(path).header("Authorization", "Bearer " + token));
  }

  private ResultActions send(String token, String path, Map<String, ?> body) throws Exception {
    MockHttpServletRequestBuilder request =
        post(path)
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", Ids.next().toString())
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsBytes(body));
    return web.perform(request);
  }

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

  private static Map<String, ?> target() {
    return Map.of(
        "unitId",
        "92370303MA3C0EXB7" + Uscc.checkCharacter("92370303MA3C0EXB7"),
        "content",
        Map.of("name", "新饭店", "kind", "individual-business", "regionCode", "370303"));
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
  void a_wrong_secret_is_refused_and_too_many_lock_the_client_for_a_while() throws Exception {
    Client client = add("items-read");
    Client wrong = new Client(client.id(), "slc_wrong");
    for (int i = 1; i < 5; i++) {
      ask(wrong)
          .andExpect(status().isUnauthorized())
          .andExpect(header().string("WWW-Authenticate", "Basic realm=\"api\""))
          .andExpect(jsonPath("$.error").value("invalid_client"))
          .andExpect(jsonPath("$.access_token").doesNotExist());
    }
    ask(wrong)
        .andExpect(status().isTooManyRequests())
        .andExpect(header().string("Retry-After", "60"))
        .andExpect(jsonPath("$.error").value("slow_down"));
    ask(client).andExpect(status().isTooManyRequests());
    security.read("/api/clients").andExpect(jsonPath("$[0].state").value("locked"));
    clock.advance(Duration.ofMinutes(15));
    ask(client).andExpect(status().isOk());
    as("auditadmin")
        .read("/api/audit/entries?ref=市一体化平台")
        .andExpect(
            jsonPath(
                "$.items[*].type",
                hasItems("api-token-refused", "api-token-given", "api-client-added")));
  }

  @Test
  void an_address_that_tries_out_clients_has_to_wait() throws Exception {
    Client good = add("items-read");
    String address = "10.7." + Math.floorMod(bureau.authorityId().hashCode(), 250) + ".9";
    for (int i = 0; i < 20; i++) {
      ask(new Client(Ids.next().toString(), "slc_x"), "", address)
          .andExpect(status().isUnauthorized());
    }
    ask(good, "", address).andExpect(status().isTooManyRequests());
    ask(good, "", "10.8.8.8").andExpect(status().isOk());
    clock.advance(Duration.ofMinutes(11));
    ask(good, "", address).andExpect(status().isOk());
  }

  @Test
  void tokens_are_given_no_faster_than_they_are_needed() throws Exception {
    Client client = add("items-read");
    for (int i = 0; i < 30; i++) {
      ask(client).andExpect(status().isOk());
    }
    ask(client).andExpect(status().isTooManyRequests());
    clock.advance(Duration.ofMinutes(1));
    ask(client).andExpect(status().isOk());
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

  @Test
  void a_client_comes_from_its_addresses_alone_and_a_header_changes_nothing() throws Exception {
    Map<String, Object> order = order("市一体化平台", "items-read");
    order.put("addresses", List.of("10.2.0.0/16", "2001:db8::7"));
    Client client = add(order);
    ask(client, "", "10.3.0.1")
        .andExpect(status().isUnauthorized())
        .andExpect(jsonPath("$.error").value("invalid_client"));
    String token =
        Api.value(ask(client, "", "10.2.3.4").andExpect(status().isOk()), "$.access_token");
    from("10.2.9.9", null, token).andExpect(status().isOk());
    from("2001:db8:0:0:0:0:0:7", null, token).andExpect(status().isOk());
    from("10.3.0.1", null, token)
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.api-address-wrong"))
        .andExpect(jsonPath("$.detail").value(containsString("10.3.0.1")));
    from("10.3.0.1", "10.2.9.9", token).andExpect(status().isForbidden());
    from("10.9.9.9", "10.2.9.9", token).andExpect(status().isOk());
    from("10.9.9.9", "10.2.9.9, 10.3.0.1", token).andExpect(status().isForbidden());
  }

  private ResultActions from(String address, @Nullable String forwarded, String token)
      throws Exception {
    MockHttpServletRequestBuilder request =
        get("/api/items")
            .header("Authorization", "Bearer " + token)
            .with(
                r -> {
                  r.setRemoteAddr(address);
                  return r;
                });
    return web.perform(forwarded == null ? request : request.header("X-Forwarded-For", forwarded));
  }

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

  /** All rows of clients, of commands kept, and of the record. */
  private String everything() throws SQLException {
    StringBuilder all = new StringBuilder();
    for (String table :
        List.of(
            "organisation.api_client",
            "organisation.api_secret",
            "organisation.api_token",
            "kernel.command",
            "audit.entry")) {
      try (var connection = database.owner().connect();
          var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
        while (rows.next()) {
          all.append(rows.getString(1)).append('\n');
        }
      }
    }
    return all.toString();
  }
}
