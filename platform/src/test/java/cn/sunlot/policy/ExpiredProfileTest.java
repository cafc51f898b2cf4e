package cn.sunlot.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.law.Clause;
import cn.sunlot.policy.usecase.ConfirmExpiredProfile;
import cn.sunlot.policy.usecase.LoadProfiles;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** A profile after its last day: refused, or used under somebody's name. */
@PlatformTest
class ExpiredProfileTest {

  private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 5);

  @Autowired private Policies policies;
  @Autowired private ConfirmExpiredProfile confirm;
  @Autowired private LoadProfiles load;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Entries entries;
  @Autowired private MockMvc web;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    clock.set(LocalDate.of(2026, 3, 2));
    bureau = bureaus.create("zibo_miit");
  }

  private Profile profileOn(LocalDate day) {
    return bureau.as("officer", () -> policies.getProfile(bureau.authorityId(), day));
  }

  private void confirmUntil(LocalDate until) {
    bureau.as("principal", () -> confirm.run("zibo_miit", "新细则正在制定", until));
  }

  private RequestPostProcessor as(String who) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            bureau.signedIn(who), null, AuthorityUtils.NO_AUTHORITIES));
  }

  @Test
  @Clause("ZB-22")
  void the_last_day_is_valid_and_the_day_after_is_refused_by_the_clause() {
    assertThat(profileOn(LAST_DAY).id()).isEqualTo("zibo_miit");
    assertThatThrownBy(() -> profileOn(LAST_DAY.plusDays(1)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo(PolicyProblem.PROFILE_EXPIRED);
              assertThat(refused.clauses()).containsExactly("ZB-22");
            });
  }

  @Test
  void before_its_first_day_a_profile_binds_nobody() {
    assertThat(profileOn(LocalDate.of(2020, 6, 6)).id()).isEqualTo("zibo_miit");
    assertThatThrownBy(() -> profileOn(LocalDate.of(2020, 6, 5)))
        .isInstanceOfSatisfying(
            Refused.class,
            r -> assertThat(r.problem()).isEqualTo(PolicyProblem.PROFILE_NOT_IN_FORCE_YET));
  }

  @Test
  @Clause("ZB-22")
  void a_confirmation_by_name_opens_it_until_its_day_for_this_bureau_only_and_is_logged() {
    LocalDate until = LocalDate.of(2026, 12, 31);
    confirmUntil(until);
    assertThat(profileOn(until).annualCap().value().max()).isEqualTo(2);
    assertThatThrownBy(() -> profileOn(until.plusDays(1))).isInstanceOf(Refused.class);
    Bureau other = bureaus.create("zibo_miit");
    assertThatThrownBy(
            () -> other.as("officer", () -> policies.getProfile(other.authorityId(), until)))
        .isInstanceOf(Refused.class);
    String payload = entries.payloads(bureau, "expired-profile-confirmed").get(0);
    assertThat(payload).contains("新细则正在制定", "2026-12-31");
  }

  @Test
  @Clause("ZB-22")
  void a_confirmation_needs_a_reason_a_day_within_a_year_and_an_expired_profile_of_ones_own() {
    LocalDate today = LocalDate.of(2026, 3, 2);
    assertThatThrownBy(
            () -> bureau.as("principal", () -> confirm.run("zibo_miit", " ", today.minusDays(1))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo(KernelProblem.VALUES_WRONG);
              assertThat(refused.wrongValues())
                  .extracting(w -> w.field())
                  .containsExactly("reason", "until");
            });
    assertThatThrownBy(() -> confirmUntil(today.plusYears(1).plusDays(1)))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> bureau.as("principal", () -> confirm.run("base", "x", today)))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.problem()).isEqualTo(PolicyProblem.PROFILE_OF_OTHERS));
    clock.set(LAST_DAY);
    assertThatThrownBy(() -> confirmUntil(LAST_DAY))
        .isInstanceOfSatisfying(
            Refused.class,
            r -> assertThat(r.problem()).isEqualTo(PolicyProblem.PROFILE_NOT_EXPIRED));
  }

  @Test
  @Clause("ZB-22")
  void only_the_principal_confirms_and_the_list_shows_who_did() throws Exception {
    String body = "{\"reason\":\"新细则正在制定\",\"until\":\"2026-12-31\"}";
    web.perform(get("/api/profiles").with(as("principal")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[?(@.id=='zibo_miit')].state").value("expired"))
        .andExpect(jsonPath("$[?(@.id=='zibo_miit')].ours").value(true))
        .andExpect(jsonPath("$[?(@.id=='zibo_miit')].allowedCommands[0]").value("confirm-expired"));
    web.perform(confirmRequest(body).with(as("officer"))).andExpect(status().isForbidden());
    web.perform(confirmRequest(body).with(as("principal")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("confirmed"));
    web.perform(get("/api/profiles").with(as("officer")))
        .andExpect(jsonPath("$[?(@.id=='zibo_miit')].confirmation.person").value("测试principal"))
        .andExpect(jsonPath("$[?(@.id=='zibo_miit')].allowedCommands[0]").isEmpty());
  }

  private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder
      confirmRequest(String body) {
    return post("/api/profiles/zibo_miit/confirm-expired")
        .with(csrf())
        .header("Idempotency-Key", UUID.randomUUID())
        .contentType(MediaType.APPLICATION_JSON)
        .content(body);
  }

  @Test
  void the_page_says_rules_values_articles_and_whose_they_are_in_both_languages() throws Exception {
    String cap = "$.rules[?(@.key=='annual-cap')]";
    web.perform(get("/api/profiles/zibo_miit").with(as("officer")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.rules.length()").value(RuleSet.class.getRecordComponents().length))
        .andExpect(jsonPath(cap + ".title").value("年度抽查次数上限"))
        .andExpect(jsonPath(cap + ".article[0]").value("《淄博市工业和信息化局“双随机、一公开”监管工作实施细则》第十二条"))
        .andExpect(jsonPath(cap + ".values[?(@.name=='计算范围')].value").value("一年内同一事项的抽查"))
        .andExpect(
            jsonPath(cap + ".values[?(@.name=='计算范围')].displaced[0].value").value("一年内的全部抽查"))
        .andExpect(
            jsonPath("$.rules[?(@.key=='task-report')].values[?(@.name=='期限')].value")
                .value("5 个工作日内，自任务完成之日起"));
    web.perform(get("/api/profiles/zibo_miit").with(as("officer")).header("Accept-Language", "en"))
        .andExpect(jsonPath(cap + ".title").value("Yearly limit"))
        .andExpect(
            jsonPath("$.rules[?(@.key=='draw')].values[?(@.name=='Can be checked')].from")
                .value("Sunlot base rules"))
        .andExpect(
            jsonPath("$.rules[?(@.key=='task-report')].values[?(@.name=='Term')].value")
                .value("within 5 working days of the end of the task"));
    web.perform(get("/api/profiles/nobody").with(as("officer")))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.title").value("没有这套规则"));
  }

  @Test
  void loading_again_changes_nothing_and_changed_content_under_the_same_version_is_refused() {
    Map<String, String> texts = TestProfiles.texts();
    loadFiles(texts);
    texts.computeIfPresent("profiles/base.yaml", (n, text) -> text.replace("max: 2", "max: 4"));
    assertThatThrownBy(() -> loadFiles(texts))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "base version "
                + TestProfiles.get("base").version()
                + " was loaded before with other content")
        .hasMessageContaining("Raise version");
  }

  @Test
  void a_version_that_a_task_froze_is_found_after_a_newer_one_was_loaded() {
    String tag = "t" + bureau.authorityId().toString().replace("-", "");
    String first =
        """
        id: %s
        version: "1"
        inherits: base
        title: {zh: 旧规则, en: Old rules}
        cited-as: {zh: 《旧规则》, en: old rules}
        clause-prefix: OLD
        valid: {from: 2020-01-01, clauses: [OLD-1]}
        rules:
          team: {clauses: [OLD-2], set: {min: 3}}
        """
            .formatted(tag);
    Map<String, String> texts = TestProfiles.texts();
    texts.put("profiles/own.yaml", first);
    loadFiles(texts);
    texts.put(
        "profiles/own.yaml",
        first
            .replace("\"1\"", "\"2\"")
            .replace("2020-01-01", "2026-01-01")
            .replace("min: 3", "min: 4"));
    loadFiles(texts);
    Bureau own = bureaus.create(tag);
    assertThat(policies.getVersion(tag, "1").team().value().min()).isEqualTo(3);
    assertThat(teamOn(own, LocalDate.of(2025, 12, 31))).isEqualTo(3);
    assertThat(teamOn(own, LocalDate.of(2026, 1, 1))).isEqualTo(4);
  }

  private int teamOn(Bureau own, LocalDate day) {
    return own.as("officer", () -> policies.getProfile(own.authorityId(), day))
        .team()
        .value()
        .min();
  }

  private void loadFiles(Map<String, String> texts) {
    SystemWork.run(() -> transaction.executeWithoutResult(s -> load.run(texts)));
  }
}
