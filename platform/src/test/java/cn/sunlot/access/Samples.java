package cn.sunlot.access;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that the API's own description accepts, so that a request gets as far as its thing. */
final class Samples {

  private final ObjectMapper json;
  private final JsonNode document;
  private final Map<String, String> byName;

  /**
   * Samples of a description.
   *
   * @param byName values of text fields by name, e.g. {@code departmentId}
   */
  Samples(ObjectMapper json, JsonNode document, Map<String, String> byName) {
    this.json = json;
    this.document = document;
    this.byName = byName;
  }

  /** A body for an operation, or null where it takes none. */
  @Nullable JsonNode body(JsonNode operation) {
    JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
    return schema.isMissingNode() ? null : of("", schema);
  }

  private JsonNode of(String name, JsonNode schema) {
    if (schema.has("$ref")) {
      String path = schema.get("$ref").asString().substring(1);
      return of(name, document.at(path));
    }
    if (schema.has("enum")) {
      return schema.get("enum").get(0);
    }
    if (schema.has("oneOf")) {
      return json.nullNode();
    }
    if (schema.has("allOf")) {
      return of(name, schema.get("allOf").get(0));
    }
    if (schema.path("type").isArray()) {
      return json.nullNode();
    }
    String type = schema.path("type").asString("object");
    return switch (type) {
      case "object" -> object(schema);
      case "array" -> array(name, schema);
      case "integer", "number" -> json.valueToTree(schema.path("minimum").asInt(1));
      case "boolean" -> json.valueToTree(false);
      default -> json.valueToTree(text(name, schema));
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = json.createObjectNode();
    schema
        .path("properties")
        .propertyStream()
        .forEach(p -> object.set(p.getKey(), of(p.getKey(), p.getValue())));
    return object;
  }

  private ArrayNode array(String name, JsonNode schema) {
    ArrayNode array = json.createArrayNode();
    array.add(of(name, schema.get("items")));
    return array;
  }

  private String text(String name, JsonNode schema) {
    String known = byName.get(name);
    if (known != null) {
      return known;
    }
    return switch (schema.path("format").asString("")) {
      case "uuid" ->
          UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString();
      case "date" -> "2026-06-01";
      case "date-time" -> "2026-06-01T00:00:00Z";
      default -> "样例";
    };
  }
}
