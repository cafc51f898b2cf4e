package cn.sunlot.registry.usecase;

import cn.sunlot.imports.Cells;
import cn.sunlot.imports.RowReader;
import cn.sunlot.imports.Staging;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.Area;
import cn.sunlot.registry.domain.DetailField;
import cn.sunlot.registry.domain.KindSchema;
import cn.sunlot.registry.domain.Masked;
import cn.sunlot.registry.domain.RelationType;
import cn.sunlot.registry.domain.Tags;
import cn.sunlot.registry.domain.TargetKind;
import cn.sunlot.registry.domain.TargetStatus;
import cn.sunlot.registry.domain.UnitId;
import cn.sunlot.registry.store.Contacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads a row of the list of targets. Only what cannot be identified or placed in a risk class is
 * refused; everything else is taken with a warning. An empty cell leaves what is known as it is.
 */
final class TargetRow implements RowReader {

  static final Staging STAGING =
      new Staging(
          "registry.target_staging",
          List.of(
              "unit_id",
              "name",
              "kind",
              "region_code",
              "address",
              "risk_class",
              "tags",
              "status",
              "responsible_person",
              "contact",
              "details",
              "relations",
              "warnings"));

  private static final int LONGEST = 1_000;
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern CLASS = Pattern.compile("[级类]$");
  private static final Set<String> RISK_CLASSES = Set.of("A", "B", "C", "D", "N");
  private static final Set<String> NOTHING = Set.of("N/A", "n/a", "-", "--", "/", "无", "null");

  /** Whose targets the person may enter. */
  private final Area area;

  private final Contacts contacts;
  private final KindSchema schema;
  private final ObjectMapper json;

  /** By the names that they have in a file: they are asked for in each row. */
  private final Map<String, DetailField> details = new LinkedHashMap<>();

  private final Map<String, RelationType> relations = new LinkedHashMap<>();

  /** Ids of units that were merged into others → those. */
  private final Map<String, String> former;

  TargetRow(
      Area area,
      Contacts contacts,
      KindSchema schema,
      ObjectMapper json,
      Map<String, String> former) {
    this.area = area;
    this.contacts = contacts;
    this.schema = schema;
    this.json = json;
    this.former = former;
    schema.fields().forEach(field -> details.put(KindSchema.PREFIX + field.name(), field));
    schema
        .relations()
        .forEach(relation -> relations.put(RelationType.PREFIX + relation.name(), relation));
  }

  @Override
  public Optional<Staged> read(Cells cells) {
    List<String> warnings = new ArrayList<>();
    String unitId = unitId(cells, warnings);
    String name = name(cells, warnings);
    String address = text(cells, "address");
    if (address != null) {
      warnOfPrivateUse(address, "address", warnings);
    }
    String person = text(cells, "responsible-person");
    String contact = text(cells, "contact");
    String kind = kind(cells);
    List<@Nullable String> values =
        Arrays.asList(
            unitId,
            name,
            kind,
            ownRegion(cells, warnings),
            address,
            riskClass(cells),
            tags(cells),
            status(cells),
            person,
            sealed(unitId, contact),
            details(cells, kind),
            relations(cells, unitId),
            Staging.array(warnings.stream().sorted().toList()));
    if (unitId == null || cells.refused()) {
      return Optional.empty();
    }
    if (person == null || contact == null || address == null) {
      cells.warn(person == null ? "responsible-person" : "contact", "incomplete");
    }
    return Optional.of(new Staged(unitId, values));
  }

  /** What an export shows of a contact says nothing new about it. */
  private @Nullable String sealed(@Nullable String unitId, @Nullable String contact) {
    return unitId == null || Masked.isPart(contact) ? null : contacts.seal(unitId, contact);
  }

  private @Nullable String unitId(Cells cells, List<String> warnings) {
    String text = text(cells, "unit-id");
    if (text == null) {
      cells.refuse("unit-id", "missing");
      return null;
    }
    UnitId.Reading reading = UnitId.read(text);
    reading.refusal().ifPresent(r -> cells.refuse("unit-id", "unit-id-" + wire(r)));
    reading
        .id()
        .map(UnitId::doubt)
        .filter(doubt -> doubt != UnitId.Doubt.NONE)
        .ifPresent(
            doubt -> {
              cells.warn("unit-id", "unit-id-" + wire(doubt));
              warnings.add("unit-id-" + wire(doubt));
            });
    String id = reading.id().map(UnitId::value).orElse(null);
    String survivor = id == null ? null : former.get(id);
    if (survivor != null) {
      // What it says may be older than what is known of the survivor, so it is not taken as its.
      cells.refuse("unit-id", "unit-merged", survivor);
    }
    return id;
  }

  private static @Nullable String name(Cells cells, List<String> warnings) {
    String name = text(cells, "name");
    if (name == null) {
      cells.refuse("name", "missing");
      return null;
    }
    warnOfPrivateUse(name, "name", warnings);
    return name;
  }

