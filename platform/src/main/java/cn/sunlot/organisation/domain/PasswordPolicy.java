package cn.sunlot.organisation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * What a password must be in this installation; length counts more than kinds of characters.
 *
 * @param shortest characters at least
 * @param kinds how many of small letters, capital letters, digits and others it has
 * @param former how many passwords, the present one included, are not chosen again
 * @param maxAgeDays after how many days it is changed; 0 for never
 * @param guessable whether those that are guessed first are taken all the same
 */
public record PasswordPolicy(
    int shortest, int kinds, int former, int maxAgeDays, boolean guessable) {

  /** Different characters at least, whatever the length. */
  public static final int DIFFERENT = 5;

  /** Shorter names are parts of many words. */
  private static final int TELLING = 3;

  private static final List<IntPredicate> KINDS =
      List.of(
          Character::isLowerCase,
          Character::isUpperCase,
          Character::isDigit,
          c -> !Character.isLowerCase(c) && !Character.isUpperCase(c) && !Character.isDigit(c));

  /** How easily a password is guessed. */
  public interface Guesses {
    /** Whether it is among the first that somebody would try who knows these words. */
    boolean isEarly(String password, List<String> known);
  }

  /** Whose password it is to be. */
  public record Owner(String login, String name) {}

  /** The rules that a password does not meet; those it had before are compared elsewhere. */
  public List<PasswordRule> unmet(Owner owner, String password, Guesses guesses) {
    List<PasswordRule> unmet = new ArrayList<>();
    if (password.codePoints().count() < shortest) {
      unmet.add(PasswordRule.LENGTH);
    }
    if (password.codePoints().distinct().count() < DIFFERENT) {
      unmet.add(PasswordRule.DIFFERENT);
    }
    if (KINDS.stream().filter(k -> password.codePoints().anyMatch(k)).count() < kinds) {
      unmet.add(PasswordRule.KINDS);
    }
    if (isNamed(owner, password.toLowerCase(Locale.ROOT))) {
      unmet.add(PasswordRule.NAMED);
    }
    if (!guessable && guesses.isEarly(password, List.of(owner.login(), owner.name()))) {
      unmet.add(PasswordRule.GUESSABLE);
    }
    return unmet;
  }

  private boolean isNamed(Owner owner, String password) {
    String login = owner.login().toLowerCase(Locale.ROOT);
    if (guessable) {
      return password.equals(login);
    }
    return password.equals(login)
        || Stream.of(login, owner.name().toLowerCase(Locale.ROOT))
            .filter(n -> n.codePoints().count() >= TELLING || isHan(n))
            .anyMatch(password::contains);
  }

  /** Two characters are a whole name in Chinese. */
  private static boolean isHan(String name) {
    return name.codePoints().count() > 1 && name.codePoints().allMatch(Character::isIdeographic);
  }

  /** Whether a password that was set then is to be changed. */
  public boolean isOver(Instant setAt, Instant now) {
    return maxAgeDays > 0 && !setAt.plus(Duration.ofDays(maxAgeDays)).isAfter(now);
  }
}
