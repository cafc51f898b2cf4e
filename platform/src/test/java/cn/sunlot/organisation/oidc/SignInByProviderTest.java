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

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.domain.SecondFactor;
import cn.sunlot.organisation.store.SecondFactorStore;
import cn.sunlot.organisation.usecase.AppCodes;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.Cookie;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/** The way in by an identity provider, which is a real one over HTTP but says what a test wants. */
@PlatformTest
@TestPropertySource(
    properties = {
      "sunlot.oidc.client-id=" + TestProvider.CLIENT,
      "sunlot.oidc.client-secret=" + TestProvider.SECRET,
      "sunlot.oidc.name=市统一认证",
      "sunlot.oidc.second-factor=acr:gold, amr:otp",
      "sunlot.oidc.address=https://sunlot.example",
      "sunlot.password.sign-in=administrators",
      "sunlot.second-factor=administrators"
    })
class SignInByProviderTest {

  private static final TestProvider PROVIDER = TestProvider.start();

  @Autowired private MockMvc web;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private ObjectMapper json;
  @Autowired private SecondFactorStore factors;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Api api;

  private Bureau bureau;
  private Person officer;
  private String subject;

  @DynamicPropertySource
  static void issuer(DynamicPropertyRegistry registry) {
    registry.add("sunlot.oidc.issuer", PROVIDER::issuer);
  }

  @BeforeEach
  void makeBureau() {
    bureau = bureaus.create("zibo_miit");
    officer = bureau.person("officer");
    subject = "subject of " + officer.id();
  }

  @AfterEach
  void startAgain() {
    PROVIDER.setDown(false);
  }

  private UnaryOperator<JWTClaimsSet.Builder> as(String login) {
    return c -> c.subject(subject).claim("preferred_username", login);
  }

  /** What a browser holds after it was sent away. */
  private record Away(String address, Cookie cookie) {}

  private Away begin() throws Exception {
    MvcResult sent =
        web.perform(get("/api/oidc/begin").param("next", "/items"))
            .andExpect(status().isFound())
            .andReturn();
    return new Away(
        Objects.requireNonNull(sent.getResponse().getRedirectedUrl()),
        Objects.requireNonNull(sent.getResponse().getCookie("SUNLOT_OIDC")));
  }

  private MvcResult comeBack(Cookie cookie, Map<String, String> answer) throws Exception {
    var request = get("/api/oidc/return").cookie(cookie);
    answer.forEach(request::param);
    return web.perform(request).andExpect(status().isFound()).andReturn();
  }

  private MvcResult signIn(String kind, UnaryOperator<JWTClaimsSet.Builder> claims)
      throws Exception {
    Away away = begin();
    return comeBack(away.cookie(), PROVIDER.signIn(away.address(), clock.instant(), kind, claims));
  }

  private MvcResult signIn(UnaryOperator<JWTClaimsSet.Builder> claims) throws Exception {
    return signIn("signed", claims);
  }

  /** What the page of the sign-in is told after a refusal. */
  private ResultActions outcome(MvcResult refused) throws Exception {
    assertThat(refused.getResponse().getRedirectedUrl()).isEqualTo("/login?oidc");
    if (refused.getRequest().getSession(false) instanceof MockHttpSession left) {
      web.perform(get("/api/session").session(left)).andExpect(status().isUnauthorized());
    }
    return web.perform(get("/api/oidc/outcome").cookie(cookie(refused)));
  }

  private static Cookie cookie(MvcResult result) {
    return Objects.requireNonNull(result.getResponse().getCookie("SUNLOT_OIDC"));
  }

  private static MockHttpSession session(MvcResult entered) {
    return (MockHttpSession) Objects.requireNonNull(entered.getRequest().getSession(false));
  }

  private void demandRefusal(MvcResult refused, String type, String part) throws Exception {
    outcome(refused)
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation." + type))
        .andExpect(jsonPath("$.detail").value(containsString(part)))
        .andExpect(jsonPath("$.now").isNotEmpty());
  }

  private String secondFactorOf(Person person) {
    SecondFactor fresh = SecondFactor.fresh(person.id(), new AppCodes(), new SecureRandom());
    SecondFactor confirmed =
        new SecondFactor(person.id(), fresh.secret(), fresh.recoveryCodes(), true, 0);
    SystemWork.run(
        () -> transaction.executeWithoutResult(s -> factors.save(confirmed, person.authorityId())));
    return fresh.secret();
  }

  private String codeOf(String secret) {
    return new AppCodes().code(secret, clock.instant().getEpochSecond() / 30);
  }

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

  @Test
  void the_own_second_factor_is_asked_for_unless_the_provider_has_asked() throws Exception {
    String secret = secondFactorOf(officer);
    MvcResult half = signIn(as(officer.login()));
    demandRefusal(half, "second-factor-needed", "验证码");
    code(cookie(half), "000000")
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.second-factor-wrong"));
    MvcResult entered =
        code(cookie(half), codeOf(secret))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.next").value("/items"))
            .andReturn();
    web.perform(get("/api/session").session(session(entered)))
        .andExpect(jsonPath("$.login").value(officer.login()));
    MvcResult shown = signIn(c -> as(officer.login()).apply(c).claim("amr", List.of("pwd", "otp")));
    assertThat(shown.getResponse().getRedirectedUrl()).isEqualTo("/items");
    MvcResult gold = signIn(c -> as(officer.login()).apply(c).claim("acr", "gold"));
    assertThat(gold.getResponse().getRedirectedUrl()).isEqualTo("/items");
    MvcResult silver = signIn(c -> as(officer.login()).apply(c).claim("acr", "silver"));
    demandRefusal(silver, "second-factor-needed", "验证码");
  }

  private ResultActions code(Cookie cookie, String code) throws Exception {
    return web.perform(
        post("/api/oidc/code")
            .cookie(cookie)
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsBytes(Map.of("code", code))));
  }

  @Test
  void wrong_codes_lock_the_account_for_this_way_too() throws Exception {
    String secret = secondFactorOf(officer);
    Cookie half = cookie(signIn(as(officer.login())));
    for (int i = 1; i < 5; i++) {
      code(half, "000000").andExpect(status().isUnprocessableContent());
    }
    code(half, "000000").andExpect(status().isLocked());
    code(half, codeOf(secret)).andExpect(status().isLocked());
    demandRefusal(signIn(as(officer.login())), "account-locked", "锁定");
  }

  @Test
  void a_demanded_second_factor_is_due_unless_the_provider_has_asked() throws Exception {
    String login = bureau.person("secadmin").login();
    web.perform(get("/api/session").session(session(signIn(as(login)))))
        .andExpect(jsonPath("$.secondFactorDue").value(true));
    MvcResult shown = signIn(c -> as(login).apply(c).claim("acr", "gold"));
    web.perform(get("/api/session").session(session(shown)))
        .andExpect(jsonPath("$.secondFactorDue").value(false));
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

  private ResultActions password(String login, String password) throws Exception {
    return web.perform(
        post("/api/session")
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsBytes(Map.of("login", login, "password", password))));
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
}
