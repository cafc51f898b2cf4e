package cn.sunlot.credit.usecase;

import cn.sunlot.credit.ListsChanged;
import cn.sunlot.credit.domain.ListKind;
import cn.sunlot.credit.store.ListStore;
import cn.sunlot.imports.Cells;
import cn.sunlot.imports.Field;
import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.RowReader;
import cn.sunlot.imports.RowReader.Staged;
import cn.sunlot.imports.Staging;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.registry.Registry;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lists by spreadsheet: abnormal operation, serious violation, exemptions and others (TZ-M11). */
@Component
@Order(4)
class ListImport implements ImportKind {

  private static final List<Field> FIELDS =
      List.of(
          Field.required("unit-id", "统一信用代码", "社会信用代码", "信用代码", "注册号", "credit code").asCode(),
          Field.required("list", "名录", "清单", "名单类型", "名录类型", "list name"),
          Field.required("from", "列入日期", "列入时间", "起始日期", "开始日期", "date in").asCode(),
          Field.optional("until", "有效期至", "截止日期", "有效期", "valid until").asCode(),
          Field.optional("ended-on", "移出日期", "移出时间", "退出日期", "date out").asCode(),
          Field.required("ground", "列入原因", "列入事由", "事由", "原因", "依据", "reason"),
          Field.required("decided-by", "作出决定机关", "列入机关", "决定机关", "决定人", "authority"),
          Field.optional("document", "决定文号", "文号", "文书号", "number").asCode());

  private static final Staging STAGING =
      new Staging(
          "credit.list_staging",
          List.of(
              "target_id",
              "list",
              "from_day",
              "until_day",
              "ended_on",
              "ground",
              "decided_by",
              "document"));

  private final Registry registry;
  private final ListStore store;
  private final ApplicationEventPublisher events;

  ListImport(Registry registry, ListStore store, ApplicationEventPublisher events) {
    this.registry = registry;
    this.store = store;
    this.events = events;
  }

  @Override
  public String name() {
    return "credit-lists";
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
    return cells -> read(cells, targets);
  }

  private static Optional<Staged> read(Cells given, WrittenTargets targets) {
    var cells = new CreditCells(given);
    UUID target = cells.target(targets);
    ListKind list = list(cells);
    LocalDate from = cells.demandDay("from");
    LocalDate until = cells.day("until");
    LocalDate ended = cells.day("ended-on");
    String ground = cells.demand("ground");
    String by = cells.demand("decided-by");
    if (list != null && list.needsEnd() && until == null && !cells.refused()) {
      cells.refuse("until", "end-needed");
    }
    if (from != null && (isBefore(until, from) || isBefore(ended, from))) {
      cells.refuse("until", "dates-reversed");
    }
    if (target == null
        || list == null
        || from == null
        || ground == null
        || by == null
        || cells.refused()) {
      return Optional.empty();
    }
    String name = Lifecycle.wireName(list);
    List<@Nullable String> values =
        Arrays.asList(
            target.toString(),
            name,
            from.toString(),
            until == null ? null : until.toString(),
            ended == null ? null : ended.toString(),
            ground,
            by,
            cells.orElse("document", ""));
    return Optional.of(
        new Staged(String.join(" ", target.toString(), name, from.toString()), values));
  }

  private static boolean isBefore(@Nullable LocalDate day, LocalDate from) {
    return day != null && day.isBefore(from);
  }

  private static @Nullable ListKind list(CreditCells cells) {
    String text = cells.demand("list");
    if (text == null) {
      return null;
    }
    Optional<ListKind> list = ListKind.read(text);
    if (list.isEmpty()) {
      cells.refuse("list", "list-unknown");
    }
    return list.orElse(null);
  }

  @Override
  public Merged merge(Context context) {
    Set<UUID> targets = store.listStagedTargets(context.importId());
    Merged merged = store.merge(context.authorityId(), context.importId(), "import");
    if (!targets.isEmpty()) {
      events.publishEvent(new ListsChanged(context.authorityId(), targets));
    }
    return merged;
  }
}
