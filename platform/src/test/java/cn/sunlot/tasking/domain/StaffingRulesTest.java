package cn.sunlot.tasking.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.kernel.Refused;
import cn.sunlot.law.Clause;
import cn.sunlot.policy.InspectorDraw;
import cn.sunlot.policy.Rule;
import cn.sunlot.policy.TestProfiles;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.StaffingChange.Kind;
import cn.sunlot.tasking.domain.StaffingChange.Way;
import cn.sunlot.tasking.domain.StaffingRules.Decider;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class StaffingRulesTest {

  private final StaffingRules zibo = new StaffingRules(TestProfiles.get("zibo_miit"));
  private final StaffingRules base = new StaffingRules(TestProfiles.get("base"));

  private static void assertRefused(Runnable check, TaskingProblem problem, String clause) {
    assertThatThrownBy(check::run)
        .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
        .satisfies(
            refused -> {
              assertThat(refused.problem()).isEqualTo(problem);
              assertThat(refused.clauses()).contains(clause);
            });
  }

  @Test
  @Clause("ZB-11")
  void a_drawn_inspector_is_replaced_for_the_listed_reasons_only() {
    assertThatCode(() -> zibo.check(Kind.REPLACEMENT, Way.NEW_RANDOM_DRAW, "health", "住院，附病假条"))
        .doesNotThrowAnyException();
    assertRefused(
        () -> zibo.check(Kind.REPLACEMENT, Way.NEW_RANDOM_DRAW, "inconvenient", "路远"),
        TaskingProblem.REASON_NOT_LISTED,
        "ZB-11");
  }

  @Test
  @Clause("ZB-11")
  void similar_special_reasons_are_stated_in_words() {
    assertThatCode(() -> zibo.check(Kind.REPLACEMENT, Way.NEW_RANDOM_DRAW, "other:借调省厅专案组", "附借调函"))
        .doesNotThrowAnyException();
    assertRefused(
        () -> zibo.check(Kind.REPLACEMENT, Way.NEW_RANDOM_DRAW, "other:", "附借调函"),
        TaskingProblem.REASON_NOT_LISTED,
        "ZB-11");
  }

  @Test
  @Clause("ZB-11")
  void without_a_written_statement_nothing_is_changed() {
    assertRefused(
        () -> zibo.check(Kind.RECUSAL, Way.SWAP_TARGETS, "interest", " "),
        TaskingProblem.STATEMENT_MISSING,
        "ZB-11");
  }

  @Test
  @Clause({"ZB-11", "TZ-23"})
  void zibo_draws_the_substitute_and_base_designates_it() {
    assertThat(zibo.ways(Kind.REPLACEMENT)).containsExactly(Way.NEW_RANDOM_DRAW);
    assertThat(base.ways(Kind.REPLACEMENT)).containsExactly(Way.DESIGNATION);
    assertRefused(
        () -> zibo.check(Kind.REPLACEMENT, Way.DESIGNATION, "health", "住院"),
        TaskingProblem.WAY_NOT_ALLOWED,
        "ZB-11");
  }

  @Test
  @Clause("ZB-11")
  void recusal_swaps_targets_or_leaves_the_place_to_a_new_draw() {
    assertThat(zibo.ways(Kind.RECUSAL))
        .containsExactlyInAnyOrder(Way.SWAP_TARGETS, Way.NEW_RANDOM_DRAW);
  }

  private static final UUID EXECUTING = Samples.LEAD;
  private static final UUID OWN = Samples.TAX;

  private static Decider decider(String profile, Kind kind, Way way) {
    return new StaffingRules(TestProfiles.get(profile)).decider(kind, way, EXECUTING, OWN);
  }

  @Test
  @Clause("ZB-10")
  void too_few_officers_are_for_the_principal_to_decide() {
    assertThat(zibo.ways(Kind.SHORTAGE))
        .containsExactlyInAnyOrder(Way.DESIGNATION, Way.CROSS_SECTION_DRAW);
    assertThat(decider("zibo_miit", Kind.SHORTAGE, Way.DESIGNATION))
        .isEqualTo(new Decider(EXECUTING, true));
    assertThat(decider("base", Kind.SHORTAGE, Way.DESIGNATION))
        .isEqualTo(new Decider(EXECUTING, false));
  }

  @Test
  @Clause("ZB-10")
  void training_comes_before_a_draw_across_sections_and_before_no_designation() {
    assertThat(zibo.trainingFirst(Way.CROSS_SECTION_DRAW)).isTrue();
    assertThat(zibo.trainingFirst(Way.DESIGNATION)).isFalse();
    assertThat(base.trainingFirst(Way.CROSS_SECTION_DRAW)).isFalse();
  }

  @Test
  @Clause("TZ-21")
  void too_few_officers_may_be_drawn_together_with_a_neighbouring_region() {
    assertThat(new StaffingRules(TestProfiles.get("taizhou")).ways(Kind.SHORTAGE))
        .containsExactlyInAnyOrder(Way.DESIGNATION, Way.NEIGHBOUR_DRAW);
    assertRefused(
        () -> zibo.check(Kind.SHORTAGE, Way.NEIGHBOUR_DRAW, "too-few-officers", "仅一人"),
        TaskingProblem.WAY_NOT_ALLOWED,
        "ZB-10");
  }

  @Test
  @Clause({"TZ-23", "PDS-16"})
  void who_decides_on_a_replacement_is_the_executing_department_or_the_own_leader_in_charge() {
    assertThat(decider("taizhou", Kind.REPLACEMENT, Way.DESIGNATION))
        .isEqualTo(new Decider(EXECUTING, false));
    assertThat(decider("pingdingshan", Kind.REPLACEMENT, Way.DESIGNATION))
        .isEqualTo(new Decider(OWN, true));
    assertThat(decider("zibo_miit", Kind.REPLACEMENT, Way.NEW_RANDOM_DRAW))
        .isEqualTo(new Decider(EXECUTING, false));
  }

  @Test
  @Clause({"PDS-16", "TZ-23"})
  void only_where_the_rules_list_it_is_recusal_a_reason_to_replace() {
    var pingdingshan = new StaffingRules(TestProfiles.get("pingdingshan"));
    assertThatCode(
            () -> pingdingshan.check(Kind.REPLACEMENT, Way.DESIGNATION, "recusal", "亲属在该企业任职"))
        .doesNotThrowAnyException();
    assertThat(pingdingshan.ways(Kind.REPLACEMENT)).containsExactly(Way.DESIGNATION);
    assertRefused(
        () ->
            new StaffingRules(TestProfiles.get("taizhou"))
                .check(Kind.REPLACEMENT, Way.DESIGNATION, "recusal", "亲属在该企业任职"),
        TaskingProblem.REASON_NOT_LISTED,
        "TZ-23");
  }

  @Test
  @Clause({"TZ-21", "PDS-15"})
  void where_the_rules_leave_the_choice_the_lead_department_chooses_who_draws() {
    Rule<InspectorDraw> rule = TestProfiles.get("taizhou").inspectorDraw();
    assertThat(TeamWay.choose(rule, TeamWay.UNIFIED, true)).isEqualTo(TeamWay.UNIFIED);
    assertThat(TeamWay.choose(rule, TeamWay.PER_DEPARTMENT, true))
        .isEqualTo(TeamWay.PER_DEPARTMENT);
    assertRefused(() -> TeamWay.choose(rule, null, true), TaskingProblem.TEAM_WAY_MISSING, "TZ-21");
    assertThatCode(() -> TeamWay.choose(rule, null, false)).doesNotThrowAnyException();
    assertThatThrownBy(
            () -> TeamWay.choose(TestProfiles.get("base").inspectorDraw(), TeamWay.UNIFIED, true))
        .isInstanceOf(Refused.class);
  }
}
