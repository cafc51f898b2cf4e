package cn.sunlot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sunlot.PlatformTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API is what {@code platform/openapi.json} says, from which the screens' types are made. */
@PlatformTest
class ApiDocumentTest {

  private static final Path DOCUMENT = Path.of("openapi.json");
  private static final boolean WRITE = Boolean.getBoolean("sunlot.docs.write");

  /**
   * Schemas are named by class; {@code cn.sunlot.tasking.web.TaskViews$TaskDetail} is {@code
   * tasking.TaskDetail}.
   */
  private static final Pattern CLASS_NAME =
      Pattern.compile(
          "cn\\.sunlot\\.([a-z]+)\\.(?:[a-z]+\\.)*(?:[A-Z][A-Za-z0-9]*[.$])*([A-Z][A-Za-z0-9]*)");

  /** {@code cn.sunlot.kernel.PageCn.sunlot.tasking.web…} is {@code …TaskListRowPage}. */
  private static final Pattern PAGE_NAME =
      Pattern.compile("cn\\.sunlot\\.kernel\\.PageCn\\.(sunlot\\.[A-Za-z.$]+)");

  private static final ObjectMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Autowired private MockMvc web;

  @Test
  void the_document_is_as_the_program_would_write_it() throws Exception {
    String now = document();
    if (WRITE) {
      Files.writeString(DOCUMENT, now);
    }
    assertThat(Files.readString(DOCUMENT))
        .as("platform/openapi.json is stale; run: make docs")
        .isEqualTo(now);
  }

  private String document() throws Exception {
    String raw =
        web.perform(get("/v3/api-docs"))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    String paged = PAGE_NAME.matcher(raw).replaceAll("cn.$1Page");
    Map<String, String> classes = new HashMap<>();
    String named =
        CLASS_NAME
            .matcher(paged)
            .replaceAll(
                found -> {
                  String before = classes.putIfAbsent(shortName(found), found.group());
                  assertThat(before == null ? found.group() : before)
                      .as("two records of the API share a name; rename one")
                      .isEqualTo(found.group());
                  return shortName(found);
                });
    ObjectNode document = (ObjectNode) PRETTY.readTree(named);
    document.remove("servers");
    return PRETTY.writeValueAsString(sorted(document)) + "\n";
  }

  private static String shortName(MatchResult name) {
    return name.group(1) + "." + name.group(2);
  }

  /**
   * Keys in order, so that the document does not depend on the order in which handlers are found.
   */
  private static JsonNode sorted(JsonNode node) {
    if (node.isObject()) {
      ObjectNode ordered = PRETTY.createObjectNode();
      new TreeSet<>(node.propertyNames())
          .forEach(name -> ordered.set(name, sorted(node.get(name))));
      return ordered;
    }
    if (node.isArray()) {
      var ordered = PRETTY.createArrayNode();
      node.forEach(element -> ordered.add(sorted(element)));
      return ordered;
    }
    return node;
  }
}
