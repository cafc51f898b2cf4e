package cn.sunlot.registry.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.registry.Registry.Target;
import cn.sunlot.registry.domain.DetailField;
import cn.sunlot.registry.domain.DetailField.Words;
import cn.sunlot.registry.domain.KindSchema;
import cn.sunlot.registry.domain.KindSchema.Use;
import cn.sunlot.registry.domain.Masked;
import cn.sunlot.registry.domain.RelationType;
import cn.sunlot.registry.domain.TargetKind;
import cn.sunlot.registry.store.TargetRelationStore;
import cn.sunlot.registry.store.TargetRelationStore.Other;
import cn.sunlot.registry.usecase.KindSchemas;
import cn.sunlot.registry.web.TargetResponses.DetailView;
import cn.sunlot.registry.web.TargetResponses.RelationView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The fields of kinds, and what a target has of them, in the reader's language. */
@Component
class KindViews {

  record ChoiceView(String value, String label) {}

  /**
   * A field of a kind.
   *
   * @param personal whether it is masked for those who may not edit
   */
  record KindFieldView(
      String name,
      String label,
      @OneOf(DetailField.Type.class) String type,
      boolean required,
      boolean personal,
      List<ChoiceView> choices) {}

  /** What targets of a kind can belong to, and of which kinds that is. */
  record KindRelationView(String name, String label, @OneOf(TargetKind.class) List<String> to) {}

  record KindView(
      @OneOf(TargetKind.class) String kind,
      List<KindFieldView> fields,
      List<KindRelationView> relations) {}

  private final KindSchema schema;
  private final TargetRelationStore store;

  KindViews(KindSchemas schemas, TargetRelationStore store) {
    this.schema = schemas.get();
    this.store = store;
  }

  /** All kinds with their fields. */
  List<KindView> list() {
    return Stream.of(TargetKind.values())
        .map(TargetKind::wireName)
        .map(
            kind ->
                new KindView(
                    kind, schema.of(kind).stream().map(KindViews::field).toList(), relations(kind)))
        .toList();
  }

  private List<KindRelationView> relations(String kind) {
    Locale locale = LocaleContextHolder.getLocale();
    return schema.relations().stream()
        .filter(type -> type.from().contains(kind))
        .map(
            type ->
                new KindRelationView(
                    type.name(), type.words().in(locale), type.to().stream().sorted().toList()))
        .toList();
  }

  /** What a target belongs to. */
  List<RelationView> belongsTo(Target target) {
    return store.listTo(target.id()).stream()
        .map(other -> relation(other, RelationType::words))
        .toList();
  }

  /** What belongs to a target. */
  List<RelationView> belonging(Target target) {
    return store.listFrom(target.authorityId(), target.unitId()).stream()
        .map(other -> relation(other, RelationType::back))
        .toList();
  }

  /** What can be done about it by those who may change the target. */
  List<String> related(Target target) {
    List<String> commands = new ArrayList<>();
    if (!relations(target.kind()).isEmpty()) {
      commands.add("relate");
    }
    if (!store.listTo(target.id()).isEmpty()) {
      commands.add("unrelate");
    }
    return commands;
  }

  private RelationView relation(Other other, Function<RelationType, Words> words) {
    Locale locale = LocaleContextHolder.getLocale();
    return new RelationView(
        other.relation(),
        schema
            .findRelation(other.relation())
            .map(type -> words.apply(type).in(locale))
            .orElse(other.relation()),
        other.unitId(),
        other.id(),
        other.name(),
        other.kind());
  }

  private static KindFieldView field(Use use) {
    Locale locale = LocaleContextHolder.getLocale();
    DetailField field = use.field();
    return new KindFieldView(
        field.name(),
        field.words().in(locale),
        Lifecycle.wireName(field.type()),
        use.required(),
        field.personal(),
        field.choices().entrySet().stream()
            .map(choice -> new ChoiceView(choice.getKey(), choice.getValue().in(locale)))
            .toList());
  }

  /** What a target has of the fields of its kind. */
  List<DetailView> details(Target target, boolean full) {
    Locale locale = LocaleContextHolder.getLocale();
    return schema.of(target.kind()).stream()
        .map(Use::field)
        .filter(field -> target.details().containsKey(field.name()))
        .map(field -> detail(field, target, full, locale))
        .toList();
  }

  private static DetailView detail(DetailField field, Target target, boolean full, Locale locale) {
    String value = target.details().getOrDefault(field.name(), "");
    String shown =
        field.personal() && !full ? Objects.requireNonNullElse(Masked.contact(value), "") : value;
    return new DetailView(field.name(), field.words().in(locale), shown, field.text(shown, locale));
  }

  /** Whether a field of the history is of a person. */
  boolean isPersonal(String field) {
    return field.startsWith(KindSchema.PREFIX)
        && schema.find(field).map(DetailField::personal).orElse(false);
  }
}
