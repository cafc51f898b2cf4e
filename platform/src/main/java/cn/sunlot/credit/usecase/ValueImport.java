package cn.sunlot.credit.usecase;

import cn.sunlot.credit.store.ObservationStore;
import cn.sunlot.imports.Cells;
import cn.sunlot.imports.Field;
import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.RowReader;
import cn.sunlot.imports.RowReader.Staged;
import cn.sunlot.imports.Staging;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.registry.Registry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ratings and figures of other systems by spreadsheet (TZ-M11). */
@Component
@Order(6)
class ValueImport implements ImportKind {

  private static final List<Field> FIELDS =
      List.of(
          Field.required("unit-id", "统一信用代码", "社会信用代码", "信用代码", "注册号", "credit code").asCode(),
          Field.required("code", "指标代码", "指标", "评价代码", "indicator").asCode(),
          Field.required("value", "数值", "等级", "评价等级", "信用等级", "rating").asCode(),
          Field.required("day", "日期", "评价日期", "数据日期", "date").asCode(),
          Field.optional("source", "来源", "评价机构", "提供单位", "source system"));

  private static final Staging STAGING =
      new Staging("credit.value_staging", List.of("target_id", "code", "value", "day", "source"));

  private final Registry registry;
  private final ObservationStore store;
  private final Clock clock;

  ValueImport(Registry registry, ObservationStore store, Clock clock) {
    this.registry = registry;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "credit-values";
  }

  @Override
  public Permission permission() {
    return Permission.CREDIT_EDIT;
  }

  @Override
  public List<Field> fields() {
    return FIELDS;
  }

  @Override
  public Staging staging() {
    return STAGING;
  }

  @Override
  public RowReader open(Context context) {
    var targets = new WrittenTargets(registry, context.authorityId());
    LocalDate today = LocalDate.now(clock);
    return cells -> read(cells, targets, today);
  }

  private static Optional<Staged> read(Cells given, WrittenTargets targets, LocalDate today) {
    var cells = new CreditCells(given);
    UUID target = cells.target(targets);
    String code = code(cells);
    Integer value = value(cells);
    LocalDate day = cells.pastDay("day", today);
    if (target == null || code == null || value == null || day == null || cells.refused()) {
      return Optional.empty();
    }
    List<@Nullable String> values =
        Arrays.asList(
            target.toString(),
            code,
            value.toString(),
            day.toString(),
            cells.orElse("source", "import"));
    return Optional.of(new Staged(target + " " + code, values));
  }

  private static @Nullable String code(CreditCells cells) {
    String text = cells.demand("code");
    if (text == null) {
      return null;
    }
    String code = text.toLowerCase(Locale.ROOT);
    if (!code.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      cells.refuse("code", "indicator-code");
      return null;
    }
    return code;
  }

  /** A whole number, or a class: A to D are 1 to 4. */
  private static @Nullable Integer value(CreditCells cells) {
    String text = cells.demand("value");
    if (text == null) {
      return null;
    }
    int rating = "ABCD".indexOf(text.toUpperCase(Locale.ROOT).replaceFirst("[级类]$", ""));
    if (rating >= 0 && text.matches("[A-Da-d][级类]?")) {
      return rating + 1;
    }
    if (!text.matches("-?[0-9]{1,9}")) {
      cells.refuse("value", "value-wrong");
      return null;
    }
    return Integer.valueOf(text);
  }

  @Override
  public Merged merge(Context context) {
    return store.mergeValues(context.authorityId(), context.importId());
  }
}
