package cn.sunlot.sheets;

import static cn.sunlot.sheets.Workbooks.row;
import static cn.sunlot.sheets.Workbooks.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs with a heap of 128 MiB, which every one of these files tries to fill. */
class HostileFilesTest {

  private static final Limits SMALL = new Limits(100, 20, 1_000, 5, 64L << 20, 64L << 20, 200);

  @TempDir Path folder;

  @Test
  void aZipBombIsStoppedByItsRatio() throws IOException {
    Path file = bomb("xl/worksheets/sheet1.xml", "<worksheet><sheetData>", "<x></x>", 64L << 20);
    assertThat(Files.size(file)).isLessThan(1L << 20);
    assertThat(Reading.refusal(file).code()).isEqualTo(Code.INFLATION_RATIO);
  }

  @Test
  void aZipBombWithinTheRatioIsStoppedByItsSize() throws IOException {
    Limits limits = new Limits(1_000_000, 20, 1_000, 5, 64L << 20, 64L << 20, 100_000);
    Path file = bomb("xl/worksheets/sheet1.xml", "<worksheet><sheetData>", "<x></x>", 80L << 20);
    assertThat(Reading.refusal(file, limits).code()).isEqualTo(Code.INFLATED_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xl/workbook.xml",
        "_rels/.rels",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/sharedStrings.xml"
      })
  void aBombInAnyOtherPartIsStoppedToo(String part) throws IOException {
    Path file = bomb(part, "<x>", "<si><t/></si>", 64L << 20);
    assertThat(Reading.refusal(file).code()).isEqualTo(Code.INFLATION_RATIO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet><sheetData>&b;</sheetData></worksheet>",
        "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\"><worksheet/>",
        "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&f;</t></is></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&unknown;</t></is></c></row></sheetData></worksheet>"
      })
  void entitiesAndDocumentTypesAreRefused(String sheet) throws IOException {
    Path file = Workbooks.of("").raw("xl/worksheets/sheet1.xml", sheet).write(folder);
    assertThat(Reading.refusal(file).code()).isEqualTo(Code.XML_ABUSE);
  }

  @Test
  void xmlThatNestsDeeplyOrInventsNamesWithoutEndIsRefused() throws IOException {
    String deep = "<worksheet>" + "<a>".repeat(100_000);
    StringBuilder names = new StringBuilder("<worksheet>");
    StringBuilder attributes = new StringBuilder("<worksheet>");
    StringBuilder namespaces = new StringBuilder("<worksheet>");
    StringBuilder instructions = new StringBuilder("<worksheet>");
    for (int i = 0; i < 50_000; i++) {
      names.append("<n").append(i).append("/>");
      attributes.append("<a a").append(i).append("=\"\"/>");
      namespaces.append("<a xmlns:p").append(i).append("=\"u\"/>");
      instructions.append("<?p").append(i).append("?>");
    }
    for (CharSequence sheet :
        new CharSequence[] {deep, names, attributes, namespaces, instructions}) {
      Path file = Workbooks.of("").raw("xl/worksheets/sheet1.xml", sheet.toString()).write(folder);
      assertThat(Reading.refusal(file).code()).isEqualTo(Code.XML_ABUSE);
    }
  }

  @Test
  void aSingleTokenWithoutEndIsRefused() throws IOException {
    String sheet = "<worksheet><sheetData a=\"" + random(6 << 20) + "\"/></worksheet>";
    Path file = Workbooks.of("").raw("xl/worksheets/sheet1.xml", sheet).write(folder);
    assertThat(Reading.refusal(file).code()).isEqualTo(Code.XML_ABUSE);
  }

  @Test
  void aHundredSheetsAreRefused() throws IOException {
    Workbooks book = new Workbooks();
    for (int i = 0; i < 100; i++) {
      book.sheet("s" + i, "", row(1, "a"), "");
    }
    assertThat(Reading.refusal(book.write(folder)).code()).isEqualTo(Code.TOO_MANY_SHEETS);
  }

