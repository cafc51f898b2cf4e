package cn.sunlot.credit.domain;

import static cn.sunlot.credit.domain.ScorecardCommand.*;
import static cn.sunlot.credit.domain.ScorecardState.*;
import static cn.sunlot.kernel.Lifecycle.edge;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.SignedIn;
import java.util.List;

/** From draft to what is in force (SX-3.5). */
public final class ScorecardLifecycle {

  public static final Lifecycle<ScorecardState, ScorecardCommand> TABLE =
      new Lifecycle<>(
          "scorecard",
          edge(DRAFT, CHANGE, DRAFT, "scorecard-changed", ""),
          edge(DRAFT, TRY, DRAFT, "scorecard-tried", ""),
          edge(DRAFT, SUBMIT, SUBMITTED, "scorecard-submitted", "SX-3.5"),
          edge(DRAFT, DISCARD, DISCARDED, "scorecard-discarded", ""),
          edge(SUBMITTED, TRY, SUBMITTED, "scorecard-tried", ""),
          edge(SUBMITTED, APPROVE, APPROVED, "scorecard-approved", "SX-3.5"),
          edge(SUBMITTED, SEND_BACK, DRAFT, "scorecard-sent-back", "SX-3.5"));

  private ScorecardLifecycle() {}

  /** The commands that this person may give now. */
  public static List<ScorecardCommand> allowed(ScorecardState state, SignedIn person) {
    return TABLE.allowed(state).stream().filter(c -> person.may(c.permission())).toList();
  }
}
