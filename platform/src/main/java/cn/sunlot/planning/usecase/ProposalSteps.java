package cn.sunlot.planning.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalCommand;
import cn.sunlot.planning.domain.ProposalLifecycle;
import cn.sunlot.planning.domain.ProposalState;
import cn.sunlot.planning.store.ProposalStore;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The beginning and the end that all commands on a proposal have in common. A proposal is the
 * lead's; row-level security is lifted only to save what participants and office do with it, after
 * it was checked that it is theirs to do.
 */
@Component
class ProposalSteps {

  /** A proposal that a command may change. */
  record Step(Proposal proposal, Edge<ProposalState, ProposalCommand> edge) {}

  private final ProposalStore store;
  private final ProposalSides sides;
  private final AuditLog audit;
  private final WholeView view;

  ProposalSteps(ProposalStore store, ProposalSides sides, AuditLog audit, WholeView view) {
    this.store = store;
    this.sides = sides;
    this.audit = audit;
    this.view = view;
  }

  /**
   * Loads the proposal.
   *
   * @throws Refused if the command is not this person's to give, or the proposal has moved on or
   *     does not allow it
   */
  Step begin(UUID id, IfMatch seen, ProposalCommand command) {
    Proposal proposal = store.get(id);
    sides.demand(proposal, command, SignedIn.get());
    seen.check(proposal.version());
    return take(proposal, command);
  }

  Step take(Proposal proposal, ProposalCommand command) {
    return new Step(proposal, ProposalLifecycle.TABLE.take(proposal.state(), command));
  }

  /** Saves the proposal as it is now and writes the entry of the edge. */
  Proposal end(Step step, Proposal changed, Map<String, ?> payload) {
    return save(step.edge().entryType(), changed, payload);
  }

  /** Saves a proposal that changes along with another one, with an entry of this type. */
  Proposal save(String entryType, Proposal changed, Map<String, ?> payload) {
    if (SignedIn.get().handles(changed.origin().departmentId())) {
      store.save(changed);
    } else {
      view.run(() -> store.save(changed));
    }
    Proposal saved = changed.at(changed.version() + 1);
    record(entryType, saved, payload);
    return saved;
  }

  void record(String type, Proposal proposal, Map<String, ?> payload) {
    Map<String, Object> all = new HashMap<>(payload);
    all.put("proposal", proposal.id().toString());
    audit.record(type, proposal.origin().number(), all);
  }
}
