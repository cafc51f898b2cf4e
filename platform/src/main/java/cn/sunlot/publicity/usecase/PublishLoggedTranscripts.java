package cn.sunlot.publicity.usecase;

import cn.sunlot.drawing.PublicDraws;
import cn.sunlot.kernel.jobs.RecurringWork;
import cn.sunlot.publicity.store.DrawRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes a transcript once more, with the proofs of its steps: when it was drawn, the last of
 * them were not in a checkpoint yet.
 */
@Component
class PublishLoggedTranscripts implements RecurringWork {

  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final PublicDraws draws;
  private final PublishDraws publish;
  private final DrawRows rows;
  private final EachByItself each;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /** Draws that could not be published, with when to try again. */
  private final Map<UUID, Instant> leftAlone = new ConcurrentHashMap<>();

  PublishLoggedTranscripts(
      PublicDraws draws,
      PublishDraws publish,
      DrawRows rows,
      EachByItself each,
      TransactionTemplate transaction,
      Clock clock) {
    this.draws = draws;
    this.publish = publish;
    this.rows = rows;
    this.each = each;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "publish-logged-transcripts";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run() {
    List<UUID> waiting = transaction.execute(s -> rows.listUnlogged());
    if (waiting != null) {
      waiting.forEach(this::publish);
    }
  }

  private void publish(UUID drawId) {
    Instant now = clock.instant();
    if (leftAlone.getOrDefault(drawId, Instant.MIN).isAfter(now)) {
      return;
    }
    if (each.run("publish its proofs", drawId, () -> publishLogged(drawId))) {
      leftAlone.remove(drawId);
    } else {
      leftAlone.put(drawId, now.plus(AGAIN));
    }
  }

  private void publishLogged(UUID drawId) {
    if (draws.isLogged(drawId)) {
      publish.run(drawId);
    }
  }
}
