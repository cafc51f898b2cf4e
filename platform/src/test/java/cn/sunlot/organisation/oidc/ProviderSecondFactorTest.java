package cn.sunlot.organisation.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.domain.SecondFactor;
import cn.sunlot.organisation.store.SecondFactorStore;
import cn.sunlot.organisation.usecase.AppCodes;
import jakarta.servlet.http.Cookie;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** The second factor, asked for here or there. */
class ProviderSecondFactorTest extends ProviderSignIn {
  @Autowired private SecondFactorStore factors;
  @Autowired private TransactionTemplate transaction;

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

  private ResultActions code(Cookie cookie, String code) throws Exception {
    return web.perform(
        post("/api/oidc/code")
            .cookie(cookie)
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsBytes(Map.of("code", code))));
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
}
