package cn.sunlot.tasking.domain;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.InspectorDraw;
import cn.sunlot.policy.Rule;
import cn.sunlot.tasking.TaskingProblem;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who draws the inspectors of a joint team (TZ-21, PDS-15). */
public enum TeamWay {
  /** One draw over the inspectors of all departments, by the department that leads. */
  UNIFIED,
  /** Each department draws those for its own places. */
  PER_DEPARTMENT;

  /** The ways that the rules leave to choose from. */
  public static Set<TeamWay> allowed(InspectorDraw rule) {
    Set<TeamWay> ways = EnumSet.noneOf(TeamWay.class);
    if (rule.mayBeUnified()) {
      ways.add(UNIFIED);
    }
    if (rule.mayBePerDepartment()) {
      ways.add(PER_DEPARTMENT);
    }
    return ways;
  }

  /**
   * The way to go.
   *
   * @param chosen by the department that leads, or null
   * @param joint whether other departments take part; where none does, there is nothing to choose
   * @throws Refused if the rules do not allow it, or leave the choice and nobody chose
   */
  public static TeamWay choose(Rule<InspectorDraw> rule, @Nullable TeamWay chosen, boolean joint) {
    Set<TeamWay> allowed = allowed(rule.value());
    if (chosen != null && !allowed.contains(chosen)) {
      throw Refused.because(TaskingProblem.WAY_NOT_ALLOWED, Lifecycle.wireName(chosen))
          .by(rule.clauses());
    }
    if (chosen != null || !joint || allowed.size() == 1) {
      return chosen != null && joint ? chosen : allowed.iterator().next();
    }
    throw Refused.because(TaskingProblem.TEAM_WAY_MISSING).by(rule.clauses());
  }
}
