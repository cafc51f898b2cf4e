package cn.sunlot.policy.profiles;

import cn.sunlot.policy.RuleSet;
import cn.sunlot.policy.YearDay;
import cn.sunlot.policy.profiles.ProfileFile.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Turns the text of a profile file into types, and says exactly what does not fit. */
final class ProfileReader {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(new FileNames.Strategy())
          .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .addModule(new SimpleModule("policy").addDeserializer(YearDay.class, new YearDayReader()))
          // A number where a text belongs (version: 1) is a slip as well.
          .withCoercionConfig(
              LogicalType.Textual,
              c -> {
                c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                c.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                c.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
              })
          .build();

  private ProfileReader() {}

  /** Reads days that come every year. */
  private static final class YearDayReader extends ValueDeserializer<YearDay> {

    @Override
    public YearDay deserialize(JsonParser parser, DeserializationContext context) {
      String text = parser.getString();
      try {
        return YearDay.parse(text);
      } catch (IllegalArgumentException e) {
        throw InvalidFormatException.from(
            parser, String.valueOf(e.getMessage()), text, YearDay.class);
      }
    }
  }

  /**
   * Reads one file.
   *
   * @throws ProfileFileProblem if it does not have the shape of a profile
   */
  static ProfileFile read(String name, String text) {
    JsonNode tree = YAML.missingNode();
    try {
      tree = YAML.readTree(text);
      new Shape(name).check("", Content.class, tree);
      return new ProfileFile(name, text, YAML.treeToValue(tree, Content.class)).check();
    } catch (JacksonException e) {
      List<String> path = path(e);
      throw problem(name, path, value(tree, path), e);
    }
  }

  /** The typed rules; where a value does not fit, {@code blame} names the file that set it. */
  static RuleSet bind(ObjectNode rules, Blame blame) {
    try {
      return YAML.treeToValue(rules, RuleSet.class);
    } catch (JacksonException e) {
      List<String> path = path(e);
      String rule = path.isEmpty() ? "" : path.get(0);
      String field = path.size() < 2 ? "" : path.get(1);
      List<String> key = new ArrayList<>(List.of("rules", rule, "set"));
      key.addAll(path.subList(Math.min(1, path.size()), path.size()));
      throw problem(blame.file(rule, field), key, value(rules, path), e);
    }
  }

  static ObjectNode object() {
    return YAML.createObjectNode();
  }

  /** Which file set a value. */
  interface Blame {
    String file(String rule, String field);
  }

  private static @Nullable String value(JsonNode tree, List<String> path) {
    JsonNode value = tree;
    for (String step : path) {
      value = value.isArray() ? value.path(Integer.parseInt(step)) : value.path(step);
    }
    return path.isEmpty() || value.isMissingNode() ? null : value.toString();
  }

  private static ProfileFileProblem problem(
      String file, List<String> path, @Nullable String value, JacksonException e) {
    String key = String.join(".", path);
    if (e instanceof UnrecognizedPropertyException unknown) {
      return new ProfileFileProblem(
          file,
          key,
          value,
          "unknown key " + unknown.getPropertyName(),
          "Allowed here: " + unknown.getKnownPropertyIds() + ".",
          e);
    }
    if (e instanceof InvalidFormatException format) {
      return new ProfileFileProblem(file, key, value, "not usable here", expected(format), e);
    }
    if (e instanceof MismatchedInputException mismatch) {
      return new ProfileFileProblem(file, key, value, "wrong type", expected(mismatch), e);
    }
    Throwable root = e.getCause() == null ? e : e.getCause();
    String why = root instanceof JacksonException j ? j.getOriginalMessage() : root.getMessage();
    String where = path.isEmpty() ? "line " + e.getLocation().getLineNr() : key;
    return new ProfileFileProblem(file, where, value, String.valueOf(why), "Correct it.", e);
  }

  private static String expected(MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    if (type == null) {
      return "Correct the value.";
    }
    if (type.isEnum()) {
      return "Write one of: "
          + Arrays.stream(type.getEnumConstants())
              .map(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .collect(Collectors.joining(", "))
          + ".";
    }
    return "Write " + kind(type) + ".";
  }

  private static String kind(Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return "a whole number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "a text (in quotes where it looks like a number)";
    }
    if (type == java.time.LocalDate.class) {
      return "a date: 2026-11-21";
    }
    if (type == YearDay.class) {
      return "a day of every year: \"01-31\" or end-of-february";
    }
    return java.util.Collection.class.isAssignableFrom(type) ? "a list: [a, b]" : "keys and values";
  }

  private static List<String> path(JacksonException e) {
    return e.getPath().stream().map(ProfileReader::step).toList();
  }

  private static String step(JacksonException.Reference reference) {
    @Nullable String name = reference.getPropertyName();
    return name == null ? String.valueOf(reference.getIndex()) : name;
  }
}
