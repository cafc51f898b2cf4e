package cn.sunlot.organisation.usecase;

import cn.sunlot.kernel.jobs.RecurringWork;
import cn.sunlot.organisation.domain.ApiClient;
import cn.sunlot.organisation.store.ApiTokenStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes tokens that are over and wrong attempts that count no longer. */
@Component
@Transactional
class ForgetApiTokens implements RecurringWork {

  private final ApiTokenStore tokens;
  private final Clock clock;

  ForgetApiTokens(ApiTokenStore tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "forget-api-tokens";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    tokens.forget(now, now.minus(ApiClient.FAILURES_COUNT));
  }
}
