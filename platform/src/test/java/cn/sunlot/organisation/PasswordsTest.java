package cn.sunlot.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.store.PasswordStore;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.ObjectMapper;

/** An installation with rules of its own for passwords and the lock. */
@PlatformTest
@TestPropertySource(
    properties = {
      "sunlot.password.min-length=14",
      "sunlot.password.kinds=2",
      "sunlot.password.former=3",
      "sunlot.password.max-age-days=90",
      "sunlot.lockout.failures=2",
      "sunlot.lockout.minutes=60"
    })
class PasswordsTest {

  @Autowired private MockMvc web;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private ObjectMapper json;
  @Autowired private PasswordStore store;

  private Bureau bureau;
  private Organisation.Person officer;

  @BeforeEach
  void makeBureau() {
    bureau = bureaus.create("zibo_miit");
    officer = bureau.person("officer");
  }

  private Api as(String who, String password) throws Exception {
    return Api.signIn(web, json, bureau.person(who).login(), password);
  }

  private ResultActions change(String from, String to) throws Exception {
    return as("officer", from)
        .send("/api/session/password", Map.of("oldPassword", from, "newPassword", to));
  }

  @Test
  void whoever_is_to_choose_a_password_reads_the_rules_first_even_before_anybody_is_signed_in()
      throws Exception {
    web.perform(get("/api/session/password-rules"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.length").value(14))
        .andExpect(jsonPath("$.different").value(5))
        .andExpect(jsonPath("$.kinds").value(2))
        .andExpect(jsonPath("$.former").value(3))
        .andExpect(jsonPath("$.maxAgeDays").value(90))
        .andExpect(jsonPath("$.guessable").value(false));
  }

  @Test
  void a_refusal_names_every_rule_that_is_not_met() throws Exception {
    change(Bureau.PASSWORD, "password")
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.title").value("密码不符合要求"))
        .andExpect(jsonPath("$.errors[*].field", everyItem(is("newPassword"))))
        .andExpect(
            jsonPath(
                "$.errors[*].message",
                contains("密码太短，至少 14 位", "字符种类太少：小写字母、大写字母、数字、其他符号中至少要有 2 种", "密码太常见或有规律，容易被猜中")))
        .andExpect(jsonPath("$.errors[*].value", everyItem(is((Object) null))));
    change(Bureau.PASSWORD, officer.login() + " and more")
        .andExpect(jsonPath("$.errors[*].message", contains("密码中不能含有账号或姓名")));
    change(Bureau.PASSWORD, "1111 2222 1111 2222")
        .andExpect(jsonPath("$.errors[0].message").value("相同的字符太多，至少要有 5 个不同的字符"));
  }

  @Test
  void the_rules_hold_for_what_administrators_set_too() throws Exception {
    as("secadmin", Bureau.PASSWORD)
        .send("/api/people/" + officer.id() + "/reset-password", 1, Map.of("password", "short"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[0].field").value("password"));
    as("sysadmin", Bureau.PASSWORD)
        .send(
            "/api/people",
            Map.of(
                "name",
                "林晓",
                "login",
                "linxiao-" + officer.id().toString().substring(30),
                "departmentId",
                officer.departmentId(),
                "password",
                "我叫林晓 keep 7 lanterns"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[*].message", contains("密码中不能含有账号或姓名")));
  }

  @Test
  void the_last_three_passwords_are_not_chosen_again_and_no_more_are_kept() throws Exception {
    String[] chosen = {
      Bureau.PASSWORD, "first unrelated words", "second unrelated words", "third unrelated words"
    };
    change(chosen[0], chosen[0])
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.errors[*].message", contains("最近用过的 3 个密码（包括现在的）不能再用")));
    for (int i = 1; i < chosen.length; i++) {
      clock.advance(Duration.ofMinutes(1));
      change(chosen[i - 1], chosen[i]).andExpect(status().isNoContent());
    }
    for (int i = 1; i < chosen.length; i++) {
      change(chosen[3], chosen[i]).andExpect(status().isUnprocessableContent());
    }
    assertThat(SystemWork.run(() -> store.listHashes(officer.id(), 100)))
        .hasSize(3)
        .allMatch(h -> h.startsWith("$argon2id$"));
    change(chosen[3], chosen[0]).andExpect(status().isNoContent());
  }

  @Test
  void one_that_an_administrator_sets_tells_them_nothing_of_those_before() throws Exception {
    as("secadmin", Bureau.PASSWORD)
        .send(
            "/api/people/" + officer.id() + "/reset-password",
            1,
            Map.of("password", Bureau.PASSWORD))
        .andExpect(status().isOk());
  }

  @Test
  void a_password_that_is_too_old_opens_nothing_but_its_change() throws Exception {
    change(Bureau.PASSWORD, "first unrelated words").andExpect(status().isNoContent());
    clock.advance(Duration.ofDays(89));
    as("officer", "first unrelated words").read("/api/items").andExpect(status().isOk());
    clock.advance(Duration.ofDays(1));
    as("officer", "first unrelated words")
        .read("/api/items")
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.type").value("urn:sunlot:problem:kernel.password-due"))
        .andExpect(jsonPath("$.detail").value("您的密码由管理员设置，或者已超过使用期限，修改之前不能办理其他事项。"));
    change("first unrelated words", "second unrelated words").andExpect(status().isNoContent());
    as("officer", "second unrelated words").read("/api/items").andExpect(status().isOk());
  }

  @Test
  void the_lock_follows_the_settings_and_its_message_too() throws Exception {
    SignInAttempts attempts = new SignInAttempts(web, json, officer.login());
    attempts
        .with("wrong")
        .andExpect(status().isUnauthorized())
        .andExpect(jsonPath("$.now").value("请核对后重试；连续输错 2 次，账号将锁定 60 分钟。"));
    attempts.with("wrong").andExpect(status().isLocked());
    clock.advance(Duration.ofMinutes(59));
    attempts.with(Bureau.PASSWORD).andExpect(status().isLocked());
    clock.advance(Duration.ofMinutes(1));
    attempts.with(Bureau.PASSWORD).andExpect(status().isOk());
  }
}
