package cn.sunlot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.law.Clause;
import cn.sunlot.organisation.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the rules of Pingdingshan mean for those who ask them, and how Wugang stands to them. That
 * nothing is forgotten: FactsTest.
 */
class PingdingshanProfileTest {

  private final Profile city = TestProfiles.get("pingdingshan");
  private final Profile county = TestProfiles.get("wugang");

  @Test
  void plans_have_their_days() {
    PlanRules plan = city.plan().value();
    assertThat(plan.submitBy(2026)).contains(LocalDate.of(2026, 1, 31));
    assertThat(plan.submitTo()).isEqualTo(Recipient.JOINT_CONFERENCE_OFFICE);
    assertThat(plan.publishBy(2027)).contains(LocalDate.of(2027, 2, 28));
    assertThat(plan.publishBy(2028)).contains(LocalDate.of(2028, 2, 29));
    assertThat(plan.late()).isEqualTo(PlanRules.Late.ACCEPTED_AND_SHOWN);
    assertThat(city.plan().clauses()).containsExactly("PDS-7");
  }

  @Test
  void joint_inspections_count_and_key_targets_are_capped_as_well() {
    assertThat(city.annualCap().value().scope())
        .isEqualTo(AnnualCap.CountedOver.JOINT_INSPECTIONS_OF_THE_YEAR);
    assertThat(city.isLimited("D", Set.of("food-drug"))).isTrue();
    assertThat(city.targetListImmutable().value()).isTrue();
  }

  @Test
  void a_substitute_is_designated_with_the_leader_in_charge_and_no_draw() {
    Replacement replacement = city.replacement().value();
    assertThat(replacement.reasons()).contains(Replacement.Reason.RECUSAL);
    assertThat(replacement.by()).isEqualTo(SubstituteBy.DESIGNATION_WITHOUT_DRAW);
    assertThat(replacement.by().isDrawn()).isFalse();
    assertThat(replacement.approver()).isEqualTo(Approver.LEADER_IN_CHARGE_OF_OWN_DEPARTMENT);
    assertThat(city.recusal().value().substituteBy())
        .isEqualTo(SubstituteBy.DESIGNATION_WITHOUT_DRAW);
  }

  @Test
  void five_fields_initiate_and_nine_initiate_or_join_by_the_line_of_their_departments() {
    InitiationDuty duty = city.initiationDuty().value();
    assertThat(duty.initiateAtLeastOnce())
        .extracting(InitiationDuty.Field::line)
        .containsExactlyInAnyOrder(
            Line.MARKET_SUPERVISION,
            Line.ECOLOGY,
            Line.TRANSPORT,
            Line.AGRICULTURE,
            Line.CULTURE_TOURISM);
    assertThat(duty.initiateOrJoinAtLeastOnce()).hasSize(9);
  }

  @Test
  void the_target_is_told_in_one_of_three_ways() {
    Notice notice = city.advanceNotice().value();
    assertThat(notice.value()).isEqualTo(Notice.Value.REQUIRED);
    assertThat(notice.ways()).hasSize(3);
    assertThat(notice.unless()).isEqualTo(Notice.Unless.MATTER_DOES_NOT_SUIT_NOTICE);
    assertThat(city.transfer().value().within())
        .isEqualTo(new Term(7, null, Term.Kind.WORKING, Term.Start.RESULT_MADE));
  }

  @Test
  @Clause("TZ-43")
  void the_county_inherits_everything_and_says_whose_each_value_is() {
    assertThat(county.header().binding())
        .isEqualTo(new Binding(Binding.Kind.COUNTY, "410481", "舞钢市"));
    assertThat(Facts.header("pingdingshan", "children").get("wugang").stringValue())
        .isEqualTo("410481");
    assertThat(county.ruling()).isEqualTo(city.ruling());
    assertThat(county.targetListImmutable().from()).isEqualTo("pingdingshan");
    assertThat(county.targetListImmutable().clauses()).containsExactly("PDS-15");
    assertThat(county.chain())
        .extracting(Profile.ChainLink::id)
        .containsExactly("base", "wugang", "pingdingshan");
  }

  @Test
  @Clause({"TZ-42", "TZ-43"})
  void what_the_county_adds_holds_where_the_city_is_silent_and_not_where_it_speaks() {
    Map<String, String> texts = TestProfiles.texts();
    texts.computeIfPresent(
        "profiles/wugang.yaml",
        (name, text) ->
            text.replace(
                "rules: {}",
                """
                rules:
                  archive: {clauses: [WG-2], set: {long-term: true}}
                  annual-cap: {clauses: [WG-3], set: {max: 1}}
                """));
    Profile refined = TestProfiles.get("wugang", texts);
    assertThat(refined.archive().value().longTerm()).isTrue();
    assertThat(refined.archive().from()).isEqualTo("wugang");
    assertThat(refined.annualCap().value().max()).isEqualTo(2);
    assertThat(refined.annualCap().from()).isEqualTo("pingdingshan");
    assertThat(refined.displaced())
        .filteredOn(s -> s.profileId().equals("wugang"))
        .extracting(Setting::rule, Setting::json, Setting::clauses)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("annual-cap", "1", List.of("WG-3")));
  }
}
