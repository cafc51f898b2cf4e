package cn.sunlot.planning.usecase;

import cn.sunlot.planning.domain.Plan;
import cn.sunlot.policy.Inspections;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The rules that bind joint inspections of a department, and those that bind its own plans: of its
 * county, where they refine those of the city (TZ-43). Where a regulation speaks of joint
 * inspections only, a department's own follow the base rules.
 */
@Component
public class RulesOfPlans {

  private final Policies policies;
  private final Clock clock;

  RulesOfPlans(Policies policies, Clock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  /**
   * Those of a department or section.
   *
   * @throws cn.sunlot.kernel.Refused if its rules do not bind
   */
  public Profile get(UUID departmentId) {
    return get(departmentId, Inspections.JOINT);
  }

  /**
   * Those that bind plans and inspections of one kind.
   *
   * @throws cn.sunlot.kernel.Refused if they do not bind
   */
  public Profile get(UUID departmentId, Inspections inspections) {
    return policies.getProfileOf(departmentId, LocalDate.now(clock), inspections);
  }

  /** The same for what is only looked at: empty where none are in force. */
  public Optional<Profile> find(UUID departmentId) {
    return find(departmentId, Inspections.JOINT);
  }

  /** On what it rests that departments are asked before they take part. */
  List<String> joint(UUID departmentId) {
    Profile profile = find(departmentId).orElseGet(() -> get(departmentId, Inspections.OWN));
    return Stream.concat(
            profile.clausesOf("joint-tasks", "await").stream(), profile.plan().clauses().stream())
        .distinct()
        .toList();
  }

  /** Those that bind plans and inspections of one kind, for what is only looked at. */
  public Optional<Profile> find(UUID departmentId, Inspections inspections) {
    return policies.findProfileOf(departmentId, LocalDate.now(clock), inspections);
  }

  /** Those that a plan is made by. */
  public Profile get(Plan plan) {
    return get(plan.departmentId(), plan.inspections());
  }

  /** The same for what is only looked at. */
  public Optional<Profile> find(Plan plan) {
    return find(plan.departmentId(), plan.inspections());
  }
}
