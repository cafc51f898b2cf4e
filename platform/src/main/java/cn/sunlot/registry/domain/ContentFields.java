package cn.sunlot.registry.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The content of a target field by field, as it is put together from two and taken apart again. */
public final class ContentFields {

  private static final String TAGS = "tags";

  private ContentFields() {}

  /**
   * The content of the survivor with some fields of the absorbed target. Tags are united: what
   * marks the one marks the whole.
   *
   * @param taken names of fields, as the history has them
   */
  public static TargetContent merge(
      TargetContent survivor, TargetContent absorbed, Set<String> taken) {
    Map<String, Object> fields = new LinkedHashMap<>(survivor.values());
    Map<String, Object> others = absorbed.values();
    taken.forEach(field -> fields.put(field, others.getOrDefault(field, "")));
    List<String> tags = new ArrayList<>(survivor.tags());
    tags.addAll(absorbed.tags());
    fields.put(TAGS, Tags.of(tags));
    return content(fields);
  }

  /**
   * The content without what a merger changed, as far as nobody has changed it since. Tags that
   * came with it go, others stay.
   */
  public static TargetContent restore(TargetContent now, Map<String, List<Object>> changes) {
    Map<String, Object> fields = new LinkedHashMap<>(now.values());
    changes.forEach(
        (field, change) -> {
          if (field.equals(TAGS)) {
            List<String> tags = new ArrayList<>(now.tags());
            tags.removeIf(tag -> texts(change.get(1)).contains(tag));
            tags.addAll(now.tags().stream().filter(texts(change.get(0))::contains).toList());
            fields.put(TAGS, Tags.of(tags));
          } else if (fields.getOrDefault(field, "").equals(change.get(1))) {
            fields.put(field, change.get(0));
          }
        });
    return content(fields);
  }

  private static List<String> texts(Object list) {
    return ((List<?>) list).stream().map(String::valueOf).toList();
  }

  private static TargetContent content(Map<String, Object> fields) {
    Map<String, String> details = new TreeMap<>();
    fields.forEach(
        (field, value) -> {
          if (field.startsWith(KindSchema.PREFIX) && !value.equals("")) {
            details.put(field.substring(KindSchema.PREFIX.length()), String.valueOf(value));
          }
        });
    return new TargetContent(
        text(fields, "name"),
        text(fields, "kind"),
        text(fields, "regionCode"),
        text(fields, "address"),
        text(fields, "riskClass"),
        texts(fields.getOrDefault(TAGS, List.of())),
        text(fields, "responsiblePerson"),
        text(fields, "contact"),
        details);
  }

  private static String text(Map<String, Object> fields, String field) {
    return String.valueOf(fields.getOrDefault(field, ""));
  }
}
