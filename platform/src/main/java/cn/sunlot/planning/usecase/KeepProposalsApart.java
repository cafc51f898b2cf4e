package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.domain.KeptApart;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalCommand;
import cn.sunlot.planning.store.ProposalStore;
import cn.sunlot.planning.usecase.ProposalSteps.Step;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The office writes down why two proposals that overlap stay two (TZ-M6). */
@Component
@Transactional
public class KeepProposalsApart {

  private final ProposalSteps steps;
  private final ProposalPairs pairs;
  private final ProposalSides sides;
  private final ProposalStore store;
  private final Clock clock;

  KeepProposalsApart(
      ProposalSteps steps,
      ProposalPairs pairs,
      ProposalSides sides,
      ProposalStore store,
      Clock clock) {
    this.steps = steps;
    this.pairs = pairs;
    this.sides = sides;
    this.store = store;
    this.clock = clock;
  }

  public Proposal run(UUID id, IfMatch seen, UUID otherId, String reason) {
    Step step = steps.begin(id, seen, ProposalCommand.KEEP_APART);
    Proposal one = step.proposal();
    Proposal other = pairs.other(one, otherId);
    String why = PlanSteps.demandReason(reason);
    store.add(
        new KeptApart(
            Ids.next(),
            one.origin().authorityId(),
            sides.demandOffice(one).id(),
            one.id(),
            other.id(),
            why,
            SignedIn.get().personId(),
            clock.instant()));
    return steps.end(step, one, Map.of("other", other.origin().number(), "reason", why));
  }
}
