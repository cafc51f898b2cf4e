package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.jobs.JobRun;
import cn.sunlot.kernel.jobs.JobWork;
import cn.sunlot.registry.domain.TargetExport;
import cn.sunlot.registry.store.TargetExportStore;
import cn.sunlot.registry.store.TargetSearch;
import cn.sunlot.sheets.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job: writes the file, sealed on the way, keeps it, and records who took how much out of the
 * registry.
 */
@Component
public class ExportWork implements JobWork {

  static final String KIND = "target-export";

  private final TargetExportStore store;
  private final TargetSearch search;
  private final TargetSheet sheet;
  private final Files files;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  ExportWork(
      TargetExportStore store,
      TargetSearch search,
      TargetSheet sheet,
      Files files,
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
    try (Files.NewFile file = files.newSealed()) {
      transaction.executeWithoutResult(status -> write(export, file, run));
    }
  }

  private static Map<String, Object> entry(TargetExport export, long rows) {
    String purpose = export.purpose();
    return purpose == null
        ? Map.of("rows", rows, "contacts", false)
        : Map.of("rows", rows, "contacts", true, "reason", purpose);
  }

  private void write(TargetExport export, Files.NewFile file, JobRun run) {
    long expected = search.count(SignedIn.get().scope(), export.filter());
    try {
      long rows =
          sheet.write(
              file.out(),
              export.filter(),
              export.fields(),
              export.format().equals("csv") ? Format.CSV : Format.XLSX,
              export.language().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE,
              export.purpose() != null,
              n -> run.progress(n, expected, "registry.phase.exporting"));
      store.finish(export.id(), rows, file.keep().sha256());
      audit.record("targets-exported", SignedIn.get().login(), entry(export, rows));
      run.progress(rows, rows, "registry.phase.done");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
