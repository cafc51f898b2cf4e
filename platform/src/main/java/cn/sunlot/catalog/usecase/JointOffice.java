package cn.sunlot.catalog.usecase;

import cn.sunlot.catalog.CatalogProblem;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who coordinates joint items: the office of the joint conference of the region in which the lead
 * department is competent (TZ-M3, TZ-S1).
 */
@Component
public class JointOffice {

  private final Organisation organisation;

  JointOffice(Organisation organisation) {
    this.organisation = organisation;
  }

  /** The department that a section belongs to. */
  public Department body(UUID departmentId) {
    return organisation.getBody(departmentId);
  }

  /** The office that coordinates the joint items of this department. */
  public Optional<Department> find(UUID departmentId) {
    return organisation.findConferenceOffice(departmentId);
  }

  /** Whether this person acts for the office that coordinates the item. */
  public boolean isActedForBy(SignedIn person, Item item) {
    return item.authorityId().equals(person.authorityId())
        && find(item.departmentId()).map(Department::id).filter(person::handles).isPresent();
  }

  /** The office of an item that the signed-in person acts for; refuses everybody else. */
  Department demand(Item item) {
    Department office = demandNamed(item);
    if (!SignedIn.get().handles(office.id())) {
      throw Refused.because(CatalogProblem.NOT_THE_OFFICE, item.code(), office.name());
    }
    return office;
  }

  /** The office, which must have been named. */
  Department demandNamed(Item item) {
    return find(item.departmentId())
        .orElseThrow(
            () -> {
              Department lead = body(item.departmentId());
              String region = String.valueOf(lead.region());
              return Refused.because(
                  CatalogProblem.NO_CONFERENCE_OFFICE,
                  item.code(),
                  Regions.findName(region).orElse(region));
            });
  }
}
