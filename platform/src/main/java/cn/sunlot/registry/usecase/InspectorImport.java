package cn.sunlot.registry.usecase;

import cn.sunlot.imports.Field;
import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.RowReader;
import cn.sunlot.imports.Staging;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.registry.InspectorsChanged;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.store.InspectorMerge;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Inspectors by spreadsheet (ZB-7, TZ-11, TZ-12). */
@Component
@Order(2)
class InspectorImport implements ImportKind {

  private static final List<Field> FIELDS =
      List.of(
          Field.required("licence-number", "证号", "执法证编号", "行政执法证号", "证件号", "licence", "license")
              .asCode(),
          Field.required("name", "人员姓名", "检查人员", "执法人员"),
          Field.required("department", "所属科室", "部门", "所属部门", "单位", "section"),
          Field.required(
                  "licence-until", "证件有效期", "有效期", "执法证有效期", "有效期截止", "expires", "valid until")
              .asCode(),
          Field.optional("sex", "gender"),
          Field.optional("post", "岗位", "职位", "职级", "position"),
          Field.optional("licence-kind", "证件类型", "证件种类", "执法证类型", "licence type"),
          Field.optional("qualifications", "资质", "资格", "执法资格"),
          Field.optional("specialities", "专业", "专长", "业务特长", "expertise"),
          Field.optional("items", "可检查事项", "抽查事项", "事项代码", "item codes"),
          Field.optional("login", "账号", "用户名", "account").asCode());

  private final Organisation organisation;
  private final Registry registry;
  private final InspectorMerge merge;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  InspectorImport(
      Organisation organisation,
      Registry registry,
      InspectorMerge merge,
      ApplicationEventPublisher events,
      Clock clock) {
    this.organisation = organisation;
    this.registry = registry;
    this.merge = merge;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "inspectors";
  }

  @Override
  public Permission permission() {
    return Permission.INSPECTORS_IMPORT;
  }

  @Override
  public List<Field> fields() {
    return FIELDS;
  }

  @Override
  public Staging staging() {
    return InspectorRow.STAGING;
  }

  @Override
  public RowReader open(Context context) {
    return new InspectorRow(
        context.authorityId(),
        SignedIn.get().departmentId(),
        organisation,
        registry,
        LocalDate.now(clock));
  }

  @Override
  public Merged merge(Context context) {
    Merged merged = merge.run(context);
    if (merged.added() + merged.changed() > 0) {
      events.publishEvent(new InspectorsChanged(context.authorityId()));
    }
    return merged;
  }
}
