package cn.sunlot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the rules of Taizhou mean for those who ask them. That nothing is forgotten: FactsTest. */
class TaizhouProfileTest {

  private final Profile taizhou = TestProfiles.get("taizhou");

  @Test
  void it_speaks_of_joint_inspections_in_the_city_from_its_day_of_issue() {
    Profile.Header header = taizhou.header();
    assertThat(header.appliesTo()).isEqualTo(Inspections.JOINT);
    assertThat(header.binding()).isEqualTo(new Binding(Binding.Kind.CITY, "331000", "台州市"));
    Validity valid = Objects.requireNonNull(header.valid());
    assertThat(valid.from())
        .isEqualTo(LocalDate.parse(Facts.header("taizhou", "valid").get("from").stringValue()));
    assertThat(valid.to()).isNull();
    assertThat(header.draft()).isFalse();
  }

  @Test
  void low_risk_is_capped_and_key_targets_are_not_even_if_they_are_of_low_risk() {
    assertThat(taizhou.isLimited("A", Set.of())).isTrue();
    assertThat(taizhou.isLimited("B", Set.of())).isFalse();
    assertThat(taizhou.isLimited("A", Set.of("food-drug"))).isFalse();
    assertThat(taizhou.isFavoured("A", Set.of())).isTrue();
    assertThat(taizhou.isFavoured("A", Set.of("repeated-complaints"))).isFalse();
    assertThat(taizhou.keyTargets().value().isKey("D", Set.of())).isTrue();
    assertThat(taizhou.ruling().get("key-targets"))
        .filteredOn(s -> s.field().equals("where-also-low-risk"))
        .extracting(Setting::profileId)
        .containsExactly("base");
  }

  @Test
  void the_lead_department_sends_two_one_of_them_the_leader() {
    Team team = taizhou.team().value();
    assertThat(team.min()).isEqualTo(2);
    assertThat(team.leadMin()).isEqualTo(2);
    assertThat(team.needsLeader()).isTrue();
    assertThat(team.leaderFrom()).isEqualTo(Team.LeaderFrom.LEAD_DEPARTMENT);
    InspectorDraw draw = taizhou.inspectorDraw().value();
    assertThat(draw.mayBeUnified()).isTrue();
    assertThat(draw.mayBePerDepartment()).isTrue();
    assertThat(taizhou.inspectors().value().qualificationDecides()).isTrue();
    assertThat(taizhou.inspectors().value().trainingFirst()).isTrue();
  }

  @Test
  void nobody_is_told_beforehand_and_results_are_collected_at_once_or_within_twenty_days() {
    assertThat(taizhou.advanceNotice().value().value()).isEqualTo(Notice.Value.FORBIDDEN);
    assertThat(taizhou.advanceNotice().value().unless()).isEqualTo(Notice.Unless.LAW_DEMANDS_IT);
    Rule<Publish> publish = taizhou.publish();
    assertThat(publish.value().collectedMobile()).isEqualTo(Publish.Collected.AT_ONCE);
    assertThat(publish.value().collectedOtherwise())
        .isEqualTo(new Term(20, null, Term.Kind.WORKING, Term.Start.RESULT_MADE));
    assertThat(publish.value().within())
        .isEqualTo(new Term(20, null, Term.Kind.WORKING, Term.Start.TASK_END));
    assertThat(publish.clauses()).containsExactlyInAnyOrder("TZ-30", "TZ-M9");
    assertThat(taizhou.followUp().value().enterWithin())
        .isEqualTo(new Term(20, null, Term.Kind.WORKING, Term.Start.FOLLOW_UP_END));
  }
}
