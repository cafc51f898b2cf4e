package cn.sunlot.bench;

import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.ImportState;
import cn.sunlot.imports.store.ImportStore;
import cn.sunlot.imports.usecase.PreviewImport;
import cn.sunlot.imports.usecase.StartImport;
import cn.sunlot.imports.usecase.UploadImport;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.jobs.Jobs;
import cn.sunlot.kernel.web.IfMatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The platform on a durable database imports workbooks of targets, next to the same rows put into
 * the same table with the same indexes by COPY and by batches of INSERT. Argument: how many rows.
 */
final class ImportChild {

  private static final UUID AUTHORITY = new UUID(7, 2);

  private final PlatformUnderTest platform;
  private final ImportFiles files;
  private final int rows;

  private ImportChild(PlatformUnderTest platform, ImportFiles files, int rows) {
    this.platform = platform;
    this.files = files;
    this.rows = rows;
  }

  public static void main(String... arguments) throws Exception {
    // What is printed by others must not be taken for an answer.
    PrintStream answers = System.out;
    System.setOut(System.err);
    try (PlatformUnderTest platform = PlatformUnderTest.start("import", c -> {})) {
      int rows = Integer.parseInt(arguments[0]);
      var child = new ImportChild(platform, new ImportFiles(platform.folder(), rows), rows);
      PlatformUnderTest.signIn(person());
      var bare = new BareRows(platform, AUTHORITY, rows);
      System.setOut(answers);
      Child.serve(
          Map.<String, Callable<Long>>of(
              "warm",
              () -> child.warm(bare),
              "copy",
              bare::copy,
              "copy and index",
              bare::copyIndexed,
              "month",
              () -> bare.month(child.files),
              "insert",
              bare::insert,
              "full",
              () -> child.run(child.files.full(), rows, 0, 0),
              "again",
              () -> child.run(child.files.full(), 0, 0, rows),
              "delta",
              child::delta,
              "peak",
              () -> Child.peak() >> 10));
    }
  }

  /** A platform that has been used before has its programs compiled, as COPY always has. */
  private long warm(BareRows bare) throws Exception {
    int some = rows / 5;
    long time = run(files.first(some), some, 0, 0);
    bare.empty();
    return time;
  }

  private long delta() throws Exception {
    int changed = files.changed();
    return run(files.delta(), files.added(), changed, 0);
  }

  /** From the file as it is sent in to the end of the job, the index included. */
  private long run(Path file, int added, int changed, int unchanged) throws Exception {
    platform.learnSizes();
    long begin = System.nanoTime();
    Import started = start(file);
    UUID job = Objects.requireNonNull(started.jobId());
    while (!platform.bean(Jobs.class).get(job).state().ended()) {
      LockSupport.parkNanos(10_000_000);
    }
    long time = System.nanoTime() - begin;
    Import done = platform.bean(ImportStore.class).get(started.id());
    Import.Counts counts = done.counts();
    if (done.state() != ImportState.DONE
        || counts.added() != added
        || counts.changed() != changed
        || counts.unchanged() != unchanged) {
      throw new IllegalStateException(done.state() + " with " + counts + " " + done.failure());
    }
    return time;
  }

  private Import start(Path file) throws IOException {
    TransactionTemplate transaction = platform.bean(TransactionTemplate.class);
    try (InputStream content = Files.newInputStream(file)) {
      Import uploaded =
          platform
              .bean(UploadImport.class)
              .run("targets", "名录.xlsx", content, Locale.SIMPLIFIED_CHINESE);
      Map<String, String> mapping = platform.bean(PreviewImport.class).suggest(uploaded);
      return Objects.requireNonNull(
          transaction.execute(
              s ->
                  platform
                      .bean(StartImport.class)
                      .run(uploaded.id(), new IfMatch(uploaded.version()), mapping)));
    }
  }

  private static SignedIn person() {
    UUID id = new UUID(3, 1);
    return new SignedIn(
        id,
        "张三",
        "zhangsan",
        id,
        Scope.of(AUTHORITY, Set.of(id)),
        Set.of(),
        Set.of(Permission.SIGNED_IN, Permission.TARGETS_VIEW, Permission.TARGETS_IMPORT));
  }
}
