package cn.sunlot.planning;

import cn.sunlot.kernel.Lifecycle;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Words for values in refusals, put into the reader's language with the rest of the text. */
public final class PlanWords {

  private PlanWords() {}

  /**
   * The constant under {@code planning.<type>.<constant>}, e.g. {@code planning.ground.complaint}.
   */
  public static MessageSourceResolvable of(String type, Enum<?> value) {
    String name = Lifecycle.wireName(value);
    return new DefaultMessageSourceResolvable(
        new String[] {"planning." + type + "." + name}, null, name);
  }
}
