package cn.sunlot.checklist;

import cn.sunlot.kernel.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * What an answer means.
 *
 * @param when which answer; null where only the inspector can judge
 * @param problem whether it counts as a problem
 * @param standard why, or ""
 */
public record Outcome(
    @Nullable Criterion when, boolean problem, String standard, Consequence consequence) {

  public Outcome {
    standard = Absent.orEmpty(standard);
    consequence = consequence == null ? Consequence.NONE : consequence;
  }

  /** What kind of thing follows. */
  public enum ConsequenceKind {
    NONE,
    /** Put right on the spot. */
    ON_THE_SPOT,
    /** Ordered to be put right in so many days. */
    ORDER,
    /** Handed to another body. */
    TRANSFER,
    /** What the text says. */
    TEXT
  }

  /**
   * What follows.
   *
   * @param days of an order, else null
   * @param to whom it is transferred, else ""
   * @param text what is to be done
   */
  public record Consequence(
      @OneOf(ConsequenceKind.class) String kind, @Nullable Integer days, String to, String text) {

    public Consequence {
      to = Absent.orEmpty(to);
      text = Absent.orEmpty(text);
    }

    public static final Consequence NONE = new Consequence("none", null, "", "");

    /** Whether it says all that its kind needs. */
    public boolean saysEnough() {
      return switch (kind) {
        case "none", "on-the-spot" -> true;
        case "order" -> days != null && days >= 1 && days <= 365;
        case "transfer" -> !to.isBlank();
        case "text" -> !text.isBlank();
        default -> false;
      };
    }

    public static Consequence text(String text) {
      return text.isBlank() ? NONE : new Consequence("text", null, "", text.strip());
    }

    public static Consequence order(int days, String text) {
      return new Consequence("order", days, "", text);
    }
  }
}
