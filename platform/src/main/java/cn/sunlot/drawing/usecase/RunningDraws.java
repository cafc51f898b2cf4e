package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.DrawProgress;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.Purpose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Draws that are being made on this node, and how far they are. Only in memory: a draw is one
 * transaction, so nothing of it can be read elsewhere before its end, and after it nothing of this
 * means anything. What is said counts for the draw of the transaction in which it is said.
 */
@Component
public class RunningDraws implements DrawProgress {

  /** How many units pass between two words. */
  static final int EVERY = 20_000;

  /** What takes no longer is over before anybody could read it. */
  private static final Duration LONG = Duration.ofSeconds(1);

  private static final List<Phase> OF_TARGETS =
      List.of(
          Phase.CHECKING,
          Phase.DRAWING,
          Phase.NAMING,
          Phase.KEEPING,
          Phase.PUBLISHING,
          Phase.VISITS);
  private static final List<Phase> OF_INSPECTORS =
      List.of(Phase.CHECKING, Phase.DRAWING, Phase.KEEPING, Phase.PUBLISHING, Phase.TEAMS);

  private final ConcurrentMap<UUID, Work> running = new ConcurrentHashMap<>();
  private final Clock clock;

  RunningDraws(Clock clock) {
    this.clock = clock;
  }

  /**
   * How far a draw is.
   *
   * @param version of the draw before it
   * @param step which of its {@code steps} phases, from 1
   * @param done of {@code total}, which is 0 where nothing is counted
   */
  public record Running(
      int version, Phase phase, int step, int steps, long done, long total, Instant since) {

    /** Another number for each word, from 1 to 9,999. */
    int mark() {
      return 1 + step * 1001 + (total == 0 ? 0 : (int) Math.min(1000, done * 1000 / total));
    }
  }

  private static final class Work {
    private final UUID drawId;
    private final List<Phase> phases;
    private volatile Running now;

    Work(Draw draw, Instant since) {
      this.drawId = draw.id();
      this.phases = draw.purpose() == Purpose.TARGETS ? OF_TARGETS : OF_INSPECTORS;
      this.now = new Running(draw.version(), phases.get(0), 1, phases.size(), 0, 0, since);
    }

    void say(Phase phase, long done, long total) {
      Running at = now;
      int step = phases.indexOf(phase) + 1;
      now = new Running(at.version(), phase, step, phases.size(), done, total, at.since());
    }
  }

  /** The draw is made in this transaction, with whose end, whatever it is, this is forgotten. */
  void begin(Draw draw) {
    Work work = new Work(draw, clock.instant());
    TransactionSynchronizationManager.unbindResourceIfPossible(this);
    TransactionSynchronizationManager.bindResource(this, work);
    TransactionSynchronizationManager.registerSynchronization(new End(work));
    running.put(draw.id(), work);
  }

  private final class End implements TransactionSynchronization {
    private final Work work;

    End(Work work) {
      this.work = work;
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(RunningDraws.this);
      running.remove(work.drawId, work);
    }
  }

  @Override
  public void say(Phase phase) {
    say(phase, 0, 0);
  }

  /** The same where it can be counted. */
  void say(Phase phase, long done, long total) {
    if (TransactionSynchronizationManager.getResource(this) instanceof Work work) {
      work.say(phase, done, total);
    }
  }

  /** How far a draw is that is being made. */
  Optional<Running> find(UUID drawId) {
    return Optional.ofNullable(running.get(drawId)).map(work -> work.now);
  }

  /** The same if it takes so long that it is worth telling a room. */
  Optional<Running> findLong(UUID drawId) {
    Instant before = clock.instant().minus(LONG);
    return find(drawId).filter(now -> !now.since().isAfter(before));
  }
}
