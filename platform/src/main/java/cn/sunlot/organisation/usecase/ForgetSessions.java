package cn.sunlot.organisation.usecase;

import cn.sunlot.kernel.jobs.RecurringWork;
import cn.sunlot.organisation.store.SessionStore;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes sessions that are long over: addresses and devices of people are kept no longer. */
@Component
@Transactional
class ForgetSessions implements RecurringWork {

  private final SessionStore store;
  private final Clock clock;
  private final Duration kept;

  ForgetSessions(
      SessionStore store, Clock clock, @Value("${sunlot.sessions.keep-days:180}") int keepDays) {
    if (keepDays < 1) {
      throw new IllegalStateException(
          "sunlot.sessions.keep-days is " + keepDays + "; sessions are kept for a day at least.");
    }
    this.store = store;
    this.clock = clock;
    this.kept = Duration.ofDays(keepDays);
  }

  @Override
  public String name() {
    return "forget-sessions";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void run() {
    store.forget(clock.instant().minus(kept));
  }
}
