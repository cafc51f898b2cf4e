package cn.sunlot.translog;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * What a log, or somebody in its name, gave does not hold or cannot be read. The texts stand in
 * {@code cn/sunlot/translog/messages*.properties}, Chinese and English.
 */
public abstract sealed class Unsound extends RuntimeException
    permits BadNote, BadSignature, BadProof, BadTile {

  /** The bundle of the texts, for those who put them among their own. */
  public static final String BUNDLE = "cn.sunlot.translog.messages";

  private static final long serialVersionUID = 1L;

  /** Chinese is the base bundle; a machine's own locale must not decide what is said. */
  private static final Control NO_MACHINE_LOCALE =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final String key;
  private final transient List<String> args;

  Unsound(String key, Object... args) {
    super(text(Locale.ENGLISH, key, texts(args)));
    this.key = key;
    this.args = texts(args);
  }

  /** The key of the text in {@link #BUNDLE}. */
  public String key() {
    return key;
  }

  /** What is put into the text at {0}, {1} …; integers are not grouped. */
  public List<String> args() {
    return args;
  }

  /** The text in this language: English for {@code en}, otherwise Chinese. */
  public String in(Locale locale) {
    return text(locale, key, args);
  }

  private static List<String> texts(Object... args) {
    return List.of(args).stream().map(Objects::toString).toList();
  }

  private static String text(Locale locale, String key, List<String> args) {
    ResourceBundle texts =
        ResourceBundle.getBundle(BUNDLE, locale, Unsound.class.getClassLoader(), NO_MACHINE_LOCALE);
    return new MessageFormat(texts.getString(key), Locale.ROOT).format(args.toArray());
  }
}
