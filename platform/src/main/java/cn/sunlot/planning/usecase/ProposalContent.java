package cn.sunlot.planning.usecase;

import cn.sunlot.planning.domain.JointLine;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Proposal.Asking;
import cn.sunlot.planning.domain.ProposalRules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a lead department writes into a proposal.
 *
 * @param line what is inspected, with the participants
 * @param focus what it is about in particular
 */
public record ProposalContent(Line line, String focus, Asking asking) {

  /**
   * The content of a form.
   *
   * @param until last day of the answers, where it is said already
   * @param byOffice whether the office coordinates; by the number of participants where not said
   */
  public static ProposalContent of(
      Line line, String focus, @Nullable LocalDate until, @Nullable Boolean byOffice) {
    return new ProposalContent(
        line,
        focus,
        new Asking(until, ProposalRules.byOffice(byOffice, JointLine.participants(line))));
  }
}
