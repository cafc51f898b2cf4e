package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.Catalog.Category;
import cn.sunlot.catalog.domain.ItemContent;
import cn.sunlot.catalog.domain.SuperiorList;
import cn.sunlot.catalog.domain.SuperiorList.Entry;
import cn.sunlot.imports.Cells;
import cn.sunlot.imports.RowReader;
import cn.sunlot.imports.Staging;
import cn.sunlot.kernel.Lifecycle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row of a superior's list. An edition that is there already takes no other item and no
 * other words: such a row is refused; the same row again changes nothing.
 */
final class SuperiorRow implements RowReader {

  static final Staging STAGING =
      new Staging(
          "catalog.superior_staging",
          List.of(
              "source",
              "list_name",
              "edition",
              "issued_on",
              "code",
              "name",
              "category",
              "ratio_cap_bp",
              "times_per_year",
              "target_kind",
              "content",
              "basis",
              "methods",
              "body"));

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("[yyyy-M-d][yyyy/M/d][yyyy.M.d][yyyy年M月d日]", Locale.ROOT);

  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("实地核查", "on-site"),
          Map.entry("实地检查", "on-site"),
          Map.entry("现场检查", "on-site"),
          Map.entry("on-site", "on-site"),
          Map.entry("书面检查", "documents"),
          Map.entry("documents", "documents"),
          Map.entry("网络监测", "network-monitoring"),
          Map.entry("network-monitoring", "network-monitoring"),
          Map.entry("检验检测", "testing"),
          Map.entry("检测", "testing"),
          Map.entry("testing", "testing"));

  /** An edition, by who issued it and what it is called. */
  private record Edition(String source, String name, String edition) {

    static Edition of(SuperiorList list) {
      return new Edition(list.source(), list.name(), list.edition());
    }
  }

  private final Map<Edition, SuperiorList> known = new HashMap<>();
  private final Map<Edition, LocalDate> days = new HashMap<>();

  /** Rows beside these lists, which stay as they are. */
  SuperiorRow(List<SuperiorList> there) {
    for (SuperiorList list : there) {
      known.put(Edition.of(list), list);
      days.put(Edition.of(list), list.issuedOn());
    }
  }

  @Override
  public Optional<Staged> read(Cells cells) {
    String source = demand(cells, "source");
    String list = demand(cells, "list-name");
    String number = demand(cells, "edition");
    LocalDate day = day(cells);
    String code = code(cells);
    ItemContent content = content(cells);
    if (source == null || list == null || number == null) {
      return Optional.empty();
    }
    var edition = new Edition(source, list, number);
    if (day != null && code != null && content != null) {
      check(cells, edition, day, new Entry(code, content));
    }
    if (cells.refused() || day == null || code == null || content == null) {
      return Optional.empty();
    }
    return Optional.of(staged(edition, day, code, content));
  }

  private void check(Cells cells, Edition edition, LocalDate day, Entry entry) {
    boolean taken =
        days.entrySet().stream()
            .anyMatch(
                e ->
                    e.getValue().equals(day)
                        && !e.getKey().equals(edition)
                        && e.getKey().source().equals(edition.source())
                        && e.getKey().name().equals(edition.name()));
    if (taken || !days.computeIfAbsent(edition, k -> day).equals(day)) {
      cells.refuse("issued-on", "issued-on-differs");
    }
    SuperiorList list = known.get(edition);
    if (list != null && !list.entries().contains(entry)) {
      cells.refuse("code", "edition-fixed", list.edition());
    }
  }

  private static Staged staged(Edition edition, LocalDate day, String code, ItemContent content) {
    List<@Nullable String> values =
        Arrays.asList(
            edition.source(),
            edition.name(),
            edition.edition(),
            day.toString(),
            code,
            content.name(),
            Lifecycle.wireName(content.category()),
            content.ratioCapBp() == null ? null : content.ratioCapBp().toString(),
            content.timesPerYear() == null ? null : content.timesPerYear().toString(),
            content.targetKind(),
            content.content(),
            Staging.array(content.basis()),
            Staging.array(content.methods()),
            content.body());
    return new Staged(
        String.join("\n", edition.source(), edition.name(), edition.edition(), code), values);
  }

  private static @Nullable String demand(Cells cells, String field) {
    String text = cells.get(field);
    if (text == null) {
      cells.refuse(field, "missing");
    }
    return text;
  }

  private static @Nullable LocalDate day(Cells cells) {
    String text = demand(cells, "issued-on");
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text, DAY);
    } catch (DateTimeParseException e) {
      cells.refuse("issued-on", "date-wrong");
      return null;
    }
  }

  private static @Nullable String code(Cells cells) {
    String text = demand(cells, "code");
    if (text == null) {
      return null;
    }
    String capitals = text.toUpperCase(Locale.ROOT);
    if (!capitals.matches(SuperiorList.CODE)) {
      cells.refuse("code", "item-code-shape");
    }
    return capitals;
  }

  private static @Nullable ItemContent content(Cells cells) {
    String name = demand(cells, "name");
    Category category = category(cells);
    Integer cap = cap(cells, category);
    Integer times = times(cells);
    List<String> methods = methods(cells);
    if (name == null || category == null) {
      return null;
    }
    return new ItemContent(
        name,
        category,
        cap,
        times,
        text(cells, "target-kind"),
        text(cells, "content"),
        split(cells.get("basis"), "[\\n；;]"),
        methods,
        text(cells, "body"));
  }

  private static String text(Cells cells, String field) {
    return Objects.requireNonNullElse(cells.get(field), "");
  }

  private static @Nullable Category category(Cells cells) {
    String text = demand(cells, "category");
    if (text == null) {
      return null;
    }
    if (text.startsWith("重点") || text.equalsIgnoreCase("key")) {
      return Category.KEY;
    }
    if (text.startsWith("一般") || text.equalsIgnoreCase("general")) {
      return Category.GENERAL;
    }
    cells.refuse("category", "item-category");
    return null;
  }

  /** A cap in per cent; a key item has none. */
  private static @Nullable Integer cap(Cells cells, @Nullable Category category) {
    String text = cells.get("ratio-cap");
    if (text == null) {
      return null;
    }
    if (category == Category.KEY) {
      cells.refuse("ratio-cap", "key-item-cap");
      return null;
    }
    try {
      int bp = new BigDecimal(text.replace("%", "")).movePointRight(2).intValueExact();
      if (bp >= 1 && bp <= 10_000) {
        return bp;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number that is out of range.
    } catch (ArithmeticException e) {
      // The same: more than two decimals.
    }
    cells.refuse("ratio-cap", "item-ratio");
    return null;
  }

  private static @Nullable Integer times(Cells cells) {
    String text = cells.get("times-per-year");
    if (text == null) {
      return null;
    }
    if (text.matches("[0-9]{1,3}")) {
      int times = Integer.parseInt(text);
      if (times >= 1 && times <= 365) {
        return times;
      }
    }
    cells.refuse("times-per-year", "item-times");
    return null;
  }

  private static List<String> methods(Cells cells) {
    List<String> methods = new ArrayList<>();
    for (String one : split(cells.get("methods"), "[\\n；;、，,]")) {
      String method = METHODS.get(one);
      if (method == null) {
        cells.refuse("methods", "item-method", one);
      } else if (!methods.contains(method)) {
        methods.add(method);
      }
    }
    return methods;
  }

  private static List<String> split(@Nullable String text, String separator) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(separator, -1))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
  }
}
