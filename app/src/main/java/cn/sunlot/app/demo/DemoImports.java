package cn.sunlot.app.demo;

import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.ImportState;
import cn.sunlot.imports.store.ImportStore;
import cn.sunlot.imports.usecase.PreviewImport;
import cn.sunlot.imports.usecase.StartImport;
import cn.sunlot.imports.usecase.UploadImport;
import cn.sunlot.kernel.web.IfMatch;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/** The two spreadsheets, imported as the section officer would. */
final class DemoImports {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final DemoBureau bureau;

  DemoImports(DemoBureau bureau) {
    this.bureau = bureau;
  }

  void make() {
    UUID inspectors = start("inspectors", "执法检查人员名录.csv", DemoInspectors.csv(bureau.today()));
    awaitDone(inspectors);
    awaitDone(start("targets", "检查对象名录.csv", new DemoTargets().csv()));
  }

  private UUID start(String kind, String file, String csv) {
    var content = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    Import sent =
        bureau.as(
            DemoPerson.SECTION,
            () ->
                bureau.use(UploadImport.class).run(kind, file, content, Locale.SIMPLIFIED_CHINESE));
    bureau.as(
        DemoPerson.SECTION,
        () -> {
          var mapping = bureau.use(PreviewImport.class).suggest(sent);
          bureau.use(StartImport.class).run(sent.id(), new IfMatch(sent.version()), mapping);
        });
    return sent.id();
  }

  private void awaitDone(UUID id) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Import now = get(id);
    while (now.state() == ImportState.RUNNING && System.nanoTime() < end) {
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped while the demo was loading", e);
      }
      now = get(id);
    }
    if (now.state() != ImportState.DONE || now.counts().rejected() > 0) {
      throw new IllegalStateException(
          "import of %s is %s: %s %s"
              .formatted(now.file().name(), now.state(), now.counts(), now.failure()));
    }
  }

  private Import get(UUID id) {
    return bureau.as(DemoPerson.SECTION, () -> bureau.use(ImportStore.class).get(id));
  }
}
