package cn.sunlot.imports.usecase;

import cn.sunlot.imports.ImportProblem;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.RowLoop;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.sheets.Limits;
import cn.sunlot.sheets.Sheet;
import cn.sunlot.sheets.SheetRefused;
import cn.sunlot.sheets.Sheets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Opens files that were sent in. */
@Component
class SentFiles {

  /** More rows than any bureau has; the keys of all of them are held in memory. */
  static final int MAX_ROWS = 1_000_000;

  private static final Limits LIMITS = Limits.standard().withRows(MAX_ROWS + 1);

  private final Files files;

  SentFiles(Files files) {
    this.files = files;
  }

  /**
   * The names of the columns.
   *
   * @throws Refused if it cannot be read
   */
  List<String> header(String sha256, Locale locale) {
    try (Sheet sheet = Sheets.open(files.localCopy(sha256), LIMITS)) {
      return sheet.header().names();
    } catch (SheetRefused e) {
      throw inWords(e, locale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Opens it.
   *
   * @throws SheetRefused if it cannot be read, also later while reading
   */
  Sheet open(Import of) throws IOException {
    return Sheets.open(files.localCopy(of.file().sha256()), LIMITS);
  }

  /**
   * Reads all rows.
   *
   * @throws Refused if the file cannot be read to the end
   */
  void scan(Import of, RowLoop loop, RowLoop.Sink sink, Locale locale) {
    try (Sheet sheet = open(of)) {
      loop.run(sheet, sink);
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
