package cn.sunlot.tasking.usecase;

import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.tasking.domain.TaskTerms;
import cn.sunlot.tasking.domain.TaskTerms.Ground;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rules that a task has frozen, as far as they speak of several departments. */
@Component
class JointRules {

  private final Policies policies;

  JointRules(Policies policies) {
    this.policies = policies;
  }

  Profile of(TaskTerms terms) {
    return policies.getVersion(terms.profileId(), terms.profileVersion());
  }

  /** What the set-up of a task rests on. */
  List<String> setUp(Profile profile) {
    return profile.plan().clauses();
  }

  /** Refuses a ground on which there is no joint inspection outside the plan. */
  void checkGround(Ground ground, Profile profile) {
    // Said by the rule on inspections outside the plan alone.
  }

  /** What a joint task outside the plan rests on. */
  List<String> adHoc(Profile profile) {
    return profile.plan().clauses();
  }

  List<String> setUp(TaskTerms terms) {
    return setUp(of(terms));
  }
}
