package cn.sunlot.checklist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files in docs/checklist by which the engine of the screens is tested too. */
final class Vectors {

  static final JsonMapper JSON = JsonMapper.shared();
  static final Path FOLDER = Path.of("../docs/checklist");

  private static final TypeReference<List<DefinitionError>> ERRORS = new TypeReference<>() {};

  private Vectors() {}

  static String text(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<JsonNode> cases(String name) {
    return JSON.readTree(text("vectors/" + name)).get("cases").valueStream();
  }

  static Stream<JsonNode> generated() {
    return JSON.readTree(text("vectors/generated.json")).valueStream();
  }

  static Object tree(JsonNode node) {
    return JSON.treeToValue(node, Object.class);
  }

  static Definition definition(JsonNode node) {
    return DefinitionReader.read(tree(node));
  }

  static List<DefinitionError> errors(JsonNode node) {
    return JSON.readValue(JSON.treeAsTokens(node), ERRORS);
  }

  static Answers answers(JsonNode node) {
    return JSON.treeToValue(node, Answers.class);
  }

  /** What an evaluation says, as the files write it, only these members. */
  static Object written(Evaluation evaluation, Iterable<String> members) {
    Map<?, ?> all = (Map<?, ?>) tree(JSON.valueToTree(evaluation));
    Map<String, Object> some = new LinkedHashMap<>();
    members.forEach(m -> some.put(m, all.get(m)));
    return some;
  }
}
