package cn.sunlot.kernel;

import java.util.Locale;
import java.util.Optional;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, the last a check
 * character.
 *
 * <p>Real registries hold codes with wrong check characters; {@link #read} tells them apart instead
 * of dropping them.
 */
public record Uscc(String value, boolean checkCharacterRight) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  /**
   * The code in a cell: upper case, blanks removed; empty if it does not have the shape of a code.
   */
  public static Optional<Uscc> read(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    if (code.length() != 18 || !code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
      return Optional.empty();
    }
    return Optional.of(new Uscc(code, checkCharacter(code) == code.charAt(17)));
  }

  /** The check character for the first 17 characters. */
  public static char checkCharacter(String code) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
