package cn.sunlot.planning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.kernel.WrongValue;
import cn.sunlot.law.Clause;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a proposal must say, and when it is late. */
class ProposalRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

  @Test
  @Clause("RS-2.4")
  void up_to_two_participants_are_few_and_the_lead_may_say_otherwise() {
    List<UUID> two = List.of(UUID.randomUUID(), UUID.randomUUID());
    List<UUID> three = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    assertThat(ProposalRules.byOffice(null, two)).isFalse();
    assertThat(ProposalRules.byOffice(null, three)).isTrue();
    assertThat(ProposalRules.byOffice(true, two)).isTrue();
    assertThat(ProposalRules.byOffice(false, three)).isFalse();
  }

  @Test
  @Clause("PDS-7")
  void the_last_day_is_in_time_and_the_next_is_late() {
    assertThat(ProposalRules.isLate(TODAY, TODAY, TODAY.plusDays(9))).isFalse();
    assertThat(ProposalRules.isLate(TODAY, TODAY.plusDays(1), TODAY.plusDays(9))).isTrue();
    assertThat(ProposalRules.isLate(TODAY, null, TODAY)).isFalse();
    assertThat(ProposalRules.isLate(TODAY, null, TODAY.plusDays(1))).isTrue();
    assertThat(ProposalRules.isLate(null, null, TODAY)).isFalse();
  }

  @Test
  void answers_have_a_last_day_that_has_not_passed() {
    assertThat(ProposalRules.wrong(TODAY, TODAY)).isEmpty();
    assertThat(ProposalRules.wrong(TODAY.minusDays(1), TODAY))
        .extracting(WrongValue::key)
        .containsExactly("planning.field.answers-until");
    assertThat(ProposalRules.wrong(null, TODAY)).hasSize(1);
  }
}
