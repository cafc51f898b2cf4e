package cn.sunlot.organisation.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;

/** Answers of an identity provider that let nobody in. */
class ProviderRefusedTest extends ProviderSignIn {
  @Test
  void a_login_that_nobody_has_here_is_refused_in_words_and_makes_no_account() throws Exception {
    MvcResult refused = signIn(as("nobody-here"));
    demandRefusal(refused, "oidc-login-unknown", "nobody-here");
    web.perform(get("/api/oidc/outcome").cookie(cookie(refused)).header("Accept-Language", "en"))
        .andExpect(jsonPath("$.title").value("No account here"));
    subject = "without a login";
    demandRefusal(signIn(c -> c.subject(subject)), "oidc-login-missing", "preferred_username");
  }

  @Test
  void an_account_that_is_switched_off_or_locked_stays_shut() throws Exception {
    api.send(
            bureau,
            "sysadmin",
            "/api/people/" + officer.id() + "/change",
            1,
            Map.of("name", "林晓", "departmentId", officer.departmentId(), "active", false))
        .andExpect(status().isOk());
    demandRefusal(signIn(as(officer.login())), "account-inactive", "停用");
  }

  @Test
  void an_answer_to_nothing_we_asked_is_refused() throws Exception {
    Away away = begin();
    Map<String, String> answer =
        PROVIDER.signIn(away.address(), clock.instant(), "signed", as(officer.login()));
    answer.put("state", "of another browser");
    demandRefusal(comeBack(away.cookie(), answer), "oidc-not-begun", "登录");
    MvcResult without =
        web.perform(get("/api/oidc/return").param("code", "x").param("state", "y")).andReturn();
    demandRefusal(without, "oidc-not-begun", "登录");
    Cookie forged = new Cookie("SUNLOT_OIDC", "AAAA");
    demandRefusal(comeBack(forged, answer), "oidc-not-begun", "登录");
  }

  @Test
  void an_answer_that_comes_too_late_is_refused() throws Exception {
    Away away = begin();
    clock.advance(Duration.ofMinutes(10));
    Map<String, String> answer =
        PROVIDER.signIn(away.address(), clock.instant(), "signed", as(officer.login()));
    demandRefusal(comeBack(away.cookie(), answer), "oidc-not-begun", "登录");
  }

  @Test
  void a_code_stolen_from_another_browser_is_worth_nothing() throws Exception {
    Away theirs = begin();
    Map<String, String> stolen =
        PROVIDER.signIn(theirs.address(), clock.instant(), "signed", as(officer.login()));
    Away own = begin();
    stolen.put(
        "state",
        TestProvider.parameters(java.net.URI.create(own.address()).getRawQuery()).get("state"));
    demandRefusal(comeBack(own.cookie(), stolen), "oidc-answer-wrong", "统一身份认证");
  }

  @Test
  void a_token_that_does_not_hold_is_refused() throws Exception {
    String login = officer.login();
    Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrong =
        Map.of(
            "nonce", c -> as(login).apply(c).claim("nonce", "of another sign-in"),
            "no nonce", c -> as(login).apply(c).claim("nonce", null),
            "audience", c -> as(login).apply(c).audience("another-client"),
            "issuer", c -> as(login).apply(c).issuer("https://elsewhere.example"),
            "expired",
                c ->
                    as(login)
                        .apply(c)
                        .expirationTime(Date.from(clock.instant().minus(Duration.ofMinutes(2)))),
            "not yet",
                c ->
                    as(login)
                        .apply(c)
                        .issueTime(Date.from(clock.instant().plus(Duration.ofMinutes(5)))),
            "no subject", c -> as(login).apply(c).subject(null));
    for (var each : wrong.entrySet()) {
      MvcResult refused = signIn(each.getValue());
      assertThat(refused.getResponse().getRedirectedUrl())
          .as(each.getKey())
          .isEqualTo("/login?oidc");
      demandRefusal(refused, "oidc-answer-wrong", "统一身份认证");
    }
    demandRefusal(signIn("unsigned", as(login)), "oidc-answer-wrong", "统一身份认证");
    demandRefusal(signIn("strange", as(login)), "oidc-answer-wrong", "统一身份认证");
  }

  @Test
  void what_the_provider_refuses_is_told() throws Exception {
    Away away = begin();
    String state =
        TestProvider.parameters(java.net.URI.create(away.address()).getRawQuery()).get("state");
    demandRefusal(
        comeBack(away.cookie(), Map.of("error", "access_denied<b>", "state", state)),
        "oidc-refused",
        "access_deniedb");
  }
}
