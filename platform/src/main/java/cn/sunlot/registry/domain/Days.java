package cn.sunlot.registry.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days as people write them: 2026-11-21, 2026/11/21, 2026.11.21, 20261121, 2026年11月21日. */
public final class Days {

  private static final Pattern DAY =
      Pattern.compile("([0-9]{4})(?:[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|([0-9]{2})([0-9]{2}))");

  private Days() {}

  /** The day, if it exists. */
  public static Optional<LocalDate> read(String text) {
    Matcher m = DAY.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    boolean joined = m.group(2) == null;
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(m.group(1)),
              Integer.parseInt(m.group(joined ? 4 : 2)),
              Integer.parseInt(m.group(joined ? 5 : 3))));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
