package cn.sunlot.registry.domain;

import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.sheets.Normalised;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an inspector (ZB-7).
 *
 * @param personId the account, or null
 * @param sex {@code male}, {@code female}, or "" where not known
 */
public record InspectorContent(
    UUID departmentId,
    @Nullable UUID personId,
    String name,
    String sex,
    String post,
    Licence licence,
    Abilities abilities,
    boolean active) {

  public InspectorContent {
    name = Normalised.ofText(name).text();
    post = Normalised.ofText(post).text();
  }

  /** Values that cannot be kept. */
  public List<WrongValue> wrong() {
    List<WrongValue> wrong = new ArrayList<>();
    if (name.isEmpty()) {
      wrong.add(WrongValue.of("name", "", "registry.wrong.required"));
    }
    if (licence.number().isEmpty()) {
      wrong.add(WrongValue.of("licenceNumber", "", "registry.wrong.required"));
    }
    if (post.isEmpty()) {
      wrong.add(WrongValue.of("post", "", "registry.wrong.required"));
    }
    if (Sex.read(sex).isEmpty()) {
      wrong.add(WrongValue.of("sex", sex, "registry.wrong.sex"));
    }
    if (!licence.region().isEmpty() && !Regions.isKnown(licence.region())) {
      wrong.add(WrongValue.of("licenceRegion", licence.region(), "registry.wrong.region"));
    }
    return wrong;
  }

  /** Field → before and after, for what differs. */
  public Map<String, List<Object>> differences(InspectorContent after) {
    Map<String, Object> old = values();
    Map<String, List<Object>> differences = new LinkedHashMap<>();
    after
        .values()
        .forEach(
            (field, value) -> {
              Object before = Objects.requireNonNull(old.get(field));
              if (!before.equals(value)) {
                differences.put(field, List.of(before, value));
              }
            });
    return differences;
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("departmentId", departmentId.toString());
    values.put("personId", personId == null ? "" : personId.toString());
    values.put("name", name);
    values.put("sex", sex);
    values.put("post", post);
    values.put("licenceNumber", licence.number());
    values.put("licenceKind", licence.kind().wireName());
    values.put("licenceUntil", licence.until().toString());
    values.put("licenceRegion", licence.region());
    values.put("qualifications", abilities.qualifications());
    values.put("specialities", abilities.specialities());
    values.put("items", abilities.items());
    values.put("active", active);
    return values;
  }
}