  @Test
  void tooManyRowsAreRefusedInBothFormatsAndExactlyTheLimitIsNot() throws IOException {
    for (int count : new int[] {100, 101}) {
      StringBuilder rows = new StringBuilder();
      StringBuilder csv = new StringBuilder();
      for (int i = 1; i <= count; i++) {
        rows.append(row(i * 2, "v" + i)).append("<row r=\"" + (i * 2 + 1) + "\"/>");
        csv.append("v").append(i).append("\n\n");
      }
      Path xlsx = Workbooks.of(rows.toString()).write(folder);
      Path text = Files.writeString(folder.resolve("a.csv"), csv);
      if (count == 100) {
        assertThat(Reading.rows(xlsx, SMALL)).hasSize(99);
        assertThat(Reading.rows(text, SMALL)).hasSize(99);
      } else {
        assertThat(Reading.refusal(xlsx, SMALL).code()).isEqualTo(Code.TOO_MANY_ROWS);
        assertThat(Reading.refusal(xlsx, SMALL).row()).isEqualTo(202);
        assertThat(Reading.refusal(text, SMALL).code()).isEqualTo(Code.TOO_MANY_ROWS);
        assertThat(Reading.refusal(text, SMALL).row()).isEqualTo(201);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "T1, ",
    "U1, TOO_MANY_COLUMNS",
    "XFD1, TOO_MANY_COLUMNS",
    "XFE1, DAMAGED",
    "ZZZZZZZ1, DAMAGED"
  })
  void columnsFarOutAreRefusedWithoutMakingRoomForThem(String reference, Code code)
      throws IOException {
    Path file = Workbooks.of("<row r=\"1\">" + text(reference, "x") + "</row>").write(folder);
    if (code == null) {
      assertThat(Reading.rows(file, SMALL)).isEmpty();
    } else {
      assertThat(Reading.refusal(file, SMALL).code()).isEqualTo(code);
    }
  }

  @Test
  void styledBlankCellsFarOutAreNoContent() throws IOException {
    Path file =
        Workbooks.of(
                row(1, "a") + "<row r=\"2\">" + text("A2", "x") + "<c r=\"XFD2\" s=\"1\"/></row>")
            .write(folder);
    assertThat(Reading.rows(file, SMALL)).singleElement().extracting(Row::raw).asList().hasSize(1);
  }

  @Test
  void tooManyCsvColumnsAreRefusedWithTheirPlace() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n" + "1,".repeat(30) + "1\n");
    Problem problem = Reading.refusal(file, SMALL);
    assertThat(problem.code()).isEqualTo(Code.TOO_MANY_COLUMNS);
    assertThat(problem.row()).isEqualTo(2);
    assertThat(problem.column()).isEqualTo(20);
  }

  @Test
  void overlongCellsAreRefusedWithTheirPlaceAndExactlyTheLimitIsRead() throws IOException {
    String full = "字".repeat(32_767);
    Path good = Workbooks.of(row(1, "a", "b") + row(2, "x", full)).write(folder);
    assertThat(Reading.rows(good).get(0).text("b")).isEqualTo(full);
    Path bad = Workbooks.of(row(1, "a", "b") + row(2, "x", full + "字")).write(folder);
    Problem problem = Reading.refusal(bad);
    assertThat(problem.code()).isEqualTo(Code.CELL_TOO_LONG);
    assertThat(problem.message().zh()).startsWith("第 2 行 B 列：单元格内容超过 32767 个字符：字字");
    Path csv = Files.writeString(folder.resolve("a.csv"), "a,b\nx," + full + "\n");
    assertThat(Reading.rows(csv).get(0).text("b")).isEqualTo(full);
    Path bomb = Files.writeString(folder.resolve("b.csv"), "a,b\nx,\"" + "y".repeat(40_000_000));
    assertThat(Reading.refusal(bomb).row()).isEqualTo(2);
  }

