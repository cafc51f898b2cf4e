package cn.sunlot.kernel.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the schema of a record as exact as the record: what is not {@code @Nullable} is required
 * and never null, the rest may be null or missing, and enums and {@link OneOf} list their names.
 */
final class RecordSchema {

  private static final String OURS = "cn.sunlot.";

  private RecordSchema() {}

  /**
   * Changes the schema in place; one that is not of a record of ours stays as it is.
   *
   * @param name full name of the class, with dots also before nested ones
   */
  static void makeExact(String name, Schema<?> schema) {
    Class<?> type = find(name).orElse(null);
    if (type == null || !type.isRecord()) {
      return;
    }
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Schema<?> property =
          Objects.requireNonNull(schema.getProperties().get(component.getName()), name);
      nameValues(component, property);
      if (isAlwaysThere(component)) {
        required.add(component.getName());
      }
      if (isNullable(component) && !leavesOutEmptyOnes(type)) {
        schema.getProperties().put(component.getName(), orNull(property));
      }
    }
    schema.setRequired(required.isEmpty() ? null : required);
  }

  private static Optional<Class<?>> find(String name) {
    if (name.startsWith(Page.class.getName() + "Cn.")) {
      return Optional.of(Page.class);
    }
    String tried = name;
    while (tried.startsWith(OURS)) {
      try {
        return Optional.of(Class.forName(tried, false, RecordSchema.class.getClassLoader()));
      } catch (ClassNotFoundException nested) {
        int dot = tried.lastIndexOf('.');
        tried = tried.substring(0, dot) + "$" + tried.substring(dot + 1);
      }
    }
    return Optional.empty();
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static boolean isAlwaysThere(RecordComponent component) {
    return !isNullable(component)
        && !(leavesOutEmptyOnes(component.getDeclaringRecord())
            && Collection.class.isAssignableFrom(component.getType()));
  }

  private static boolean leavesOutEmptyOnes(Class<?> type) {
    JsonInclude include = type.getAnnotation(JsonInclude.class);
    return include != null && include.value() == JsonInclude.Include.NON_EMPTY;
  }

  private static void nameValues(RecordComponent component, Schema<?> property) {
    OneOf oneOf = component.getAnnotation(OneOf.class);
    if (oneOf != null) {
      Schema<?> text = property.getItems() == null ? property : property.getItems();
      setNames(text, oneOf.value(), oneOf.asNamed());
    } else if (component.getType().isEnum()) {
      setNames(property, component.getType(), false);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // a schema of texts, whatever it is declared as
  private static void setNames(Schema schema, Class<?> type, boolean asNamed) {
    schema.setEnum(
        Arrays.stream(type.getEnumConstants())
            .map(one -> (Enum<?>) one)
            .map(one -> asNamed ? one.name() : Lifecycle.wireName(one))
            .toList());
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Schema<?> orNull(Schema property) {
    if (property.get$ref() != null) {
      return new JsonSchema().oneOf(List.of(property, new JsonSchema().types(Set.of("null"))));
    }
    property.addType("null");
    if (property.getEnum() != null) {
      var values = new ArrayList<Object>(property.getEnum());
      values.add(null);
      property.setEnum(values);
    }
    return property;
  }
}
