package cn.sunlot.checklist;

import cn.sunlot.checklist.Shape.Misshapen;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Definitions as JSON: in files, where errors are named, and as they are kept.
 *
 * <p>What was kept by the first model is a list of sections alone, and stays as it is in the
 * database; it is brought to the present model here, on reading.
 */
public final class DefinitionJson {

  private static final Pattern PLACE =
      Pattern.compile("sections\\.(\\d+)(?:\\.questions\\.(\\d+))?\\.?(.*)");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .changeDefaultPropertyInclusion(
              i ->
                  i.withValueInclusion(JsonInclude.Include.NON_EMPTY)
                      .withContentInclusion(JsonInclude.Include.ALWAYS))
          .build();

  private DefinitionJson() {}

  /**
   * What was read.
   *
   * @param definition null where the shape is wrong
   */
  public record Parsed(@Nullable Definition definition, List<DefinitionError> errors) {}

  /** Reads and checks a definition of a file. */
  public static Parsed parse(String json) {
    try {
      return parsed(JSON.readValue(json, Object.class));
    } catch (JacksonException e) {
      String where = "line " + e.getLocation().getLineNr();
      return new Parsed(
          null, List.of(new DefinitionError(-1, -1, "", "shape", List.of("JSON", where))));
    }
  }

  /** Reads and checks a definition of a tree of maps and lists. */
  static Parsed parsed(@Nullable Object tree) {
    try {
      Definition definition = DefinitionReader.read(tree);
      return new Parsed(definition, DefinitionRules.errors(definition));
    } catch (Misshapen e) {
      return new Parsed(null, List.of(error(e)));
    }
  }

  private static DefinitionError error(Misshapen e) {
    List<String> arguments =
        e.key().equals("model")
            ? List.of(e.what(), String.valueOf(Definition.MODEL))
            : List.of(e.path(), e.what());
    Matcher place = PLACE.matcher(e.path());
    if (!place.matches()) {
      return new DefinitionError(-1, -1, e.path(), e.key(), arguments);
    }
    String question = place.group(2);
    return new DefinitionError(
        Integer.parseInt(place.group(1)),
        question == null ? -1 : Integer.parseInt(question),
        place.group(3),
        e.key(),
        arguments);
  }

  /** A definition as a file, without what is empty. */
  public static String file(Definition definition) {
    return JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(definition)
        + "\n";
  }

  /** A question as text, to be compared with another version of it. */
  public static String text(Question question) {
    return JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(question);
  }

  /** A condition as text, "" for none. */
  public static String text(@Nullable Condition condition) {
    return condition == null ? "" : JSON.writeValueAsString(condition);
  }

  /** Sections as they are kept. */
  public static String kept(List<Section> sections) {
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("model", Definition.MODEL);
    kept.put("sections", sections);
    return JSON.writeValueAsString(kept);
  }

  /** Sections that were kept, by whatever version of the model. */
  public static List<Section> sections(String kept) {
    Object tree = JSON.readValue(kept, Object.class);
    return tree instanceof List<?> old
        ? DefinitionReader.old(old)
        : DefinitionReader.read(tree).sections();
  }
}
