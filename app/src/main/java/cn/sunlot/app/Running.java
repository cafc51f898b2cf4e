package cn.sunlot.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be closed in the opposite order, each once, also when one fails. */
final class Running implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Running.class);

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean ending;

  /**
   * Remembers something started.
   *
   * @throws StartProblem when the program is ending meanwhile
   */
  synchronized <T extends AutoCloseable> T add(T part) {
    started.push(part);
    if (ending) {
      throw new StartProblem("Stopped while starting.");
    }
    return part;
  }

  /** The end has come: what is starting now is not to start more. */
  synchronized void refuseMore() {
    ending = true;
  }

  @Override
  public synchronized void close() {
    ending = true;
    for (AutoCloseable part = started.poll(); part != null; part = started.poll()) {
      try {
        part.close();
      } catch (Exception e) {
        LOG.error("{} did not end properly", part, e);
      }
    }
  }
}
