package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.PoolFacts;
import cn.sunlot.tasking.domain.PoolLine;
import cn.sunlot.tasking.domain.PoolNote;
import cn.sunlot.tasking.domain.PoolNote.Weight;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.store.PoolStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a pool can be frozen as it was shown. */
@Component
class ShownPool {

  private static final int NAMED = 5;

  private final Pools pools;
  private final PoolStore lines;

  ShownPool(Pools pools, PoolStore lines) {
    this.pools = pools;
    this.lines = lines;
  }

  /** What the pool adds up to, as it was shown. */
  PoolFacts getFacts(Task task) {
    return lines
        .findFacts(task.id())
        .orElseThrow(
            () -> Refused.because(TaskingProblem.POOL_STALE, 0, "").by(drawnAtRandom(task)));
  }

  /**
   * Refuses what has changed since it was shown.
   *
   * @throws Refused {@code POOL_STALE}, with how many lines differ and the first of them
   */
  void demandUnchanged(Task task, PoolFacts facts, PoolProgress progress) {
    try (PoolStore.Reader stored = lines.read(task.id())) {
      Comparison comparison = new Comparison(stored, facts.size(), progress);
      pools.forEach(task, comparison::take);
      comparison.end();
      if (comparison.differing > 0) {
        throw Refused.because(
                TaskingProblem.POOL_STALE, comparison.differing, String.join("、", comparison.names))
            .by(drawnAtRandom(task));
      }
    }
  }

  /** Two streams in the same order, line by line. */
  private static final class Comparison {

    private final PoolStore.Reader stored;
    private final int total;
    private final PoolProgress progress;
    private final List<String> names = new ArrayList<>();
    private @Nullable PoolLine next;
    private int differing;
    private long done;

    Comparison(PoolStore.Reader stored, int total, PoolProgress progress) {
      this.stored = stored;
      this.total = total;
      this.progress = progress;
      this.next = stored.next();
    }

    void take(PoolLine now) {
      PoolLine before = next;
      while (before != null && PoolLine.ORDER.compare(before.targetId(), now.targetId()) < 0) {
        differs(before);
        before = stored.next();
      }
      if (before != null && before.targetId().equals(now.targetId())) {
        if (!before.equals(now)) {
          differs(now);
        }
        before = stored.next();
      } else {
        differs(now);
      }
      next = before;
      if (++done % PoolProgress.EVERY == 0) {
        progress.say(done, total, "tasking.phase.comparing");
      }
    }

    void end() {
      for (PoolLine left = next; left != null; left = stored.next()) {
        differs(left);
      }
    }

    private void differs(PoolLine line) {
      differing++;
      if (names.size() < NAMED) {
        names.add(line.name());
      }
    }
  }

  /**
   * Refuses a pool of nobody, one that goes beyond the cap of a general item (TZ-8), and one whose
   * rates do not follow risk and credit without a reason (TZ-18).
   */
  void demandDrawable(Task task, PoolFacts facts, String reason) {
    if (facts.frame() == 0) {
      throw Refused.because(TaskingProblem.POOL_EMPTY, facts.size()).by(drawnAtRandom(task));
    }
    List<PoolNote> notes = pools.notes(task, facts);
    first(notes, Weight.FORBIDDEN)
        .ifPresent(
            note -> {
              throw Refused.because(TaskingProblem.POOL_OVER_CAP, note.arguments().toArray())
                  .by(note.clauses());
            });
    if (reason.isBlank()) {
      first(notes, Weight.NEEDS_REASON)
          .ifPresent(
              note -> {
                throw Refused.because(TaskingProblem.RATES_WITHOUT_REASON).by(note.clauses());
              });
    }
  }

  private static Optional<PoolNote> first(List<PoolNote> notes, Weight weight) {
    return notes.stream().filter(note -> note.kind().weight() == weight).findFirst();
  }

  private List<String> drawnAtRandom(Task task) {
    return pools.profile(task.terms()).drawWitness().clauses();
  }
}
