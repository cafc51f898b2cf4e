package cn.sunlot.drawing.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.DrawLifecycle;
import cn.sunlot.drawing.domain.Invitation;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.intake.Intake;
import cn.sunlot.kernel.Refused;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the link with which a witness takes part on an own phone. A new one ends the one before,
 * and stands in the record: whoever holds it acts for the witness.
 */
@Component
@Transactional
public class MakeLink {

  private final DrawStore draws;
  private final CeremonyStore ceremonies;
  private final Intake intake;
  private final AuditLog audit;

  MakeLink(DrawStore draws, CeremonyStore ceremonies, Intake intake, AuditLog audit) {
    this.draws = draws;
    this.ceremonies = ceremonies;
    this.intake = intake;
    this.audit = audit;
  }

  /**
   * Makes the link; gives its code.
   *
   * @throws Refused if the witness was not named for a link, or did it at the operator's screen
   */
  public String run(UUID id, String party) {
    Draw draw = draws.lock(id);
    var edge = DrawLifecycle.TABLE.take(draw.state(), DrawCommand.MAKE_LINK);
    Ceremony ceremony = ceremonies.get(id);
    Invitation invitation =
        ceremony.invitations().stream()
            .filter(i -> i.party().equals(party))
            .findFirst()
            .orElseThrow(() -> Refused.because(DrawingProblem.PARTY_UNKNOWN, party));
    if (ceremony.findParty(party).map(Participant::way).orElse(Participant.Way.LINK)
        != Participant.Way.LINK) {
      throw Refused.because(DrawingProblem.LINK_NOT_OFFERED, invitation.name());
    }
    audit.record(edge.entryType(), draw.ref(), Map.of("party", party));
    return intake.makeCode(CommitWitness.PURPOSE, invitation.id());
  }
}
