package cn.sunlot.credit.usecase;

import cn.sunlot.credit.Credit.Kind;
import cn.sunlot.credit.Credit.Selection;
import cn.sunlot.credit.domain.Reference;
import cn.sunlot.credit.store.ObservationStore;
import cn.sunlot.imports.Cells;
import cn.sunlot.imports.Field;
import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.RowReader;
import cn.sunlot.imports.RowReader.Staged;
import cn.sunlot.imports.Staging;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.registry.Registry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Complaints, penalties and earlier inspections by spreadsheet (TZ-M11). */
@Component
@Order(5)
class ObservationImport implements ImportKind {

  private static final List<Field> FIELDS =
      List.of(
          Field.required("unit-id", "统一信用代码", "社会信用代码", "信用代码", "注册号", "credit code").asCode(),
          Field.required("kind", "类型", "信用信息类型", "事项", "kind of record"),
          Field.required("day", "日期", "发生日期", "决定日期", "检查日期", "date").asCode(),
          Field.required("ref", "编号", "文号", "工单号", "处罚决定书文号", "number"),
          Field.optional("source", "来源", "来源系统", "提供单位", "source system"),
          Field.optional("selection", "检查来源", "选取方式", "selected by"));

  private static final Staging STAGING =
      new Staging(
          "credit.observation_staging",
          List.of(
              "target_id", "kind", "day", "selection", "occasion", "source", "ref", "revision"));

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("检查未发现问题", Kind.INSPECTION_PASSED),
          Map.entry("未发现问题", Kind.INSPECTION_PASSED),
          Map.entry("检查发现问题", Kind.INSPECTION_PROBLEM),
          Map.entry("发现问题", Kind.INSPECTION_PROBLEM),
          Map.entry("登记住所无法联系", Kind.INSPECTION_UNREACHABLE),
          Map.entry("不配合检查", Kind.INSPECTION_UNCOOPERATIVE),
          Map.entry("其他检查结果", Kind.INSPECTION_OTHER),
          Map.entry("投诉举报", Kind.COMPLAINT),
          Map.entry("行政处罚", Kind.PENALTY),
          Map.entry("未按期年报", Kind.ANNUAL_REPORT_MISSED),
          Map.entry("安全事故", Kind.ACCIDENT),
          Map.entry("合同违约", Kind.CONTRACT_BROKEN),
          Map.entry("表彰奖励", Kind.HONOUR));

  private final Registry registry;
  private final ObservationStore store;
  private final Clock clock;

  ObservationImport(Registry registry, ObservationStore store, Clock clock) {
    this.registry = registry;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "credit-records";
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
    Kind kind = kind(cells);
    LocalDate day = cells.pastDay("day", today);
    String ref = cells.demand("ref");
    if (ref != null && !Reference.isRight(ref)) {
      cells.refuse("ref", "ref-shape");
    }
    if (target == null || kind == null || day == null || ref == null || cells.refused()) {
      return Optional.empty();
    }
    String source = cells.orElse("source", "import");
    List<@Nullable String> values =
        Arrays.asList(
            target.toString(),
            Lifecycle.wireName(kind),
            day.toString(),
            Lifecycle.wireName(selection(cells, kind)),
            ref,
            source,
            ref,
            null);
    return Optional.of(new Staged(source + " " + ref, values));
  }

  private static @Nullable Kind kind(CreditCells cells) {
    String text = cells.demand("kind");
    if (text == null) {
      return null;
    }
    Kind kind =
        KINDS.getOrDefault(
            text,
            Arrays.stream(Kind.values())
                .filter(k -> Lifecycle.wireName(k).equals(text))
                .findFirst()
                .orElse(null));
    if (kind == null) {
      cells.refuse("kind", "record-kind-unknown");
    }
    return kind;
  }

  /** Only what says so was chosen by chance: who is not sure must not count as random. */
  private static Selection selection(CreditCells cells, Kind kind) {
    if (!kind.name().startsWith("INSPECTION_")) {
      return Selection.NONE;
    }
    String text = cells.orElse("selection", "");
    return text.equals("随机抽查") || text.equals("random") ? Selection.RANDOM : Selection.TARGETED;
  }

  @Override
  public Merged merge(Context context) {
    return store.merge(context.authorityId(), context.importId());
  }
}
