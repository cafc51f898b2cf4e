package cn.sunlot.organisation.usecase;

import cn.sunlot.kernel.WrongSetting;
import cn.sunlot.organisation.domain.LockOut;
import cn.sunlot.organisation.domain.PasswordPolicy;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What an installation may set of passwords and the lock; a wrong value ends the start. */
@Configuration
class SignInSettings {

  /** Whether passwords that are guessed first are taken. */
  enum Guessable {
    REFUSED,
    ALLOWED
  }

  private static final int LONGEST_LEAST = 64;
  private static final int SHORTEST_LEAST = 8;
  private static final int KINDS = 4;

  /** Each former one is compared by a hash that takes a tenth of a second on purpose. */
  private static final int FORMER = 24;

  private static final int TEN_YEARS = 3650;
  private static final int FAILURES = 100;
  private static final int MINUTES_OF_A_DAY = 1440;

  private final Environment environment;

  SignInSettings(Environment environment) {
    this.environment = environment;
  }

  @Bean
  PasswordPolicy passwordPolicy() {
    String guessable = "sunlot.password.guessable";
    return new PasswordPolicy(
        number("sunlot.password.min-length", 12, SHORTEST_LEAST, LONGEST_LEAST),
        number("sunlot.password.kinds", 1, 1, KINDS),
        number("sunlot.password.former", 1, 0, FORMER),
        number("sunlot.password.max-age-days", 0, 0, TEN_YEARS),
        WrongSetting.choice(
                guessable, environment.getProperty(guessable, "refused"), Guessable.class)
            == Guessable.ALLOWED);
  }

  @Bean
  LockOut lockOut() {
    int failures = number("sunlot.lockout.failures", LockOut.USUAL.failures(), 1, FAILURES);
    long usual = LockOut.USUAL.lasting().toMinutes();
    return new LockOut(
        failures,
        Duration.ofMinutes(number("sunlot.lockout.minutes", (int) usual, 1, MINUTES_OF_A_DAY)));
  }

  private int number(String property, int normal, int least, int most) {
    String value = environment.getProperty(property, Integer.toString(normal)).strip();
    return WrongSetting.number(property, value, least, most);
  }
}
