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
import java.util.Locale;
import java.util.UUID;

/** Spreadsheets, imported as an officer of the section would. */
final class DemoImports {

  private final DemoBureau bureau;
  private final DemoPerson officer;

  DemoImports(DemoBureau bureau, DemoPerson officer) {
    this.bureau = bureau;
    this.officer = officer;
  }

  /** Imports a file to its end; no row of the demo may be rejected. */
  void run(String kind, String file, String csv) {
    UUID id = start(kind, file, csv);
    Import ended = DemoPatience.await(() -> get(id), now -> now.state() != ImportState.RUNNING);
    if (ended.state() != ImportState.DONE || ended.counts().rejected() > 0) {
      throw new IllegalStateException(
          "import of %s is %s: %s %s"
              .formatted(ended.file().name(), ended.state(), ended.counts(), ended.failure()));
    }
  }

  private UUID start(String kind, String file, String csv) {
    var content = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    Import sent =
        bureau.as(
            officer,
            () ->
                bureau.use(UploadImport.class).run(kind, file, content, Locale.SIMPLIFIED_CHINESE));
    bureau.as(
        officer,
        () -> {
          var mapping = bureau.use(PreviewImport.class).suggest(sent);
          bureau.use(StartImport.class).run(sent.id(), new IfMatch(sent.version()), mapping);
        });
    return sent.id();
  }

  private Import get(UUID id) {
    return bureau.as(officer, () -> bureau.use(ImportStore.class).get(id));
  }
}
