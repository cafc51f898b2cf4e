package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.files.LocalFile;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.TargetSearch;
import cn.sunlot.sheets.Format;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a list of targets at once; longer ones are written by a job ({@link StartExport}). */
@Component
@Transactional
public class ExportTargets {

  /** More would keep a request waiting for too long. */
  static final int MAX_ROWS = 300_000;

  private final TargetSearch search;
  private final TargetSheet sheet;
  private final Files files;
  private final AuditLog audit;

  ExportTargets(TargetSearch search, TargetSheet sheet, Files files, AuditLog audit) {
    this.search = search;
    this.sheet = sheet;
    this.files = files;
    this.audit = audit;
  }

  /**
   * Writes a temporary file, for the caller to delete; contacts are in it in part.
   *
   * @throws Refused if the list is too long
   */
  public Path run(TargetListFilter filter, Format format, Locale locale) {
    SignedIn person = SignedIn.get();
    long counted = search.count(person.scope(), filter);
    if (counted > MAX_ROWS) {
      throw Refused.because(
          RegistryProblem.EXPORT_TOO_LARGE, String.valueOf(counted), String.valueOf(MAX_ROWS));
    }
    try {
      LocalFile file = files.newLocal();
      try (OutputStream out =
          new BufferedOutputStream(java.nio.file.Files.newOutputStream(file.path()))) {
        long rows = sheet.write(out, filter, sheet.all(filter), format, locale, false, n -> {});
        audit.record("targets-exported", person.login(), Map.of("rows", rows, "contacts", false));
        return file.path();
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
