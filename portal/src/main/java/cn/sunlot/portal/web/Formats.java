package cn.sunlot.portal.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Numbers, days and shares as people read them; {@code @formats} in the templates. */
@Component("formats")
class Formats {

  /** Days begin and end in China. */
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** {@code 2026-11-20 09:30}, China time; "" for null. */
  public String time(@Nullable Instant at) {
    return at == null ? "" : TIME.format(at.atZone(ZONE));
  }

  /** The day of an instant in China; "" for null. */
  public String day(@Nullable Instant at) {
    return at == null ? "" : at.atZone(ZONE).toLocalDate().toString();
  }

  /** {@code 2026-11-20}; "" for null. */
  public String date(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  /** {@code 2,112}. */
  public String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Basis points as a percentage: 150 is {@code 1.5%}. */
  public String rate(int basisPoints) {
    return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
  }

  /** A share as a percentage of at most two digits after the point: 18 of 1800 is {@code 1%}. */
  public String share(int part, int whole) {
    if (whole == 0) {
      return "0%";
    }
    return BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  /** Bytes as kB or MB. */
  public String size(long bytes) {
    return bytes < 1_000_000
        ? Math.max(1, bytes / 1000) + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
  }
}
