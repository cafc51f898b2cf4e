package cn.sunlot.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.organisation.domain.LockOut;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.ObjectMapper;

@PlatformTest
class SignInTest {

  @Autowired private MockMvc web;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private ObjectMapper json;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    bureau = bureaus.create("zibo_miit");
  }

  private ResultActions signIn(String password) throws Exception {
    return web.perform(
        post("/api/session")
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                json.writeValueAsBytes(
                    Map.of("login", bureau.person("officer").login(), "password", password))));
  }

  @Test
  void the_right_password_opens_a_session_that_knows_department_and_permissions() throws Exception {
    var result =
        signIn(Bureau.PASSWORD)
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.department.name").value("节能科"))
            .andExpect(jsonPath("$.permissions").isArray())
            .andReturn();
    var session = (MockHttpSession) result.getRequest().getSession(false);
    assertThat(session).isNotNull();
    web.perform(get("/api/session").session(session))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.login").value(bureau.person("officer").login()));
    web.perform(delete("/api/session").session(session).with(csrf()))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.address").value((Object) null));
  }

  @Test
  void a_wrong_password_is_refused_in_the_language_of_the_reader() throws Exception {
    signIn("wrong")
        .andExpect(status().isUnauthorized())
        .andExpect(
            jsonPath("$.type").value("urn:sunlot:problem:organisation.login-or-password-wrong"))
        .andExpect(jsonPath("$.title").value("账号或密码不正确"));
    web.perform(get("/api/session").header("Accept-Language", "en"))
        .andExpect(status().isUnauthorized())
        .andExpect(jsonPath("$.title").value("Not signed in"));
  }

  @Test
  void too_many_wrong_passwords_lock_the_account_for_a_while_even_for_the_right_one()
      throws Exception {
    for (int i = 1; i < LockOut.USUAL.failures(); i++) {
      signIn("wrong").andExpect(status().isUnauthorized());
    }
    signIn("wrong").andExpect(status().isLocked());
    signIn(Bureau.PASSWORD)
        .andExpect(status().isLocked())
        .andExpect(jsonPath("$.now").value("请 15 分钟后再试，或联系安全管理员。"));
    clock.advance(LockOut.USUAL.lasting().plus(Duration.ofSeconds(1)));
    signIn(Bureau.PASSWORD).andExpect(status().isOk());
  }

  @Test
  void without_a_csrf_token_nothing_is_accepted() throws Exception {
    web.perform(
            post("/api/session")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"login\":\"a\",\"password\":\"b\"}"))
        .andExpect(status().isForbidden());
  }

  @Test
  void administrators_exclude_each_other_and_every_business_role() {
    assertThat(Role.SYSTEM_ADMINISTRATOR.excludes(Role.SECURITY_ADMINISTRATOR)).isTrue();
    assertThat(Role.AUDIT_ADMINISTRATOR.excludes(Role.SECTION_OFFICER)).isTrue();
    assertThat(Role.SECTION_OFFICER.excludes(Role.INSPECTOR)).isFalse();
  }
}
