package cn.sunlot.kernel.web;

import static cn.sunlot.kernel.store.jooq.Tables.COMMAND;

import cn.sunlot.kernel.jobs.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes the kept answers of commands once nobody sends them again: they hold what people read at
 * the time, personal data among it.
 */
@Component
class ForgetAnswers implements RecurringWork {

  private final DSLContext database;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Duration kept;

  ForgetAnswers(
      DSLContext database,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${sunlot.commands.keep-days:30}") int keepDays) {
    if (keepDays < 1) {
      throw new IllegalStateException(
          "sunlot.commands.keep-days is " + keepDays + "; answers are kept for a day at least.");
    }
    this.database = database;
    this.transaction = transaction;
    this.clock = clock;
    this.kept = Duration.ofDays(keepDays);
  }

  @Override
  public String name() {
    return "forget-answers";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void run() {
    Instant before = clock.instant().minus(kept);
    transaction.executeWithoutResult(
        s -> database.deleteFrom(COMMAND).where(COMMAND.AT.lt(before)).execute());
  }
}
