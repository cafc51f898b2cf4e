package cn.sunlot.planning.usecase;

import cn.sunlot.organisation.Organisation;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanKind;
import cn.sunlot.policy.Inspections;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The rules that bind joint inspections of a department: of its county, where they refine those of
 * the city (TZ-43).
 */
@Component
public class JointRules {

  private final Policies policies;
  private final Organisation organisation;
  private final Clock clock;

  JointRules(Policies policies, Organisation organisation, Clock clock) {
    this.organisation = organisation;
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * Those of a department or section.
   *
   * @throws cn.sunlot.kernel.Refused if its rules do not bind
   */
  public Profile get(UUID departmentId) {
    return policies.getProfileOf(departmentId, LocalDate.now(clock), Inspections.JOINT);
  }

  /** The same for what is only looked at: empty where those of the authority do not bind. */
  public Optional<Profile> find(UUID departmentId) {
    UUID authorityId = organisation.getDepartment(departmentId).authorityId();
    return policies.findProfile(authorityId, LocalDate.now(clock)).map(p -> get(departmentId));
  }

  /** Those that a plan is made by: a department's own follows those of its authority. */
  public Profile get(Plan plan) {
    return plan.kind() == PlanKind.DEPARTMENT
        ? policies.getProfile(plan.authorityId(), LocalDate.now(clock))
        : get(plan.departmentId());
  }

  /** The same for what is only looked at. */
  public Optional<Profile> find(Plan plan) {
    return plan.kind() == PlanKind.DEPARTMENT
        ? policies.findProfile(plan.authorityId(), LocalDate.now(clock))
        : find(plan.departmentId());
  }
}
