package cn.sunlot.registry.usecase;

import cn.sunlot.registry.domain.DetailField;
import cn.sunlot.registry.domain.DetailField.Type;
import cn.sunlot.registry.domain.DetailField.Words;
import cn.sunlot.registry.domain.KindSchema;
import cn.sunlot.registry.domain.KindSchema.Use;
import cn.sunlot.registry.domain.RelationType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The fields of kinds, from {@code registry/kinds.yaml}. */
@Component
public class KindSchemas {

  private static final String FILE = "/registry/kinds.yaml";

  private record FieldEntry(
      String zh,
      String en,
      String type,
      @Nullable String pattern,
      @Nullable Boolean personal,
      @Nullable List<String> aliases,
      @Nullable Map<String, Words> choices) {

    DetailField read(String name) {
      return new DetailField(
          name,
          new Words(zh, en),
          Type.valueOf(type.toUpperCase(Locale.ROOT)),
          pattern == null ? null : Pattern.compile(pattern),
          choices == null ? Map.of() : new LinkedHashMap<>(choices),
          Boolean.TRUE.equals(personal),
          Objects.requireNonNullElse(aliases, List.of()));
    }
  }

  private record RelationEntry(
      String zh, String en, Words of, Set<String> from, Set<String> to, List<String> aliases) {

    RelationType read(String name) {
      return new RelationType(name, new Words(zh, en), of, from, to, aliases);
    }
  }

  private record Content(
      Map<String, FieldEntry> fields,
      Map<String, List<String>> kinds,
      Map<String, RelationEntry> relations) {}

  private final KindSchema schema;

  KindSchemas() {
    try (InputStream file = KindSchemas.class.getResourceAsStream(FILE)) {
      this.schema = read(new YAMLMapper().readValue(Objects.requireNonNull(file), Content.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public KindSchema get() {
    return schema;
  }

  private static KindSchema read(Content content) {
    Map<String, DetailField> fields = new LinkedHashMap<>();
    content.fields().forEach((name, entry) -> fields.put(name, entry.read(name)));
    Map<String, List<Use>> kinds = new LinkedHashMap<>();
    content
        .kinds()
        .forEach(
            (kind, names) -> {
              List<Use> uses = new ArrayList<>();
              for (String written : names) {
                String name = written.replace("*", "");
                DetailField field =
                    Objects.requireNonNull(fields.get(name), FILE + " has no field " + name);
                uses.add(new Use(field, written.endsWith("*")));
              }
              kinds.put(kind, List.copyOf(uses));
            });
    Map<String, RelationType> relations = new LinkedHashMap<>();
    content.relations().forEach((name, entry) -> relations.put(name, entry.read(name)));
    return new KindSchema(fields, kinds, relations);
  }
}
