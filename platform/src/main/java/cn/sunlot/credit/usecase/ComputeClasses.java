package cn.sunlot.credit.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.credit.domain.Run;
import cn.sunlot.credit.domain.Scorecard;
import cn.sunlot.credit.domain.ScorecardVersion;
import cn.sunlot.credit.store.ListStore;
import cn.sunlot.credit.store.RunStore;
import cn.sunlot.credit.store.ScorecardStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes the classes of all targets of an authority (SX-3.5, N-10).
 *
 * <p>Batch by batch, each in a transaction of its own that remembers how far it is, so that it goes
 * on after an interruption. Only what differs is staged; one transaction at the end takes it over,
 * so that plans and draws see the old classes or the new ones, never a mixture.
 */
@Component
public class ComputeClasses {

  /** Small enough to tell progress and to be cancelled, large enough to be fast. */
  static final int BATCH = 50_000;

  /** Is told how far it is; may throw to end it. */
  @FunctionalInterface
  public interface Progress {
    void say(long done, long total, String message);
  }

  private final RunStore runs;
  private final ScorecardStore scorecards;
  private final ListStore lists;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  ComputeClasses(
      RunStore runs,
      ScorecardStore scorecards,
      ListStore lists,
      AuditLog audit,
      TransactionTemplate transaction) {
    this.runs = runs;
    this.scorecards = scorecards;
    this.lists = lists;
    this.audit = audit;
    this.transaction = transaction;
  }

  /** Goes on with a run until its end; one that has ended stays as it is. */
  public void run(UUID runId, Progress progress) {
    Run run = inTransaction(() -> runs.resume(runs.get(runId)));
    if (run.outcome() != Run.Outcome.RUNNING) {
      return;
    }
    ScorecardVersion card = inTransaction(() -> scorecards.get(run.scorecardId()));
    progress.say(run.read(), Math.max(run.read(), run.total()), "credit.phase.computing");
    if (run.kind() == Run.Kind.RECOMPUTE && run.read() == 0) {
      transaction.executeWithoutResult(status -> countComplaints(run, card.content()));
    }
    Run read = readAll(run, card.content(), progress);
    progress.say(read.read(), Math.max(read.read(), read.total()), "credit.phase.taking-over");
    transaction.executeWithoutResult(status -> finish(read, card));
  }

  private Run readAll(Run begun, Scorecard card, Progress progress) {
    Run run = begun;
    while (true) {
      progress.say(run.read(), Math.max(run.read(), run.total()), "credit.phase.computing");
      Run from = run;
      var next = inTransaction(() -> runs.batch(from, card, BATCH));
      if (next.isEmpty()) {
        return run;
      }
      run = next.get();
    }
  }

  private void countComplaints(Run run, Scorecard card) {
    if (card.complaints() == null) {
      return;
    }
    int moved = lists.renewComplaints(run.authorityId(), run.day(), card.complaints());
    if (moved > 0) {
      audit.record(
          run.authorityId(),
          "credit-lists-kept",
          "repeated-complaints",
          Map.of("moved", moved, "run", run.id().toString()));
    }
  }

  private void finish(Run read, ScorecardVersion card) {
    if (read.kind() == Run.Kind.RECOMPUTE) {
      Run taken = runs.takeOver(read, "信用评分标准第 " + card.number() + " 版");
      Map<String, Object> payload = new HashMap<>();
      payload.put("run", read.id().toString());
      payload.put("scorecard", card.id().toString());
      payload.put("day", read.day().toString());
      payload.put("targets", read.read());
      payload.put("before", read.classesBefore());
      payload.put("after", read.classesAfter());
      payload.put("changed", taken.result().changed());
      payload.put("worsened", taken.result().worsened());
      payload.put("digest", Objects.requireNonNullElse(taken.result().digest(), ""));
      audit.record(
          read.authorityId(), "credit-classes-computed", ScorecardSteps.ref(card), payload);
    }
    runs.end(read.id(), Run.Outcome.DONE);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
