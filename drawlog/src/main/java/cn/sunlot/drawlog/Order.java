package cn.sunlot.drawlog;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.verify.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The order of the steps by checkpoints (V6, V11), and their times (V7). */
final class Order {

  private final Commitment commitment;
  private final List<Step> all;
  private final Matched steps;
  private final LogReport report;
  private final TreeSet<Long> sizes = new TreeSet<>();

  Order(Commitment commitment, List<Step> all, Matched steps, LogReport report) {
    this.commitment = commitment;
    this.all = all;
    this.steps = steps;
    this.report = report;
    all.forEach(step -> sizes.add(step.checkpoint().size()));
  }

  /**
   * Checks.
   *
   * @param complete false if a step could not be read or is not shown to be in the log
   */
  void check(boolean complete) {
    List<Step> commitments = all.stream().filter(s -> s.type() == StepType.COMMITTED).toList();
    twice(commitments);
    if (!complete) {
      report.notChecked(Check.V6, "skip.steps");
      report.note(Check.V7, "skip.steps");
      report.note(Check.V11, "skip.steps");
      return;
    }
    once(commitments);
    steps();
    nothingAfterVoid();
  }

  private void steps() {
    List<Step> nonces = steps.of(StepType.REVEALED, 0);
    List<Step> values = steps.of(StepType.PUBLIC, 0);
    List<Step> opened = steps.of(StepType.OPENED, 0);
    List<Step> committed = steps.of(StepType.COMMITTED, 0);
    List<Step> before = new ArrayList<>(committed);
    ordered(Check.V6, before, nonces);
    before.addAll(nonces);
    ordered(Check.V6, before, values);
    before.addAll(values);
    // Whoever knows a later chain value knows C_0.
    ordered(Check.V6, before, steps.openedFrom(0));
    for (int r = 1; r < steps.rounds(); r++) {
      List<Step> known = new ArrayList<>(steps.of(StepType.ROUND, r));
      List<Step> fresh = steps.of(StepType.PUBLIC, r);
      ordered(Check.V11, known, fresh);
      known.addAll(fresh);
      ordered(Check.V11, known, steps.openedFrom(r));
    }
    nonces.forEach(step -> inTime(step, commitment.revealBy()));
    opened.forEach(step -> inTime(step, commitment.openBy()));
  }

  private void once(List<Step> committed) {
    if (committed.isEmpty()) {
      report.fail(Check.V6, "log", 0, "v6.none", commitment.draw());
    }
  }

  /** At most one commitment, whatever else is wrong. */
  private void twice(List<Step> committed) {
    committed.stream()
        .skip(1)
        .forEach(
            second ->
                report.fail(
                    Check.V6, second.file(), 1, "v6.twice", second.seq(), committed.get(0).seq()));
  }

  /** A checkpoint of size n lies between a and b if index(a) &lt; n ≤ index(b). */
  private void ordered(Check check, List<Step> earlier, List<Step> later) {
    long last = earlier.stream().mapToLong(Step::seq).max().orElse(-1);
    for (Step step : later) {
      Long size = sizes.higher(last);
      if (last >= 0 && (size == null || size > step.seq())) {
        Step before = earlier.stream().filter(s -> s.seq() == last).findFirst().orElseThrow();
        report.fail(
            check,
            step.file(),
            1,
            "order",
            step.type().type(),
            step.seq(),
            before.type().type(),
            last);
      }
    }
  }

  private void inTime(Step step, Instant until) {
    if (step.entry().at().isAfter(until)) {
      report.fail(
          Check.V7, step.file(), 1, "v7.late", step.type().type(), step.entry().at(), until);
    }
  }

  /**
   * What a draw has drawn stands if it is void for further rounds only, and not if it was given up.
   */
  private void declared(Step voided) {
    String cause =
        voided.payload() instanceof Json.Obj members
                && members.members().get("cause") instanceof Json.Text text
            ? text.value()
            : "";
    if (StepPayload.endsRoundsOnly(cause)) {
      report.note(Check.V6, "v6.rounds-ended", voided.seq(), voided.entry().at(), cause);
    } else {
      report.fail(Check.V6, voided.file(), 1, "v6.void", voided.seq(), voided.entry().at(), cause);
    }
  }

  private void nothingAfterVoid() {
    for (Step voided : steps.voids()) {
      declared(voided);
      all.stream()
          .filter(step -> step.seq() > voided.seq() && step.type() != StepType.VOID)
          .forEach(
              step ->
                  report.fail(
                      Check.V6,
                      step.file(),
                      1,
                      "v6.after-void",
                      step.type().type(),
                      step.seq(),
                      voided.seq()));
    }
  }
}
