package cn.sunlot.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives rows back to those who sent them: the original cells in their columns, then "问题 / problem",
 * "怎么改 / what to do" and the original row. Cells at fault are red, those with a warning yellow,
 * each with a remark. Corrected in place, the file can be imported again as it is.
 */
public final class ErrorWorkbook implements Closeable {

  /** The names of the added columns, to be left out when the file comes back. */
  public static final List<String> ADDED =
      List.of("问题 / problem", "怎么改 / what to do", "原行号 / original row");

  /** Remarks are kept in memory until the end; beyond this number the two columns say it alone. */
  static final int MAX_REMARKS = 2_000;

  private static final String RED = "FFC7CE";
  private static final String YELLOW = "FFEB9C";

  private final XlsxWriter writer;
  private final Header header;
  private final Locale language;
  private int remarks;

  /**
   * Starts the workbook.
   *
   * @param out closed with this workbook
   * @param header the columns of the file that was sent
   * @param language which of the two the sentences are in
   */
  public ErrorWorkbook(OutputStream out, Header header, Locale language) throws IOException {
    this.header = header;
    this.language = language;
    List<Heading> columns = new ArrayList<>();
    header.names().forEach(name -> columns.add(Heading.of(name)));
    columns.add(Heading.of(ADDED.get(0)).withWidth(60));
    columns.add(Heading.of(ADDED.get(1)).withWidth(60));
    columns.add(Heading.of(ADDED.get(2)));
    this.writer = new XlsxWriter(out, new Text("需要改正的行", "rows to correct").in(language), columns);
  }

  /** Writes a row and what is wrong with it. Cells beyond the header are left out. */
  public void row(Row row, List<Mistake> mistakes) throws IOException {
    List<String> cells = new ArrayList<>(row.raw().subList(0, header.size()));
    cells.add(joined(mistakes, Mistake::problem));
    cells.add(joined(mistakes, Mistake::wayOut));
    cells.add(Long.toString(row.number()));
    cells.replaceAll(ErrorWorkbook::fitting);
    writer.row(cells);
    for (int column = 0; column < header.size(); column++) {
      mark(column, mistakes);
    }
    if (mistakes.stream().anyMatch(mistake -> !mistake.warning())) {
      writer.mark(header.size(), RED, "");
    }
  }

  private void mark(int column, List<Mistake> mistakes) {
    List<Mistake> here = mistakes.stream().filter(m -> m.column() == column).toList();
    if (here.isEmpty()) {
      return;
    }
    boolean wrong = here.stream().anyMatch(mistake -> !mistake.warning());
    boolean room = remarks++ < MAX_REMARKS;
    String remark =
        here.stream()
            .map(m -> m.problem().in(language) + "\n→ " + m.wayOut().in(language))
            .collect(Collectors.joining("\n"));
    writer.mark(column, wrong ? RED : YELLOW, room ? remark : "");
  }

  private String joined(List<Mistake> mistakes, Function<Mistake, Text> part) {
    return mistakes.stream()
        .map(mistake -> part.apply(mistake).in(language))
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static String fitting(String text) {
    return text.length() <= XlsxWriter.MAX_CHARS ? text : text.substring(0, XlsxWriter.MAX_CHARS);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
