package cn.sunlot.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever a test asks, the answer is as {@code platform/openapi.json} describes it: the screens'
 * types are made from it, so that a null where none is promised would break a page.
 */
@TestConfiguration(proxyBeanMethods = false)
public class AnswersAsDescribed {

  private static final ObjectMapper JSON = new JsonMapper();

  private final JsonNode description;

  AnswersAsDescribed() {
    this(JSON.readTree(Path.of("openapi.json")));
  }

  AnswersAsDescribed(JsonNode description) {
    this.description = description;
  }

  @Bean
  MockMvcBuilderCustomizer checkAnswers() {
    return web -> web.alwaysDo(this::check);
  }

  private void check(MvcResult result) throws IOException {
    Object pattern =
        result.getRequest().getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    JsonNode path = description.path("paths").path(String.valueOf(pattern));
    String method = String.valueOf(result.getRequest().getMethod()).toLowerCase(Locale.ROOT);
    MockHttpServletResponse response = result.getResponse();
    String type = String.valueOf(response.getContentType());
    if (path.path(method).isMissingNode() || !type.contains("json")) {
      return;
    }
    JsonNode schema = schemaOf(path.path(method).path("responses"), response.getStatus());
    List<String> wrong = new ArrayList<>();
    if (schema.isMissingNode()) {
      wrong.add("status " + response.getStatus() + " is not described with a body");
    } else {
      compare(
          JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8)), schema, "", wrong);
    }
    assertThat(wrong)
        .as("%s %s answers otherwise than openapi.json says (make docs?)", method, pattern)
        .isEmpty();
  }

  private JsonNode schemaOf(JsonNode responses, int status) {
    JsonNode answer = responses.path(String.valueOf(status));
    if (answer.isMissingNode() && status >= 400) {
      answer = resolved(responses.path("default"));
    }
    JsonNode content = answer.path("content");
    return content.isEmpty()
        ? content.path("none")
        : content.values().iterator().next().path("schema");
  }

  private void compare(JsonNode value, JsonNode reference, String where, List<String> wrong) {
    JsonNode schema = resolved(reference);
    if (schema.has("oneOf")) {
      if (!value.isNull()) {
        compare(value, schema.path("oneOf").get(0), where, wrong);
      }
    } else if (!typesOf(schema).contains(typeOf(value))) {
      wrong.add(where + " is " + typeOf(value) + ", not " + typesOf(schema));
    } else if (schema.has("enum") && !schema.path("enum").valueStream().anyMatch(value::equals)) {
      wrong.add(where + " is " + value + ", not one of " + schema.path("enum"));
    } else if (value.isObject()) {
      compareMembers(value, schema, where, wrong);
    } else if (value.isArray()) {
      value.forEach(element -> compare(element, schema.path("items"), where + "[]", wrong));
    }
  }

  private void compareMembers(JsonNode value, JsonNode schema, String where, List<String> wrong) {
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asString())) {
        wrong.add(where + "." + name.asString() + " is missing");
      }
    }
    for (var member : value.properties()) {
      JsonNode known = schema.path("properties").path(member.getKey());
      JsonNode any = known.isMissingNode() ? schema.path("additionalProperties") : known;
      String place = where + "." + member.getKey();
      if (any.isMissingNode()) {
        wrong.add(place + " is not described");
      } else {
        compare(member.getValue(), any, place, wrong);
      }
    }
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? description.at(node.path("$ref").asString().substring(1)) : node;
  }

  private static List<String> typesOf(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isMissingNode()) {
      return List.of("object", "array", "string", "number", "boolean", "null");
    }
    return (type.isArray() ? type.valueStream() : Stream.of(type))
        .map(one -> one.asString().equals("integer") ? "number" : one.asString())
        .toList();
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      default -> "string";
    };
  }
}
