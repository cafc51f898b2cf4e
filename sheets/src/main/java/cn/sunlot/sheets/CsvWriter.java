package cn.sunlot.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes csv. */
final class CsvWriter implements SheetWriter {

  private final de.siegmar.fastcsv.writer.CsvWriter csv;
  private final int columns;

  CsvWriter(OutputStream out, List<Heading> columns) throws IOException {
    this.columns = columns.size();
    out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    this.csv = de.siegmar.fastcsv.writer.CsvWriter.builder().build(out, StandardCharsets.UTF_8);
    row(columns.stream().map(Heading::name).toList());
  }

  @Override
  public void row(List<String> cells) throws IOException {
    if (cells.size() > columns) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns + " columns");
    }
    try {
      var record = csv.writeRecord();
      for (int i = 0; i < columns; i++) {
        record.writeField(i < cells.size() ? CsvText.write(cells.get(i)) : "");
      }
      record.endRecord();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
