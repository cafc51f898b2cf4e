package cn.sunlot.kernel.papers;

import cn.sunlot.kernel.TimeConfiguration;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/** Words and dates for the templates, as {@code w}. */
public final class PaperWords {

  /** Marks a stated case where a list is open. */
  private static final String OTHER = "other:";

  private static final ZoneId ZONE = TimeConfiguration.ZONE;
  private static final Map<String, DateTimeFormatter> DAYS =
      Map.of(
          "zh", DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE),
          "en", DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH));
  private static final Map<String, DateTimeFormatter> MINUTES =
      Map.of(
          "zh", DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINESE),
          "en", DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH));

  private final MessageSource messages;
  private final Locale locale;

  PaperWords(MessageSource messages, Locale locale) {
    this.messages = messages;
    this.locale = locale;
  }

  private String language() {
    return locale.getLanguage().equals("en") ? "en" : "zh";
  }

  public boolean isEnglish() {
    return language().equals("en");
  }

  public String day(LocalDate day) {
    return day.format(DAYS.get(language()));
  }

  /** A moment by the clock of Shanghai, to the minute. */
  public String minute(Instant at) {
    return at.atZone(ZONE).format(MINUTES.get(language()));
  }

  public String period(LocalDate from, LocalDate to) {
    return from.equals(to) ? day(from) : text("papers.period", day(from), day(to));
  }

  /** A text by its key, or the key where there is none. */
  public String text(String key, Object... arguments) {
    return String.valueOf(messages.getMessage(key, arguments, key, locale));
  }

  /** What a wire name of a module is called; a stated case in its own words. */
  public String word(String prefix, String code) {
    return code.startsWith(OTHER)
        ? text("papers.other", code.substring(OTHER.length()))
        : String.valueOf(messages.getMessage(prefix + "." + code, null, code, locale));
  }

  /** What a wire name of a rule profile is called. */
  public String rule(String code) {
    return word("policy.value", code);
  }

  public String rules(List<String> codes) {
    return String.join(text("papers.comma"), codes.stream().map(this::rule).toList());
  }

  public boolean isStated(String code) {
    return code.startsWith(OTHER);
  }

  /** 64 hex digits in groups, so that people can compare them. */
  public String hash(String hex) {
    return hex.replaceAll("(.{8})(?!$)", "$1 ");
  }

  /** Ten-thousandths as per cent. */
  public String percent(int basisPoints) {
    return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
  }
}
