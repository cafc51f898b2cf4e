package cn.sunlot.policy.profiles;

import cn.sunlot.policy.Numbering;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Profile.ChainLink;
import cn.sunlot.policy.RuleSet;
import cn.sunlot.policy.Setting;
import cn.sunlot.policy.profiles.ProfileFile.Content;
import cn.sunlot.policy.profiles.ProfileFile.Entry;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files laid over each other, value by value: what a profile inherits, itself, and what prevails
 * over it. A list is one value, and so is a term.
 */
final class Layers {

  private final ProfileFile own;
  private final List<ProfileFile> chain;
  private final ObjectNode rules = ProfileReader.object();
  private final List<Setting> settings = new ArrayList<>();
  private final Map<String, String> setBy = new TreeMap<>();

  private Layers(ProfileFile own, List<ProfileFile> chain) {
    this.own = own;
    this.chain = chain;
  }

  /**
   * The profile of a chain of files.
   *
   * @param own the profile's own file
   * @param chain all files in the order in which they are laid over each other, the prevailing one
   *     last
   * @throws ProfileFileProblem if a value is unknown, missing or of the wrong type
   */
  static Profile merge(ProfileFile own, List<ProfileFile> chain) {
    return new Layers(own, chain).merge();
  }

  /** SHA-256 in hex of the bytes of these files, one after the other. */
  static String hash(List<ProfileFile> chain) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      chain.forEach(file -> digest.update(file.text().getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Profile merge() {
    for (ProfileFile file : chain) {
      file.content().rules().forEach((rule, entry) -> lay(file, rule, entry));
    }
    demandAll();
    RuleSet typed = ProfileReader.bind(rules, this::blame);
    Content content = own.content();
    var header =
        new Profile.Header(
            content.id(),
            content.version(),
            content.title(),
            Boolean.TRUE.equals(content.draft()),
            content.valid(),
            content.appliesTo(),
            content.authority());
    List<ChainLink> links =
        chain.stream()
            .map(ProfileFile::content)
            .map(
                c ->
                    new ChainLink(
                        c.id(),
                        c.version(),
                        c.citedAs(),
                        c.clausePrefix(),
                        c.numbering() == null ? Numbering.ARTICLES : c.numbering()))
            .toList();
    return new Profile(header, hash(chain), links, typed, settings);
  }

  private void lay(ProfileFile file, String rule, Entry entry) {
    Shape shape = new Shape(file.name());
    RecordComponent component =
        Shape.component(RuleSet.class, rule)
            .orElseThrow(() -> shape.unknown("rules." + rule, Shape.names(RuleSet.class)));
    if (!Shape.hasFields(component.getType())) {
      rules.set(rule, entry.set());
      note(file, rule, "", entry, entry.set());
      return;
    }
    List<String> known = Shape.names(component.getType());
    if (!entry.set().isObject()) {
      throw new ProfileFileProblem(
          file.name(),
          "rules." + rule + ".set",
          entry.set().toString(),
          "wrong type",
          "Write keys and values: " + known + ".");
    }
    ObjectNode values = rules.has(rule) ? (ObjectNode) rules.get(rule) : rules.putObject(rule);
    for (Map.Entry<String, JsonNode> value : entry.set().properties()) {
      if (!known.contains(value.getKey())) {
        throw shape.unknown("rules." + rule + ".set." + value.getKey(), known);
      }
      values.set(value.getKey(), value.getValue());
      note(file, rule, value.getKey(), entry, value.getValue());
    }
  }

  private void note(ProfileFile file, String rule, String field, Entry entry, JsonNode value) {
    settings.add(new Setting(rule, field, file.id(), entry.clausesOf(field), value.toString()));
    setBy.put(rule + "." + field, file.name());
  }

  private void demandAll() {
    for (RecordComponent component : RuleSet.class.getRecordComponents()) {
      String rule = FileNames.of(component.getName());
      JsonNode value = rules.get(rule);
      if (value == null) {
        if (Shape.mayBeNull(component)) {
          continue;
        }
        throw new Shape(own.name()).missing("rules." + rule);
      }
      if (Shape.hasFields(component.getType())) {
        demandFields(rule, component.getType(), value);
      }
    }
  }

  private void demandFields(String rule, Class<?> type, JsonNode value) {
    for (RecordComponent component : type.getRecordComponents()) {
      String field = FileNames.of(component.getName());
      JsonNode each = value.get(field);
      if ((each == null || each.isNull()) && !Shape.mayBeNull(component)) {
        throw new Shape(blame(rule, field)).missing("rules." + rule + ".set." + field);
      }
    }
  }

  private String blame(String rule, String field) {
    String file = setBy.get(rule + "." + field);
    return file == null ? setBy.getOrDefault(rule + ".", own.name()) : file;
  }
}
