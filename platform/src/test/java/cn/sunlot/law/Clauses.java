package cn.sunlot.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The list of clauses in {@code docs/law/clauses.yaml}. */
final class Clauses {

  /** One line of the list. */
  record Line(
      String id,
      String kind,
      String area,
      @Nullable String strength,
      String rule,
      @Nullable List<String> follows) {

    String document() {
      return id.substring(0, id.indexOf('-'));
    }

    boolean isEnforced() {
      return kind.equals("enforce");
    }
  }

  private Clauses() {}

  /** All clauses by id, in the order of the list. */
  static Map<String, Line> read() {
    var yaml =
        YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    List<Line> lines =
        yaml.readValue(
            Project.root().resolve("docs/law/clauses.yaml").toFile(), new TypeReference<>() {});
    Map<String, Line> byId = new LinkedHashMap<>();
    for (Line line : lines) {
      if (byId.put(line.id(), line) != null) {
        throw new IllegalStateException(
            "docs/law/clauses.yaml: " + line.id() + " stands there twice");
      }
    }
    return byId;
  }
}
