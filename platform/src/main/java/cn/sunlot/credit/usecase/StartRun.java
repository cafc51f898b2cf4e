package cn.sunlot.credit.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.credit.CreditProblem;
import cn.sunlot.credit.domain.Run;
import cn.sunlot.credit.domain.ScorecardCommand;
import cn.sunlot.credit.domain.ScorecardVersion;
import cn.sunlot.credit.store.RunStore;
import cn.sunlot.credit.store.ScorecardStore;
import cn.sunlot.credit.usecase.ScorecardSteps.Step;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.jobs.Jobs;
import cn.sunlot.kernel.web.IfMatch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the computation of all classes, or a trial of a draft, as a job (N-10). */
@Component
@Transactional
public class StartRun {

  private final RunStore runs;
  private final ScorecardStore scorecards;
  private final ScorecardSteps steps;
  private final Jobs jobs;
  private final AuditLog audit;
  private final Clock clock;

  StartRun(
      RunStore runs,
      ScorecardStore scorecards,
      ScorecardSteps steps,
      Jobs jobs,
      AuditLog audit,
      Clock clock) {
    this.runs = runs;
    this.scorecards = scorecards;
    this.steps = steps;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Computes all classes with the scorecard in force.
   *
   * @throws Refused if none is in force, or a computation is under way
   */
  public Run run() {
    UUID authority = SignedIn.get().authorityId();
    ScorecardVersion card =
        scorecards
            .findInForce(authority, LocalDate.now(clock))
            .orElseThrow(() -> Refused.because(CreditProblem.NO_SCORECARD));
    Run begun = begin(card, Run.Kind.RECOMPUTE);
    audit.record(
        "credit-computation-started",
        ScorecardSteps.ref(card),
        Map.of("run", begun.id().toString()));
    return begun;
  }

  /** Tries what a draft says, without changing anything. */
  public Run tryOut(UUID scorecardId, IfMatch seen) {
    Step step = steps.begin(scorecardId, seen, ScorecardCommand.TRY);
    ScorecardSteps.demandRight(step.card().content());
    Run begun = begin(step.card(), Run.Kind.TRIAL);
    steps.record(step.edge().entryType(), step.card(), Map.of("run", begun.id().toString()));
    return begun;
  }

  private Run begin(ScorecardVersion card, Run.Kind kind) {
    Run run =
        Run.begin(
            Ids.next(),
            card,
            kind,
            LocalDate.now(clock),
            SignedIn.get().personId(),
            clock.instant());
    if (!runs.add(run)) {
      throw Refused.because(CreditProblem.RUN_UNDER_WAY);
    }
    runs.saveJob(run.id(), jobs.start(RunWork.KIND, run.id().toString()));
    return runs.get(run.id());
  }
}
