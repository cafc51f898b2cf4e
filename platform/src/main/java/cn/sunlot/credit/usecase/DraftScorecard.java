package cn.sunlot.credit.usecase;

import cn.sunlot.credit.CreditProblem;
import cn.sunlot.credit.domain.Scorecard;
import cn.sunlot.credit.domain.ScorecardCommand;
import cn.sunlot.credit.domain.ScorecardState;
import cn.sunlot.credit.domain.ScorecardVersion;
import cn.sunlot.credit.domain.ScorecardVersion.Trace;
import cn.sunlot.credit.store.RunStore;
import cn.sunlot.credit.store.ScorecardStore;
import cn.sunlot.credit.usecase.ScorecardSteps.Step;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts a version of the scorecard, changes it, hands it in, gives it up (SX-3.5). */
@Component
@Transactional
public class DraftScorecard {

  private final ScorecardStore store;
  private final ScorecardSteps steps;
  private final RunStore runs;
  private final DefaultScorecard standard;
  private final Clock clock;

  DraftScorecard(
      ScorecardStore store,
      ScorecardSteps steps,
      RunStore runs,
      DefaultScorecard standard,
      Clock clock) {
    this.store = store;
    this.steps = steps;
    this.runs = runs;
    this.standard = standard;
    this.clock = clock;
  }

  /**
   * Begins a draft with what is in force, or with the general indicators where nothing is.
   *
   * @throws Refused if there is a draft, or one that waits for approval
   */
  public ScorecardVersion run(String reason) {
    SignedIn person = SignedIn.get();
    String why = ScorecardSteps.demandReason(reason);
    store
        .findOpen(person.authorityId())
        .ifPresent(
            open -> {
              throw Refused.because(CreditProblem.SCORECARD_OPEN, String.valueOf(open.number()));
            });
    Scorecard content =
        store
            .findInForce(person.authorityId(), LocalDate.now(clock))
            .map(ScorecardVersion::content)
            .orElseGet(standard::get);
    var draft =
        new ScorecardVersion(
            Ids.next(),
            person.authorityId(),
            store.countVersions(person.authorityId()) + 1,
            ScorecardState.DRAFT,
            content,
            why,
            null,
            new Trace(person.personId(), null, null),
            clock.instant(),
            1);
    store.add(draft);
    steps.record("scorecard-drafted", draft, Map.of("reason", why));
    return store.get(draft.id());
  }

  public ScorecardVersion change(UUID id, IfMatch seen, Scorecard content, String reason) {
    Step step = steps.begin(id, seen, ScorecardCommand.CHANGE);
    String why = ScorecardSteps.demandReason(reason);
    ScorecardSteps.demandRight(content);
    return steps.end(
        step, step.card().saying(content, why, clock.instant()), Map.of("reason", why));
  }

  /**
   * Hands the draft in.
   *
   * @throws Refused if nobody has tried what it says now: who approves must see what it does
   */
  public ScorecardVersion submit(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, ScorecardCommand.SUBMIT);
    ScorecardSteps.demandRight(step.card().content());
    if (runs.findTrial(id)
        .filter(t -> !t.startedAt().isBefore(step.card().changedAt()))
        .isEmpty()) {
      throw Refused.because(CreditProblem.TRIAL_MISSING);
    }
    return steps.end(step, step.card().in(step.edge().to()), Map.of());
  }

  public ScorecardVersion discard(UUID id, IfMatch seen) {
    Step step = steps.begin(id, seen, ScorecardCommand.DISCARD);
    return steps.end(step, step.card().in(step.edge().to()), Map.of());
  }
}
