package cn.sunlot.tasking.domain;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Recusal;
import cn.sunlot.policy.Replacement;
import cn.sunlot.policy.Rule;
import cn.sunlot.policy.Shortage;
import cn.sunlot.policy.SubstituteBy;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.StaffingChange.Kind;
import cn.sunlot.tasking.domain.StaffingChange.Way;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which changes of a team the profile allows, in which ways, on which papers. */
public final class StaffingRules {

  private final Profile profile;

  public StaffingRules(Profile profile) {
    this.profile = profile;
  }

  /** The ways in which a change of this kind can be done. */
  public Set<Way> ways(Kind kind) {
    return switch (kind) {
      case RECUSAL -> recusalWays(profile.recusal().value());
      case REPLACEMENT -> EnumSet.of(substitute(profile.replacement().value().by()));
      case SHORTAGE -> shortageWays(profile.inspectorShortage().value());
      case EXEMPTION ->
          profile.exemptionList().value().redrawSubstitute()
              ? EnumSet.of(Way.NEW_RANDOM_DRAW)
              : EnumSet.noneOf(Way.class);
    };
  }

  /** The clauses that such a change rests on. */
  public List<String> clauses(Kind kind) {
    return rule(kind).clauses();
  }

  /** Whether the bureau's principal decides, or any leader. */
  public boolean principalDecides(Kind kind) {
    return kind == Kind.SHORTAGE
        && profile.inspectorShortage().value().needs().contains(Shortage.Demand.PRINCIPAL_DECISION);
  }

  /**
   * Checks a request.
   *
   * @param reason a listed reason's wire name, or a stated one
   * @throws Refused if way, reason or statement do not do
   */
  public void check(Kind kind, Way way, String reason, String statement) {
    if (!ways(kind).contains(way)) {
      throw Refused.because(TaskingProblem.WAY_NOT_ALLOWED, Lifecycle.wireName(way))
          .by(clauses(kind));
    }
    if (kind == Kind.REPLACEMENT) {
      checkReason(profile.replacement(), reason);
    }
    if (statement.isBlank()) {
      throw Refused.because(TaskingProblem.STATEMENT_MISSING).by(clauses(kind));
    }
  }

  private static void checkReason(Rule<Replacement> rule, String reason) {
    boolean listed =
        Stream.of(Replacement.Reason.values())
            .filter(rule.value().reasons()::contains)
            .anyMatch(r -> Lifecycle.wireName(r).equals(reason));
    // "And similar special reasons": a stated case of more than a word.
    boolean stated = rule.value().open() && reason.startsWith("other:") && reason.length() > 8;
    if (!listed && !stated) {
      throw Refused.because(TaskingProblem.REASON_NOT_LISTED, reason).by(rule.clauses());
    }
  }

  private Rule<?> rule(Kind kind) {
    return switch (kind) {
      case RECUSAL -> profile.recusal();
      case REPLACEMENT -> profile.replacement();
      case SHORTAGE -> profile.inspectorShortage();
      case EXEMPTION -> profile.exemptionList();
    };
  }

  private static Set<Way> recusalWays(Recusal recusal) {
    Set<Way> ways = EnumSet.noneOf(Way.class);
    if (recusal.ways().contains(Recusal.Way.SWAP_TARGETS)) {
      ways.add(Way.SWAP_TARGETS);
    }
    if (recusal.ways().contains(Recusal.Way.LEAVE_TASK)) {
      ways.add(substitute(recusal.substituteBy()));
    }
    return ways;
  }

  private static Set<Way> shortageWays(Shortage shortage) {
    Set<Way> ways = EnumSet.noneOf(Way.class);
    if (shortage.ways().contains(Shortage.Way.DIRECT_DESIGNATION)) {
      ways.add(Way.DESIGNATION);
    }
    if (shortage.ways().contains(Shortage.Way.CROSS_SECTION_DRAW)) {
      ways.add(Way.CROSS_SECTION_DRAW);
    }
    return ways;
  }

  private static Way substitute(SubstituteBy by) {
    return by.isDrawn() ? Way.NEW_RANDOM_DRAW : Way.DESIGNATION;
  }
}
