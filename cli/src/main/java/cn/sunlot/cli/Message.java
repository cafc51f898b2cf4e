package cn.sunlot.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A sentence for the user, not yet in a language. */
@FunctionalInterface
public interface Message {

  /** The sentence in the language of these words. */
  String in(Words words);

  /** A sentence of the bundle; arguments are put in as text, messages in the same language. */
  static Message of(String key, Object... args) {
    List<Object> all = Arrays.asList(args.clone());
    return words -> words.say(key, all.toArray());
  }

  /** A sentence that a library says. */
  static Message from(Function<Locale, String> say) {
    return words -> say.apply(words.locale());
  }
}
