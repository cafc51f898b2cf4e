package cn.sunlot.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.Api;
import cn.sunlot.Bureau;
import cn.sunlot.Entries;
import cn.sunlot.PlatformTest;
import cn.sunlot.SettableClock;
import cn.sunlot.catalog.JointCity;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.policy.usecase.SwitchProfile;
import cn.sunlot.policy.usecase.SwitchProfile.Order;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a day on an authority works by other rules, by the word of whoever speaks for all of it. */
@PlatformTest
class SwitchProfileTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
  private static final String DOCUMENT = "示政发〔2026〕7号";

  @Autowired private SwitchProfile switchProfile;
  @Autowired private Policies policies;
  @Autowired private JointCity.Maker cities;
  @Autowired private Bureau.Factory bureaus;
  @Autowired private SettableClock clock;
  @Autowired private Entries entries;
  @Autowired private Api api;

  private JointCity city;

  @BeforeEach
  void makeCity() {
    clock.set(TODAY);
    city = cities.make("taizhou");
  }

  private static Order order(LocalDate from) {
    return draft(from, null, null);
  }

  private static Order draft(LocalDate from, @Nullable String named, @Nullable LocalDate until) {
    return new Order(from, "市政府印发新的实施细则", DOCUMENT, TODAY, named, until);
  }

  /** By the principal of market supervision, the office of the joint conference. */
  private void decide(String profileId, Order order) {
    city.market().as("principal", () -> switchProfile.run(profileId, order));
  }

  private Refused refusal(Bureau of, String profileId, Order order) {
    return Objects.requireNonNull(
        catchThrowableOfType(
            Refused.class, () -> of.as("principal", () -> switchProfile.run(profileId, order))));
  }

  private void refused(String profileId, Order order, PolicyProblem problem) {
    assertThat(refusal(city.market(), profileId, order).problem()).isEqualTo(problem);
    assertThat(bound(order.from())).isEqualTo("taizhou");
  }

  private String bound(LocalDate day) {
    Bureau of = city.emergency();
    return of.as("officer", () -> policies.getProfile(of.authorityId(), day).id());
  }

  @Test
  void from_the_day_on_all_departments_work_by_the_other_rules_and_until_then_by_the_old_ones() {
    decide("pingdingshan", order(FIRST));
    assertThat(bound(FIRST.minusDays(1))).isEqualTo("taizhou");
    assertThat(bound(FIRST)).isEqualTo("pingdingshan");
    Bureau other = bureaus.create("taizhou");
    assertThat(other.as("officer", () -> policies.getProfile(other.authorityId(), FIRST).id()))
        .isEqualTo("taizhou");
    assertThat(entries.payloads(city.market(), "profile-switched").toString())
        .contains("\"before\":\"taizhou\"", "\"from\":\"2026-04-01\"", DOCUMENT, "新的实施细则");
  }

  @Test
  void a_later_decision_for_the_same_day_takes_the_first_one_back() {
    decide("pingdingshan", order(FIRST));
    decide("taizhou", order(FIRST));
    assertThat(bound(FIRST.plusYears(1))).isEqualTo("taizhou");
    decide("rushan", order(FIRST.plusMonths(1)));
    assertThat(bound(FIRST)).isEqualTo("taizhou");
    assertThat(bound(FIRST.plusMonths(1))).isEqualTo("rushan");
  }

  @Test
  void who_does_not_speak_for_all_departments_does_not_decide() throws Exception {
    Refused other = refusal(city.emergency(), "pingdingshan", order(FIRST));
    assertThat(other.problem()).isEqualTo(PolicyProblem.SWITCH_OF_OTHERS);
    String path = "/api/profiles/pingdingshan/switch-to";
    for (String who : List.of("officer", "head", "auditor", "sysadmin")) {
      api.send(city.market(), who, path, null, request()).andExpect(status().isForbidden());
    }
    api.read(city.emergency(), "principal", "/api/profiles/pingdingshan")
        .andExpect(jsonPath("$.profile.allowedCommands", not(hasItem("switch-to"))));
    api.read(city.market(), "principal", "/api/profiles/pingdingshan")
        .andExpect(jsonPath("$.profile.allowedCommands", contains("switch-to")));
    api.read(city.market(), "principal", "/api/profiles/taizhou")
        .andExpect(jsonPath("$.profile.allowedCommands", not(hasItem("switch-to"))));
    Bureau bureau = bureaus.create("base");
    bureau.as("principal", () -> switchProfile.run("rushan", order(FIRST)));
    assertThat(bureau.as("officer", () -> policies.getProfile(bureau.authorityId(), FIRST).id()))
        .isEqualTo("rushan");
  }

  @Test
  void nobody_switches_to_what_binds_has_ended_is_not_in_force_or_is_for_one_bureau_alone() {
    refused("taizhou", order(FIRST), PolicyProblem.PROFILE_BINDS_ALREADY);
    refused("no-such-rules", order(FIRST), PolicyProblem.PROFILE_UNKNOWN);
    refused("zibo_miit", order(FIRST), PolicyProblem.PROFILE_OF_ONE_BUREAU);
    Bureau bureau = bureaus.create("base");
    assertThat(refusal(bureau, "zibo_miit", order(FIRST)).problem())
        .isEqualTo(PolicyProblem.PROFILE_ENDS_BEFORE);
    clock.set(LocalDate.of(2019, 1, 2));
    var early =
        new Order(LocalDate.of(2019, 1, 2), "理由", DOCUMENT, LocalDate.of(2019, 1, 1), null, null);
    assertThat(refusal(bureau, "pingdingshan", early).problem())
        .isEqualTo(PolicyProblem.PROFILE_NOT_IN_FORCE_YET);
  }

  @Test
  void a_switch_has_a_reason_and_a_document_and_changes_nothing_that_is_past() {
    Refused wrong =
        refusal(
            city.market(),
            "pingdingshan",
            new Order(TODAY.minusDays(1), " ", "", TODAY.plusDays(1), null, null));
    assertThat(wrong.problem()).isEqualTo(KernelProblem.VALUES_WRONG);
    assertThat(wrong.wrongValues())
        .extracting(WrongValue::field)
        .containsExactly("from", "reason", "documentNumber", "documentDay");
  }

  @Test
  void a_draft_is_switched_to_under_its_name_only_and_somebody_answers_for_it() {
    refused("shaoxing", order(FIRST), PolicyProblem.DRAFT_NOT_NAMED);
    refused("shaoxing", draft(FIRST, "正式稿", FIRST.plusDays(9)), PolicyProblem.DRAFT_NOT_NAMED);
    Refused nobody = refusal(city.market(), "shaoxing", draft(FIRST, "征求意见稿", FIRST.minusDays(1)));
    assertThat(nobody.wrongValues()).extracting(WrongValue::field).containsExactly("until");
    decide("shaoxing", draft(FIRST, "征求意见稿", FIRST.plusDays(9)));
    assertThat(bound(FIRST.plusDays(9))).isEqualTo("shaoxing");
    assertThat(
            Objects.requireNonNull(
                    catchThrowableOfType(Refused.class, () -> bound(FIRST.plusDays(10))))
                .problem())
        .isEqualTo(PolicyProblem.PROFILE_IS_DRAFT);
  }

  @Test
  void the_pages_show_which_rules_bind_and_who_switched_when_and_why() throws Exception {
    Bureau market = city.market();
    api.send(market, "principal", "/api/profiles/pingdingshan/switch-to", null, request())
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.ours").value(false));
    api.read(city.emergency(), "officer", "/api/profiles/switches")
        .andExpect(jsonPath("$.length()").value(1))
        .andExpect(jsonPath("$[0].profileId").value("pingdingshan"))
        .andExpect(jsonPath("$[0].begun").value(false))
        .andExpect(jsonPath("$[0].person").value("测试principal"))
        .andExpect(jsonPath("$[0].documentNumber").value(DOCUMENT));
    clock.set(FIRST);
    api.read(city.emergency(), "officer", "/api/profiles/pingdingshan")
        .andExpect(jsonPath("$.profile.ours").value(true));
    api.read(city.emergency(), "officer", "/api/session")
        .andExpect(jsonPath("$.authority.profileId").value("pingdingshan"));
    Bureau other = bureaus.create("taizhou");
    api.read(other, "officer", "/api/profiles/switches").andExpect(jsonPath("$").isEmpty());
  }

  private static Map<String, Object> request() {
    Map<String, Object> body = new HashMap<>();
    body.put("from", FIRST.toString());
    body.put("reason", "市政府印发新的实施细则");
    body.put("documentNumber", DOCUMENT);
    body.put("documentDay", TODAY.toString());
    return body;
  }
}
