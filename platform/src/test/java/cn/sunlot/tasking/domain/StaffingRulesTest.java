package cn.sunlot.tasking.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.kernel.Refused;
import cn.sunlot.law.Clause;
import cn.sunlot.policy.TestProfiles;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.StaffingChange.Kind;
import cn.sunlot.tasking.domain.StaffingChange.Way;
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

  @Test
  @Clause("ZB-10")
  void too_few_officers_are_for_the_principal_to_decide() {
    assertThat(zibo.ways(Kind.SHORTAGE))
        .containsExactlyInAnyOrder(Way.DESIGNATION, Way.CROSS_SECTION_DRAW);
    assertThat(zibo.principalDecides(Kind.SHORTAGE)).isTrue();
    assertThat(base.principalDecides(Kind.SHORTAGE)).isFalse();
  }
}
