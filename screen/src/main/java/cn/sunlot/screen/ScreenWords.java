package cn.sunlot.screen;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Codes, numbers and times as people read them; {@code w} in the template. */
public final class ScreenWords {

  /** Digits of a token that are enough to find it in the transcript. */
  public static final int SHORT = 12;

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final String HEX = "[0-9a-f]{64}";
  private static final String OTHER = "other:";

  private final MessageSource messages;
  private final Locale locale;

  ScreenWords(MessageSource messages, Locale locale) {
    this.messages = messages;
    this.locale = locale;
  }

  /**
   * A code in words; what was stated behind {@code other:} as it stands, an unknown one as it is.
   */
  public String of(String kind, String code) {
    if (code.startsWith(OTHER)) {
      return code.substring(OTHER.length()).strip();
    }
    String words = messages.getMessage("words." + kind + "." + code, null, code, locale);
    return words == null ? code : words;
  }

  /**
   * A stratum in words: its class, and where it is a class in a region, that region by its name.
   * What was committed to is the code, which stands beside it.
   */
  public String stratum(String code, @Nullable String region) {
    int dot = code.indexOf('.');
    String ofClass = dot < 0 ? code : code.substring(0, dot);
    String words = messages.getMessage("stratum.of." + ofClass, null, ofClass, locale);
    if (dot < 0 || words == null) {
      return words == null ? code : words;
    }
    String where = region == null || region.isEmpty() ? code.substring(dot + 1) : region;
    return words + " · " + where;
  }

  /** The first digits of a token or ticket. */
  public String brief(String hex) {
    return hex.substring(0, Math.min(SHORT, hex.length()));
  }

  /** A long code in groups that the eye can keep; put one behind the other they are the code. */
  public List<String> groups(String code) {
    return code.matches(HEX) ? List.of(code.split("(?<=\\G.{8})", -1)) : List.of(code);
  }

  /** {@code 2,112}. */
  public String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Basis points as a percentage. */
  public String rate(int basisPoints) {
    return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
  }

  /** A share as a percentage of at most two digits after the point. */
  public String share(int part, int whole) {
    return whole == 0
        ? "0%"
        : BigDecimal.valueOf(part * 100L)
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString()
            + "%";
  }

  /** Day and minute in China. */
  public String time(Instant at) {
    return TIME.format(at.atZone(ZONE));
  }
}
