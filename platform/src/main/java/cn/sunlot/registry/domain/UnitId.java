package cn.sunlot.registry.domain;

import cn.sunlot.kernel.Uscc;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What identifies a target, in draws and everywhere (ZB-6): a credit code, or {@code
 * <registry>:<number>}.
 *
 * @param value as it is stored
 * @param doubt what is worth a warning
 */
public record UnitId(String value, Doubt doubt) {

  /** What may be doubtful about an id that is kept. */
  public enum Doubt {
    NONE,
    /** The check character of the credit code does not fit; real registries have such codes. */
    CHECK_CHARACTER,
    /** A registration number of 15 digits from before 2015. */
    OLD_NUMBER
  }

  /** What a text turned out to be: one of the two is there. */
  public record Reading(Optional<UnitId> id, Optional<Refusal> refusal) {

    private static Reading of(String value, Doubt doubt) {
      return new Reading(Optional.of(new UnitId(value, doubt)), Optional.empty());
    }

    private static Reading refused(Refusal refusal) {
      return new Reading(Optional.empty(), Optional.of(refusal));
    }
  }

  /** Why a text is no id. */
  public enum Refusal {
    /** The identity number of a natural person. */
    PERSON,
    /** Neither a credit code nor any other number with its registry. */
    SHAPE
  }

  /** The registry of old registration numbers. */
  public static final String OLD = "regno";

  private static final Pattern OTHER =
      Pattern.compile("([A-Za-z][A-Za-z0-9-]{1,30})[:：]([\\p{L}\\p{N}.()（）〔〕/_-]{1,60})");

  /**
   * Reads an id.
   *
   * @param text without blanks, full-width characters folded
   */
  public static Reading read(String text) {
    String capitals = text.toUpperCase(Locale.ROOT);
    boolean named = capitals.indexOf(':') >= 0 || capitals.indexOf('：') >= 0;
    if (capitals.length() == 18 && !named) {
      return eighteen(capitals);
    }
    if (capitals.matches("[0-9]{15}")) {
      return Reading.of(OLD + ":" + capitals, Doubt.OLD_NUMBER);
    }
    Matcher other = OTHER.matcher(text);
    return other.matches()
        ? named(other.group(1).toLowerCase(Locale.ROOT), other.group(2))
        : Reading.refused(Refusal.SHAPE);
  }

  /** An id that is in the registry. */
  public static UnitId stored(String value) {
    return read(value).id().orElseGet(() -> new UnitId(value, Doubt.NONE));
  }

  private static Reading eighteen(String text) {
    Optional<Uscc> code = Uscc.read(text);
    boolean right = code.isPresent() && code.get().checkCharacterRight();
    if (IdentityNumber.is(text) || (!right && IdentityNumber.looksLike(text))) {
      return Reading.refused(Refusal.PERSON);
    }
    return code.map(c -> Reading.of(c.value(), right ? Doubt.NONE : Doubt.CHECK_CHARACTER))
        .orElseGet(() -> Reading.refused(Refusal.SHAPE));
  }

  private static Reading named(String registry, String number) {
    String capitals = number.toUpperCase(Locale.ROOT);
    if (registry.equals("person") || IdentityNumber.looksLike(capitals)) {
      return Reading.refused(Refusal.PERSON);
    }
    boolean old = registry.equals(OLD) && capitals.matches("[0-9]{15}");
    return Reading.of(registry + ":" + capitals, old ? Doubt.OLD_NUMBER : Doubt.NONE);
  }
}
