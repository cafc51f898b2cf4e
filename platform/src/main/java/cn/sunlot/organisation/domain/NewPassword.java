package cn.sunlot.organisation.domain;

import cn.sunlot.kernel.Refused;
import cn.sunlot.organisation.OrganisationProblem;
import java.util.Locale;

/** What a password must be; length counts more than kinds of characters. */
public final class NewPassword {

  /** Characters at least. */
  public static final int SHORTEST = 12;

  private NewPassword() {}

  /**
   * Checks a password before it is set.
   *
   * @throws Refused {@code PASSWORD_TOO_WEAK} if it is short, has too few different characters, or
   *     is the login
   */
  public static String check(String login, String password) {
    long characters = password.codePoints().count();
    long different = password.codePoints().distinct().count();
    boolean isLogin = password.toLowerCase(Locale.ROOT).equals(login.toLowerCase(Locale.ROOT));
    if (characters < SHORTEST || different < 5 || isLogin) {
      throw Refused.because(OrganisationProblem.PASSWORD_TOO_WEAK, SHORTEST);
    }
    return password;
  }
}
