package cn.sunlot.burden.usecase;

import cn.sunlot.burden.store.TakeOverMerge;
import cn.sunlot.catalog.Catalog;
import cn.sunlot.imports.Field;
import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.RowReader;
import cn.sunlot.imports.Staging;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.registry.Registry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes over the year's draws and visits from before Sunlot, or ceilings would be counted from
 * nothing (ZB-12, TZ-M10).
 */
@Component
@Order(3)
class TakeOverDraws implements ImportKind {

  private static final List<Field> FIELDS =
      List.of(
          Field.required("unit-id", "统一社会信用代码", "统一信用代码", "社会信用代码", "信用代码", "注册号", "credit code")
              .asCode(),
          Field.required("item", "事项编码", "检查事项编码", "事项编号", "抽查事项编码", "item code").asCode(),
          Field.required("day", "日期", "抽查日期", "检查日期", "检查时间", "抽取日期", "date").asCode(),
          Field.optional("ref", "任务编号", "编号", "原编号", "检查编号", "number").asCode(),
          Field.optional("kind", "检查类型", "检查类别", "任务类型", "kind"),
          Field.optional("joint", "是否部门联合", "部门联合", "联合检查", "joint"));

  private final Registry registry;
  private final Catalog catalog;
  private final TakeOverMerge merge;
  private final Clock clock;

  TakeOverDraws(Registry registry, Catalog catalog, TakeOverMerge merge, Clock clock) {
    this.registry = registry;
    this.catalog = catalog;
    this.merge = merge;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "earlier-draws";
  }

  @Override
  public Permission permission() {
    return Permission.TARGETS_IMPORT;
  }

  @Override
  public List<Field> fields() {
    return FIELDS;
  }

  @Override
  public Staging staging() {
    return EarlierDraw.STAGING;
  }

  @Override
  public RowReader open(Context context) {
    return new EarlierDraw(context.authorityId(), registry, catalog, LocalDate.now(clock));
  }

  @Override
  public Merged merge(Context context) {
    return merge.run(context);
  }
}
