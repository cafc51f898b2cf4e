package cn.sunlot.publicity.usecase;

import cn.sunlot.drawing.PublicDraws;
import cn.sunlot.kernel.jobs.RecurringWork;
import cn.sunlot.publicity.store.DrawRows;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes a transcript once more, with the proofs of its steps: when it was drawn, the last of
 * them were not in a checkpoint yet.
 */
@Component
class PublishLoggedTranscripts implements RecurringWork {

  private final PublicDraws draws;
  private final PublishDraws publish;
  private final DrawRows rows;
  private final TransactionTemplate transaction;

  PublishLoggedTranscripts(
      PublicDraws draws, PublishDraws publish, DrawRows rows, TransactionTemplate transaction) {
    this.draws = draws;
    this.publish = publish;
    this.rows = rows;
    this.transaction = transaction;
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
    transaction.executeWithoutResult(
        s -> {
          if (draws.isLogged(drawId)) {
            publish.run(drawId);
          }
        });
  }
}
