package cn.sunlot.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.usecase.AppCodes;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes of the second step: which are right, and that each is good once. */
class SecondFactorRulesTest {

  /** The secret of RFC 6238, appendix B: ASCII "12345678901234567890". */
  private static final SecondFactor KNOWN =
      new SecondFactor(
          new UUID(0, 1),
          "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
          List.of("abcdefghjk", "mnpqrstuvw"),
          true,
          0);

  private static final SecondFactor.Codes CODES = new AppCodes();

  private static String code(long step) {
    return CODES.code(KNOWN.secret(), step);
  }

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codes_are_those_of_rfc_6238(long second, String code) {
    assertThat(code(second / 30)).isEqualTo(code);
    assertThat(KNOWN.accept(code, Instant.ofEpochSecond(second), CODES)).isPresent();
  }

  @Test
  void a_clock_may_be_wrong_by_half_a_minute_and_not_by_more() {
    long step = 41_152_263;
    for (int off = -2; off <= 2; off++) {
      Instant now = Instant.ofEpochSecond((step + off) * 30 + 15);
      assertThat(KNOWN.accept(code(step), now, CODES).isPresent())
          .as("%d steps", off)
          .isEqualTo(Math.abs(off) <= 1);
    }
  }

  @Test
  void a_code_is_good_once_and_takes_those_before_it_along() {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    long step = now.getEpochSecond() / 30;
    SecondFactor used = KNOWN.accept(code(step), now, CODES).orElseThrow();
    assertThat(used.accept(code(step), now, CODES)).isEmpty();
    assertThat(used.accept(code(step - 1), now, CODES)).isEmpty();
    assertThat(used.accept(code(step + 1), now, CODES)).isPresent();
  }

  @Test
  void a_code_may_be_typed_with_spaces_and_nothing_else_is_one() {
    Instant now = Instant.ofEpochSecond(59);
    assertThat(KNOWN.accept(" 287 082 ", now, CODES)).isPresent();
    for (String wrong : List.of("", "287083", "28708", "2870820", "二八七〇八二", "abcdefghjj")) {
      assertThat(KNOWN.accept(wrong, now, CODES)).as(wrong).isEmpty();
    }
  }

  @Test
  void a_recovery_code_is_good_once_and_only_for_a_factor_in_use() {
    Instant now = Instant.ofEpochSecond(59);
    SecondFactor used = KNOWN.accept("ABCDE-FGHJK", now, CODES).orElseThrow();
    assertThat(used.recoveryCodes()).containsExactly("mnpqrstuvw");
    assertThat(used.accept("abcde-fghjk", now, CODES)).isEmpty();
    assertThat(used.accept("mnpqrstuvw", now, CODES)).isPresent();
    SecondFactor begun =
        new SecondFactor(KNOWN.personId(), KNOWN.secret(), KNOWN.recoveryCodes(), false, 0);
    assertThat(begun.accept("abcde-fghjk", now, CODES)).isEmpty();
    assertThat(begun.accept("287082", now, CODES).orElseThrow().confirmed()).isTrue();
  }

  @Test
  void a_new_one_has_160_bits_and_ten_codes_and_an_address_for_apps() {
    SecondFactor fresh = SecondFactor.fresh(new UUID(0, 2), CODES, new SecureRandom());
    assertThat(fresh.secret()).matches("[A-Z2-7]{32}");
    assertThat(fresh.recoveryCodes())
        .hasSize(10)
        .doesNotHaveDuplicates()
        .allMatch(c -> c.matches("[a-hjkmnp-z2-9]{10}"));
    assertThat(fresh.confirmed()).isFalse();
    assertThat(KNOWN.address("阳光 A", "zhang.san"))
        .isEqualTo(
            "otpauth://totp/%E9%98%B3%E5%85%89%20A:zhang.san?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E9%98%B3%E5%85%89%20A");
  }

  @Test
  void it_is_demanded_of_nobody_of_administrators_or_of_everybody() {
    Set<Role> officer = Set.of(Role.SECTION_OFFICER);
    Set<Role> administrator = Set.of(Role.SECURITY_ADMINISTRATOR);
    assertThat(SecondFactorPolicy.OPTIONAL.demands(administrator)).isFalse();
    assertThat(SecondFactorPolicy.ADMINISTRATORS.demands(administrator)).isTrue();
    assertThat(SecondFactorPolicy.ADMINISTRATORS.demands(officer)).isFalse();
    assertThat(SecondFactorPolicy.EVERYBODY.demands(officer)).isTrue();
  }
}
