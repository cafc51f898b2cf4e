package cn.sunlot.draw.text;

import java.util.Locale;

/** Input or a step that the rules of draw/v1 do not admit; says what, why and by which section. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Say say;

  /** A refusal with this message. */
  public Refusal(Say say) {
    super(say.in(Locale.ENGLISH));
    this.say = say;
  }

  /** A refusal with the text of this key. */
  public static Refusal of(String key, Object... args) {
    return new Refusal(Say.of(key, args));
  }

  /** The message, to be shown in a language. */
  public Say say() {
    return say;
  }
}
