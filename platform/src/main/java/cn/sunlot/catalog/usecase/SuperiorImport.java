package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.store.SuperiorMerge;
import cn.sunlot.catalog.store.SuperiorStore;
import cn.sunlot.imports.Field;
import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.RowReader;
import cn.sunlot.imports.Staging;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.organisation.Organisation;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Item lists of superiors by spreadsheet, each row with the edition that it stands in (RS-2.2). */
@Component
@Order(7)
class SuperiorImport implements ImportKind {

  private static final List<Field> FIELDS =
      List.of(
          Field.required("source", "制定机关", "发布机关", "issued by"),
          Field.required("list-name", "清单", "清单标题", "list"),
          Field.required("edition", "清单版本", "版次", "version"),
          Field.required("issued-on", "发布日期", "印发时间", "issued").asCode(),
          Field.required("code", "事项编号", "事项编码", "编码", "item code").asCode(),
          Field.required("name", "抽查事项", "检查事项", "事项", "item"),
          Field.required("category", "类别", "事项分类", "type"),
          Field.optional("ratio-cap", "比例上限", "抽查比例", "ratio").asCode(),
          Field.optional("times-per-year", "频次", "每年次数", "frequency").asCode(),
          Field.optional("target-kind", "对象", "抽查对象", "target"),
          Field.optional("content", "内容", "抽查内容"),
          Field.optional("basis", "依据", "抽查依据", "法律依据"),
          Field.optional("methods", "方式", "抽查方式", "method"),
          Field.optional("body", "主体", "实施主体"));

  private final SuperiorStore lists;
  private final SuperiorMerge merge;
  private final Organisation organisation;

  SuperiorImport(SuperiorStore lists, SuperiorMerge merge, Organisation organisation) {
    this.lists = lists;
    this.merge = merge;
    this.organisation = organisation;
  }

  @Override
  public String name() {
    return "superior-items";
  }

  @Override
  public Permission permission() {
    return Permission.CATALOG_EDIT;
  }

  @Override
  public List<Field> fields() {
    return FIELDS;
  }

  @Override
  public Staging staging() {
    return SuperiorRow.STAGING;
  }

  @Override
  public RowReader open(Context context) {
    return new SuperiorRow(lists.listAll(context.authorityId()));
  }

  @Override
  public Merged merge(Context context) {
    return merge.run(context, organisation.getPerson(context.personId()).departmentId());
  }
}
