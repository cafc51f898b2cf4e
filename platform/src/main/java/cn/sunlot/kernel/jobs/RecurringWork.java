package cn.sunlot.kernel.jobs;

import java.time.Duration;

/**
 * Work that the platform does by itself again and again, on one node at a time. It sees every row;
 * it begins its own transactions.
 */
public interface RecurringWork {

  /** Stable name in the queue, e.g. {@code void-overdue-draws}. */
  String name();

  /** How long after the end of one run the next begins. */
  Duration every();

  void run();
}
