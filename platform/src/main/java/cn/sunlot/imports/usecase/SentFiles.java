package cn.sunlot.imports.usecase;

import cn.sunlot.imports.ImportProblem;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.RowLoop;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.files.LocalFile;
import cn.sunlot.sheets.Limits;
import cn.sunlot.sheets.Sheet;
import cn.sunlot.sheets.SheetRefused;
import cn.sunlot.sheets.Sheets;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Opens files that were sent in. */
@Component
class SentFiles {

  /** More rows than any bureau has; the keys of all of them are held in memory. */
  static final int MAX_ROWS = 1_000_000;

  /** As many rows of twelve long cells are a gigabyte of XML, of which a row is held at a time. */
  private static final Limits LIMITS =
      Limits.standard().withRows(MAX_ROWS + 1).withInflatedBytes(2L << 30);

  private final Files files;

  SentFiles(Files files) {
    this.files = files;
  }

  /** A file that can be read. */
  record Kept(String sha256, long bytes, List<String> header) {}

  /** A file that is being read; what lies in the clear for it is gone when it is closed. */
  record Opened(Sheet sheet, LocalFile file) implements Closeable {
    @Override
    public void close() throws IOException {
      try (file) {
        sheet.close();
      }
    }
  }

  /**
   * Keeps a file once its header was read: what is refused takes no room for ever.
   *
   * @throws Refused if it cannot be read
   */
  Kept keep(InputStream content, Locale locale) {
    try (LocalFile arrived = files.newLocal()) {
      try (OutputStream out = java.nio.file.Files.newOutputStream(arrived.path())) {
        content.transferTo(out);
      }
      List<String> header = header(arrived.path(), locale);
      try (InputStream checked = java.nio.file.Files.newInputStream(arrived.path())) {
        Files.Stored stored = files.storeSealed(checked);
        return new Kept(stored.sha256(), stored.size(), header);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> header(Path file, Locale locale) throws IOException {
    try (Sheet sheet = Sheets.open(file, LIMITS)) {
      return sheet.header().names();
    } catch (SheetRefused e) {
      throw inWords(e, locale);
    }
  }

  /**
   * Opens it.
   *
   * @throws SheetRefused if it cannot be read, also later while reading
   */
  Opened open(Import of) throws IOException {
    LocalFile file = files.localCopy(of.file().sha256());
    try {
      return new Opened(Sheets.open(file.path(), LIMITS), file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Reads all rows.
   *
   * @throws Refused if the file cannot be read to the end
   */
  void scan(Import of, RowLoop loop, RowLoop.Sink sink, Locale locale) {
    try (Opened opened = open(of)) {
      loop.run(opened.sheet(), sink);
    } catch (SheetRefused e) {
      throw inWords(e, locale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Refused inWords(SheetRefused e, Locale locale) {
    return Refused.because(
        ImportProblem.FILE_UNREADABLE,
        e.problem().message().in(locale),
        e.problem().wayOut().in(locale));
  }
}
