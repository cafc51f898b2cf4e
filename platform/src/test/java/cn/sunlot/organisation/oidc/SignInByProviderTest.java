package cn.sunlot.organisation.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;

/** The way in by an identity provider. */
class SignInByProviderTest extends ProviderSignIn {
  @Test
  void the_page_of_the_sign_in_learns_which_ways_there_are() throws Exception {
    web.perform(get("/api/session/ways"))
        .andExpect(jsonPath("$.provider").value("市统一认证"))
        .andExpect(jsonPath("$.passwords").value("administrators"));
  }

  @Test
  void the_browser_is_sent_with_state_nonce_and_a_challenge_and_comes_back_to_the_set_address()
      throws Exception {
    Away away = begin();
    assertThat(away.address()).startsWith(PROVIDER.issuer() + "/authorize?");
    Map<String, String> asked =
        TestProvider.parameters(java.net.URI.create(away.address()).getRawQuery());
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", "https://sunlot.example/api/oidc/return")
        .containsKeys("state", "nonce", "code_challenge");
    assertThat(away.cookie().getValue()).doesNotContain(asked.get("state"));
    assertThat(away.cookie().isHttpOnly()).isTrue();
    assertThat(away.cookie().getSecure()).isTrue();
    assertThat(away.cookie().getAttribute("SameSite")).isEqualTo("Lax");
    assertThat(away.cookie().getPath()).isEqualTo("/api/oidc");
  }

  @Test
  void a_known_login_opens_a_session_with_the_roles_given_here_and_on_record() throws Exception {
    MvcResult entered =
        signIn(c -> as(officer.login()).apply(c).claim("roles", List.of("auditor")));
    assertThat(entered.getResponse().getRedirectedUrl()).isEqualTo("/items");
    MockHttpSession session = session(entered);
    web.perform(get("/api/session").session(session))
        .andExpect(jsonPath("$.login").value(officer.login()))
        .andExpect(jsonPath("$.roles.length()").value(1))
        .andExpect(jsonPath("$.roles[0]").value("SECTION_OFFICER"));
    web.perform(get("/api/sessions").session(session)).andExpect(jsonPath("$.length()").value(1));
    api.read(bureau, "auditadmin", "/api/audit/entries?ref={ref}", officer.login())
        .andExpect(jsonPath("$.items[*].type").value(hasItem("identity-bound")))
        .andExpect(jsonPath("$.items[*].type").value(hasItem("signed-in")));
    web.perform(delete("/api/session").session(session).with(csrf()))
        .andExpect(status().isOk())
        .andExpect(
            jsonPath("$.address").value(containsString(PROVIDER.issuer() + "/end?id_token_hint=")))
        .andExpect(
            jsonPath("$.address")
                .value(
                    containsString(
                        "post_logout_redirect_uri=https%3A%2F%2Fsunlot.example%2Flogin")));
    web.perform(get("/api/session")).andExpect(status().isUnauthorized());
  }

  @Test
  void after_the_first_time_the_subject_counts_and_not_the_login() throws Exception {
    signIn(as(officer.login()));
    MvcResult renamed = signIn(as("another name there"));
    web.perform(get("/api/session").session(session(renamed)))
        .andExpect(jsonPath("$.login").value(officer.login()));
    String first = subject;
    subject = "somebody else";
    demandRefusal(signIn(as(officer.login())), "oidc-bound-to-another", officer.login());
    subject = first;
    MvcResult borrowed = signIn(as(bureau.person("head").login()));
    web.perform(get("/api/session").session(session(borrowed)))
        .andExpect(jsonPath("$.login").value(officer.login()));
  }

  @Test
  void the_security_administrator_looses_a_binding_with_a_reason() throws Exception {
    MvcResult entered = signIn(as(officer.login()));
    String path = "/api/people/" + officer.id();
    var detail =
        api.body(
            api.read(bureau, "secadmin", path)
                .andExpect(jsonPath("$.identityBound").value(true))
                .andExpect(jsonPath("$.allowedCommands").value(hasItem("unbind-identity"))));
    api.send(
            bureau,
            "secadmin",
            path + "/unbind-identity",
            detail.path("version").asInt(),
            Map.of("reason", "本人到场，证件核对无误"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.identityBound").value(false));
    web.perform(get("/api/session").session(session(entered))).andExpect(status().isUnauthorized());
    subject = "the right one";
    assertThat(session(signIn(as(officer.login())))).isNotNull();
    api.send(bureau, "sysadmin", path + "/unbind-identity", 1, Map.of("reason", "x"))
        .andExpect(status().isForbidden());
  }

  @Test
  void passwords_are_off_for_all_but_administrators_and_a_wrong_one_tells_nothing()
      throws Exception {
    password(officer.login(), Bureau.PASSWORD)
        .andExpect(status().isForbidden())
        .andExpect(
            jsonPath("$.type").value("urn:sunlot:problem:organisation.password-sign-in-off"));
    password(officer.login(), "wrong").andExpect(status().isUnauthorized());
    password(bureau.person("sysadmin").login(), Bureau.PASSWORD).andExpect(status().isOk());
  }

  @Test
  void the_page_to_go_to_is_one_of_ours() throws Exception {
    for (String next : List.of("https://elsewhere.example/", "//elsewhere", "/\\elsewhere", "x")) {
      MvcResult sent = web.perform(get("/api/oidc/begin").param("next", next)).andReturn();
      String address = Objects.requireNonNull(sent.getResponse().getRedirectedUrl());
      MvcResult back =
          comeBack(
              cookie(sent),
              PROVIDER.signIn(address, clock.instant(), "signed", as(officer.login())));
      assertThat(back.getResponse().getRedirectedUrl()).as(next).isEqualTo("/");
    }
  }

  private ResultActions password(String login, String password) throws Exception {
    return web.perform(
        post("/api/session")
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsBytes(Map.of("login", login, "password", password))));
  }
}
