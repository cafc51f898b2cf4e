package cn.sunlot.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * Writes and reads a large registry in each format and prints what it took. Run in a JVM of its own
 * with a small heap, its success shows that memory does not grow with the rows.
 */
final class LargeFiles {

  private static final int COLUMNS = 12;

  private LargeFiles() {}

  /** Arguments: a folder for the files, the number of rows, and "peer" to time another reader. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int rows = Integer.parseInt(arguments[1]);
    PrintStream out = System.out;
    Path xlsx = folder.resolve("large.xlsx");
    Path csv = folder.resolve("large.csv");
    Path shared = folder.resolve("shared.xlsx");
    Path errors = folder.resolve("errors.xlsx");
    print(
        out,
        "write xlsx",
        xlsx,
        rows,
        () -> write(SheetWriter.xlsx(open(xlsx), "s", head()), rows));
    print(out, "write csv", csv, rows, () -> write(SheetWriter.csv(open(csv), head()), rows));
    writeShared(shared, rows);
    print(out, "read xlsx, inline strings", xlsx, rows, () -> read(xlsx, rows));
    print(out, "read xlsx, shared strings", shared, rows, () -> read(shared, rows));
    if (arguments.length > 2 && arguments[2].equals("peer")) {
      print(out, "peer, inline strings", xlsx, rows, () -> readByPeer(xlsx, rows));
    }
    print(out, "read csv", csv, rows, () -> read(csv, rows));
    print(out, "write error workbook", errors, rows, () -> writeErrors(csv, errors));
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void print(PrintStream out, String what, Path file, int rows, Step step)
      throws IOException {
    long start = System.nanoTime();
    step.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        Locale.ROOT,
        "%-28s %d rows x %d: %.2f s, %.1f MB%n",
        what,
        rows,
        COLUMNS,
        seconds,
        Files.size(file) / 1e6);
  }

  private static OutputStream open(Path file) throws IOException {
    return Files.newOutputStream(file);
  }

  private static List<Heading> head() {
    List<Heading> columns = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      columns.add(Heading.of("列" + i));
    }
    return columns;
  }

  private static List<String> cells(int row) {
    List<String> cells = new ArrayList<>(COLUMNS);
    cells.add("淄博某某" + row + "商贸有限公司");
    cells.add(String.format(Locale.ROOT, "9137030%011d", row * 7919L));
    cells.add("有限责任公司");
    cells.add("张店区柳泉路 " + row + " 号");
    cells.add("138" + (10_000_000 + row));
    for (int i = cells.size(); i < COLUMNS; i++) {
      cells.add("值" + (row * 31L + i));
    }
    return cells;
  }

  private static void write(SheetWriter writer, int rows) throws IOException {
    try (writer) {
      for (int i = 0; i < rows; i++) {
        writer.row(cells(i));
      }
    }
  }

  /** As Excel writes it: every text once in the table of shared strings, cells refer to it. */
  private static void writeShared(Path file, int rows) throws IOException {
    Workbooks book = Workbooks.of("").strings("");
    try (OutputStream out = open(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (var part : book.all().entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        switch (part.getKey()) {
          case "xl/sharedStrings.xml" -> writeStrings(zip, rows);
          case "xl/worksheets/sheet1.xml" -> writeReferences(zip, rows);
          default -> zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        }
        zip.closeEntry();
      }
    }
  }

  private static void writeStrings(OutputStream zip, int rows) throws IOException {
    zip.write("<sst>".getBytes(StandardCharsets.UTF_8));
    for (int i = -1; i < rows; i++) {
      StringBuilder items = new StringBuilder();
      for (int column = 0; column < COLUMNS; column++) {
        String text = i < 0 ? "列" + column : cells(i).get(column);
        items.append("<si><t>").append(text).append("</t></si>");
      }
      zip.write(items.toString().getBytes(StandardCharsets.UTF_8));
    }
    zip.write("</sst>".getBytes(StandardCharsets.UTF_8));
  }

  private static void writeReferences(OutputStream zip, int rows) throws IOException {
    zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i <= rows; i++) {
      StringBuilder row = new StringBuilder("<row r=\"" + (i + 1) + "\">");
      for (int column = 0; column < COLUMNS; column++) {
        row.append("<c r=\"").append(Header.letter(column)).append(i + 1);
        row.append("\" t=\"s\"><v>").append(i * COLUMNS + column).append("</v></c>");
      }
      zip.write(row.append("</row>").toString().getBytes(StandardCharsets.UTF_8));
    }
    zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
  }

  private static void read(Path file, int rows) throws IOException {
    int count = 0;
    try (Sheet sheet = Sheets.open(file, Limits.standard())) {
      for (Row row : sheet) {
        if (!row.raw().equals(cells(count))) {
          throw new IllegalStateException("row " + row.number() + " differs: " + row.raw());
        }
        count++;
      }
    }
    if (count != rows) {
      throw new IllegalStateException(count + " rows instead of " + rows);
    }
  }

  private static void readByPeer(Path file, int rows) throws IOException {
    int[] count = {-1};
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile());
        var stream = book.getFirstSheet().openStream()) {
      stream.forEach(
          row -> {
            List<String> cells = new ArrayList<>(COLUMNS);
            row.forEach(cell -> cells.add(cell.asString()));
            if (count[0] >= 0 && !cells.equals(cells(count[0]))) {
              throw new IllegalStateException("row " + row.getRowNum() + " differs");
            }
            count[0]++;
          });
    }
    if (count[0] != rows) {
      throw new IllegalStateException(count[0] + " rows instead of " + rows);
    }
  }

  /** Every row goes back with one mistake. */
  private static void writeErrors(Path source, Path errors) throws IOException {
    Mistake mistake =
        new Mistake(1, new Text("校验位不对", "wrong check digit"), new Text("改正", "correct"), false);
    try (Sheet sheet = Sheets.open(source, Limits.standard());
        ErrorWorkbook workbook = new ErrorWorkbook(open(errors), sheet.header(), Locale.CHINESE)) {
      for (Row row : sheet) {
        workbook.row(row, List.of(mistake));
      }
    }
  }
}
