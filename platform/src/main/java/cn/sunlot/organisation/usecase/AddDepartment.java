package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Regions;
import cn.sunlot.organisation.Line;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.store.OrganisationStore;
import cn.sunlot.organisation.store.PersonStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The system administrator adds a section or department. */
@Component
@Transactional
public class AddDepartment {

  /**
   * What to add.
   *
   * @param parentId below which: below a government it is a department, below anything else a
   *     section
   * @param region of a department, six digits; null for that of its superior one, and for a section
   * @param line of a department, or null
   * @param functions what it is responsible for, e.g. {@code regulation}, {@code personnel}
   * @param sort place in lists
   */
  public record Order(
      String name,
      UUID parentId,
      @Nullable String region,
      @Nullable Line line,
      List<String> functions,
      int sort) {

    /** A section. */
    public static Order section(String name, UUID parentId, List<String> functions, int sort) {
      return new Order(name, parentId, null, null, functions, sort);
    }
  }

  private final OrganisationStore organisation;
  private final PersonStore store;
  private final Administered administered;
  private final AuditLog audit;

  AddDepartment(
      OrganisationStore organisation,
      PersonStore store,
      Administered administered,
      AuditLog audit) {
    this.organisation = organisation;
    this.store = store;
    this.administered = administered;
    this.audit = audit;
  }

  /**
   * Adds it.
   *
   * @throws Refused {@code NOT_ADMINISTERED}, {@code DEPARTMENT_NAME_TAKEN}, {@code REGION_OUTSIDE}
   *     if the region is not of the superior one, {@code SECTION_WITHOUT_REGION} if a section is
   *     given a region or line
   */
  public UUID run(Order order) {
    Department parent = administered.get(order.parentId());
    Department department = department(order, parent);
    if (store.nameTaken(department)) {
      throw Refused.because(OrganisationProblem.DEPARTMENT_NAME_TAKEN, department.name());
    }
    organisation.add(department, order.sort());
    store.noteStructure(department.authorityId());
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("name", department.name());
    payload.put("parent", parent.name());
    payload.put("functions", department.functions());
    if (department.region() != null) {
      payload.put("region", department.region());
    }
    if (department.line() != null) {
      payload.put("line", department.line().wireName());
    }
    audit.record("department-added", department.id().toString(), payload);
    return department.id();
  }

  private static Department department(Order order, Department parent) {
    boolean section = !parent.kind().equals("government");
    if (section && (order.region() != null || order.line() != null)) {
      throw Refused.because(OrganisationProblem.SECTION_WITHOUT_REGION, order.name());
    }
    String region = section ? null : region(order, parent);
    return new Department(
        Ids.next(),
        parent.authorityId(),
        parent.id(),
        order.name(),
        section ? "section" : "department",
        region,
        order.line(),
        List.copyOf(order.functions()));
  }

  private static String region(Order order, Department parent) {
    String superior = Objects.requireNonNull(parent.region());
    String region = order.region() == null ? superior : order.region();
    if (!Regions.isKnown(region) || !Regions.isWithin(region, superior)) {
      throw Refused.because(OrganisationProblem.REGION_OUTSIDE, region, parent.name());
    }
    return region;
  }
}
