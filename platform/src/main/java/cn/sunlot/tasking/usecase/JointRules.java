package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.AdHocRules;
import cn.sunlot.policy.AdHocRules.Allowed;
import cn.sunlot.policy.AdHocRules.Campaigns;
import cn.sunlot.policy.Inspections;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Rule;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.TaskTerms;
import cn.sunlot.tasking.domain.TaskTerms.Ground;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The rules that a task has frozen, as far as they speak of several departments. */
@Component
class JointRules {

  /** Grounds that are an order from above. */
  private static final Set<Ground> ORDERED =
      Set.of(Ground.ASSIGNED_WORK, Ground.CAMPAIGN_FROM_ABOVE);

  private final Policies policies;
  private final Clock clock;

  JointRules(Policies policies, Clock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  Profile of(TaskTerms terms) {
    return policies.getVersion(terms.profileId(), terms.profileVersion());
  }

  /** What the set-up of a task rests on. */
  List<String> setUp(Profile profile) {
    return profile.clausesOf("joint-tasks", "await");
  }

  List<String> setUp(TaskTerms terms) {
    return setUp(of(terms));
  }

  /** What the way of a list into the counties rests on. */
  List<String> handDown(TaskTerms terms) {
    return of(terms).clausesOf("joint-tasks", "hand-down");
  }

  /** What a joint task outside the plan rests on. */
  List<String> adHoc(Profile profile) {
    return profile.adHoc().clauses();
  }

  /**
   * Refuses that a department carries out a special campaign alone where the rules of joint
   * inspections want it to be one of them, as a rule: it may for a stated reason (PDS-8).
   */
  void checkCampaign(UUID departmentId, String aloneReason) {
    policies
        .findProfileOf(departmentId, LocalDate.now(clock), Inspections.JOINT)
        .map(Profile::adHoc)
        .filter(rule -> rule.value().campaigns() == Campaigns.JOINT_AS_A_RULE)
        .filter(rule -> aloneReason.isBlank())
        .ifPresent(
            rule -> {
              throw Refused.because(TaskingProblem.CAMPAIGN_NOT_JOINT).by(rule.clauses());
            });
  }

  /** Refuses a ground on which there is no joint inspection outside the plan. */
  void checkGround(Ground ground, Profile profile) {
    Rule<AdHocRules> rule = profile.adHoc();
    if (rule.value().allowed() == Allowed.SUPERIOR_ORDER && !ORDERED.contains(ground)) {
      throw Refused.because(TaskingProblem.ORDER_FROM_ABOVE_MISSING).by(rule.clauses());
    }
  }
}
