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
import cn.sunlot.sheets.Header;
import java.io.Closeable;
import java.io.IOException;
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
    try (SentFiles.Opened opened = sent.open(im);
        var rows = new ReadAhead(opened.sheet().iterator());
        var writer = staging.write(kind.staging(), im.id());
        Workbook errors = new Workbook(opened.sheet().header(), im)) {
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

  /** The error workbook, begun once there is something to write, and sealed on the way. */
  private final class Workbook implements Closeable {

    private final Header header;
    private final Import im;
    private Files.@Nullable NewFile file;
    private @Nullable ErrorWorkbook book;

    Workbook(Header header, Import im) {
      this.header = header;
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
        Files.NewFile begun = files.newSealed();
        file = begun;
        open = new ErrorWorkbook(begun.out(), header, im.locale());
        book = open;
      }
      open.row(outcome.cells().row(), issues.stream().map(texts::mistake).toList());
    }

    @Nullable String store() throws IOException {
      if (book == null || file == null) {
        return null;
      }
      book.close();
      book = null;
      return file.keep().sha256();
    }

    @Override
    public void close() throws IOException {
      try (Files.@Nullable NewFile begun = file) {
        if (begun != null && book != null) {
          book.close();
        }
      }
    }
  }
}
