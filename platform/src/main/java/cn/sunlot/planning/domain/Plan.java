package cn.sunlot.planning.domain;

import cn.sunlot.policy.Inspections;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A yearly plan: what the commands work on.
 *
 * @param number e.g. {@code P-2026-0001}
 * @param version counts changes of the aggregate, for If-Match; not the number of a plan version
 * @param basis whose plan it is and on what it rests
 * @param current the newest version that was not discarded, or the first if all were
 */
public record Plan(
    UUID id,
    UUID authorityId,
    UUID departmentId,
    String number,
    int year,
    int version,
    Basis basis,
    PlanVersion current) {

  /**
   * Whose plan it is and on what it rests.
   *
   * @param region of a joint plan, whose office of the joint conference makes it; else null
   * @param adHoc why it is beside the yearly plan; else null
   */
  public record Basis(PlanKind kind, @Nullable String region, @Nullable AdHocGround adHoc) {

    /** A section's or department's own. */
    public static final Basis DEPARTMENT = new Basis(PlanKind.DEPARTMENT, null, null);

    public static Basis joint(String region) {
      return new Basis(PlanKind.JOINT, region, null);
    }

    public static Basis of(AdHocGround ground) {
      return new Basis(PlanKind.AD_HOC, null, ground);
    }
  }

  public PlanKind kind() {
    return basis.kind();
  }

  public boolean isJoint() {
    return kind() == PlanKind.JOINT;
  }

  /** What its lines are: one beside the yearly plan is joint too. */
  public Inspections inspections() {
    return kind() == PlanKind.DEPARTMENT ? Inspections.OWN : Inspections.JOINT;
  }

  public Plan with(PlanVersion other) {
    return new Plan(id, authorityId, departmentId, number, year, version, basis, other);
  }

  public Plan at(int otherVersion) {
    return new Plan(id, authorityId, departmentId, number, year, otherVersion, basis, current);
  }
}