  private static void warnOfPrivateUse(String text, String field, List<String> warnings) {
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.PRIVATE_USE)) {
      warnings.add(field + "-private-use");
    }
  }

  private static @Nullable String kind(Cells cells) {
    String text = text(cells, "kind");
    if (text == null) {
      return null;
    }
    Optional<TargetKind> kind = TargetKind.read(text);
    if (kind.isEmpty()) {
      cells.warn("kind", "kind-unknown");
    }
    return kind.map(TargetKind::wireName).orElse(null);
  }

  /** What the row says of its kind; without a kind nobody knows what it would mean. */
  private @Nullable String details(Cells cells, @Nullable String kind) {
    Map<String, String> said = new TreeMap<>();
    for (Map.Entry<String, DetailField> entry : details.entrySet()) {
      String name = entry.getKey();
      String text = text(cells, name);
      if (text == null) {
        continue;
      }
      DetailField field = entry.getValue();
      if (kind == null) {
        cells.refuse(name, "detail-without-kind");
      } else if (!schema.has(kind, field.name())) {
        cells.warn(name, "detail-of-other-kind");
      } else {
        field
            .read(text)
            .ifPresentOrElse(
                value -> said.put(field.name(), value),
                () ->
                    cells.refuse(
                        name,
                        field.problem(),
                        field.shape(Locale.SIMPLIFIED_CHINESE),
                        field.shape(Locale.ENGLISH)));
      }
    }
    if (kind != null && !said.isEmpty()) {
      schema
          .missing(kind, said)
          .forEach(missing -> cells.warn(KindSchema.PREFIX + missing, "detail-missing"));
    }
    return said.isEmpty() ? null : json.writeValueAsString(said);
  }

  /** What it belongs to, by the other's id. */
  private @Nullable String relations(Cells cells, @Nullable String unitId) {
    Map<String, String> said = new TreeMap<>();
    relations.forEach(
        (name, relation) -> {
          String text = text(cells, name);
          if (text == null) {
            return;
          }
          UnitId.read(text)
              .id()
              .filter(other -> !survivor(other.value()).equals(unitId))
              .ifPresentOrElse(
                  other -> said.put(relation.name(), survivor(other.value())),
                  () -> cells.refuse(name, "relation-id"));
        });
    return said.isEmpty() ? null : json.writeValueAsString(said);
  }

  /** What belongs to a merged unit belongs to the one that stands for it. */
  private String survivor(String unitId) {
    String survivor = former.getOrDefault(unitId, "");
    return survivor.isEmpty() ? unitId : survivor;
  }

  private @Nullable String ownRegion(Cells cells, List<String> warnings) {
    String code = region(cells, warnings);
    if (code != null && !area.covers(code)) {
      cells.refuse("region-code", "region-not-yours");
    }
    return code;
  }

  private static @Nullable String region(Cells cells, List<String> warnings) {
    String text = text(cells, "region-code");
    if (text == null) {
      return null;
    }
    if (!DIGITS.matcher(text).matches()) {
      Optional<String> code = Regions.findCode(text);
      if (code.isEmpty()) {
        cells.warn("region-code", "region-name-unknown");
      }
      return code.orElse(null);
    }
    if ((text.length() == 9 || text.length() == 12)) {
      cells.warn("region-code", "region-cut", text.substring(0, 6));
    } else if (text.length() != 6) {
      cells.refuse("region-code", "region-shape");
      return null;
    }
    String code = text.substring(0, 6);
    Optional<String> successor = Regions.findSuccessor(code);
    if (!Regions.isKnown(code) && successor.isPresent()) {
      cells.warn("region-code", "region-former", successor.get());
      return successor.get();
    }
    if (!Regions.isKnown(code)) {
      cells.warn("region-code", "region-unknown");
      warnings.add("region-unknown");
    }
    return code;
  }

  private static @Nullable String riskClass(Cells cells) {
    String text = text(cells, "risk-class");
    if (text == null) {
      return null;
    }
    String letter = CLASS.matcher(text.toUpperCase(Locale.ROOT)).replaceFirst("");
    if (!RISK_CLASSES.contains(letter)) {
      cells.refuse("risk-class", "risk-class");
      return null;
    }
    return letter;
  }

  private static @Nullable String tags(Cells cells) {
    String text = text(cells, "tags");
    return text == null ? null : Staging.array(Tags.read(text));
  }

  private static @Nullable String status(Cells cells) {
    String text = text(cells, "status");
    if (text == null) {
      return null;
    }
    Optional<TargetStatus> status = TargetStatus.read(text);
    if (status.isEmpty()) {
      cells.warn("status", "status-unknown");
    }
    return status.map(TargetStatus::wireName).orElse(null);
  }

  private static @Nullable String text(Cells cells, String field) {
    String text = cells.get(field);
    if (text == null || NOTHING.contains(text)) {
      return null;
    }
    if (text.length() > LONGEST) {
      cells.refuse(field, "too-long", Integer.toString(LONGEST));
      return null;
    }
    return text;
  }

  private static String wire(Enum<?> value) {
    return cn.sunlot.kernel.Lifecycle.wireName(value);
  }
}
