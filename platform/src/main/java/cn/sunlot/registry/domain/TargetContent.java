package cn.sunlot.registry.domain;

import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.sheets.Normalised;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a target besides its id and standing (ZB-6); texts may be empty, name and kind
 * not.
 *
 * @param tags by their codes, sorted
 * @param details what only its kind has, as {@link KindSchema} keeps it
 */
public record TargetContent(
    String name,
    String kind,
    String regionCode,
    String address,
    String riskClass,
    List<String> tags,
    @Nullable String responsiblePerson,
    @Nullable String contact,
    Map<String, String> details) {

  public static final Set<String> RISK_CLASSES = Set.of("A", "B", "C", "D", "N");
  private static final int LONGEST = 1_000;

  public TargetContent {
    name = Normalised.ofText(name).text();
    address = Normalised.ofText(address).text();
    tags = Tags.of(tags);
    responsiblePerson = emptyToNull(responsiblePerson);
    contact = emptyToNull(contact);
    details = Map.copyOf(details);
  }

  /** One without details. */
  public TargetContent(
      String name,
      String kind,
      String regionCode,
      String address,
      String riskClass,
      List<String> tags,
      @Nullable String responsiblePerson,
      @Nullable String contact) {
    this(name, kind, regionCode, address, riskClass, tags, responsiblePerson, contact, Map.of());
  }

  private static @Nullable String emptyToNull(@Nullable String text) {
    String normal = text == null ? "" : Normalised.ofText(text).text();
    return normal.isEmpty() ? null : normal;
  }

  /** The same with other tags. */
  public TargetContent tagged(List<String> newTags) {
    return new TargetContent(
        name, kind, regionCode, address, riskClass, newTags, responsiblePerson, contact, details);
  }

  /** The same with other details. */
  public TargetContent detailed(Map<String, String> others) {
    return new TargetContent(
        name, kind, regionCode, address, riskClass, tags, responsiblePerson, contact, others);
  }

  /** The same with the contact that is known, where this has only the part of it that is shown. */
  public TargetContent keepingMasked(TargetContent known) {
    return contact == null || !contact.equals(Masked.contact(known.contact()))
        ? this
        : new TargetContent(
            name,
            kind,
            regionCode,
            address,
            riskClass,
            tags,
            responsiblePerson,
            known.contact(),
            details);
  }

  /** Values that cannot be kept. */
  public List<WrongValue> wrong() {
    List<WrongValue> wrong = new ArrayList<>();
    if (name.isEmpty()) {
      wrong.add(WrongValue.of("name", "", "registry.wrong.required"));
    }
    if (TargetKind.read(kind).isEmpty()) {
      wrong.add(WrongValue.of("kind", kind, "registry.wrong.kind"));
    }
    if (!regionCode.isEmpty() && !regionCode.matches("[0-9]{6}")) {
      wrong.add(WrongValue.of("regionCode", regionCode, "registry.wrong.region"));
    }
    if (Masked.isPart(contact)) {
      wrong.add(WrongValue.of("contact", contact, "registry.wrong.contact-in-part"));
    }
    if (!RISK_CLASSES.contains(riskClass)) {
      wrong.add(WrongValue.of("riskClass", riskClass, "registry.wrong.risk-class"));
    }
    values()
        .forEach(
            (field, value) -> {
              if (value instanceof String text && text.length() > LONGEST) {
                wrong.add(WrongValue.of(field, text, "registry.wrong.too-long"));
              }
            });
    return wrong;
  }

  /** What is doubtful and kept, as the registry lists it. */
  public List<String> warnings(UnitId unitId) {
    List<String> warnings = new ArrayList<>();
    if (unitId.doubt() != UnitId.Doubt.NONE) {
      warnings.add("unit-id-" + cn.sunlot.kernel.Lifecycle.wireName(unitId.doubt()));
    }
    if (!regionCode.isEmpty() && !Regions.isKnown(regionCode)) {
      warnings.add("region-unknown");
    }
    return List.copyOf(warnings.stream().sorted().toList());
  }

  /** Field → before and after, for what differs. */
  public Map<String, List<Object>> differences(TargetContent after) {
    Map<String, Object> old = values();
    Map<String, Object> now = after.values();
    Set<String> fields = new LinkedHashSet<>(old.keySet());
    fields.addAll(now.keySet());
    Map<String, List<Object>> differences = new LinkedHashMap<>();
    for (String field : fields) {
      Object before = old.getOrDefault(field, "");
      Object value = now.getOrDefault(field, "");
      if (!before.equals(value)) {
        differences.put(field, List.of(before, value));
      }
    }
    return differences;
  }

  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", name);
    values.put("kind", kind);
    values.put("regionCode", regionCode);
    values.put("address", address);
    values.put("riskClass", riskClass);
    values.put("tags", tags);
    values.put("responsiblePerson", Objects.requireNonNullElse(responsiblePerson, ""));
    values.put("contact", Objects.requireNonNullElse(contact, ""));
    details.forEach((name, value) -> values.put(KindSchema.PREFIX + name, value));
    return values;
  }
}
