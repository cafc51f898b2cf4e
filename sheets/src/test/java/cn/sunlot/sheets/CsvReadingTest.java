package cn.sunlot.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String TEXT =
      "名称,代码,地址\n淄博某某有限公司,91370305267194908U,张店区柳泉路 1 号\n台州某某合作社,000123,三门县\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ''",
    "UTF-8, EFBBBF",
    "UTF-16LE, FFFE",
    "UTF-16BE, FEFF",
    "GB18030, ''",
    "GBK, ''"
  })
  void everyEncodingInUseIsRecognised(String charset, String mark) throws IOException {
    Path file = file(TEXT, Charset.forName(charset), mark);
    assertThat(Reading.header(file)).containsExactly("名称", "代码", "地址");
    List<Row> rows = Reading.rows(file);
    assertThat(rows.get(0).raw()).containsExactly("淄博某某有限公司", "91370305267194908U", "张店区柳泉路 1 号");
    assertThat(rows.get(1).text("代码")).isEqualTo("000123");
  }

  @Test
  void charactersOfFourBytesAreReadInBothEncodings() throws IOException {
    String text = "名称,备注\n𬭎远公司,䶮\n";
    assertThat(Reading.rows(file(text, GB18030, "")).get(0).raw()).containsExactly("𬭎远公司", "䶮");
    assertThat(Reading.rows(file(text, StandardCharsets.UTF_8, "")).get(0).raw())
        .containsExactly("𬭎远公司", "䶮");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void everyDelimiterIsRecognisedAlsoWhenTheOthersOccurInCells(String delimiter)
      throws IOException {
    String text = "名称|代码|备注\n\"甲,乙;丙\t丁\"|1|\"a,b;c\td\"\n戊，己；庚|2|x\n".replace("|", delimiter);
    List<Row> rows = Reading.rows(utf8(text));
    assertThat(rows.get(0).raw()).containsExactly("甲,乙;丙\t丁", "1", "a,b;c\td");
    assertThat(rows.get(1).raw()).containsExactly("戊，己；庚", "2", "x");
  }

  @Test
  void aFirstLineThatNamesTheDelimiterIsObeyed() throws IOException {
    Path file = utf8("sep=;\r\na;b\r\n1,2;3\r\n");
    assertThat(Reading.header(file)).containsExactly("a", "b");
    assertThat(Reading.rows(file).get(0).raw()).containsExactly("1,2", "3");
  }

  @Test
  void quotesMayHoldDelimitersLineBreaksAndQuotes() throws IOException {
    Path file = utf8("a,b\r\n\"x,y\",\"1\r\n2\"\r\n\"say \"\"hi\"\"\",\"\"\r\n\"\"\"\",z");
    List<Row> rows = Reading.rows(file);
    assertThat(rows).extracting(Row::number).containsExactly(2L, 3L, 4L);
    assertThat(rows.get(0).raw()).containsExactly("x,y", "1\r\n2");
    assertThat(rows.get(1).raw()).containsExactly("say \"hi\"", "");
    assertThat(rows.get(2).raw()).containsExactly("\"", "z");
  }

  @Test
  void rowsCountAsInASpreadsheetBlankOnesAmongThem() throws IOException {
    Path file = utf8("a,b\n\n1,2\n,,,\n \n3,4\n\n");
    assertThat(Reading.rows(file)).extracting(Row::number).containsExactly(3L, 6L);
  }

  @Test
  void trailingDelimitersAndShortRowsDoNoHarm() throws IOException {
    Path file = utf8("a,b,,\n1,2,,\n3\n");
    assertThat(Reading.header(file)).containsExactly("a", "b");
    assertThat(Reading.rows(file))
        .extracting(Row::raw)
        .containsExactly(List.of("1", "2"), List.of("3", ""));
  }

  @Test
  void aRowWithMoreCellsThanTheHeaderIsNotTrustedAndTheOthersAre() throws IOException {
    Path file = utf8("名称,地址,代码\n甲,某路,5 号,1\n乙,某路,2\n");
    List<Row> rows = Reading.rows(file);
    Problem problem = rows.get(0).problem(0).orElseThrow();
    assertThat(problem.code()).isEqualTo(Code.EXTRA_CELLS);
    assertThat(problem.row()).isEqualTo(2);
    assertThat(problem.value()).isEqualTo("1");
    assertThat(rows.get(1).text("代码")).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,2\n\"3,4\n5,6\n",
        "a,b\n1,2\n3,\"4",
        "a,b\n1,2\n3,\"4\n",
        "a,b\n1,2\n3,\"4\"\"\n",
        "a,b\n1,2\n3,\"\n",
        "a,b\n1,2\n\"3\"x,4\n"
      })
  void aQuoteThatDoesNotPairUpIsRefusedWithItsRow(String text) throws IOException {
    Problem problem = Reading.refusal(utf8(text));
    assertThat(problem.code()).isEqualTo(Code.QUOTES);
    assertThat(problem.row()).isEqualTo(3);
  }

  @Test
  void quotesInsideAnUnquotedCellAreText() throws IOException {
    assertThat(Reading.rows(utf8("a,b\n5\" pipe,\"x\"\n")).get(0).raw())
        .containsExactly("5\" pipe", "x");
  }

  @Test
  void brokenUtf8IsRefusedWithItsLineAndNotReadAsSomethingElse() throws IOException {
    byte[] good = TEXT.getBytes(StandardCharsets.UTF_8);
    good[good.length - 4] = (byte) 0xFF;
    Problem problem = Reading.refusal(Files.write(folder.resolve("a.csv"), good));
    assertThat(problem.code()).isEqualTo(Code.ENCODING);
    assertThat(problem.row()).isEqualTo(3);
  }

  @Test
  void brokenGb18030IsRefused() throws IOException {
    byte[] text = (TEXT + "末尾").getBytes(GB18030);
    Path file =
        Files.write(folder.resolve("a.csv"), java.util.Arrays.copyOf(text, text.length - 1));
    assertThat(Reading.refusal(file).code()).isEqualTo(Code.ENCODING);
  }

  @Test
  void brokenUtf16IsRefused() throws IOException {
    byte[] text = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE);
    Path file =
        Files.write(folder.resolve("a.csv"), java.util.Arrays.copyOf(text, text.length - 1));
    assertThat(Reading.refusal(file).code()).isEqualTo(Code.ENCODING);
  }

  @Test
  void theApostropheThatKeepsTextFromBecomingAFormulaIsTakenAway() throws IOException {
    Path file = utf8("a,b,c\n'+86 138,'=1+1,'tis\n");
    assertThat(Reading.rows(file).get(0).raw()).containsExactly("+86 138", "=1+1", "'tis");
  }

  @Test
  void aLongNumberThatExcelRoundedOnSavingIsAProblemOfItsCell() throws IOException {
    Path file = utf8("名称,代码,手机\n甲,9.13703E+17,13800000000\n乙,1.5E+11,1E5\n");
    List<Row> rows = Reading.rows(file);
    assertThat(rows.get(0).problem(1).orElseThrow().message().zh())
        .startsWith("第 2 行 B 列“代码”：号码被存成了数字");
    assertThat(rows.get(0).text("手机")).isEqualTo("13800000000");
    assertThat(rows.get(1).problem(1)).isPresent();
    assertThat(rows.get(1).text("手机")).isEqualTo("1E5");
  }

  private Path utf8(String text) throws IOException {
    return file(text, StandardCharsets.UTF_8, "");
  }

  private Path file(String text, Charset charset, String mark) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(java.util.HexFormat.of().parseHex(mark));
    bytes.write(text.getBytes(charset));
    return Files.write(folder.resolve("a.csv"), bytes.toByteArray());
  }
}
