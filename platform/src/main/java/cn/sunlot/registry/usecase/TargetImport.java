package cn.sunlot.registry.usecase;

import cn.sunlot.imports.Field;
import cn.sunlot.imports.RowImports;
import cn.sunlot.imports.RowKind;
import cn.sunlot.imports.RowReader;
import cn.sunlot.imports.Staging;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.registry.domain.DetailField;
import cn.sunlot.registry.domain.KindSchema;
import cn.sunlot.registry.domain.RelationType;
import cn.sunlot.registry.domain.TargetKind;
import cn.sunlot.registry.store.Contacts;
import cn.sunlot.registry.store.MergerSearch;
import cn.sunlot.registry.store.TargetMerge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Targets by spreadsheet (ZB-6, TZ-10, PDS-11). */
@Component
@Order(1)
class TargetImport implements RowKind {

  private static final List<Field> FIELDS =
      List.of(
          Field.required(
                  "unit-id",
                  "统一信用代码",
                  "社会信用代码",
                  "信用代码",
                  "统一社会信用代码/注册号",
                  "注册号",
                  "uscc",
                  "credit code",
                  "unified social credit code",
                  "id")
              .asCode(),
          Field.required(
              "name", "企业名称", "单位名称", "主体名称", "市场主体名称", "对象名称", "company name", "enterprise"),
          Field.optional(
              "responsible-person", "法定代表人", "法人", "法人代表", "经营者", "负责人姓名", "legal person"),
          Field.optional("contact", "联系电话", "电话", "手机", "手机号", "联系人电话", "phone", "telephone")
              .asSealed(),
          Field.optional("address", "住所", "经营场所", "注册地址", "生产经营地址", "经营地址", "企业地址"),
          Field.optional("region-code", "行政区划", "所属区域", "区县", "辖区", "城市", "region", "city"),
          Field.optional("kind", "企业类型", "主体类型", "市场主体类型", "类别", "type"),
          Field.optional("risk-class", "风险等级", "信用等级", "风险分类", "信用风险类别", "risk").asCode(),
          Field.optional("tags", "标记", "特殊标记", "label", "labels"),
          Field.optional("status", "经营状态", "登记状态", "企业状态", "存续状态"));

  private final TargetMerge merge;
  private final Contacts contacts;
  private final KindSchemas schemas;
  private final ObjectMapper json;
  private final ProblemTexts texts;
  private final MergerSearch mergers;
  private final List<Field> fields;

  TargetImport(
      TargetMerge merge,
      Contacts contacts,
      KindSchemas schemas,
      ObjectMapper json,
      ProblemTexts texts,
      MergerSearch mergers) {
    this.merge = merge;
    this.mergers = mergers;
    this.contacts = contacts;
    this.schemas = schemas;
    this.json = json;
    this.texts = texts;
    List<Field> all = new ArrayList<>(FIELDS);
    for (DetailField detail : schemas.get().fields()) {
      Field field =
          Field.optional(
              KindSchema.PREFIX + detail.name(), detail.aliases().toArray(String[]::new));
      all.add(detail.type() == DetailField.Type.TEXT ? field : field.asCode());
    }
    for (RelationType relation : schemas.get().relations()) {
      all.add(
          Field.optional(
                  RelationType.PREFIX + relation.name(), relation.aliases().toArray(String[]::new))
              .asCode());
    }
    fields = List.copyOf(all);
  }

  @Override
  public String name() {
    return "targets";
  }

  @Override
  public Permission permission() {
    return Permission.TARGETS_IMPORT;
  }

  @Override
  public List<Field> fields() {
    return fields;
  }

  @Override
  public Optional<String> text(Field field, String part, Locale locale) {
    if (field.name().startsWith(RelationType.PREFIX)) {
      return schemas
          .get()
          .findRelation(field.name().substring(RelationType.PREFIX.length()))
          .map(relation -> words(relation, part, locale));
    }
    return schemas
        .get()
        .find(field.name())
        .filter(detail -> field.name().startsWith(KindSchema.PREFIX))
        .map(detail -> part.equals("") ? detail.words().in(locale) : note(detail, part, locale));
  }

  private String words(RelationType relation, String part, Locale locale) {
    return switch (part) {
      case "" -> relation.words().in(locale);
      case ".note" -> texts.text("registry.relation-note", locale);
      default -> "";
    };
  }

  /** Which kinds have it, and what may be filled in. */
  private String note(DetailField detail, String part, Locale locale) {
    if (!part.equals(".note")) {
      return "";
    }
    String kinds =
        Stream.of(TargetKind.values())
            .filter(kind -> schemas.get().has(kind.wireName(), detail.name()))
            .map(kind -> texts.text("registry", kind, locale))
            .collect(Collectors.joining(locale.getLanguage().equals("en") ? ", " : "、"));
    return texts.text(
        "registry.detail-note." + Lifecycle.wireName(detail.type()),
        locale,
        kinds,
        detail.shape(locale));
  }

  @Override
  public Staging staging() {
    return TargetRow.STAGING;
  }

  @Override
  public RowReader open(Context context) {
    SignedIn person = SignedIn.get();
    return new TargetRow(
        person.scope().area(), contacts, schemas.get(), json, mergers.mapFormerIds(person.scope()));
  }

  @Override
  public Merged merge(Context context) {
    return merge.run(context, SignedIn.get().scope().area(), schemas.get().relations());
  }

  @Override
  public Map<Integer, RowImports.Outcome> outcomes(Context context) {
    return merge.outcomes(context);
  }

  @Override
  public void settle() {
    merge.settle();
  }
}
