package cn.sunlot.organisation.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.kernel.WrongSetting;
import cn.sunlot.organisation.domain.LockOut;
import cn.sunlot.organisation.domain.PasswordPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class SignInSettingsTest {

  @Test
  void without_settings_twelve_characters_and_five_failures_are_the_rule() {
    var settings = new SignInSettings(new MockEnvironment());
    assertThat(settings.passwordPolicy()).isEqualTo(new PasswordPolicy(12, 1, 1, 0, false));
    assertThat(settings.lockOut()).isEqualTo(new LockOut(5, Duration.ofMinutes(15)));
  }

  @Test
  void each_setting_is_heeded() {
    var settings =
        new SignInSettings(
            new MockEnvironment()
                .withProperty("sunlot.password.min-length", "16")
                .withProperty("sunlot.password.kinds", "3")
                .withProperty("sunlot.password.former", "5")
                .withProperty("sunlot.password.max-age-days", "90")
                .withProperty("sunlot.password.guessable", "allowed")
                .withProperty("sunlot.lockout.failures", "3")
                .withProperty("sunlot.lockout.minutes", "60"));
    assertThat(settings.passwordPolicy()).isEqualTo(new PasswordPolicy(16, 3, 5, 90, true));
    assertThat(settings.lockOut()).isEqualTo(new LockOut(3, Duration.ofHours(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "min-length, 7, SUNLOT_PASSWORD_MIN_LENGTH=7: write a whole number from 8 to 64.",
    "kinds, four, SUNLOT_PASSWORD_KINDS=four: write a whole number from 1 to 4.",
    "former, 25, SUNLOT_PASSWORD_FORMER=25: write a whole number from 0 to 24.",
    "max-age-days, -1, SUNLOT_PASSWORD_MAX_AGE_DAYS=-1: write a whole number from 0 to 3650.",
    "guessable, no, SUNLOT_PASSWORD_GUESSABLE=no: write refused or allowed.",
  })
  void a_wrong_value_ends_the_start_and_says_what_is_possible(
      String name, String value, String message) {
    var environment = new MockEnvironment().withProperty("sunlot.password." + name, value);
    assertThatThrownBy(new SignInSettings(environment)::passwordPolicy)
        .isInstanceOf(WrongSetting.class)
        .hasMessage(message);
  }

  @Test
  void the_lock_has_limits_too() {
    var none = new MockEnvironment().withProperty("sunlot.lockout.failures", "0");
    assertThatThrownBy(new SignInSettings(none)::lockOut)
        .hasMessage("SUNLOT_LOCKOUT_FAILURES=0: write a whole number from 1 to 100.");
    var ever = new MockEnvironment().withProperty("sunlot.lockout.minutes", "1441");
    assertThatThrownBy(new SignInSettings(ever)::lockOut)
        .hasMessage("SUNLOT_LOCKOUT_MINUTES=1441: write a whole number from 1 to 1440.");
  }
}
