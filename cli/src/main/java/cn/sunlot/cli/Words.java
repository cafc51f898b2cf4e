package cn.sunlot.cli;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts of the command line in one language: Chinese, or English. */
public final class Words {

  /** Chinese, the default. */
  public static final Words CHINESE = new Words(Locale.CHINESE);

  /** English. */
  public static final Words ENGLISH = new Words(Locale.ENGLISH);

  private static final String BUNDLE = "cn.sunlot.cli.messages";

  private final Locale locale;
  private final ResourceBundle texts;

  private Words(Locale locale) {
    this.locale = locale;
    Control noMachineLocale = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    texts = ResourceBundle.getBundle(BUNDLE, locale, Words.class.getClassLoader(), noMachineLocale);
  }

  /** The language. */
  public Locale locale() {
    return locale;
  }

  /** The bundle, for the usage help. */
  ResourceBundle bundle() {
    return texts;
  }

  /** The text of this key; integers are not grouped. */
  public String say(String key, Object... args) {
    Object[] plain =
        Arrays.stream(args).map(a -> a instanceof Message m ? m.in(this) : a.toString()).toArray();
    return new MessageFormat(texts.getString(key), Locale.ROOT).format(plain);
  }
}
