package cn.sunlot.cli.rules;

import cn.sunlot.cli.Trouble;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A value of a YAML file with its place. Scalars are text as written: no dates, no floats. */
public final class Entry {

  private final String file;
  private final String path;
  private final Node node;

  private Entry(String file, String path, Node node) {
    this.file = file;
    this.path = path;
    this.node = node;
  }

  /**
   * Reads a file.
   *
   * @throws Trouble if it is not UTF-8 or not YAML, with line and column
   */
  public static Entry read(Path path) throws IOException {
    String file = String.valueOf(path.getFileName());
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setAllowRecursiveKeys(false);
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
              .toString();
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      Node root = new Yaml(options).compose(new StringReader(plain));
      if (root == null) {
        throw Trouble.of("yaml.empty", file);
      }
      return new Entry(file, "", root);
    } catch (CharacterCodingException e) {
      throw Trouble.of("yaml.utf8", file);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw Trouble.of("yaml.syntax", file, line, String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      throw Trouble.of("yaml.syntax", file, 1, String.valueOf(e.getMessage()));
    }
  }

  /** A refusal of this value: the key's text gets file, line, path, and then the arguments. */
  public Trouble wrong(String key, Object... args) {
    List<Object> all =
        new ArrayList<>(
            List.of(file, node.getStartMark().getLine() + 1, path.isEmpty() ? "–" : path));
    all.addAll(List.of(args));
    return Trouble.of(key, all.toArray());
  }

  /** The scalar's text, without blanks at its ends; not empty. */
  public String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw wrong("yaml.text");
  }

  /** A text that matches the pattern as a whole. */
  public String text(Pattern pattern) {
    String text = text();
    if (!pattern.matcher(text).matches()) {
      throw wrong("yaml.pattern", text, pattern.pattern());
    }
    return text;
  }

  /** A whole number from min to max. */
  public int number(int min, int max) {
    String text = text();
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw wrong("yaml.number", text, min, max);
  }

  /** true or false. */
  public boolean truth() {
    String text = text();
    if (!Set.of("true", "false").contains(text)) {
      throw wrong("yaml.truth", text);
    }
    return text.equals("true");
  }

  /** The items of a list. */
  public List<Entry> items() {
    if (!(node instanceof SequenceNode list)) {
      throw wrong("yaml.list");
    }
    List<Entry> items = new ArrayList<>();
    for (Node item : list.getValue()) {
      items.add(new Entry(file, path + "[" + items.size() + "]", item));
    }
    return items;
  }

  /** The members of a mapping, in the order of the file. */
  public Map<String, Entry> members() {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("yaml.mapping");
    }
    Map<String, Entry> members = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = new Entry(file, path, tuple.getKeyNode()).text();
      String at = path.isEmpty() ? key : path + "." + key;
      Entry value = new Entry(file, at, tuple.getValueNode());
      if (members.put(key, value) != null) {
        throw value.wrong("yaml.twice");
      }
    }
    return members;
  }

  /** This mapping, which must have no members but these. */
  public Entry only(String... known) {
    members()
        .forEach(
            (key, entry) -> {
              if (!Set.of(known).contains(key)) {
                throw entry.wrong("yaml.unknown", String.join(", ", known));
              }
            });
    return this;
  }

  /** A member, if it is there. */
  public Optional<Entry> find(String key) {
    return Optional.ofNullable(members().get(key));
  }

  /** A member, which must be there. */
  public Entry get(String key) {
    return find(key).orElseThrow(() -> wrong("yaml.missing", key));
  }
}
