package cn.sunlot.organisation;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Uscc;
import cn.sunlot.schema.testing.TestDatabase;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.ObjectMapper;

/** What tests of other systems at the API have in common: a bureau, its clients, their requests. */
@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
    properties = {"sunlot.proxies=10.9.9.9", "logging.level.org.springframework.web=DEBUG"})
abstract class OtherSystems {

  @Autowired MockMvc web;
  @Autowired Bureau.Factory bureaus;
  @Autowired SettableClock clock;
  @Autowired ObjectMapper json;
  @Autowired TestDatabase database;

  Bureau bureau;
  Api security;

  /** A client with its present secret. */
  record Client(String id, String secret) {}

  @BeforeEach
  void makeBureau() throws Exception {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
    security = as("secadmin");
  }

  Api as(String who) throws Exception {
    return Api.signIn(web, json, bureau.person(who).login(), Bureau.PASSWORD);
  }

  Map<String, Object> order(String name, String... scopes) {
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

  Client add(Map<String, Object> order) throws Exception {
    ResultActions added = security.send("/api/clients", order).andExpect(status().isCreated());
    return new Client(Api.value(added, "$.client.id"), Api.value(added, "$.secret"));
  }

  Client add(String... scopes) throws Exception {
    return add(order("市一体化平台", scopes));
  }

  ResultActions ask(Client client, String scope, String address) throws Exception {
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

  ResultActions ask(Client client) throws Exception {
    // An address for each test, since wrong attempts count by it.
    return ask(client, "", "10.1." + Math.floorMod(bureau.authorityId().hashCode(), 250) + ".7");
  }

  String token(Client client) throws Exception {
    return Api.value(ask(client).andExpect(status().isOk()), "$.access_token");
  }

  ResultActions read(String token, String path) throws Exception {
    return web.perform(get(path).header("Authorization", "Bearer " + token));
  }

  ResultActions send(String token, String path, Map<String, ?> body) throws Exception {
    MockHttpServletRequestBuilder request =
        post(path)
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", Ids.next().toString())
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsBytes(body));
    return web.perform(request);
  }

  static Map<String, ?> target() {
    return Map.of(
        "unitId",
        "92370303MA3C0EXB7" + Uscc.checkCharacter("92370303MA3C0EXB7"),
        "content",
        Map.of("name", "新饭店", "kind", "individual-business", "regionCode", "370303"));
  }
}
