package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.Invitation;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.usecase.Contributions.Contribution;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.intake.Intake;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A witness who was named for a link commits: from the own phone, or, because that does not work,
 * at the operator's screen after all.
 */
@Component
@Transactional
public class CommitWitness {

  /** Purpose of the codes in the links of witnesses. */
  public static final String PURPOSE = "draw-party";

  private final DrawSteps steps;
  private final CeremonyStore ceremonies;
  private final Contributions contributions;
  private final Intake intake;

  CommitWitness(
      DrawSteps steps, CeremonyStore ceremonies, Contributions contributions, Intake intake) {
    this.steps = steps;
    this.ceremonies = ceremonies;
    this.contributions = contributions;
    this.intake = intake;
  }

  /**
   * Commits at the operator's screen; the link opens nothing any more.
   *
   * @throws Refused if nobody of this name is waited for
   */
  public void run(UUID id, IfMatch seen, String party, Contribution given) {
    Step step = steps.begin(id, seen, DrawCommand.COMMIT_WITNESS);
    Invitation invitation = awaited(step, party);
    demandHead(invitation, given.chainHead());
    Contributions.Kept kept = contributions.read(step, party, invitation.name(), given);
    Participant named = invitation.committed(kept.commitment(), given.chainHead());
    intake.endCode(PURPOSE, invitation.id());
    keep(step, named.at(kept.way(), kept.sealedNonce()), SignedIn.get().personId());
  }

  /** Commits from the phone. */
  void byLink(UUID id, String party, String commitment, @Nullable String chainHead) {
    Step step = steps.begin(id, DrawCommand.COMMIT_WITNESS);
    Invitation invitation = awaited(step, party);
    Contributions.demandHex(commitment);
    demandHead(invitation, chainHead);
    // Whoever named the witness stands in the row; the entry says that the platform wrote it.
    keep(step, invitation.committed(commitment, chainHead), step.draw().preparedBy());
  }

  private static Invitation awaited(Step step, String party) {
    return step.ceremony().awaited().stream()
        .filter(i -> i.party().equals(party))
        .findFirst()
        .orElseThrow(() -> Refused.because(DrawingProblem.PARTY_UNKNOWN, party));
  }

  private static void demandHead(Invitation invitation, @Nullable String head) {
    Contributions.demandHead(head);
    if (invitation.supervises() != (head != null)) {
      throw Refused.because(DrawingProblem.CHAIN_HEAD_NEEDED, head == null ? "" : head);
    }
  }

  private void keep(Step step, Participant party, UUID by) {
    ceremonies.add(step.draw().id(), party, by, step.now());
    steps.end(
        step,
        Map.of(
            "party", party.party(),
            "way", Lifecycle.wireName(party.way()),
            "supervises", party.supervises(),
            "commitment", party.commitment()));
  }
}
