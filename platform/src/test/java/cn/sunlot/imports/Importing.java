package cn.sunlot.imports;

import cn.sunlot.Bureau;
import cn.sunlot.TestJobs;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.store.ImportStore;
import cn.sunlot.imports.usecase.PreviewImport;
import cn.sunlot.imports.usecase.StartImport;
import cn.sunlot.imports.usecase.UploadImport;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.files.LocalFile;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.sheets.Limits;
import cn.sunlot.sheets.Sheet;
import cn.sunlot.sheets.Sheets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Imports spreadsheets as a person would, step by step. */
@Component
public class Importing {

  private final UploadImport upload;
  private final PreviewImport preview;
  private final StartImport start;
  private final ImportStore store;
  private final TestJobs jobs;
  private final Files files;

  Importing(
      UploadImport upload,
      PreviewImport preview,
      StartImport start,
      ImportStore store,
      TestJobs jobs,
      Files files) {
    this.upload = upload;
    this.preview = preview;
    this.start = start;
    this.store = store;
    this.jobs = jobs;
    this.files = files;
  }

  /** Imports a csv with the columns guessed, to the end. */
  public Import csv(Bureau bureau, String kind, String csv) {
    return run(bureau, kind, csv.getBytes(StandardCharsets.UTF_8));
  }

  /** The same for the bytes of any file. */
  public Import run(Bureau bureau, String kind, byte[] bytes) {
    Import started = started(bureau, kind, bytes);
    jobs.runDue();
    return get(bureau, started.id());
  }

  /** Uploads and starts, but runs no job yet. */
  public Import started(Bureau bureau, String kind, byte[] bytes) {
    Import uploaded = uploaded(bureau, kind, bytes);
    return startWith(bureau, uploaded, bureau.as("officer", () -> preview.suggest(uploaded)));
  }

  /** Starts with these columns, but runs no job yet. */
  public Import startWith(Bureau bureau, Import uploaded, Map<String, String> mapping) {
    return bureau.as(
        "officer", () -> start.run(uploaded.id(), new IfMatch(uploaded.version()), mapping));
  }

  public Import uploaded(Bureau bureau, String kind, byte[] bytes) {
    return bureau.as(
        "officer",
        () ->
            upload.run(kind, "名录.csv", new ByteArrayInputStream(bytes), Locale.SIMPLIFIED_CHINESE));
  }

  /** The columns as remembered or guessed. */
  public Map<String, String> suggest(Bureau bureau, Import of) {
    return bureau.as("officer", () -> preview.suggest(of));
  }

  public PreviewImport.Preview preview(Bureau bureau, Import of) {
    return bureau.as(
        "officer", () -> preview.run(of.id(), preview.suggest(of), Locale.SIMPLIFIED_CHINESE));
  }

  /** Runs what was started. */
  public void finish() {
    jobs.runDue();
  }

  public Import get(Bureau bureau, UUID id) {
    return bureau.as("officer", () -> store.get(id));
  }

  /** The rows of the error workbook; the last cells are problem, way out, original row. */
  public List<List<String>> errors(Import of) {
    String sha256 = of.errorSha256();
    if (sha256 == null) {
      return List.of();
    }
    try (LocalFile file = files.localCopy(sha256);
        Sheet sheet = Sheets.open(file.path(), Limits.standard())) {
      List<List<String>> rows = new ArrayList<>();
      sheet.forEach(row -> rows.add(row.raw()));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
