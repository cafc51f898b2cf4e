package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.Occasions;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.Invitation;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.domain.Participant.Way;
import cn.sunlot.drawing.domain.WitnessRule;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.usecase.Contributions.Contribution;
import cn.sunlot.drawing.usecase.DrawSteps.Step;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names a witness as a party of the draw, with a nonce that only the witness knows (ZB-9): made at
 * the operator's screen now, or on the witness's own phone later.
 */
@Component
@Transactional
public class NameWitness {

  private final DrawSteps steps;
  private final CeremonyStore ceremonies;
  private final WitnessRules rules;
  private final Contributions contributions;
  private final Organisation organisation;
  private final Occasions occasions;

  NameWitness(
      DrawSteps steps,
      CeremonyStore ceremonies,
      WitnessRules rules,
      Contributions contributions,
      Organisation organisation,
      Occasions occasions) {
    this.steps = steps;
    this.ceremonies = ceremonies;
    this.rules = rules;
    this.contributions = contributions;
    this.organisation = organisation;
    this.occasions = occasions;
  }

  /**
   * Who watches.
   *
   * @param kind a kind of the profile, or {@code other} with {@code kindText}
   * @param unit where the witness comes from
   */
  public record Witness(String kind, @Nullable String kindText, String name, String unit) {}

  /**
   * Names a witness who commits here and now; the new party's name in the draw is the next of
   * {@code w1}, {@code w2} ….
   */
  public void run(UUID id, IfMatch seen, Witness witness, Contribution given) {
    Step step = begin(id, seen, witness, given.chainHead() != null);
    int position = step.ceremony().nextPosition();
    String party = "w" + position;
    Contributions.Kept kept = contributions.read(step, party, witness.name(), given);
    Participant named =
        new Participant(
            position,
            party,
            witness.kind(),
            kindText(witness),
            witness.name().strip(),
            witness.unit().strip(),
            kept.way(),
            kept.commitment(),
            kept.sealedNonce(),
            given.chainHead());
    ceremonies.add(id, named, SignedIn.get().personId(), step.now());
    steps.end(
        step,
        Map.of(
            "party", party,
            "kind", named.kind(),
            "way", Lifecycle.wireName(named.way()),
            "supervises", named.supervises(),
            "commitment", named.commitment()));
  }

  /**
   * Names a witness who commits on an own phone.
   *
   * @param supervises whether this party is to keep the secret of the chain
   */
  public void invite(UUID id, IfMatch seen, Witness witness, boolean supervises) {
    Step step = begin(id, seen, witness, supervises);
    int position = step.ceremony().nextPosition();
    Invitation invitation =
        new Invitation(
            Ids.next(),
            position,
            "w" + position,
            witness.kind(),
            kindText(witness),
            witness.name().strip(),
            witness.unit().strip(),
            supervises);
    SignedIn person = SignedIn.get();
    ceremonies.add(
        id, invitation, inviter(person), occasion(step, person), person.personId(), step.now());
    steps.end(
        step,
        Map.of(
            "party", invitation.party(),
            "kind", invitation.kind(),
            "way", Lifecycle.wireName(Way.LINK),
            "supervises", supervises));
  }

  private Step begin(UUID id, IfMatch seen, Witness witness, boolean supervises) {
    Step step = steps.begin(id, seen, DrawCommand.ADD_WITNESS);
    demandKind(rules.of(step.draw()), witness);
    boolean there =
        step.ceremony().supervisor().isPresent()
            || step.ceremony().invitations().stream().anyMatch(Invitation::supervises);
    if (supervises && there) {
      throw Refused.because(DrawingProblem.SUPERVISOR_ALREADY, step.draw().number());
    }
    return step;
  }

  private static void demandKind(WitnessRule rule, Witness witness) {
    if (!rule.admits(witness.kind())) {
      throw Refused.because(
              DrawingProblem.WITNESS_KIND, witness.kind(), String.join(", ", rule.kinds()))
          .by(rule.clauses());
    }
    String text = witness.kindText();
    if (witness.kind().equals(WitnessRule.OTHER) && (text == null || text.isBlank())) {
      throw Refused.because(DrawingProblem.WITNESS_KIND_TEXT).by(rule.clauses());
    }
  }

  private static @Nullable String kindText(Witness witness) {
    return witness.kind().equals(WitnessRule.OTHER) ? witness.kindText() : null;
  }

  private String inviter(SignedIn person) {
    return organisation.getAuthority(person.authorityId()).name()
        + " "
        + organisation.getDepartment(person.departmentId()).name();
  }

  private String occasion(Step step, SignedIn person) {
    UUID task = step.draw().taskId();
    return occasions.titles(person.scope(), List.of(task)).getOrDefault(task, "");
  }
}
