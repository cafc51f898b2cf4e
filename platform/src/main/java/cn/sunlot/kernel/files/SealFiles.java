package cn.sunlot.kernel.files;

import cn.sunlot.kernel.jobs.RecurringWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Seals files with personal data that lie open since before they were sealed. Begins at the first
 * start and finds nothing later; whatever interrupts it, the next run goes on.
 */
@Component
class SealFiles implements RecurringWork {

  private static final Logger LOG = LoggerFactory.getLogger(SealFiles.class);
  private static final int AT_A_TIME = 1_000;

  private final DirectoryFiles files;
  private final List<PersonalFiles> owners;

  SealFiles(DirectoryFiles files, List<PersonalFiles> owners) {
    this.files = files;
    this.owners = owners;
  }

  @Override
  public String name() {
    return "seal-files";
  }

  @Override
  public Duration every() {
    return Duration.ofDays(1);
  }

  @Override
  public void run() {
    try {
      List<String> some = new ArrayList<>();
      files.forEachOpen(
          sha256 -> {
            some.add(sha256);
            if (some.size() == AT_A_TIME) {
              seal(some);
              some.clear();
            }
          });
      seal(some);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void seal(List<String> some) {
    if (some.isEmpty()) {
      return;
    }
    int sealed = 0;
    for (PersonalFiles owner : owners) {
      for (String sha256 : owner.among(some)) {
        sealed += seal(sha256);
      }
    }
    if (sealed > 0) {
      LOG.info("sealed {} files", sealed);
    }
  }

  private int seal(String sha256) {
    try {
      files.seal(sha256);
      return 1;
    } catch (NoSuchFileException e) {
      // Sealed for another owner, or deleted meanwhile.
      return 0;
    } catch (DamagedFile e) {
      LOG.warn("left open: {}", e.getMessage());
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
