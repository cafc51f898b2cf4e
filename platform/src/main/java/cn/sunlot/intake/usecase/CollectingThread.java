package cn.sunlot.intake.usecase;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks twice a second whether something was sent in. A thread of its own, because a deadline may
 * depend on it and the queue of jobs can be busy for minutes; tests collect when they say so.
 */
@Component
class CollectingThread implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(CollectingThread.class);
  private static final long LOOK_EVERY_MS = 500;

  private final CollectMessages collect;
  private final boolean background;
  private volatile CountDownLatch end = new CountDownLatch(0);

  CollectingThread(CollectMessages collect, @Value("${sunlot.jobs.run:true}") boolean background) {
    this.collect = collect;
    this.background = background;
  }

  private void work(CountDownLatch until) {
    try {
      while (!until.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      collect.run();
    } catch (RuntimeException e) {
      LOG.error("Messages cannot be collected: {}", e.getMessage(), e);
    }
  }

  @Override
  public void start() {
    if (background) {
      CountDownLatch until = new CountDownLatch(1);
      end = until;
      Thread thread = new Thread(() -> work(until), "intake");
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public void stop() {
    end.countDown();
  }

  @Override
  public boolean isRunning() {
    return end.getCount() > 0;
  }
}
