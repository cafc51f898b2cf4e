package cn.sunlot.burden.usecase;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.imports.Cells;
import cn.sunlot.imports.RowReader;
import cn.sunlot.imports.Staging;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Target;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of the list of earlier draws: which target, which item, when, under which number. */
final class EarlierDraw implements RowReader {

  static final Staging STAGING =
      new Staging(
          "burden.take_over_staging",
          List.of("target_id", "item_id", "day", "ref", "kind", "joint"));

  /** Keeps numbers of the earlier system apart from ours. */
  private static final String PREFIX = "earlier:";

  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("uuuu/M/d", Locale.ROOT),
          DateTimeFormatter.ofPattern("uuuu.M.d", Locale.ROOT),
          DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT),
          DateTimeFormatter.BASIC_ISO_DATE);

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("日常", "routine"),
          Map.entry("日常检查", "routine"),
          Map.entry("双随机", "routine"),
          Map.entry("routine", "routine"),
          Map.entry("专项", "special"),
          Map.entry("专项检查", "special"),
          Map.entry("special", "special"),
          Map.entry("触发", "caused"),
          Map.entry("触发式", "caused"),
          Map.entry("投诉举报", "caused"),
          Map.entry("转办交办", "caused"),
          Map.entry("caused", "caused"));

  private static final Map<String, String> YES_NO =
      Map.of("是", "true", "否", "false", "yes", "true", "no", "false", "y", "true", "n", "false");

  private final UUID authorityId;
  private final Registry registry;
  private final Catalog catalog;
  private final LocalDate today;
  private final Map<LocalDate, Map<String, UUID>> itemsOfDay = new HashMap<>();
  private final Map<String, Optional<UUID>> targets = new HashMap<>();

  EarlierDraw(UUID authorityId, Registry registry, Catalog catalog, LocalDate today) {
    this.authorityId = authorityId;
    this.registry = registry;
    this.catalog = catalog;
    this.today = today;
  }

  @Override
  public Optional<Staged> read(Cells cells) {
    UUID target = target(cells);
    LocalDate day = day(cells);
    UUID item = item(cells, day == null ? today : day);
    String kind = word(cells, "kind", KINDS, "routine", "kind-unknown");
    String joint = word(cells, "joint", YES_NO, "false", "yes-no-unknown");
    if (target == null || day == null || item == null || cells.refused()) {
      return Optional.empty();
    }
    String given = cells.get("ref");
    String ref = PREFIX + (given == null ? day : given);
    String key = String.join(" ", target.toString(), item.toString(), ref);
    return Optional.of(
        new Staged(
            key, List.of(target.toString(), item.toString(), day.toString(), ref, kind, joint)));
  }

  private @Nullable UUID target(Cells cells) {
    String text = demand(cells, "unit-id");
    if (text == null) {
      return null;
    }
    Optional<UUID> target =
        targets.computeIfAbsent(
            text, t -> registry.findByWrittenId(authorityId, t).map(Target::id));
    if (target.isEmpty()) {
      cells.refuse("unit-id", "target-unknown");
    }
    return target.orElse(null);
  }

  private @Nullable LocalDate day(Cells cells) {
    String text = demand(cells, "day");
    if (text == null) {
      return null;
    }
    Optional<LocalDate> day = parse(text);
    if (day.isEmpty()) {
      cells.refuse("day", "date-wrong");
      return null;
    }
    if (day.get().isAfter(today)) {
      cells.refuse("day", "day-to-come");
      return null;
    }
    if (day.get().getYear() != today.getYear()) {
      cells.warn("day", "day-other-year", String.valueOf(today.getYear()));
    }
    return day.get();
  }

  private static Optional<LocalDate> parse(String text) {
    for (DateTimeFormatter format : DAYS) {
      try {
        return Optional.of(LocalDate.parse(text, format));
      } catch (DateTimeParseException next) {
        // The next format may fit.
      }
    }
    return Optional.empty();
  }

  /** The item of this code in the list of that day, or in today's. */
  private @Nullable UUID item(Cells cells, LocalDate day) {
    String text = demand(cells, "item");
    if (text == null) {
      return null;
    }
    String code = text.toUpperCase(Locale.ROOT);
    UUID then = items(day).get(code);
    UUID item = then == null ? items(today).get(code) : then;
    if (item == null) {
      cells.refuse("item", "item-unknown");
    }
    return item;
  }

  private Map<String, UUID> items(LocalDate day) {
    return itemsOfDay.computeIfAbsent(
        day,
        d -> {
          Map<String, UUID> items = new HashMap<>();
          for (ItemVersion item : catalog.listInForce(authorityId, d)) {
            items.put(item.code(), item.itemId());
          }
          return items;
        });
  }

  /** What a word stands for; an unknown one is refused. */
  private static String word(
      Cells cells, String field, Map<String, String> words, String otherwise, String issue) {
    String text = cells.get(field);
    if (text == null) {
      return otherwise;
    }
    String known = words.get(text.strip().toLowerCase(Locale.ROOT));
    if (known == null) {
      cells.refuse(field, issue);
    }
    return known == null ? otherwise : known;
  }

  private static @Nullable String demand(Cells cells, String field) {
    String text = cells.get(field);
    if (text == null) {
      cells.refuse(field, "missing");
    }
    return text;
  }
}
