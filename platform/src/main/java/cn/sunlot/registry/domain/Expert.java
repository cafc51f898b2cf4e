package cn.sunlot.registry.domain;

import cn.sunlot.kernel.WrongValue;
import cn.sunlot.sheets.Normalised;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who assists at inspections of a special field and is never of the team (TZ-12, ZB-9,
 * ZB-13): an expert, or a testing body, a research institute, an accounting firm.
 *
 * @param departmentId the section that keeps the entry
 * @param organisation where a person works, or ""
 * @param qualification title of a person, accreditation of an agency, or ""
 * @param fields what they know, as tags
 * @param validUntil last day of the accreditation or the appointment, or null
 */
public record Expert(
    UUID id,
    UUID authorityId,
    UUID departmentId,
    Kind kind,
    String name,
    String organisation,
    String qualification,
    List<String> fields,
    @Nullable LocalDate validUntil,
    boolean active,
    int version) {

  /** A person or a body. */
  public enum Kind {
    PERSON,
    AGENCY
  }

  public Expert {
    name = Normalised.ofText(name).text();
    organisation = Normalised.ofText(organisation).text();
    qualification = Normalised.ofText(qualification).text();
    fields = Qualifications.of(fields);
  }

  /** Values that cannot be kept. */
  public List<WrongValue> wrong() {
    List<WrongValue> wrong = new ArrayList<>();
    if (name.isEmpty()) {
      wrong.add(WrongValue.of("name", "", "registry.wrong.required"));
    }
    if (fields.isEmpty()) {
      wrong.add(WrongValue.of("fields", "", "registry.wrong.required"));
    }
    return wrong;
  }

  /** Whether somebody may be asked on this day. */
  public boolean isValidOn(LocalDate day) {
    return active && (validUntil == null || !validUntil.isBefore(day));
  }
}
