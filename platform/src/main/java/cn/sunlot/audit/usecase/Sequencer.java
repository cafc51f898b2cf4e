package cn.sunlot.audit.usecase;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Places entries as soon as they are committed: those of this node at once, or together a tenth of
 * a second after the last ones; those of other nodes within half a second. Tests, which run jobs
 * step by step, place them when somebody asks.
 */
@Component
public class Sequencer implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /**
   * Between two batches, unless somebody waits: each is signed and forced to the disk twice, which
   * would take the disk from those who write.
   */
  static final Duration GATHER = Duration.ofMillis(100);

  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final PlaceEntries place;
  private final CollectCosignatures witnesses;
  private final boolean background;
  private final Duration gather;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition called = lock.newCondition();
  private final Condition placed = lock.newCondition();
  private final Wake wake = new Wake();
  private boolean pending;
  private boolean urgent;
  private volatile boolean running;

  @Autowired
  Sequencer(
      PlaceEntries place,
      CollectCosignatures witnesses,
      @Value("${sunlot.jobs.run:true}") boolean background) {
    this(place, witnesses, background, GATHER);
  }

  Sequencer(
      PlaceEntries place, CollectCosignatures witnesses, boolean background, Duration gather) {
    this.place = place;
    this.witnesses = witnesses;
    this.background = background;
    this.gather = gather;
  }

  /** Entries of the transaction under way are placed when it is committed. */
  public void wakeAfterCommit() {
    if (background && !TransactionSynchronizationManager.getSynchronizations().contains(wake)) {
      TransactionSynchronizationManager.registerSynchronization(wake);
    }
  }

  /**
   * Waits until this holds, which placing what is committed may bring about; not for long.
   *
   * @throws LogStopped if the log has stopped
   */
  public void await(BooleanSupplier holds) {
    if (holds.getAsBoolean()) {
      return;
    }
    if (!running) {
      place.run();
      witnesses.run();
      return;
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean() && System.nanoTime() < end) {
      callAndWait();
    }
  }

  private void callAndWait() {
    lock.lock();
    try {
      urgent = true;
      called.signal();
      placed.awaitNanos(TimeUnit.MILLISECONDS.toNanos(100));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void work() {
    while (running) {
      Duration pause = LOOK_EVERY;
      Duration apart = Duration.ZERO;
      try {
        if (place.run() > 0) {
          apart = gather;
          tellPlaced();
        }
        if (witnesses.run() > 0) {
          tellPlaced();
        }
      } catch (RuntimeException e) {
        LOG.error("The public log does not go on: {}", e.getMessage(), e);
        pause = AFTER_TROUBLE;
      }
      rest(apart, pause);
    }
  }

  private void tellPlaced() {
    lock.lock();
    try {
      placed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Until somebody waits, or the first time has passed and entries are there, or the second. */
  private void rest(Duration apart, Duration pause) {
    long begun = System.nanoTime();
    lock.lock();
    try {
      while (running && !urgent) {
        Duration whole = pending ? apart : pause;
        long left = begun + whole.toNanos() - System.nanoTime();
        if (left <= 0) {
          break;
        }
        called.awaitNanos(left);
      }
      pending = false;
      urgent = false;
    } catch (InterruptedException e) {
      running = false;
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void call() {
    lock.lock();
    try {
      pending = true;
      called.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void start() {
    if (background) {
      running = true;
      Thread thread = new Thread(this::work, "sequencer");
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public void stop() {
    running = false;
    call();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** One for all transactions, so that each has it once. */
  private final class Wake implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      call();
    }
  }
}
