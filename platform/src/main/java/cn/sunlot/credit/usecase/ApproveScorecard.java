package cn.sunlot.credit.usecase;

import cn.sunlot.credit.CreditProblem;
import cn.sunlot.credit.domain.ScorecardCommand;
import cn.sunlot.credit.domain.ScorecardVersion;
import cn.sunlot.credit.usecase.ScorecardSteps.Step;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a version of the scorecard into force from a day on, or sends it back (SX-3.5). */
@Component
@Transactional
public class ApproveScorecard {

  private final ScorecardSteps steps;
  private final Clock clock;

  ApproveScorecard(ScorecardSteps steps, Clock clock) {
    this.steps = steps;
    this.clock = clock;
  }

  /**
   * Approves it.
   *
   * @param from first day in force; today where null
   */
  public ScorecardVersion run(UUID id, IfMatch seen, @Nullable LocalDate from) {
    Step step = steps.begin(id, seen, ScorecardCommand.APPROVE);
    LocalDate today = LocalDate.now(clock);
    LocalDate first = from == null ? today : from;
    if (first.isBefore(today)) {
      throw Refused.because(CreditProblem.DAY_TOO_EARLY, first.toString(), today.toString());
    }
    return steps.end(
        step,
        step.card().approved(step.edge().to(), SignedIn.get().personId(), first),
        Map.of("from", first.toString()));
  }

  public ScorecardVersion sendBack(UUID id, IfMatch seen, String reason) {
    Step step = steps.begin(id, seen, ScorecardCommand.SEND_BACK);
    String why = ScorecardSteps.demandReason(reason);
    return steps.end(step, step.card().sentBack(step.edge().to(), why), Map.of("reason", why));
  }
}
