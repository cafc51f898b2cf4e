package cn.sunlot.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.KeptAnswers;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.organisation.domain.LockOut;
import cn.sunlot.organisation.usecase.AppCodes;
import cn.sunlot.schema.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.ObjectMapper;

/** The second step of a sign-in, from its set-up to its loss. */
@PlatformTest
class SecondFactorTest {

  private static final String OWN = "/api/session/second-factor";

  @Autowired private KeptAnswers answers;
  @Autowired private MockMvc web;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private ObjectMapper json;
  @Autowired private TestDatabase database;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    bureau = bureaus.create("zibo_miit");
  }

  private Api as(String who) throws Exception {
    return Api.signIn(web, json, bureau.person(who).login(), Bureau.PASSWORD);
  }

  private ResultActions signIn(String who, String password, @Nullable String code)
      throws Exception {
    Map<String, String> sent = new HashMap<>();
    sent.put("login", bureau.person(who).login());
    sent.put("password", password);
    if (code != null) {
      sent.put("code", code);
    }
    return web.perform(
        post("/api/session")
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsBytes(sent)));
  }

  private Api signedIn(String who, String code) throws Exception {
    var answer = signIn(who, Bureau.PASSWORD, code).andExpect(status().isOk()).andReturn();
    return new Api(
        web, json, (MockHttpSession) Objects.requireNonNull(answer.getRequest().getSession(false)));
  }

  /** What an app shows now for this secret. */
  private String code(String secret) {
    return new AppCodes().code(secret, clock.instant().getEpochSecond() / 30);
  }

  private record Set(String secret, List<String> recoveryCodes) {}

  private Set setUp(Api person) throws Exception {
    ResultActions begun = person.send(OWN + "/begin", Map.of()).andExpect(status().isOk());
    String secret = Api.value(begun, "$.secret");
    assertThat(Api.<String>value(begun, "$.address"))
        .startsWith("otpauth://totp/")
        .contains(secret);
    ResultActions confirmed =
        person.send(OWN + "/confirm", Map.of("code", code(secret))).andExpect(status().isOk());
    clock.advance(Duration.ofSeconds(30));
    return new Set(secret, Api.value(confirmed, "$.codes"));
  }

  @Test
  void once_set_up_the_password_alone_lets_nobody_in() throws Exception {
    Api before = as("officer");
    before.read(OWN).andExpect(jsonPath("$.set").value(false));
    Set set = setUp(before);
    before.read("/api/session").andExpect(status().isUnauthorized());
    signIn("officer", Bureau.PASSWORD, null)
        .andExpect(status().isUnauthorized())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.second-factor-needed"))
        .andExpect(jsonPath("$.title").value("请输入验证码"));
    signIn("officer", "wrong", code(set.secret()))
        .andExpect(
            jsonPath("$.type").value("urn:sunlot:problem:organisation.login-or-password-wrong"));
    Api after = signedIn("officer", code(set.secret()));
    after
        .read(OWN)
        .andExpect(jsonPath("$.set").value(true))
        .andExpect(jsonPath("$.recoveryCodes").value(10));
    signIn("officer", Bureau.PASSWORD, code(set.secret()))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:organisation.second-factor-wrong"));
    after.send(OWN + "/begin", Map.of()).andExpect(status().isConflict());
  }

  @Test
  void a_secret_is_not_in_use_before_a_code_of_it_was_typed() throws Exception {
    Api person = as("officer");
    String first = Api.value(person.send(OWN + "/begin", Map.of()), "$.secret");
    String second = Api.value(person.send(OWN + "/begin", Map.of()), "$.secret");
    assertThat(second).isNotEqualTo(first);
    person
        .send(OWN + "/confirm", Map.of("code", code(first)))
        .andExpect(status().isUnprocessableContent());
    as("officer").read(OWN).andExpect(jsonPath("$.set").value(false));
    as("head").send(OWN + "/confirm", Map.of("code", "123456")).andExpect(status().isConflict());
  }

  @Test
  void wrong_codes_lock_the_account_at_the_sign_in_and_behind_it() throws Exception {
    Set set = setUp(as("officer"));
    for (int i = 1; i < LockOut.USUAL.failures(); i++) {
      signIn("officer", Bureau.PASSWORD, "000000").andExpect(status().isUnprocessableContent());
    }
    signIn("officer", Bureau.PASSWORD, "000000").andExpect(status().isLocked());
    signIn("officer", Bureau.PASSWORD, code(set.secret())).andExpect(status().isLocked());
    clock.advance(LockOut.USUAL.lasting().plusSeconds(1));
    Api person = signedIn("officer", code(set.secret()));
    for (int i = 1; i < LockOut.USUAL.failures(); i++) {
      person
          .send(OWN + "/remove", Map.of("code", "000000"))
          .andExpect(status().isUnprocessableContent());
    }
    person.send(OWN + "/remove", Map.of("code", "000000")).andExpect(status().isLocked());
    clock.advance(Duration.ofSeconds(30));
    person.send(OWN + "/remove", Map.of("code", code(set.secret()))).andExpect(status().isLocked());
  }

  @Test
  void a_recovery_code_opens_once_and_a_code_takes_the_factor_away() throws Exception {
    Set set = setUp(as("officer"));
    String paper = set.recoveryCodes().get(3);
    Api person = signedIn("officer", paper.substring(0, 5) + "-" + paper.substring(5));
    person.read(OWN).andExpect(jsonPath("$.recoveryCodes").value(9));
    signIn("officer", Bureau.PASSWORD, paper).andExpect(status().isUnprocessableContent());
    person
        .send(OWN + "/remove", Map.of("code", code(set.secret())))
        .andExpect(status().isNoContent());
    signIn("officer", Bureau.PASSWORD, null).andExpect(status().isOk());
    person
        .send(OWN + "/remove", Map.of("code", code(set.secret())))
        .andExpect(status().isConflict());
  }

  @Test
  void whoever_lost_the_phone_is_helped_by_the_security_administrator_on_record() throws Exception {
    Api person = as("officer");
    setUp(person);
    String path = "/api/people/" + bureau.person("officer").id();
    Api security = as("secadmin");
    ResultActions detail = security.read(path).andExpect(jsonPath("$.secondFactor").value(true));
    int version = Api.value(detail, "$.version");
    Map<String, String> reason = Map.of("reason", "手机丢失，本人持工作证到场");
    as("sysadmin")
        .send(path + "/reset-second-factor", version, reason)
        .andExpect(status().isForbidden());
    security
        .send(path + "/reset-second-factor", version, reason)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.secondFactor").value(false));
    security
        .send(path + "/reset-second-factor", version + 1, reason)
        .andExpect(status().isConflict());
    as("officer").read(OWN).andExpect(jsonPath("$.set").value(false));
    as("auditadmin")
        .read("/api/audit/entries?type=second-factor-reset")
        .andExpect(jsonPath("$.total").value(1));
  }

  @Test
  void neither_secret_nor_codes_lie_open_in_the_database() throws Exception {
    Set set = setUp(as("officer"));
    try (var connection = database.superuser().connect();
        var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT f.sealed FROM organisation.second_factor f WHERE person_id = '"
                    + bureau.person("officer").id()
                    + "'")) {
      assertThat(rows.next()).isTrue();
      String sealed = new String(rows.getBytes(1), StandardCharsets.ISO_8859_1);
      assertThat(sealed + answers.all())
          .doesNotContain(set.secret())
          .doesNotContain(set.recoveryCodes());
    }
  }
}
