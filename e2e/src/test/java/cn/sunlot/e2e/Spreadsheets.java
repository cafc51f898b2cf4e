package cn.sunlot.e2e;

import cn.sunlot.sheets.Heading;
import cn.sunlot.sheets.Limits;
import cn.sunlot.sheets.Row;
import cn.sunlot.sheets.Sheet;
import cn.sunlot.sheets.SheetWriter;
import cn.sunlot.sheets.Sheets;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The two lists that a bureau has, as its people keep them: with mistakes. */
final class Spreadsheets {

  /** As a Chinese spreadsheet program saves text. */
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** The column of the inspectors' list whose name the program does not know. */
  static final String UNKNOWN_COLUMN = "到哪天";

  private static final List<String> INSPECTORS =
      List.of(
          "姓名,性别,职务,执法证编号,所属科室," + UNKNOWN_COLUMN + ",账号,备注",
          "王建国,男,科员,XJ370001,节能科,2029-12-31,wang,",
          "赵敏,女,科员,XJ370002,节能科,2029-06-30,zhao,",
          "马晓东,男,副科长,XJ370003,节能科,2028-03-31,ma,",
          "朱丽娟,女,科员,XJ370004,节能科,2027-12-31,zhu,",
          "郭红梅,女,科员,XJ370005,节能科,2024-12-31,,换证中",
          "胡志强,男,科员,XJ370006,统计科,2029-12-31,,借调");

  private Spreadsheets() {}

  /**
   * Fills in a template of the program: twelve enterprises of class A and six of class B to be
   * drawn from; one that is deregistered; and rows with mistakes.
   *
   * @param template as downloaded; its headings are kept
   */
  static Path targets(Path template, Path filled) throws IOException {
    List<String> headings = headings(template);
    try (SheetWriter sheet =
        SheetWriter.xlsx(
            Files.newOutputStream(filled), "检查对象", headings.stream().map(Heading::of).toList())) {
      for (Enterprise one : Enterprise.all()) {
        sheet.row(cells(headings, one.cells()));
      }
    }
    return filled;
  }

  /** A heading has a star where the column must be filled in. */
  private static List<String> cells(List<String> headings, Map<String, String> values) {
    return headings.stream().map(heading -> values.getOrDefault(plain(heading), "")).toList();
  }

  private static String plain(String heading) {
    return heading.replace("*", "");
  }

  /** Six inspectors; one licence has expired, and one section is not of the bureau. */
  static Path inspectors(Path file) throws IOException {
    return Files.write(file, String.join("\r\n", INSPECTORS).getBytes(GB18030));
  }

  /** What a workbook of problems says, row by row, the cells of a row joined. */
  static List<String> read(Path workbook) throws IOException {
    List<String> rows = new ArrayList<>();
    try (Sheet sheet = Sheets.open(workbook, Limits.standard())) {
      for (Row row : sheet) {
        rows.add(String.join(" | ", row.raw()));
      }
    }
    return rows;
  }

  private static List<String> headings(Path template) throws IOException {
    try (Sheet sheet = Sheets.open(template, Limits.standard())) {
      return sheet.header().names();
    }
  }
}
