package cn.sunlot.planning.domain;

import static cn.sunlot.kernel.Lifecycle.edge;
import static cn.sunlot.planning.domain.ProposalCommand.*;
import static cn.sunlot.planning.domain.ProposalState.*;

import cn.sunlot.kernel.Lifecycle;

/**
 * The way of a proposed joint inspection: the lead proposes, participants answer, the office
 * consolidates (TZ-M6, TZ-14, RS-2.4).
 */
public final class ProposalLifecycle {

  public static final Lifecycle<ProposalState, ProposalCommand> TABLE =
      new Lifecycle<>(
          "proposal",
          edge(DRAFT, CHANGE_DRAFT, DRAFT, "proposal-draft-changed", ""),
          edge(DRAFT, PROPOSE, PROPOSED, "proposal-proposed", "TZ-M6"),
          edge(DRAFT, WITHDRAW, WITHDRAWN, "proposal-withdrawn", ""),
          edge(PROPOSED, AGREE, PROPOSED, "proposal-participant-agreed", "RS-2.4"),
          edge(PROPOSED, DECLINE, PROPOSED, "proposal-participant-declined", "RS-2.4"),
          edge(PROPOSED, COORDINATE, PROPOSED, "proposal-coordinated", "RS-2.4"),
          edge(PROPOSED, SETTLE, AGREED, "proposal-settled", "RS-2.4"),
          edge(PROPOSED, REOPEN, DRAFT, "proposal-reopened", ""),
          edge(PROPOSED, WITHDRAW, WITHDRAWN, "proposal-withdrawn", ""),
          edge(AGREED, OPEN_AD_HOC, TAKEN, "proposal-opened-beside-plan", "TZ-17"),
          edge(AGREED, MERGE, MERGED, "proposal-merged", "TZ-M6"),
          edge(AGREED, KEEP_APART, AGREED, "proposal-kept-apart", "TZ-M6"),
          edge(AGREED, TAKE, TAKEN, "proposal-taken", "TZ-14"),
          edge(AGREED, RETURN_PROPOSAL, DRAFT, "proposal-returned", "TZ-M6"),
          edge(AGREED, WITHDRAW, WITHDRAWN, "proposal-withdrawn", ""),
          edge(TAKEN, RELEASE, AGREED, "proposal-released", "TZ-14"));

  private ProposalLifecycle() {}
}
