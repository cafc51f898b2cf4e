package cn.sunlot.sheets;

import static cn.sunlot.sheets.Workbooks.number;
import static cn.sunlot.sheets.Workbooks.row;
import static cn.sunlot.sheets.Workbooks.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxReadingTest {

  @TempDir Path folder;

  @Test
  void idsWrittenAsTextAreKeptExactly() throws IOException {
    Path file =
        Workbooks.of(
                row(1, "名称", "代码", "身份证", "编号")
                    + row(2, "甲公司", "91370305267194908U", "370305199001011234", "000123"))
            .write(folder);
    Row row = Reading.rows(file).get(0);
    assertThat(row.text("代码")).isEqualTo("91370305267194908U");
    assertThat(row.text("身份证")).isEqualTo("370305199001011234");
    assertThat(row.text("编号")).isEqualTo("000123");
  }

  @Test
  void aNumberWithLostDigitsIsRefusedWithRowAndColumnAndTheOtherCellsAreRead() throws IOException {
    Path file =
        Workbooks.of(
                row(1, "名称", "代码")
                    + "<row r=\"5\">%s%s</row>"
                        .formatted(text("A5", "甲公司"), number("B5", 0, "9.1337030526719501E+17")))
            .write(folder);
    Row row = Reading.rows(file).get(0);
    assertThat(row.text("名称")).isEqualTo("甲公司");
    assertThatThrownBy(() -> row.text("代码"))
        .isInstanceOf(SheetRefused.class)
        .hasMessageContaining("第 5 行 B 列“代码”")
        .hasMessageContaining("row 5, column B \"代码\"")
        .hasMessageContaining("9.1337030526719501E+17");
    assertThat(row.problems())
        .singleElement()
        .extracting(Problem::code)
        .isEqualTo(Code.LOST_DIGITS);
  }

  @ParameterizedTest
  @CsvSource({
    "913310825985405, 913310825985405",
    "13800000000, 13800000000",
    "1.38E+10, 13800000000",
    "0.30000000000000004, 0.3",
    "-12.5, -12.5",
    "1E-3, 0.001",
    "0, 0",
    "-0, 0",
    "999999999999999, 999999999999999"
  })
  void numbersReadAsTheyAreShown(String stored, String shown) throws IOException {
    assertThat(oneNumber(stored, "0")).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "1000000000000000, LOST_DIGITS",
    "-370305199001011230, LOST_DIGITS",
    "1E300, LOST_DIGITS",
    "1E999, LOST_DIGITS",
    "1E999999999, NUMBER_UNREADABLE",
    "NaN, NUMBER_UNREADABLE",
    "1.2.3, NUMBER_UNREADABLE",
    "0x1p3, NUMBER_UNREADABLE"
  })
  void numbersThatCannotBeTrustedAreProblems(String stored, Code code) throws IOException {
    assertThat(oneProblem(stored, "0")).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "46347 | 14 | 2026-11-21",
        "46347 | yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot; | 2026-11-21",
        "46347 | 31 | 2026-11-21",
        "46347 | [$-804]yyyy/m/d;@ | 2026-11-21",
        "46347.5 | yyyy\\-mm\\-dd\\ hh:mm | 2026-11-21T12:00:00",
        "46347.99999999 | 22 | 2026-11-22",
        "0.75 | h:mm | 18:00:00",
        "1 | 14 | 1900-01-01",
        "59 | 14 | 1900-02-28",
        "61 | 14 | 1900-03-01",
        "2958465 | 14 | 9999-12-31",
        "123 | 000000 | 000123",
        "1234567 | 000000 | 1234567",
        "1.5 | [h]:mm | 1.5",
        "5 | &quot;day &quot;0 | 5",
        "0.05 | 10 | 0.05",
        "12345.678 | #,##0.00 | 12345.678",
        "7 | General | 7"
      })
  void formatsDecideWhatANumberMeans(String stored, String format, String shown)
      throws IOException {
    assertThat(oneNumber(stored, format)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0", "60", "-1", "2958466", "1E+17"})
  void daysThatNeverWereAreProblems(String stored) throws IOException {
    assertThat(oneProblem(stored, "14")).isEqualTo(Code.DATE_IMPOSSIBLE);
  }

  @Test
  void datesOfAWorkbookOfThe1904SystemCountFromThere() throws IOException {
    Path file =
        Workbooks.of(row(1, "a") + "<row r=\"2\">" + number("A2", 0, "44885") + "</row>")
            .formats("14")
            .since1904()
            .write(folder);
    assertThat(Reading.rows(file).get(0).text(0)).isEqualTo("2026-11-21");
  }

  @Test
  void formulasAndErrorValuesAreProblemsOfTheirCell() throws IOException {
    Path file =
        Workbooks.of(
                row(1, "a", "b", "c", "d", "e", "f")
                    + "<row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"B2\" t=\"e\"><v>#REF!</v></c>"
                    + "<c r=\"C2\" t=\"str\"><f>IF(1,\"\")</f><v></v></c><c r=\"D2\" t=\"b\"><v>1</v></c>"
                    + "<c r=\"E2\"><f>1+1</f><v></v></c><c r=\"F2\"><f>A1</f></c></row>")
            .write(folder);
    Row row = Reading.rows(file).get(0);
    assertThat(row.problems())
        .extracting(Problem::code)
        .containsExactly(Code.FORMULA, Code.CELL_ERROR, Code.FORMULA, Code.FORMULA);
    assertThat(row.text("c")).isEmpty();
    assertThat(row.text("d")).isEqualTo("TRUE");
  }

  @Test
  void sharedAndRichStringsReadWithoutReadingAidsAndWithEscapesUndone() throws IOException {
    Path file =
        Workbooks.of(
                row(1, "a", "b", "c", "d")
                    + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" t=\"s\"><v>0</v></c>"
                    + "<c r=\"C2\" t=\"inlineStr\"><is><r><t>行政</t></r><rPh><t>xz</t></rPh><r><t>检查</t></r></is></c>"
                    + text("D2", "x_x000D_y_x005F_x0041_")
                    + "</row>")
            .strings(
                "<si><t>零</t></si><si><r><t>一</t></r><r><t>壹</t></r><rPh sb=\"0\"><t>yi</t></rPh><phoneticPr/></si>")
            .write(folder);
    Row row = Reading.rows(file).get(0);
    assertThat(row.raw()).containsExactly("一壹", "零", "行政检查", "x\ry_x0041_");
  }

  @Test
  void aDirectoryIn64BitsAsSomeProgramsWriteItIsRead() throws IOException {
    byte[] plain = Files.readAllBytes(Workbooks.of(row(1, "a") + row(2, "x")).write(folder));
    int end = plain.length - 22;
    ByteBuffer old = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer wide = ByteBuffer.allocate(plain.length + 76).order(ByteOrder.LITTLE_ENDIAN);
    long parts = old.getShort(end + 10);
    wide.put(plain, 0, end)
        .putInt(0x06064b50)
        .putLong(44)
        .putShort((short) 45)
        .putShort((short) 45);
    wide.putInt(0).putInt(0).putLong(parts).putLong(parts);
    wide.putLong(old.getInt(end + 12)).putLong(old.getInt(end + 16));
    wide.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
    wide.putInt(0x06054b50).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
    Path file = Files.write(folder.resolve("wide.xlsx"), wide.array());
    assertThat(Reading.rows(file)).extracting(row -> row.text("a")).containsExactly("x");
  }

  @Test
  void rowsKeepTheirNumbersAndBlankRowsAndTrailingBlankColumnsAreLeftOut() throws IOException {
    Path file =
        Workbooks.of(
                row(2, "名称", "地址", "　")
                    + "<row r=\"3\"><c r=\"A3\" s=\"1\"/><c r=\"B3\" s=\"1\"/></row>"
                    + row(4, " ", "\u00a0\u200b")
                    + row(7, "甲", "", "", "", " ")
                    + "<row r=\"8\"/>"
                    + row(9, "", "乙"))
            .write(folder);
    assertThat(Reading.header(file)).containsExactly("名称", "地址");
    List<Row> rows = Reading.rows(file);
    assertThat(rows).extracting(Row::number).containsExactly(7L, 9L);
    assertThat(rows.get(0).raw()).containsExactly("甲", "");
    assertThat(rows.get(1).raw()).containsExactly("", "乙");
  }

  @Test
  void cellsWithoutReferencesFollowEachOther() throws IOException {
    Path file =
        Workbooks.of(
                "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"inlineStr\"><is><t>b</t></is></c></row>"
                    + "<row><c><v>1</v></c><c><v>2</v></c></row>")
            .write(folder);
    Row row = Reading.rows(file).get(0);
    assertThat(row.number()).isEqualTo(2);
    assertThat(row.text("b")).isEqualTo("2");
  }

  @Test
  void theFirstVisibleSheetWithContentIsReadAndTheOthersAreNamed() throws IOException {
    Path file = severalSheets();
    try (Sheet sheet = Sheets.open(file, Limits.standard())) {
      assertThat(sheet.name()).isEqualTo("名录");
      assertThat(sheet.stream().map(row -> row.text("a"))).containsExactly("right");
      assertThat(sheet.warnings())
          .singleElement()
          .satisfies(warning -> assertThat(warning.message().en()).endsWith("not: 说明"));
    }
  }

  @Test
  void aSheetCanBeChosenByNameEvenWhenHidden() throws IOException {
    Path file = severalSheets();
    try (Sheet sheet = Sheets.open(file, Limits.standard(), Choice.ofSheet("字典"))) {
      assertThat(sheet.stream().map(row -> row.text("a"))).containsExactly("hidden");
    }
    assertThatThrownBy(() -> Sheets.open(file, Limits.standard(), Choice.ofSheet("无")))
        .hasMessageContaining("空表, 字典, 名录, 说明");
  }

  private Path severalSheets() throws IOException {
    return new Workbooks()
        .sheet("空表", "", "<row r=\"1\"><c r=\"A1\" s=\"0\"/></row>", "")
        .sheet("字典", "state=\"hidden\"", row(1, "a") + row(2, "hidden"), "")
        .sheet("名录", "", row(1, "a") + row(2, "right"), "")
        .sheet("说明", "", row(1, "a") + row(2, "wrong"), "")
        .write(folder);
  }

  private String oneNumber(String stored, String format) throws IOException {
    return oneCell(stored, format).text(0);
  }

  private Code oneProblem(String stored, String format) throws IOException {
    return oneCell(stored, format).problems().get(0).code();
  }

  private Row oneCell(String stored, String format) throws IOException {
    Path file =
        Workbooks.of(row(1, "a") + "<row r=\"2\">" + number("A2", 0, stored) + "</row>")
            .formats(format)
            .write(folder);
    return Reading.rows(file).get(0);
  }
}
