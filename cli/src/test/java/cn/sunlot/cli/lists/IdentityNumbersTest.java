package cn.sunlot.cli.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of nobody: made up with right check characters, or printed in the standards. */
class IdentityNumbersTest {

  @ParameterizedTest
  @ValueSource(strings = {"11010519491231002X", "440524200002290010", "130503670401001"})
  void numbers_of_persons_are_told(String number) {
    assertThat(IdentityNumbers.isPerson(number)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "110105194912310021",
        "110105194913310027",
        "91331082598540561P",
        "91370305267194908U",
        "3310-2019-00417",
        "110108000000016",
        "370300228036178",
        "",
        "lift"
      })
  void codes_of_organisations_and_other_numbers_are_not(String number) {
    assertThat(IdentityNumbers.isPerson(number)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"91331082598540561P", "91370305267194908U", "91370303556741381C"})
  void right_credit_codes_are_right(String code) {
    assertThat(IdentityNumbers.hasCreditCheck(code)).isTrue();
    assertThat(IdentityNumbers.hasCreditCheck(code.substring(0, 17) + "Z")).isFalse();
  }
}
