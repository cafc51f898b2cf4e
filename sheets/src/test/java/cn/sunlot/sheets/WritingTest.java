package cn.sunlot.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WritingTest {

  private static final List<String> DANGEROUS =
      List.of(
          "=1+1",
          "+86 138",
          "-1",
          "@SUM(A1)",
          "\tx",
          "\rx",
          "\n=1",
          "＝1+1",
          "＋1",
          "－1",
          "＠x",
          "'=1+1",
          "''+1",
          "=HYPERLINK(\"http://x\",\"y\")",
          "91370305267194908U",
          "370305199001011234",
          "000123",
          "1E5",
          "2026-11-21",
          "TRUE",
          "a\"b,c;d\te",
          "两\n行",
          "_x0041_",
          "𬭎\uE863",
          "#REF!",
          "' x");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Format.class)
  void everyTextComesBackAsItWas(Format format) throws IOException {
    Path file = write(format, "名称");
    assertThat(Reading.rows(file)).extracting(row -> row.text("名称")).isEqualTo(DANGEROUS);
    try (Sheet sheet = Sheets.open(file, Limits.standard())) {
      assertThat(sheet.format()).isEqualTo(format);
    }
  }

  @Test
  void anotherReaderFindsTextAndNoFormulaInEveryCell() throws IOException {
    Path file = write(Format.XLSX, "=name");
    try (ReadableWorkbook book =
            new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        var rows = book.getFirstSheet().openStream()) {
      List<String> texts = new ArrayList<>();
      rows.forEach(
          row -> {
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getFormula()).isNull();
            texts.add(row.getCell(0).asString());
          });
      assertThat(texts).startsWith("=name", "=1+1", "+86 138", "-1").hasSize(DANGEROUS.size() + 1);
    }
  }

  @Test
  void csvCellsThatWouldBecomeFormulasStartWithAnApostrophe() throws IOException {
    Path file = folder.resolve("a.csv");
    try (SheetWriter writer = SheetWriter.csv(Files.newOutputStream(file), headings("a", "b"))) {
      writer.row(List.of("=1+1", "+1,\"x\""));
      writer.row(List.of("'-1"));
    }
    assertThat(Files.readString(file))
        .isEqualTo("\uFEFFa,b\r\n'=1+1,\"'+1,\"\"x\"\"\"\r\n''-1,\r\n");
  }

  @Test
  void theHeaderIsFrozenStyledAndAnnotatedAndColumnsAreText() throws IOException {
    Path file = folder.resolve("a.xlsx");
    List<Heading> columns =
        List.of(Heading.of("统一社会信用代码").withNote("18 位").withWidth(24), Heading.of("名称"));
    try (SheetWriter writer = SheetWriter.xlsx(Files.newOutputStream(file), "检查对象/名录", columns)) {
      writer.row(List.of("1", "2"));
    }
    String sheet = part(file, "xl/worksheets/sheet1.xml");
    assertThat(sheet)
        .contains("ySplit=\"1\"")
        .contains("state=\"frozen\"")
        .contains("width=\"24.0\"");
    assertThat(part(file, "xl/comments1.xml")).contains("18 &#x4f4d;");
    assertThat(part(file, "xl/styles.xml")).contains("@").contains("DDEBF7").contains("<b/>");
    String style = sheet.replaceFirst("(?s).*<c r=\"A2\" s=\"(\\d+)\".*", "$1");
    assertThat(sheet).containsPattern("<col [^>]*style=\"" + style + "\"");
    try (Sheet back = Sheets.open(file, Limits.standard())) {
      assertThat(back.name()).isEqualTo("检查对象-名录");
    }
  }

  @Test
  void whatTheFormatCannotHoldIsRefused() throws IOException {
    try (SheetWriter writer =
        SheetWriter.xlsx(Files.newOutputStream(folder.resolve("a.xlsx")), "s", headings("a"))) {
      assertThatThrownBy(() -> writer.row(List.of("x".repeat(32_768))))
          .isInstanceOf(SheetRefused.class)
          .hasMessageContaining("第 2 行 A 列");
      assertThatThrownBy(() -> writer.row(List.of("1", "2")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theErrorWorkbookGivesRowsBackWithWhatIsWrongAndCanBeImportedAgain() throws IOException {
    Path source = Files.writeString(folder.resolve("a.csv"), "名称,代码\n甲,'=x\n乙,２\n丙,3\n");
    Path errors = folder.resolve("errors.xlsx");
    try (Sheet sheet = Sheets.open(source, Limits.standard());
        ErrorWorkbook workbook =
            new ErrorWorkbook(Files.newOutputStream(errors), sheet.header(), Locale.CHINESE)) {
      List<Row> rows = sheet.stream().toList();
      Text bad = new Text("代码不对", "bad code");
      workbook.row(rows.get(0), List.of(new Mistake(1, bad, new Text("改正", "correct it"), false)));
      Normalised code = Normalised.ofCode(rows.get(1).text(1));
      workbook.row(rows.get(1), List.of(Mistake.of(1, code.changes().get(0))));
    }
    List<Row> back = Reading.rows(errors);
    assertThat(back.get(0).raw()).containsExactly("甲", "=x", "代码不对", "改正", "2");
    assertThat(back.get(1).text("问题 / problem")).startsWith("全角字符改为半角（1 处");
    assertThat(back.get(0).header().names()).containsAll(ErrorWorkbook.ADDED);
    String sheet = part(errors, "xl/worksheets/sheet1.xml");
    assertThat(styleOf(sheet, "B2"))
        .isEqualTo(styleOf(sheet, "C2"))
        .isNotEqualTo(styleOf(sheet, "A2"));
    assertThat(styleOf(sheet, "B3")).isNotEqualTo(styleOf(sheet, "B2"));
    assertThat(part(errors, "xl/comments1.xml")).contains("ref=\"B2\"").contains("ref=\"B3\"");
  }

  @Test
  void rowsWithTroubleGoBackAsTheyCame() throws IOException {
    Path source =
        Workbooks.of(
                Workbooks.row(1, "名称", "代码")
                    + "<row r=\"9\">"
                    + Workbooks.text("A9", "甲")
                    + Workbooks.number("B9", 0, "9.1337E+17")
                    + "</row>")
            .write(folder);
    Path errors = folder.resolve("errors.xlsx");
    try (Sheet sheet = Sheets.open(source, Limits.standard());
        ErrorWorkbook workbook =
            new ErrorWorkbook(Files.newOutputStream(errors), sheet.header(), Locale.ENGLISH)) {
      for (Row row : sheet) {
        workbook.row(row, row.problems().stream().map(Mistake::of).toList());
      }
    }
    Row back = Reading.rows(errors).get(0);
    assertThat(back.raw().get(1)).isEqualTo("9.1337E+17");
    assertThat(back.problem(1)).as("not corrected, so still wrong").isPresent();
    assertThat(back.text(2)).startsWith("row 9, column B \"代码\": ");
    assertThat(back.text(4)).isEqualTo("9");
  }

  @Test
  void remarksStopWhereMemoryWouldGrowAndTheColumnsGoOn() throws IOException {
    Path errors = folder.resolve("errors.xlsx");
    Header header = new Header(1, 1, List.of("a"));
    Mistake mistake = new Mistake(0, new Text("错", "wrong"), new Text("改", "fix"), false);
    try (ErrorWorkbook workbook =
        new ErrorWorkbook(Files.newOutputStream(errors), header, Locale.ENGLISH)) {
      for (int i = 2; i < 2_502; i++) {
        workbook.row(new Row(i, header, List.of("x"), List.of()), List.of(mistake));
      }
    }
    assertThat(Reading.rows(errors)).hasSize(2_500).allMatch(row -> row.text(1).equals("wrong"));
    assertThat(part(errors, "xl/comments1.xml").split("<comment ", -1)).hasSize(2_001);
  }

  @Test
  void aFormToPrintHasATitleAHeaderOnEveryPageAndNoFormula() throws IOException {
    Path file = folder.resolve("form.xlsx");
    try (SheetWriter writer =
        SheetWriter.form(
            Files.newOutputStream(file), "抽查计划", "=2026 年度抽查计划表", headings("序号", "抽查计划名称"))) {
      for (String text : DANGEROUS) {
        writer.row(List.of("1", text));
      }
      assertThatThrownBy(() -> writer.row(List.of("1", "2", "3")))
          .isInstanceOf(IllegalArgumentException.class);
    }
    String sheet = part(file, "xl/worksheets/sheet1.xml");
    assertThat(sheet)
        .contains("<mergeCell ref=\"A1:B1\"/>")
        .contains("ySplit=\"2\"")
        .contains("state=\"frozen\"")
        .contains("orientation=\"landscape\"")
        .contains("paperSize=\"8\"")
        .contains("fitToWidth=\"1\"")
        .contains("fitToHeight=\"0\"");
    assertThat(part(file, "xl/workbook.xml")).contains("_xlnm.Print_Titles");
    try (ReadableWorkbook book =
            new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        var rows = book.getFirstSheet().openStream()) {
      List<String> texts = new ArrayList<>();
      rows.forEach(
          row -> {
            int column = row.getRowNum() == 1 ? 0 : 1;
            assertThat(row.getCell(column).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(column).getFormula()).isNull();
            texts.add(row.getCell(column).asString());
          });
      assertThat(texts).startsWith("=2026 年度抽查计划表", "抽查计划名称", "=1+1").hasSize(DANGEROUS.size() + 2);
    }
  }

  private static String styleOf(String sheet, String cell) {
    return sheet.replaceFirst("(?s).*<c r=\"" + cell + "\" s=\"(\\d+)\".*", "$1");
  }

  private static List<Heading> headings(String... names) {
    return java.util.Arrays.stream(names).map(Heading::of).toList();
  }

  private Path write(Format format, String name) throws IOException {
    Path file = folder.resolve("written");
    try (SheetWriter writer =
        format == Format.CSV
            ? SheetWriter.csv(Files.newOutputStream(file), headings(name, "序号"))
            : SheetWriter.xlsx(Files.newOutputStream(file), "表", headings(name, "序号"))) {
      for (int i = 0; i < DANGEROUS.size(); i++) {
        writer.row(List.of(DANGEROUS.get(i), Integer.toString(i)));
      }
    }
    return file;
  }

  private static String part(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
