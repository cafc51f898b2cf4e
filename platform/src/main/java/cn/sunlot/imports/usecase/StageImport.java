package cn.sunlot.imports.usecase;

import cn.sunlot.imports.ImportKind;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.Issue;
import cn.sunlot.imports.domain.RowLoop;
import cn.sunlot.imports.domain.RowLoop.Outcome;
import cn.sunlot.imports.store.StagingRows;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.jobs.JobRun;
import cn.sunlot.sheets.ErrorWorkbook;
import cn.sunlot.sheets.Sheet;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a file into the staging table, and writes the error workbook on the way. */
@Component
class StageImport {

  private static final int ROWS_PER_PROGRESS = 2_000;

  /** Fewer are merged well whatever the database takes them for. */
  private static final int MANY = 100_000;

  /** Rows with nothing but these warnings are found in the registry's own lists. */
  private static final List<String> NOT_IN_WORKBOOK = List.of("incomplete");

  /**
   * What was read.
   *
   * @param errorSha256 the error workbook, or null where there is nothing to say
   */
  record StagedImport(Import.Counts counts, int taken, @Nullable String errorSha256) {}

  private final SentFiles sent;
  private final Files files;
  private final StagingRows staging;
  private final IssueTexts texts;

  StageImport(SentFiles sent, Files files, StagingRows staging, IssueTexts texts) {
    this.sent = sent;
    this.files = files;
    this.staging = staging;
    this.texts = texts;
  }

  StagedImport stage(Import im, ImportKind kind, JobRun run) throws IOException {
    staging.clear(kind.staging(), im.id());
    var context = PreviewImport.context(im);
    var loop = new RowLoop(kind, context, im.mapping(), im.file().header());
    int expected = im.counts().read();
    try (Sheet sheet = sent.open(im);
        var rows = new ReadAhead(sheet.iterator());
        var writer = staging.write(kind.staging(), im.id());
        Workbook errors = new Workbook(sheet, im)) {
      loop.run(
          () -> rows,
          outcome -> {
            if (loop.read() % ROWS_PER_PROGRESS == 1) {
              run.progress(loop.read(), expected, "imports.phase.reading");
            }
            if (outcome.staged() != null) {
              writer.row(outcome.cells().row().number(), outcome.staged());
            }
            errors.take(outcome);
          });
      writer.flush();
      if (loop.taken() >= MANY) {
        staging.learn(kind.staging());
      }
      return new StagedImport(loop.counts(), loop.taken(), errors.store());
    }
  }

  /** The error workbook, made in a file of its own once there is something to write. */
  private final class Workbook implements Closeable {

    private final Sheet sheet;
    private final Import im;
    private @Nullable Path path;
    private @Nullable ErrorWorkbook book;

    Workbook(Sheet sheet, Import im) {
      this.sheet = sheet;
      this.im = im;
    }

    void take(Outcome outcome) throws IOException {
      List<Issue> issues = outcome.issues();
      if (outcome.staged() != null
          && issues.stream().allMatch(issue -> NOT_IN_WORKBOOK.contains(issue.code()))) {
        return;
      }
      ErrorWorkbook open = book;
      if (open == null) {
        path = java.nio.file.Files.createTempFile("sunlot-errors-", ".xlsx");
        open =
            new ErrorWorkbook(
                new BufferedOutputStream(java.nio.file.Files.newOutputStream(path)),
                sheet.header(),
                im.locale());
        book = open;
      }
      open.row(outcome.cells().row(), issues.stream().map(texts::mistake).toList());
    }

    @Nullable String store() throws IOException {
      if (book == null || path == null) {
        return null;
      }
      book.close();
      book = null;
      try (InputStream bytes = java.nio.file.Files.newInputStream(path)) {
        return files.store(bytes).sha256();
      }
    }

    @Override
    public void close() throws IOException {
      if (book != null) {
        book.close();
      }
      if (path != null) {
        java.nio.file.Files.deleteIfExists(path);
      }
    }
  }
}
