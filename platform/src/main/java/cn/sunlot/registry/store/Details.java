package cn.sunlot.registry.store;

import java.util.Map;
import org.jooq.JSONB;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Details of a kind as they stand in a row. */
final class Details {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private Details() {}

  static Map<String, String> read(ObjectMapper json, JSONB stored) {
    return "{}".equals(stored.data()) ? Map.of() : json.readValue(stored.data(), TEXTS);
  }
}
