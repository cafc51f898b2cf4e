package cn.sunlot.bench;

import cn.sunlot.sheets.Heading;
import cn.sunlot.sheets.SheetWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Workbooks of targets with twelve columns: all of a city's, and what changed in a month. */
final class ImportFiles {

  /** What changes in a month: one in twenty. */
  private static final int MONTH = 20;

  /** What stands before the address of a target that has moved. */
  static final String MOVED = "迁至";

  private static final List<Heading> COLUMNS =
      Stream.of(
              "序号",
              "统一社会信用代码",
              "名称",
              "法定代表人",
              "联系电话",
              "住所",
              "行政区划代码",
              "企业类型",
              "信用风险分类",
              "标签",
              "经营状态",
              "备注")
          .map(Heading::of)
          .toList();

  private final Path folder;
  private final int rows;

  ImportFiles(Path folder, int rows) {
    this.folder = folder;
    this.rows = rows;
  }

  /** The first of them, in a workbook of their own. */
  Path first(int number) throws IOException {
    return write(folder.resolve("first.xlsx"), 0, number, 1, "");
  }

  Path full() throws IOException {
    Path file = folder.resolve("full.xlsx");
    return Files.exists(file) ? file : write(file, 0, rows, 1, "");
  }

  /** Four in five are known and have moved, one is new. */
  Path delta() throws IOException {
    Path file = folder.resolve("delta.xlsx");
    try (SheetWriter sheet = open(file)) {
      for (int number : moved()) {
        sheet.row(row(number, MOVED));
      }
      for (int i = 0; i < added(); i++) {
        sheet.row(row(rows + i, ""));
      }
    }
    return file;
  }

  /** The numbers of the targets that have moved: from all over the registry. */
  int[] moved() {
    return IntStream.range(0, changed()).map(i -> i * MONTH).toArray();
  }

  int changed() {
    return rows / MONTH * 4 / 5;
  }

  int added() {
    return rows / MONTH - changed();
  }

  private Path write(Path file, int from, int to, int step, String moved) throws IOException {
    try (SheetWriter sheet = open(file)) {
      for (int i = from; i < to; i += step) {
        sheet.row(row(i, moved));
      }
    }
    return file;
  }

  private static SheetWriter open(Path file) throws IOException {
    return SheetWriter.xlsx(new BufferedOutputStream(Files.newOutputStream(file)), "检查对象", COLUMNS);
  }

  private static List<String> row(int number, String moved) {
    String[] cells = new TargetMaker(number).line("").split("\t");
    return List.of(
        Integer.toString(number + 1),
        cells[2],
        cells[3],
        plain(cells[10]),
        plain(cells[11]),
        moved + cells[6],
        cells[5],
        cells[4],
        cells[7],
        cells[8].replaceAll("[{}]", "").replace(',', '；'),
        cells[9],
        "");
  }

  private static String plain(String cell) {
    return cell.equals("\\N") ? "" : cell;
  }
}
