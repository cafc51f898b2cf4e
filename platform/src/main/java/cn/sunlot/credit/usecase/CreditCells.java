package cn.sunlot.credit.usecase;

import cn.sunlot.imports.Cells;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the rows of all credit lists have in common: a target, days, texts of bounded length. */
final class CreditCells {

  private static final int LONGEST = 1_000;

  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("uuuu/M/d", Locale.ROOT),
          DateTimeFormatter.ofPattern("uuuu.M.d", Locale.ROOT),
          DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT),
          DateTimeFormatter.BASIC_ISO_DATE);

  private final Cells cells;

  CreditCells(Cells cells) {
    this.cells = cells;
  }

  @Nullable UUID target(WrittenTargets targets) {
    String text = demand("unit-id");
    if (text == null) {
      return null;
    }
    Optional<UUID> found = targets.find(text);
    if (found.isEmpty()) {
      cells.refuse("unit-id", "target-unknown");
    }
    return found.orElse(null);
  }

  @Nullable LocalDate demandDay(String field) {
    return demand(field) == null ? null : day(field);
  }

  /** A day; what is no day refuses the row. */
  @Nullable LocalDate day(String field) {
    String text = cells.get(field);
    if (text == null) {
      return null;
    }
    for (DateTimeFormatter format : DAYS) {
      try {
        return LocalDate.parse(text, format);
      } catch (DateTimeParseException next) {
        // The next format may fit.
      }
    }
    cells.refuse(field, "date-wrong");
    return null;
  }

  /** A day that has come. */
  @Nullable LocalDate pastDay(String field, LocalDate today) {
    LocalDate day = demandDay(field);
    if (day != null && day.isAfter(today)) {
      cells.refuse(field, "day-to-come");
    }
    return day;
  }

  @Nullable String demand(String field) {
    String text = cells.get(field);
    if (text == null) {
      cells.refuse(field, "missing");
    } else if (text.length() > LONGEST) {
      cells.refuse(field, "too-long", Integer.toString(LONGEST));
    }
    return text;
  }

  String orElse(String field, String otherwise) {
    String text = cells.get(field);
    return text == null ? otherwise : text;
  }

  void refuse(String field, String issue) {
    cells.refuse(field, issue);
  }

  boolean refused() {
    return cells.refused();
  }
}
