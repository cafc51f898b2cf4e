package cn.sunlot.registry.domain;

import cn.sunlot.kernel.WrongValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which fields the kinds of target have besides what all have (TZ-10). */
public final class KindSchema {

  /** Names of details in forms, imports and history begin with it. */
  public static final String PREFIX = "details.";

  /** A field of a kind. */
  public record Use(DetailField field, boolean required) {}

  private final Map<String, DetailField> fields;
  private final Map<String, List<Use>> kinds;
  private final Map<String, RelationType> relations;

  /**
   * @param fields by name
   * @param kinds wire name of a kind → its fields
   * @param relations by name
   */
  public KindSchema(
      Map<String, DetailField> fields,
      Map<String, List<Use>> kinds,
      Map<String, RelationType> relations) {
    this.relations = new LinkedHashMap<>(relations);
    this.fields = new LinkedHashMap<>(fields);
    this.kinds = new LinkedHashMap<>(kinds);
    for (TargetKind kind : TargetKind.values()) {
      if (!kinds.containsKey(kind.wireName())) {
        throw new IllegalArgumentException("no fields are named for " + kind.wireName());
      }
    }
  }

  /** All relations. */
  public Collection<RelationType> relations() {
    return List.copyOf(relations.values());
  }

  public Optional<RelationType> findRelation(String name) {
    return Optional.ofNullable(relations.get(name));
  }

  /** All fields, each once. */
  public Collection<DetailField> fields() {
    return List.copyOf(fields.values());
  }

  /** A field by its name, with or without the prefix. */
  public Optional<DetailField> find(String name) {
    String plain = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    return Optional.ofNullable(fields.get(plain));
  }

  /** The fields of a kind, in order. */
  public List<Use> of(String kind) {
    return kinds.getOrDefault(kind, List.of());
  }

  /** Whether a kind has a field. */
  public boolean has(String kind, String name) {
    return of(kind).stream().anyMatch(use -> use.field().name().equals(name));
  }

  /**
   * The details of a form as they are kept.
   *
   * @param wrong is told what cannot be kept
   */
  public Map<String, String> read(String kind, Map<String, String> texts, List<WrongValue> wrong) {
    Map<String, String> details = new LinkedHashMap<>();
    texts.forEach(
        (name, text) -> {
          if (!text.isBlank() && !has(kind, name)) {
            wrong.add(WrongValue.of(PREFIX + name, text, "registry.wrong.detail-unknown"));
          }
        });
    for (Use use : of(kind)) {
      DetailField field = use.field();
      String text = texts.getOrDefault(field.name(), "").strip();
      if (text.isEmpty()) {
        if (use.required()) {
          wrong.add(WrongValue.of(PREFIX + field.name(), "", "registry.wrong.required"));
        }
        continue;
      }
      field
          .read(text)
          .ifPresentOrElse(
              value -> details.put(field.name(), value), () -> wrong.add(wrong(field, text)));
    }
    return details;
  }

  private static WrongValue wrong(DetailField field, String text) {
    return WrongValue.of(
        PREFIX + field.name(),
        text,
        "registry.wrong." + field.problem(),
        field.shape(Locale.SIMPLIFIED_CHINESE),
        field.shape(Locale.ENGLISH));
  }

  /** Required fields of a kind that these details do not have. */
  public List<String> missing(String kind, Map<String, String> details) {
    List<String> missing = new ArrayList<>();
    for (Use use : of(kind)) {
      if (use.required() && !details.containsKey(use.field().name())) {
        missing.add(use.field().name());
      }
    }
    return missing;
  }
}
