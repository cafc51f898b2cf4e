package cn.sunlot.registry.store.index;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the index up: what this node and others commit within a second. Who reads a list after a
 * change on this node has it taken in at once and waits for it, so that everybody finds their own
 * changes. Tests, which run jobs step by step, have it kept up whenever a list is read.
 */
@Component
public class TargetIndexFeeder implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TargetIndexFeeder.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

  /** Of many small changes, unless somebody waits: to show each by itself would take as long. */
  private static final Duration GATHER = Duration.ofMillis(500);

  /** A list that is a little old is better than one that does not come. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration PATIENCE_AFTER_IMPORTS = Duration.ofMinutes(10);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int MANY = 5_000;

  private final TargetIndex index;
  private final boolean background;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition called = lock.newCondition();
  private final Condition caughtUp = lock.newCondition();
  private final Wake wake = new Wake();
  private long committed;
  private long taken;
  private boolean urgent;
  private volatile boolean running;

  TargetIndexFeeder(TargetIndex index, @Value("${sunlot.jobs.run:true}") boolean background) {
    this.index = index;
    this.background = background;
  }

  /** What the transaction under way changes is taken in when it is committed. */
  public void wakeAfterCommit() {
    if (background && !TransactionSynchronizationManager.getSynchronizations().contains(wake)) {
      TransactionSynchronizationManager.registerSynchronization(wake);
    }
  }

  /** Waits until the index has what this node has committed, but not for long. */
  public void settle() {
    settle(PATIENCE, MANY);
  }

  /** Waits until the index has what this node has committed, however much it is. */
  public void settleAll() {
    settle(PATIENCE_AFTER_IMPORTS, Integer.MAX_VALUE);
  }

  private void settle(Duration patience, int many) {
    if (!running) {
      index.catchUp();
      index.keep();
      return;
    }
    long end = System.nanoTime() + patience.toNanos();
    lock.lock();
    try {
      long wanted = committed;
      if (running && behind(wanted, many)) {
        urgent = true;
        called.signal();
      }
      while (running && behind(wanted, many) && end > System.nanoTime()) {
        caughtUp.awaitNanos(Math.min(end - System.nanoTime(), LOOK.toNanos()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody waits for a large import of somebody else. */
  private boolean behind(long wanted, int many) {
    return !index.ready() || taken < wanted && index.takingIn() < many;
  }

  private void work() {
    while (running) {
      try {
        long wanted = committed();
        index.catchUp();
        tell(wanted);
        index.keep();
        rest(LOOK_EVERY, true);
      } catch (RuntimeException e) {
        LOG.error("The index of targets does not go on: {}", e.getMessage(), e);
        rest(AFTER_TROUBLE, false);
      }
    }
  }

  private long committed() {
    lock.lock();
    try {
      return committed;
    } finally {
      lock.unlock();
    }
  }

  private void tell(long wanted) {
    lock.lock();
    try {
      taken = wanted;
      caughtUp.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Until somebody waits for what was committed, or for it to gather, or to look by itself. */
  private void rest(Duration pause, boolean wakeful) {
    long begun = System.nanoTime();
    lock.lock();
    try {
      while (running) {
        boolean pending = wakeful && taken < committed;
        Duration whole = pending ? (urgent ? Duration.ZERO : GATHER) : pause;
        long left = begun + whole.toNanos() - System.nanoTime();
        if (left <= 0) {
          break;
        }
        called.awaitNanos(left);
      }
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
      committed++;
      called.signal();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void start() {
    if (background) {
      running = true;
      Thread thread = new Thread(this::work, "index-of-targets");
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
