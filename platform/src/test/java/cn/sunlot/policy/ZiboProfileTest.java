package cn.sunlot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the rules of the Zibo bureau fix. That the platform keeps them is shown where it does;
 * therefore these tests carry only the clauses that speak of the rules themselves.
 */
class ZiboProfileTest {

  private final Profile zibo = TestProfiles.get("zibo_miit");

  @Test
  void the_same_item_hits_a_target_twice_a_year_at_most_and_troubled_targets_are_outside_it() {
    Rule<AnnualCap> rule = zibo.annualCap();
    assertThat(rule.value().max()).isEqualTo(2);
    assertThat(rule.value().scope()).isEqualTo(AnnualCap.CountedOver.SAME_ITEM_SAME_YEAR);
    assertThat(rule.value().asARule()).isTrue();
    assertThat(rule.value().spares(Set.of("repeated-complaints"))).isTrue();
    assertThat(rule.value().spares(Set.of("environment"))).isFalse();
    assertThat(rule.clauses()).containsExactly("ZB-12");
    assertThat(rule.from()).isEqualTo("zibo_miit");
    assertThat(zibo.mergeSameTargetInSamePeriod().value()).isTrue();
    assertThat(zibo.excludeDrawnByOtherSections().value().spares(Set.of("dishonesty"))).isTrue();
  }

  @Test
  void a_draw_has_a_witness_a_picture_and_a_record_that_all_sign() {
    DrawWitness rule = zibo.drawWitness().value();
    assertThat(rule.min()).isEqualTo(1);
    assertThat(rule.from()).hasSize(5);
    assertThat(rule.open()).isTrue();
    assertThat(rule.photoOrVideo()).isEqualTo(Need.REQUIRED);
    assertThat(rule.writtenRecordSignedByAll()).isEqualTo(Need.REQUIRED);
    assertThat(zibo.exemptionList().value().redrawSubstitute()).isTrue();
    assertThat(zibo.team().value().leader()).isEqualTo(Team.Leader.ONE);
    assertThat(zibo.reportDrawTo().clauses()).containsExactly("ZB-9.1");
  }

  @Test
  void whoever_drops_out_is_replaced_by_a_new_draw_and_not_by_designation() {
    Rule<Replacement> rule = zibo.replacement();
    assertThat(rule.value().by()).isEqualTo(SubstituteBy.NEW_RANDOM_DRAW);
    assertThat(rule.value().needs()).containsExactly(Paper.WRITTEN_STATEMENT);
    assertThat(zibo.recusal().value().substituteBy()).isEqualTo(SubstituteBy.NEW_RANDOM_DRAW);
    assertThat(TestProfiles.get("base").replacement().value().by())
        .isEqualTo(SubstituteBy.DESIGNATION);
  }

  @Test
  void any_inspector_may_check_any_item_so_that_no_qualification_decides() {
    assertThat(zibo.inspectors().value().qualificationDecides()).isFalse();
    assertThat(zibo.inspectors().value().mustHoldLicence()).isTrue();
    assertThat(TestProfiles.get("base").inspectors().value().qualificationDecides()).isTrue();
  }

  @Test
  void nothing_is_inspected_outside_the_plan_but_on_four_grounds() {
    assertThat(zibo.plan().value().nothingOutsidePlan()).isTrue();
    assertThat(zibo.plan().value().unless()).hasSize(4);
    assertThat(zibo.plan().clauses()).containsExactly("ZB-2", "ZB-21");
  }

  @Test
  void terms_are_counted_in_working_days_from_their_event() {
    Term report = zibo.taskReport().value().within();
    assertThat(report).isEqualTo(new Term(5, null, Term.Kind.WORKING, Term.Start.TASK_END));
    assertThat(zibo.publish().value().within())
        .isEqualTo(new Term(2, null, Term.Kind.WORKING, Term.Start.TASK_REPORT));
    assertThat(zibo.objection().value().window())
        .isEqualTo(new Term(60, null, Term.Kind.WORKING, Term.Start.PUBLICATION));
    assertThat(zibo.archive().value().within())
        .isEqualTo(new Term(30, null, Term.Kind.WORKING, Term.Start.TASK_END));
  }

  @Test
  @Clause("ZB-22")
  void it_is_valid_for_five_years_and_says_so_by_its_own_clause() {
    assertThat(zibo.header().valid())
        .isEqualTo(
            new Validity(LocalDate.of(2020, 6, 6), LocalDate.of(2025, 6, 5), List.of("ZB-22")));
  }

  @Test
  @Clause("TZ-43")
  void where_it_is_silent_the_base_rules_hold_and_each_value_knows_whose_it_is() {
    assertThat(zibo.draw().from()).isEqualTo("base");
    assertThat(zibo.draw().clauses()).containsExactly("SL-10");
    // The reasons are its own; who approves is not said, so it is inherited.
    Rule<Replacement> replacement = zibo.replacement();
    assertThat(replacement.from()).isEqualTo("zibo_miit");
    assertThat(replacement.clauses()).containsExactly("ZB-11");
    assertThat(replacement.value().approver()).isEqualTo(Approver.DEPARTMENT_LEADER);
    assertThat(zibo.ruling().get("replacement"))
        .filteredOn(s -> s.field().equals("approver"))
        .extracting(Setting::profileId)
        .containsExactly("base");
    assertThat(zibo.method().clauses()).containsExactly("ZB-13", "ZB-15.5");
  }

  @Test
  void clauses_are_cited_by_document_and_article_in_both_languages() {
    assertThat(zibo.cite("ZB-9.1").zh()).isEqualTo("《淄博市工业和信息化局“双随机、一公开”监管工作实施细则》第九条");
    assertThat(zibo.cite("ZB-22").in(Locale.SIMPLIFIED_CHINESE)).endsWith("第二十二条");
    assertThat(zibo.cite("ZB-12").in(Locale.ENGLISH)).startsWith("article 12 of ");
    assertThat(zibo.cite("SL-10").zh()).isEqualTo("《阳光双随机基础规则》第十条");
    assertThat(zibo.cite("TZ-M9").zh()).isEqualTo("TZ-M9");
  }
}
