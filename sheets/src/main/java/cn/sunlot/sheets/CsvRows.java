package cn.sunlot.sheets;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a csv file. Rows are counted as a spreadsheet program does: one per record. */
final class CsvRows implements RowSource {

  private static final int SAMPLE = 1 << 16;

  private final Limits limits;
  private final Encoding encoding;
  private final CsvCells cells;
  private final CsvReader<RawRow> csv;
  private final CloseableIterator<RawRow> records;
  private int filledRows;
  private boolean ended;

  private CsvRows(Reader text, Limits limits, Encoding encoding, char delimiter) {
    this.limits = limits;
    this.encoding = encoding;
    this.cells = new CsvCells(limits);
    this.csv =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(Math.max(1 << 16, limits.cellChars() * 2 + 16))
            .build(cells, new EndMarked(text));
    this.records = csv.iterator();
  }

  static CsvRows open(Path path, Limits limits) throws IOException {
    Encoding encoding = Encoding.detect(path);
    InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    try {
      bytes.skipNBytes(encoding.bomBytes());
      BufferedReader text =
          new BufferedReader(
              new InputStreamReader(
                  bytes,
                  encoding
                      .charset()
                      .newDecoder()
                      .onMalformedInput(CodingErrorAction.REPORT)
                      .onUnmappableCharacter(CodingErrorAction.REPORT)),
              SAMPLE * 2);
      return new CsvRows(text, limits, encoding, delimiter(text));
    } catch (CharacterCodingException e) {
      bytes.close();
      throw Problem.ofFile(Code.ENCODING, encoding.charset()).refused(e);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** Looks at the start of the text; leaves the reader behind a line {@code sep=;}, if there is. */
  private static char delimiter(BufferedReader text) throws IOException {
    char[] sample = new char[SAMPLE];
    text.mark(SAMPLE + 1);
    int length = 0;
    for (int n = text.read(sample); n > 0; n = text.read(sample, length, SAMPLE - length)) {
      length += n;
    }
    text.reset();
    String start = new String(sample, 0, length);
    if (start.startsWith("sep=") && start.length() > 5 && start.charAt(5) <= '\r') {
      text.readLine();
      return start.charAt(4);
    }
    return Delimiter.detect(start);
  }

  @Override
  public @Nullable RawRow next() throws IOException {
    if (ended) {
      return null;
    }
    try {
      RawRow row = checked();
      ended = row == null;
      return row;
    } catch (CsvParseException e) {
      if (e.getCause() instanceof SheetRefused refused) {
        throw refused;
      }
      // Two causes are left: text behind a closing quote, and a quote that never closes.
      throw Problem.ofRow(Code.QUOTES, cells.row()).refused(e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw Problem.ofRow(Code.ENCODING, cells.row(), encoding.charset()).refused(e);
      }
      throw e.getCause();
    }
  }

  private @Nullable RawRow checked() {
    if (!records.hasNext()) {
      throw Problem.ofRow(Code.QUOTES, cells.row()).refused();
    }
    RawRow row = records.next();
    if (EndMarked.isEnd(row)) {
      return null;
    }
    if (EndMarked.swallowedEnd(row)) {
      throw Problem.ofRow(Code.QUOTES, row.number()).refused();
    }
    if (!row.blank() && ++filledRows > limits.rows()) {
      throw Problem.ofRow(Code.TOO_MANY_ROWS, row.number(), limits.rows()).refused();
    }
    return row;
  }

  @Override
  public List<Merge> merges() {
    return List.of();
  }

  @Override
  public List<Merge> mergesMet() {
    return List.of();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
