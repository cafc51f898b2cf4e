package cn.sunlot.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.kernel.jobs.RecurringWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.ObjectMapper;

/** Who is signed in from where, and how that is ended from elsewhere. */
@PlatformTest
class SessionsTest {

  @Autowired private MockMvc web;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private ObjectMapper json;
  @Autowired private List<RecurringWork> recurring;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    bureau = bureaus.create("zibo_miit");
  }

  private Api as(String who) throws Exception {
    return as(bureau, who);
  }

  private Api as(Bureau of, String who) throws Exception {
    return Api.signIn(web, json, of.person(who).login(), Bureau.PASSWORD);
  }

  private List<Map<String, Object>> sessions(Api reader, String path) throws Exception {
    return Api.value(reader.read(path).andExpect(status().isOk()), "$");
  }

  private static Object id(List<Map<String, Object>> sessions, boolean current) {
    return sessions.stream()
        .filter(s -> Boolean.valueOf(current).equals(s.get("current")))
        .map(s -> Objects.requireNonNull(s.get("id")))
        .findFirst()
        .orElseThrow();
  }

  private String of(String who) {
    return "/api/people/" + bureau.person(who).id() + "/sessions";
  }

  @Test
  void everybody_sees_where_they_are_signed_in_and_ends_what_they_do_not_know() throws Exception {
    Api office = as("officer");
    clock.advance(Duration.ofMinutes(5));
    Api phone = as("officer");
    List<Map<String, Object>> seen = sessions(phone, "/api/sessions");
    assertThat(seen).hasSize(2);
    assertThat(seen.get(0)).containsEntry("current", true).containsEntry("address", "127.0.0.1");
    String path = "/api/sessions/" + id(seen, false) + "/end";
    phone.send(path, Map.of()).andExpect(status().isNoContent());
    office.read("/api/session").andExpect(status().isUnauthorized());
    assertThat(sessions(phone, "/api/sessions")).hasSize(1);
    phone.send(path, Map.of()).andExpect(status().isNoContent());
    as("auditadmin")
        .read("/api/audit/entries?type=session-ended")
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.items[0].ref").value(bureau.person("officer").login()));
  }

  @Test
  void the_address_and_what_the_browser_calls_itself_are_kept() throws Exception {
    var answer =
        web.perform(
                post("/api/session")
                    .with(csrf())
                    .with(
                        request -> {
                          request.setRemoteAddr("2001:db8:0:0:0:0:0:17");
                          return request;
                        })
                    .header("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(
                        json.writeValueAsBytes(
                            Map.of(
                                "login",
                                bureau.person("officer").login(),
                                "password",
                                Bureau.PASSWORD))))
            .andExpect(status().isOk())
            .andReturn();
    var session = (MockHttpSession) Objects.requireNonNull(answer.getRequest().getSession(false));
    assertThat(sessions(new Api(web, json, session), "/api/sessions"))
        .singleElement()
        .satisfies(
            s ->
                assertThat(s)
                    .containsEntry("address", "2001:db8::17")
                    .containsEntry("agent", "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"));
  }

  @Test
  void the_security_administrator_ends_sessions_of_others_and_nobody_else_does() throws Exception {
    Api officer = as("officer");
    Object session = id(sessions(officer, "/api/sessions"), true);
    String path = of("officer") + "/" + session + "/end";
    for (String other : List.of("sysadmin", "auditadmin", "principal", "officer")) {
      as(other).read(of("officer")).andExpect(status().isForbidden());
      as(other).send(path, Map.of()).andExpect(status().isForbidden());
    }
    officer.read("/api/session").andExpect(status().isOk());
    Api security = as("secadmin");
    assertThat(sessions(security, of("officer"))).extracting(s -> s.get("id")).contains(session);
    security.send(path, Map.of()).andExpect(status().isNoContent());
    officer.read("/api/session").andExpect(status().isUnauthorized());
  }

  @Test
  void sessions_of_another_person_or_bureau_are_not_there() throws Exception {
    Api officer = as("officer");
    Object head = id(sessions(as("head"), "/api/sessions"), true);
    officer.send("/api/sessions/" + head + "/end", Map.of()).andExpect(status().isNotFound());
    as(bureaus.create("zibo_miit"), "secadmin")
        .read(of("officer"))
        .andExpect(status().isNotFound());
    assertThat(sessions(as("secadmin"), of("head"))).hasSize(1);
  }

  @Test
  void a_session_that_was_left_or_not_used_for_long_is_not_shown() throws Exception {
    Api left = as("officer");
    web.perform(delete("/api/session").session(left.session()).with(csrf()))
        .andExpect(status().isOk());
    as("officer");
    clock.advance(Duration.ofMinutes(59));
    Api used = as("officer");
    assertThat(sessions(used, "/api/sessions")).hasSize(2);
    clock.advance(Duration.ofMinutes(2));
    assertThat(sessions(used, "/api/sessions"))
        .singleElement()
        .satisfies(s -> assertThat(s.get("seenAt")).isNotEqualTo(s.get("openedAt")));
  }

  @Test
  void addresses_and_devices_are_forgotten_after_half_a_year() throws Exception {
    Api officer = as("officer");
    clock.advance(Duration.ofDays(179));
    forget();
    officer.read("/api/session").andExpect(status().isOk());
    clock.advance(Duration.ofDays(181));
    forget();
    officer.read("/api/session").andExpect(status().isUnauthorized());
  }

  private void forget() {
    SystemWork.run(
        () ->
            recurring.stream()
                .filter(w -> w.name().equals("forget-sessions"))
                .forEach(RecurringWork::run));
  }
}
