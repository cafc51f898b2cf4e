package cn.sunlot.registry.usecase;

import cn.sunlot.imports.Cells;
import cn.sunlot.imports.RowReader;
import cn.sunlot.imports.Staging;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.domain.Days;
import cn.sunlot.registry.domain.Licence;
import cn.sunlot.registry.domain.Qualifications;
import cn.sunlot.registry.domain.Sex;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row of the list of inspectors. Refused is who has no licence number, name, known section
 * or last day of the licence; an expired licence is kept, and keeps its holder out of draws (ZB-7).
 */
final class InspectorRow implements RowReader {

  static final Staging STAGING =
      new Staging(
          "registry.inspector_staging",
          List.of(
              "licence_number",
              "name",
              "sex",
              "post",
              "section_id",
              "licence_until",
              "licence_kind",
              "qualifications",
              "specialities",
              "items",
              "person_id"));

  private final UUID authorityId;
  private final Organisation organisation;
  private final Map<String, Department> departments;
  private final Map<UUID, String> licenceOfPerson;
  private final Set<UUID> linkedHere = new HashSet<>();
  private final LocalDate today;

  /**
   * Rows of an import into the register of a department.
   *
   * @param departmentId of the person who imports
   */
  InspectorRow(
      UUID authorityId,
      UUID departmentId,
      Organisation organisation,
      Registry registry,
      LocalDate today) {
    this.authorityId = authorityId;
    this.organisation = organisation;
    this.today = today;
    this.departments =
        organisation.listBody(departmentId).stream()
            .collect(Collectors.toMap(Department::name, d -> d, (first, second) -> first));
    this.licenceOfPerson =
        registry.listInspectors(authorityId).stream()
            .filter(i -> i.personId() != null)
            .collect(
                Collectors.toMap(Registry.Inspector::personId, Registry.Inspector::licenceNumber));
  }

  @Override
  public Optional<Staged> read(Cells cells) {
    String licence = demand(cells, "licence-number");
    String name = demand(cells, "name");
    Department section = section(cells);
    LocalDate until = until(cells);
    if (licence == null || name == null || section == null || until == null || cells.refused()) {
      return Optional.empty();
    }
    String number = licence.toUpperCase(Locale.ROOT);
    List<@Nullable String> values =
        Arrays.asList(
            number,
            name,
            sex(cells),
            post(cells),
            section.id().toString(),
            until.toString(),
            kind(cells),
            tags(cells, "qualifications"),
            tags(cells, "specialities"),
            tags(cells, "items"),
            personId(cells, number, name, section));
    return Optional.of(new Staged(number, values));
  }

  private static @Nullable String demand(Cells cells, String field) {
    String text = cells.get(field);
    if (text == null) {
      cells.refuse(field, "missing");
    }
    return text;
  }

  private @Nullable Department section(Cells cells) {
    String text = demand(cells, "department");
    if (text == null) {
      return null;
    }
    Department section = departments.get(text);
    if (section == null) {
      cells.refuse("department", "section-unknown", String.join("、", departments.keySet()));
    }
    return section;
  }

  private @Nullable LocalDate until(Cells cells) {
    String text = demand(cells, "licence-until");
    if (text == null) {
      return null;
    }
    Optional<LocalDate> until = Days.read(text);
    if (until.isEmpty()) {
      cells.refuse("licence-until", "date-wrong");
      return null;
    }
    if (until.get().isBefore(today)) {
      cells.warn("licence-until", "licence-expired", until.get().toString());
    }
    return until.get();
  }

  /** Sex and post are public (ZB-7), so a gap is worth a warning. */
  private static @Nullable String sex(Cells cells) {
    String text = cells.get("sex");
    Optional<Sex> sex = text == null ? Optional.empty() : Sex.read(text);
    if (sex.isEmpty()) {
      cells.warn("sex", "sex-unknown");
    }
    return sex.map(Sex::wireName).orElse(null);
  }

  private static @Nullable String post(Cells cells) {
    String text = cells.get("post");
    if (text == null) {
      cells.warn("post", "post-missing");
    }
    return text;
  }

  private static @Nullable String kind(Cells cells) {
    String text = cells.get("licence-kind");
    Optional<Licence.Kind> kind = text == null ? Optional.empty() : Licence.Kind.read(text);
    if (text != null && kind.isEmpty()) {
      cells.warn("licence-kind", "licence-kind-unknown");
    }
    return kind.map(Licence.Kind::wireName).orElse(null);
  }

  private static @Nullable String tags(Cells cells, String field) {
    String text = cells.get(field);
    return text == null ? null : Staging.array(Qualifications.read(text));
  }

  private @Nullable String personId(Cells cells, String licence, String name, Department section) {
    String login = cells.get("login");
    if (login == null) {
      return null;
    }
    Optional<Person> person =
        organisation
            .findPersonByLogin(login)
            .filter(p -> p.authorityId().equals(authorityId))
            .filter(p -> p.name().equals(name) && p.departmentId().equals(section.id()))
            .filter(p -> licence.equals(licenceOfPerson.getOrDefault(p.id(), licence)))
            .filter(p -> linkedHere.add(p.id()));
    if (person.isEmpty()) {
      cells.warn("login", "login-not-linked");
    }
    return person.map(p -> p.id().toString()).orElse(null);
  }
}
