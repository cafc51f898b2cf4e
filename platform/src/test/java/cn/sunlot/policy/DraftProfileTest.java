package cn.sunlot.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.profiles.ProfileFileProblem;
import cn.sunlot.policy.usecase.ConfirmDraftProfile;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A draft binds nobody until somebody names it as one and answers for its use. */
@PlatformTest
class DraftProfileTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate UNTIL = LocalDate.of(2026, 12, 31);
  private static final String REASON = "方案印发前先行试点";

  @Autowired private Policies policies;
  @Autowired private ConfirmDraftProfile confirm;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private Entries entries;
  @Autowired private Api api;

  private Bureau bureau;

  @BeforeEach
  void makeBureau() {
    clock.set(TODAY);
    bureau = bureaus.create("shaoxing");
  }

  private Profile profileOn(Bureau of, LocalDate day) {
    return of.as("officer", () -> policies.getProfile(of.authorityId(), day));
  }

  private void confirm(String named, LocalDate until) {
    bureau.as("principal", () -> confirm.run("shaoxing", named, REASON, until));
  }

  private static void refused(Runnable work, cn.sunlot.kernel.Problem problem) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.problem()).isEqualTo(problem));
  }

  @Test
  void a_draft_is_refused_until_it_is_named_as_one_then_it_binds_until_the_day() {
    refused(() -> profileOn(bureau, TODAY), PolicyProblem.PROFILE_IS_DRAFT);
    assertThat(bureau.as("officer", () -> policies.findProfile(bureau.authorityId(), TODAY)))
        .isEmpty();
    confirm("征求意见稿", UNTIL);
    assertThat(profileOn(bureau, UNTIL).id()).isEqualTo("shaoxing");
    refused(() -> profileOn(bureau, UNTIL.plusDays(1)), PolicyProblem.PROFILE_IS_DRAFT);
    Bureau other = bureaus.create("shaoxing");
    refused(() -> profileOn(other, TODAY), PolicyProblem.PROFILE_IS_DRAFT);
    assertThat(entries.payloads(bureau, "draft-profile-confirmed").get(0))
        .contains(REASON, "2026-12-31");
  }

  @Test
  void whoever_does_not_call_it_a_draft_has_not_confirmed_it() {
    assertThatThrownBy(() -> confirm("正式稿", TODAY.minusDays(1)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo(KernelProblem.VALUES_WRONG);
              assertThat(refused.wrongValues())
                  .extracting(w -> w.field())
                  .containsExactly("named", "until");
            });
    refused(() -> profileOn(bureau, TODAY), PolicyProblem.PROFILE_IS_DRAFT);
    refused(
        () -> bureau.as("principal", () -> confirm.run("taizhou", "draft", REASON, UNTIL)),
        PolicyProblem.PROFILE_OF_OTHERS);
    Bureau taizhou = bureaus.create("taizhou");
    refused(
        () -> taizhou.as("principal", () -> confirm.run("taizhou", "draft", REASON, UNTIL)),
        PolicyProblem.PROFILE_NOT_DRAFT);
  }

  @Test
  void only_the_principal_confirms_and_every_page_says_that_it_is_a_draft() throws Exception {
    Map<String, String> body =
        Map.of("named", "征求意见稿", "reason", REASON, "until", UNTIL.toString());
    api.read(bureau, "principal", "/api/profiles/shaoxing")
        .andExpect(jsonPath("$.profile.state").value("draft"))
        .andExpect(jsonPath("$.profile.title").value(containsString("征求意见稿")))
        .andExpect(jsonPath("$.profile.allowedCommands", contains("confirm-draft")));
    api.send(bureau, "officer", "/api/profiles/shaoxing/confirm-draft", null, body)
        .andExpect(status().isForbidden());
    api.send(bureau, "principal", "/api/profiles/shaoxing/confirm-draft", null, body)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("confirmed"))
        .andExpect(jsonPath("$.draft").value(true))
        .andExpect(jsonPath("$.confirmation.reason").value(REASON));
    api.read(bureau, "officer", "/api/profiles/shaoxing")
        .andExpect(jsonPath("$.profile.allowedCommands", empty()))
        .andExpect(
            jsonPath("$.rules[?(@.key=='plan')].article[0]")
                .value("《绍兴市在市场监管领域全面推行部门联合“双随机、一公开”监管的实施方案（征求意见稿）》第四部分第（一）项"));
  }

  @Test
  void a_file_of_a_draft_whose_names_do_not_say_so_is_refused() {
    Map<String, String> texts = TestProfiles.texts();
    texts.computeIfPresent(
        "profiles/shaoxing.yaml", (name, text) -> text.replace("实施方案（征求意见稿）》", "实施方案》"));
    assertThatThrownBy(() -> TestProfiles.get("shaoxing", texts))
        .isInstanceOf(ProfileFileProblem.class)
        .hasMessageContainingAll("cited-as.zh", "征求意见稿");
  }
}
