package cn.sunlot.registry.usecase;

import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.files.PersonalFiles;
import cn.sunlot.kernel.jobs.RecurringWork;
import cn.sunlot.registry.store.TargetExportStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes the files of exports that nobody fetches any more: they hold names and contacts of whole
 * lists. That there was an export, of how much and by whom, stays.
 */
@Component
class ForgetExports implements RecurringWork {

  private final TargetExportStore store;
  private final Files files;
  private final List<PersonalFiles> owners;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Duration kept;

  ForgetExports(
      TargetExportStore store,
      Files files,
      List<PersonalFiles> owners,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${sunlot.exports.keep-days:30}") int keepDays) {
    if (keepDays < 1) {
      throw new IllegalStateException(
          "sunlot.exports.keep-days is " + keepDays + "; files are kept for a day at least.");
    }
    this.store = store;
    this.files = files;
    this.owners = owners;
    this.transaction = transaction;
    this.clock = clock;
    this.kept = Duration.ofDays(keepDays);
  }

  @Override
  public String name() {
    return "forget-exports";
  }

  @Override
  public Duration every() {
    return Duration.ofDays(1);
  }

  /** The rows first: a file that is left behind is harmless, one that is named must be there. */
  @Override
  public void run() {
    List<String> gone =
        transaction.execute(status -> store.forgetFiles(clock.instant().minus(kept)));
    Set<String> unnamed = new HashSet<>(gone == null ? List.of() : gone);
    // Who sends in a list as it was exported has it kept under the same name.
    owners.forEach(owner -> unnamed.removeAll(owner.among(Set.copyOf(unnamed))));
    try {
      for (String sha256 : unnamed) {
        files.remove(sha256);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
