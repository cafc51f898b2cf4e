package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.jobs.JobRun;
import cn.sunlot.kernel.jobs.JobWork;
import cn.sunlot.registry.domain.TargetExport;
import cn.sunlot.registry.store.TargetExportStore;
import cn.sunlot.registry.store.TargetSearch;
import cn.sunlot.sheets.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The job: writes the file, keeps it, and records who took how much out of the registry. */
@Component
public class ExportWork implements JobWork {

  static final String KIND = "target-export";

  private final TargetExportStore store;
  private final TargetSearch search;
  private final TargetSheet sheet;
  private final cn.sunlot.kernel.files.Files files;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  ExportWork(
      TargetExportStore store,
      TargetSearch search,
      TargetSheet sheet,
      cn.sunlot.kernel.files.Files files,
      AuditLog audit,
      TransactionTemplate transaction) {
    this.store = store;
    this.search = search;
    this.sheet = sheet;
    this.files = files;
    this.audit = audit;
    this.transaction = transaction;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) throws IOException {
    TargetExport export = store.get(UUID.fromString(run.subject()));
    if (export.rows() != null) {
      return;
    }
    Path file = Files.createTempFile("sunlot-targets-", "");
    try {
      transaction.executeWithoutResult(status -> write(export, file, run));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Map<String, Object> entry(TargetExport export, long rows) {
    String purpose = export.purpose();
    return purpose == null
        ? Map.of("rows", rows, "contacts", false)
        : Map.of("rows", rows, "contacts", true, "reason", purpose);
  }

  private void write(TargetExport export, Path file, JobRun run) {
    long expected = search.count(SignedIn.get().scope(), export.filter());
    try {
      long rows =
          sheet.write(
              file,
              export.filter(),
              export.fields(),
              export.format().equals("csv") ? Format.CSV : Format.XLSX,
              export.language().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE,
              export.purpose() != null,
              n -> run.progress(n, expected, "registry.phase.exporting"));
      try (InputStream bytes = Files.newInputStream(file)) {
        store.finish(export.id(), rows, files.store(bytes).sha256());
      }
      audit.record("targets-exported", SignedIn.get().login(), entry(export, rows));
      run.progress(rows, rows, "registry.phase.done");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