  @Test
  void aFileAboveTheSizeLimitIsNotOpened() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a\n" + "1\n".repeat(100));
    Limits limits = new Limits(100, 20, 1_000, 5, 100, 1_000, 200);
    assertThat(Reading.refusal(file, limits).code()).isEqualTo(Code.FILE_TOO_LARGE);
  }

  @Test
  void aZipWithTooManyPartsIsNotOpened() throws IOException {
    Path file = folder.resolve("many.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 10_001; i++) {
        zip.putNextEntry(new ZipEntry("x" + i));
        zip.closeEntry();
      }
    }
    assertThat(Reading.refusal(file).code()).isEqualTo(Code.XML_ABUSE);
  }

  @Test
  void encryptedWorkbooksAndOldXlsAreToldApart() throws IOException {
    byte[] container = new byte[4096];
    byte[] magic = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(magic, 0, container, 0, 8);
    Path old = Files.write(folder.resolve("a.xlsx"), container);
    assertThat(Reading.refusal(old).code()).isEqualTo(Code.OLD_XLS);
    byte[] stream = "EEncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(stream, 0, container, 2048, stream.length);
    Path encrypted = Files.write(folder.resolve("b.xlsx"), container);
    assertThat(Reading.refusal(encrypted).code()).isEqualTo(Code.ENCRYPTED);
  }

  @ParameterizedTest
  @CsvSource({
    "25504446, a PDF",
    "89504E470D0A1A0A, a picture",
    "FFD8FFE0, a picture",
    "1F8B0800, an archive",
    "377ABCAF271C, an archive",
    "3C68746D6C3E, a web page",
    "EFBBBF0D0A3C7461626C653E, a web page",
    "3C3F786D6C20, an XML file",
    "610062006300, a binary file"
  })
  void otherKindsOfFileAreNamedWhateverTheirName(String start, String kind) throws IOException {
    byte[] head = java.util.HexFormat.of().parseHex(start);
    Problem problem =
        Reading.refusal(Files.write(folder.resolve("a.xlsx"), Arrays.copyOf(head, 64)));
    assertThat(problem.code()).isEqualTo(Code.NOT_A_SHEET);
    assertThat(problem.message().en()).contains(kind);
  }

  @Test
  void aRenamedFileIsReadByItsContent() throws IOException {
    Path csv = Files.writeString(folder.resolve("a.xlsx"), "名称\n甲\n");
    assertThat(Reading.rows(csv)).hasSize(1);
    Path xlsx = Workbooks.of(row(1, "名称") + row(2, "甲")).writeTo(folder.resolve("b.csv"));
    assertThat(Reading.rows(xlsx)).hasSize(1);
  }

  @Test
  void documentsAndArchivesThatAreZipsAreNamed() throws IOException {
    Path word =
        Workbooks.of("")
            .raw(
                "_rels/.rels",
                "<r><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></r>")
            .write(folder);
    assertThat(Reading.refusal(word).message().en()).contains("a Word or PowerPoint file");
    Path binary =
        Workbooks.of("")
            .raw(
                "_rels/.rels",
                "<r><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></r>")
            .write(folder);
    assertThat(Reading.refusal(binary).message().en()).contains("xlsb");
    try (ZipOutputStream zip = zip()) {
      put(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
      put(zip, "content.xml", "<x/>");
    }
    assertThat(Reading.refusal(folder.resolve("made.xlsx")).message().en()).contains(".ods");
  }

  @Test
  void emptyFilesAndEmptySheetsAreRefused() throws IOException {
    Path nothing = Files.write(folder.resolve("a.csv"), new byte[0]);
    assertThat(Reading.refusal(nothing).code()).isEqualTo(Code.FILE_EMPTY);
    Path blank = Files.writeString(folder.resolve("b.csv"), "\uFEFF\n , \n");
    assertThat(Reading.refusal(blank).code()).isEqualTo(Code.NO_ROWS);
    Path sheet = Workbooks.of("<row r=\"1\"/>").write(folder);
    assertThat(Reading.refusal(sheet).code()).isEqualTo(Code.NO_ROWS);
  }

  private Path bomb(String part, String start, String filler, long bytes) throws IOException {
    byte[] block = filler.repeat((1 << 16) / filler.length()).getBytes(StandardCharsets.UTF_8);
    Workbooks book = Workbooks.of("").strings("").formats("14");
    try (ZipOutputStream zip = zip()) {
      for (var ordinary : book.all().entrySet()) {
        boolean here = ordinary.getKey().equals(part);
        put(zip, ordinary.getKey(), here ? start : ordinary.getValue());
        for (long written = 0; here && written < bytes; written += block.length) {
          zip.write(block);
        }
        zip.closeEntry();
      }
    }
    return folder.resolve("made.xlsx");
  }

  private ZipOutputStream zip() throws IOException {
    OutputStream out = Files.newOutputStream(folder.resolve("made.xlsx"));
    return new ZipOutputStream(out);
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String random(int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(length);
    Random random = new Random(3);
    for (int i = 0; i < length; i++) {
      out.write('a' + random.nextInt(26));
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
