package cn.sunlot.intake.usecase;

import cn.sunlot.intake.Collector;
import cn.sunlot.intake.Collector.Message;
import cn.sunlot.intake.store.MessageStore;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SystemWork;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives each message that waits to its module, one transaction each: the message is taken with all
 * that follows from it, or not at all.
 */
@Component
public class CollectMessages {

  /** Outcome of a message that was taken. */
  public static final String TAKEN = "taken";

  private static final Logger LOG = LoggerFactory.getLogger(CollectMessages.class);

  private final List<Collector> collectors;
  private final MessageStore store;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Set<Long> troubled = ConcurrentHashMap.newKeySet();

  CollectMessages(
      List<Collector> collectors,
      MessageStore store,
      TransactionTemplate transaction,
      Clock clock) {
    this.collectors = collectors;
    this.store = store;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Takes what waits, as the platform, whoever is signed in on this thread. */
  public void run() {
    SecurityContext before = SecurityContextHolder.getContext();
    SecurityContextHolder.clearContext();
    try {
      SystemWork.run(() -> collectors.forEach(this::run));
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }

  private void run(Collector collector) {
    List<Long> waiting =
        Objects.requireNonNull(transaction.execute(s -> store.listWaiting(collector.purpose())));
    waiting.forEach(id -> take(collector, id));
  }

  private void take(Collector collector, long id) {
    try {
      transaction.executeWithoutResult(
          s -> {
            Optional<Message> message = store.find(id);
            message.ifPresent(
                m -> {
                  collector.take(m);
                  store.end(id, TAKEN, false, clock.instant());
                });
          });
    } catch (Refused refused) {
      if (!collector.passes(refused)) {
        end(id, refused.problem().code());
      }
    } catch (RuntimeException e) {
      // The next look tries again; what is said of it, is said once.
      if (troubled.add(id)) {
        LOG.error("message {} for {} cannot be taken yet", id, collector.purpose(), e);
      }
    }
  }

  private void end(long id, String outcome) {
    transaction.executeWithoutResult(s -> store.end(id, outcome, true, clock.instant()));
  }
}
