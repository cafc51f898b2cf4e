package cn.sunlot.registry.domain;

import cn.sunlot.kernel.Lifecycle;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that is known only of targets of some kinds.
 *
 * @param name in wire form
 * @param pattern of a code, or null
 * @param choices wire name → words, for a choice
 * @param personal whether it is of a person, and masked for those who may not edit
 * @param aliases what else a column may be called
 */
public record DetailField(
    String name,
    Words words,
    Type type,
    @Nullable Pattern pattern,
    Map<String, Words> choices,
    boolean personal,
    List<String> aliases) {

  /** What it can hold. */
  public enum Type {
    TEXT,
    NUMBER,
    DATE,
    CHOICE,
    CODE
  }

  /** In both languages. */
  public record Words(String zh, String en) {
    public String in(Locale locale) {
      return locale.getLanguage().equals("en") ? en : zh;
    }
  }

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,4})?");
  private static final int LONGEST = 1_000;

  public DetailField {
    aliases = List.copyOf(aliases);
    if ((type == Type.CHOICE) == choices.isEmpty()) {
      throw new IllegalArgumentException(name + ": a choice has choices, nothing else has");
    }
  }

  /** The value as it is kept, if the text is one. */
  public Optional<String> read(String text) {
    return switch (type) {
      case TEXT -> text.length() <= LONGEST ? Optional.of(text) : Optional.empty();
      case NUMBER -> Optional.of(text.replace(",", "")).filter(n -> NUMBER.matcher(n).matches());
      case DATE -> Days.read(text).map(LocalDate::toString);
      case CHOICE -> choice(text);
      case CODE -> Optional.of(text.toUpperCase(Locale.ROOT)).filter(this::fits);
    };
  }

  private boolean fits(String code) {
    return pattern == null ? code.length() <= LONGEST : pattern.matcher(code).matches();
  }

  private Optional<String> choice(String text) {
    return choices.entrySet().stream()
        .filter(
            one ->
                one.getKey().equals(text)
                    || one.getValue().zh().equals(text)
                    || one.getValue().en().equalsIgnoreCase(text))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What people read for a value. */
  public String text(String value, Locale locale) {
    Words choice = choices.get(value);
    return choice == null ? value : choice.in(locale);
  }

  /** What is wrong with a text that is no value, as the end of a key of texts. */
  public String problem() {
    return "detail-" + Lifecycle.wireName(type);
  }

  /** What a text must look like, for those who wrote another. */
  public String shape(Locale locale) {
    if (type == Type.CHOICE) {
      return String.join(
          locale.getLanguage().equals("en") ? ", " : "、",
          choices.values().stream().map(words -> words.in(locale)).toList());
    }
    return pattern == null ? "" : pattern.pattern();
  }
}
