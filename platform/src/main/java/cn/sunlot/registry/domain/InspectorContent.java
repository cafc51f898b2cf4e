package cn.sunlot.registry.domain;

import cn.sunlot.kernel.WrongValue;
import cn.sunlot.sheets.Normalised;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an inspector (ZB-7).
 *
 * @param personId the account, or null
 * @param sex {@code male}, {@code female}, or "" where not known
 * @param licenceUntil last day of the licence
 */
public record InspectorContent(
    UUID departmentId,
    @Nullable UUID personId,
    String name,
    String sex,
    String post,
    String licenceNumber,
    LocalDate licenceUntil,
    List<String> qualifications,
    boolean active) {

  public InspectorContent {
    name = Normalised.ofText(name).text();
    post = Normalised.ofText(post).text();
    licenceNumber = Normalised.ofCode(licenceNumber).text().toUpperCase(Locale.ROOT);
    qualifications = Qualifications.of(qualifications);
  }

  /** Values that cannot be kept. */
  public List<WrongValue> wrong() {
    List<WrongValue> wrong = new ArrayList<>();
    if (name.isEmpty()) {
      wrong.add(WrongValue.of("name", "", "registry.wrong.required"));
    }
    if (licenceNumber.isEmpty()) {
      wrong.add(WrongValue.of("licenceNumber", "", "registry.wrong.required"));
    }
    if (post.isEmpty()) {
      wrong.add(WrongValue.of("post", "", "registry.wrong.required"));
    }
    if (Sex.read(sex).isEmpty()) {
      wrong.add(WrongValue.of("sex", sex, "registry.wrong.sex"));
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
    values.put("licenceNumber", licenceNumber);
    values.put("licenceUntil", licenceUntil.toString());
    values.put("qualifications", qualifications);
    values.put("active", active);
    return values;
  }
}
