package cn.sunlot.organisation.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.organisation.Organisation.Person;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.ObjectMapper;

/**
 * A bureau beside an identity provider, which is a real one over HTTP but says what a test wants.
 */
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
abstract class ProviderSignIn {

  static final TestProvider PROVIDER = TestProvider.start();

  @Autowired MockMvc web;
  @Autowired Bureau.Factory bureaus;
  @Autowired SettableClock clock;
  @Autowired ObjectMapper json;
  @Autowired Api api;

  Bureau bureau;
  Person officer;
  String subject;

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

  UnaryOperator<JWTClaimsSet.Builder> as(String login) {
    return c -> c.subject(subject).claim("preferred_username", login);
  }

  /** What a browser holds after it was sent away. */
  record Away(String address, Cookie cookie) {}

  Away begin() throws Exception {
    MvcResult sent =
        web.perform(get("/api/oidc/begin").param("next", "/items"))
            .andExpect(status().isFound())
            .andReturn();
    return new Away(
        Objects.requireNonNull(sent.getResponse().getRedirectedUrl()),
        Objects.requireNonNull(sent.getResponse().getCookie("SUNLOT_OIDC")));
  }

  MvcResult comeBack(Cookie cookie, Map<String, String> answer) throws Exception {
    var request = get("/api/oidc/return").cookie(cookie);
    answer.forEach(request::param);
    return web.perform(request).andExpect(status().isFound()).andReturn();
  }

  MvcResult signIn(String kind, UnaryOperator<JWTClaimsSet.Builder> claims) throws Exception {
    Away away = begin();
    return comeBack(away.cookie(), PROVIDER.signIn(away.address(), clock.instant(), kind, claims));
  }

  MvcResult signIn(UnaryOperator<JWTClaimsSet.Builder> claims) throws Exception {
    return signIn("signed", claims);
  }

  /** What the page of the sign-in is told after a refusal. */
  ResultActions outcome(MvcResult refused) throws Exception {
    assertThat(refused.getResponse().getRedirectedUrl()).isEqualTo("/login?oidc");
    if (refused.getRequest().getSession(false) instanceof MockHttpSession left) {
      web.perform(get("/api/session").session(left)).andExpect(status().isUnauthorized());
    }
    return web.perform(get("/api/oidc/outcome").cookie(cookie(refused)));
  }

  static Cookie cookie(MvcResult result) {
    return Objects.requireNonNull(result.getResponse().getCookie("SUNLOT_OIDC"));
  }

  static MockHttpSession session(MvcResult entered) {
    return (MockHttpSession) Objects.requireNonNull(entered.getRequest().getSession(false));
  }

  void demandRefusal(MvcResult refused, String type, String part) throws Exception {
    outcome(refused)
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation." + type))
        .andExpect(jsonPath("$.detail").value(containsString(part)))
        .andExpect(jsonPath("$.now").isNotEmpty());
  }
}
