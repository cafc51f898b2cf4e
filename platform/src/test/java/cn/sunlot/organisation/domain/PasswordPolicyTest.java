package cn.sunlot.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.organisation.domain.PasswordPolicy.Owner;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PasswordPolicyTest {

  private static final Owner OWNER = new Owner("linxiao", "林晓");
  private static final PasswordPolicy USUAL = new PasswordPolicy(12, 1, 1, 0, false);

  private static java.util.List<PasswordRule> unmet(PasswordPolicy policy, String password) {
    return policy.unmet(OWNER, password, (p, known) -> p.contains("qwerty"));
  }

  @Test
  void length_counts_more_than_kinds_of_characters() {
    assertThat(unmet(USUAL, "three plain words")).isEmpty();
    assertThat(unmet(USUAL, "Ab1!Ab1!xyz")).containsExactly(PasswordRule.LENGTH);
  }

  @Test
  void a_character_of_two_halves_counts_once() {
    assertThat(unmet(USUAL, "𠀀𠀁𠀂𠀃𠀄𠀅")).containsExactly(PasswordRule.LENGTH);
  }

  @Test
  void all_rules_that_are_not_met_are_named_at_once() {
    var strict = new PasswordPolicy(12, 3, 1, 0, false);
    assertThat(unmet(strict, "qwerty"))
        .containsExactly(PasswordRule.LENGTH, PasswordRule.KINDS, PasswordRule.GUESSABLE);
    assertThat(unmet(strict, "aaaa"))
        .containsExactly(PasswordRule.LENGTH, PasswordRule.DIFFERENT, PasswordRule.KINDS);
    assertThat(unmet(strict, "Three plain words 1")).isEmpty();
  }

  @Test
  void login_and_name_do_not_stand_in_it() {
    assertThat(unmet(USUAL, "for LinXiao alone")).containsExactly(PasswordRule.NAMED);
    assertThat(unmet(USUAL, "这是林晓的一个很长的密码")).containsExactly(PasswordRule.NAMED);
    var allowing = new PasswordPolicy(12, 1, 1, 0, true);
    assertThat(unmet(allowing, "for LinXiao alone")).isEmpty();
    assertThat(new PasswordPolicy(4, 1, 1, 0, true).unmet(OWNER, "LINXIAO", (p, k) -> true))
        .containsExactly(PasswordRule.NAMED);
  }

  @Test
  void names_so_short_that_they_are_parts_of_words_do_not_count() {
    assertThat(USUAL.unmet(new Owner("li", "L"), "little plain words", (p, k) -> false)).isEmpty();
  }

  @Test
  void it_is_too_old_after_so_many_days_or_never() {
    Instant set = Instant.parse("2026-03-02T01:00:00Z");
    var ninety = new PasswordPolicy(12, 1, 1, 90, false);
    assertThat(ninety.isOver(set, set.plus(Duration.ofDays(90)).minusSeconds(1))).isFalse();
    assertThat(ninety.isOver(set, set.plus(Duration.ofDays(90)))).isTrue();
    assertThat(USUAL.isOver(set, set.plus(Duration.ofDays(9000)))).isFalse();
  }
}
