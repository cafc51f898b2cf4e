package cn.sunlot.sheets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Opens tabular files. */
public final class Sheets {

  private static final int NAMES_SHOWN = 10;

  private Sheets() {}

  /**
   * Opens the first visible sheet with content.
   *
   * @param path an xlsx or csv file, whatever its name; csv in UTF-8, UTF-16 with a mark, or
   *     GB18030, with comma, semicolon or tab
   * @param limits how much of it is read
   * @throws SheetRefused when the file cannot be read safely
   * @throws IOException when the disk fails
   */
  public static Sheet open(Path path, Limits limits) throws IOException {
    return open(path, limits, Choice.first());
  }

  /**
   * Opens a chosen sheet.
   *
   * @param path an xlsx or csv file, whatever its name
   * @param limits how much of it is read
   * @param choice which sheet, and where its header is
   * @throws SheetRefused when the file cannot be read safely, or has no such sheet or header
   * @throws IOException when the disk fails
   */
  public static Sheet open(Path path, Limits limits, Choice choice) throws IOException {
    long bytes = Files.size(path);
    if (bytes > limits.fileBytes()) {
      throw Problem.ofFile(Code.FILE_TOO_LARGE, bytes, limits.fileBytes()).refused();
    }
    return switch (Magic.of(path)) {
      case CSV -> openCsv(CsvRows.open(path, limits), choice);
      case XLSX -> openXlsx(XlsxBook.open(path, limits), choice);
    };
  }

  private static Sheet openCsv(CsvRows rows, Choice choice) throws IOException {
    try {
      HeaderFinder finder = new HeaderFinder(rows);
      return new Sheet(Format.CSV, "", rows, () -> {}, finder, choice.headerRow());
    } catch (IOException | RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  private static Sheet openXlsx(XlsxBook book, Choice choice) throws IOException {
    try {
      List<String> empty = new ArrayList<>();
      for (XlsxBook.SheetPart part : candidates(book, choice)) {
        XlsxRows rows = new XlsxRows(book, part.part());
        HeaderFinder finder = new HeaderFinder(rows);
        if (finder.anyRow()) {
          Sheet sheet = new Sheet(Format.XLSX, part.name(), rows, book, finder, choice.headerRow());
          warnOfOthers(sheet, book, choice, empty);
          return sheet;
        }
        rows.close();
        empty.add(part.name());
      }
      throw Problem.ofFile(Code.NO_ROWS).refused();
    } catch (IOException | RuntimeException e) {
      book.close();
      throw e;
    }
  }

  private static List<XlsxBook.SheetPart> candidates(XlsxBook book, Choice choice) {
    String wanted = choice.sheetName();
    if (wanted == null) {
      return book.sheets().stream().filter(XlsxBook.SheetPart::visible).toList();
    }
    List<XlsxBook.SheetPart> named =
        book.sheets().stream().filter(part -> part.name().strip().equals(wanted.strip())).toList();
    if (named.isEmpty()) {
      List<String> names = book.sheets().stream().map(XlsxBook.SheetPart::name).toList();
      throw Problem.ofFile(Code.SHEET_MISSING, wanted, shown(names)).refused();
    }
    return named;
  }

  private static void warnOfOthers(Sheet sheet, XlsxBook book, Choice choice, List<String> empty) {
    List<String> others =
        book.sheets().stream()
            .filter(XlsxBook.SheetPart::visible)
            .map(XlsxBook.SheetPart::name)
            .filter(name -> !name.equals(sheet.name()) && !empty.contains(name))
            .toList();
    if (choice.sheetName() == null && !others.isEmpty()) {
      sheet.warn(Problem.ofFile(Code.OTHER_SHEETS, sheet.name(), shown(others)));
    }
  }

  private static String shown(List<String> names) {
    return names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "))
        + (names.size() > NAMES_SHOWN ? ", …" : "");
  }
}
