package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.Invitation;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.intake.Intake;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a witness out before the commitment: named by mistake, or called away. From the commitment
 * on the parties stay as they are.
 */
@Component
@Transactional
public class RemoveWitness {

  private final DrawSteps steps;
  private final CeremonyStore ceremonies;
  private final Intake intake;

  RemoveWitness(DrawSteps steps, CeremonyStore ceremonies, Intake intake) {
    this.steps = steps;
    this.ceremonies = ceremonies;
    this.intake = intake;
  }

  /**
   * Takes the witness out.
   *
   * @param party the witness's name in the draw, e.g. {@code w1}
   * @throws Refused if the draw has no such witness; the operator stays
   */
  public void run(UUID id, IfMatch seen, String party, String reason) {
    Step step = steps.begin(id, seen, DrawCommand.REMOVE_WITNESS);
    Optional<Participant> named =
        step.ceremony().witnesses().stream().filter(w -> w.party().equals(party)).findFirst();
    Optional<Invitation> invited =
        step.ceremony().invitations().stream().filter(i -> i.party().equals(party)).findFirst();
    if (named.isEmpty() && invited.isEmpty()) {
      throw Refused.because(DrawingProblem.PARTY_UNKNOWN, party);
    }
    invited.ifPresent(i -> intake.endCode(CommitWitness.PURPOSE, i.id()));
    ceremonies.remove(id, party);
    String commitment = named.map(Participant::commitment).orElse("");
    steps.end(step, Map.of("party", party, "commitment", commitment, "reason", reason.strip()));
  }
}
