package cn.sunlot.credit.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.credit.CreditProblem;
import cn.sunlot.credit.domain.Scorecard;
import cn.sunlot.credit.domain.ScorecardCommand;
import cn.sunlot.credit.domain.ScorecardLifecycle;
import cn.sunlot.credit.domain.ScorecardRules;
import cn.sunlot.credit.domain.ScorecardState;
import cn.sunlot.credit.domain.ScorecardVersion;
import cn.sunlot.credit.store.ScorecardStore;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle.Edge;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.web.IfMatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The beginning and the end that all commands on a scorecard have in common. */
@Component
class ScorecardSteps {

  /** A version that a command may change. */
  record Step(ScorecardVersion card, Edge<ScorecardState, ScorecardCommand> edge) {}

  private final ScorecardStore store;
  private final AuditLog audit;

  ScorecardSteps(ScorecardStore store, AuditLog audit) {
    this.store = store;
    this.audit = audit;
  }

  Step begin(UUID id, IfMatch seen, ScorecardCommand command) {
    ScorecardVersion card = store.get(id);
    seen.check(card.version());
    return new Step(card, ScorecardLifecycle.TABLE.take(card.state(), command));
  }

  /** Saves the version and writes the entry of the edge. */
  ScorecardVersion end(Step step, ScorecardVersion changed, Map<String, ?> payload) {
    ScorecardVersion saved = store.save(changed);
    record(step.edge().entryType(), saved, payload);
    return saved;
  }

  void record(String type, ScorecardVersion card, Map<String, ?> payload) {
    Map<String, Object> all = new HashMap<>(payload);
    all.put("scorecard", card.id().toString());
    audit.record(type, ref(card), all);
  }

  /** What entries about a version are filed under. */
  static String ref(ScorecardVersion card) {
    return "scorecard-" + card.number();
  }

  static void demandRight(Scorecard content) {
    List<WrongValue> wrong = ScorecardRules.wrong(content);
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size()).naming(wrong);
    }
  }

  static String demandReason(String reason) {
    if (reason.isBlank()) {
      throw Refused.because(CreditProblem.REASON_MISSING);
    }
    return reason.strip();
  }
}
