package cn.sunlot.drawlog;

import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.transcript.TranscriptFiles;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.draw.verify.Difference;
import cn.sunlot.draw.verify.LogCheck.Stated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which step of the log stands for which statement of the transcript: one each (V13, V6). */
final class Matched {

  private final Map<Statement, Step> steps = new LinkedHashMap<>();
  private final List<Step> voids = new ArrayList<>();
  private final Stated stated;
  private final LogReport report;

  /**
   * Matches.
   *
   * @param complete false if there are steps that could not be read, so that nothing is missing
   */
  Matched(Stated stated, List<Step> found, boolean complete, LogReport report) {
    this.stated = stated;
    this.report = report;
    List<Statement> open = new ArrayList<>(Statement.of(stated));
    List<Step> others = new ArrayList<>();
    for (Step step : found) {
      if (step.type() == StepType.VOID) {
        voided(step);
      } else if (!same(open, step)) {
        others.add(step);
      }
    }
    others.forEach(step -> differs(open, step));
    if (complete) {
      open.stream().filter(s -> s.type() != StepType.COMMITTED).forEach(this::missing);
    }
  }

  private boolean same(List<Statement> open, Step step) {
    Optional<Statement> statement =
        open.stream()
            .filter(s -> s.type() == step.type() && s.payload().equals(step.payload()))
            .findFirst();
    statement.ifPresent(s -> steps.put(s, step));
    return statement.isPresent() && open.remove(statement.get());
  }

  private void differs(List<Statement> open, Step step) {
    String file = TranscriptFiles.step(step.seq(), "payload.json");
    Optional<Statement> about =
        open.stream()
            .filter(s -> s.type() == step.type() && s.sameThing(step.payload()))
            .findFirst();
    if (about.isEmpty()) {
      unknown(step, file);
      return;
    }
    open.remove(about.get());
    Difference.first("$", step.payload(), about.get().payload())
        .ifPresent(
            d ->
                report.fail(
                    Check.V13,
                    file,
                    1,
                    "v13.payload-" + d.kind(),
                    d.path(),
                    d.stands(),
                    d.computed()));
  }

  private void unknown(Step step, String file) {
    if (isOfRoundNotDrawn(step)) {
      report.note(Check.V11, "v11.not-drawn", step.type().type(), step.seq());
      return;
    }
    boolean unread =
        switch (step.type()) {
          case DRAWN -> stated.results().isEmpty();
          case ROUND -> false;
          default -> stated.reveals().isEmpty();
        };
    // A second commitment is the matter of V6; what could not be read, of V1.
    if (step.type() != StepType.COMMITTED && !unread) {
      report.fail(Check.V13, file, 1, "v13.not-stated", step.type().type());
    }
  }

  /** Of the round that was ordered when the draw became void: it is not drawn any more. */
  private boolean isOfRoundNotDrawn(Step step) {
    int next = stated.inputs().size() + 1;
    return (step.type() == StepType.ROUND || step.type() == StepType.PUBLIC)
        && step.payload() instanceof Json.Obj members
        && Json.of(next).equals(members.members().get("r"))
        && voids.stream().anyMatch(voided -> voided.seq() > step.seq());
  }

  private void missing(Statement statement) {
    report.fail(Check.V13, "log", 0, "v13.missing", statement.name());
  }

  private void voided(Step step) {
    voids.add(step);
    String file = TranscriptFiles.step(step.seq(), "payload.json");
    report.attempt(
        file,
        1,
        () -> {
          Node node = Node.root(step.payload());
          node.only("approver", "cause", "commitmentHash", "failed", "reason");
          String hash = node.get("commitmentHash").text();
          if (!hash.equals(stated.commitmentHash())) {
            report.fail(Check.V13, file, 1, "v13.void", hash, stated.commitmentHash());
          }
          return node;
        });
  }

  /** The steps of this type and round, in the order of the log. */
  List<Step> of(StepType type, int r) {
    return list(s -> s.type() == type && s.r() == r);
  }

  /** The steps that open chain values of this round and later ones. */
  List<Step> openedFrom(int r) {
    return list(s -> s.type() == StepType.OPENED && s.r() >= r);
  }

  private List<Step> list(Predicate<Statement> which) {
    return steps.entrySet().stream()
        .filter(e -> which.test(e.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The entry that fixes this draw, if it is in the log. */
  Optional<Step> committed() {
    return of(StepType.COMMITTED, 0).stream().findFirst();
  }

  /** Entries that declare the draw void. */
  List<Step> voids() {
    return voids;
  }

  /** Number of the rounds that the transcript states, the draw included. */
  int rounds() {
    return stated.inputs().size() + 1;
  }
}
