package cn.sunlot.sheets;

import static cn.sunlot.sheets.Workbooks.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenFilesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r=\"2\"/><row r=\"1\"/>",
        "<row r=\"0\"/>",
        "<row r=\"1048577\"/>",
        "<row r=\"x\"/>",
        "<row r=\"99999999999999999999\"/>",
        "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>5</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"zzz\"><v>5</v></c></row>",
        "<row r=\"1\"><c r=\"A1\"><v>5</c></row>",
        "<row r=\"1\"><c r=\"A1\""
      })
  void sheetsThatContradictThemselvesAreDamaged(String rows) throws IOException {
    assertThat(Reading.refusal(Workbooks.of(rows).write(folder)).code()).isEqualTo(Code.DAMAGED);
  }

  @Test
  void truncatedAndFlippedWorkbooksAreReadOrRefusedAndNothingElse() throws IOException {
    byte[] good = Files.readAllBytes(ordinary());
    Random random = new Random(20261121);
    Path file = folder.resolve("broken.xlsx");
    int refused = 0;
    for (int i = 0; i < 1_000; i++) {
      byte[] bytes = good.clone();
      if (i % 3 == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      } else {
        for (int k = 0; k < 1 + random.nextInt(4); k++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
      Files.write(file, bytes);
      refused += isRefused(file) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(600);
  }

  @Test
  void sheetsWithFlippedXmlAreReadOrRefusedAndNothingElse() throws IOException {
    Random random = new Random(42);
    String alphabet = "<>/=\"'& ;#x0123456789ABcrstvf!?-[]\u0000";
    for (int i = 0; i < 1_000; i++) {
      Workbooks book = new Workbooks();
      StringBuilder rows =
          new StringBuilder(
              row(1, "a", "b")
                  + row(2, "c", "d")
                  + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c></row>");
      for (int k = 0; k < 1 + random.nextInt(3); k++) {
        rows.setCharAt(
            random.nextInt(rows.length()), alphabet.charAt(random.nextInt(alphabet.length())));
      }
      isRefused(
          book.sheet("s", "", rows.toString(), "").strings("<si><t>x</t></si>").write(folder));
    }
  }

  @Test
  void binaryJunkIsReadOrRefusedAndNothingElse() throws IOException {
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 500; i++) {
      byte[] junk = new byte[1 + random.nextInt(5_000)];
      random.nextBytes(junk);
      if (i % 2 == 0 && junk.length > 4) {
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, junk, 0, 4);
      }
      refused += isRefused(Files.write(folder.resolve("junk"), junk)) ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(480);
  }

  @Test
  void aDirectoryThatLiesAboutSizesIsRefusedOrReadAndNothingElse() throws IOException {
    byte[] good = Files.readAllBytes(ordinary());
    ByteBuffer view = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < good.length - 46; at++) {
      if (view.getInt(at) == 0x02014b50) {
        for (int field = 16; field <= 42; field += 2) {
          byte[] lie = good.clone();
          lie[at + field] ^= 0x55;
          lie[at + field + 1] ^= 0x11;
          isRefused(Files.write(folder.resolve("lie.xlsx"), lie));
        }
      }
    }
    assertThat(isRefused(Files.write(folder.resolve("good.xlsx"), good))).isFalse();
  }

  @Test
  void aPartWhoseChecksumIsWrongIsDamaged() throws IOException {
    byte[] stored = Files.readAllBytes(ordinary());
    ByteBuffer view = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < stored.length - 46; at++) {
      if (view.getInt(at) == 0x02014b50) {
        view.putInt(at + 16, view.getInt(at + 16) ^ 1);
      }
    }
    Path file = Files.write(folder.resolve("crc.xlsx"), stored);
    assertThat(Reading.refusal(file).code()).isEqualTo(Code.DAMAGED);
  }

  private Path ordinary() throws IOException {
    return new Workbooks()
        .sheet(
            "s",
            "",
            row(1, "名称", "代码")
                + row(2, "甲", "1")
                + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c></row>",
            "<mergeCells><mergeCell ref=\"A5:B6\"/></mergeCells>")
        .strings("<si><t>乙</t></si>")
        .formats("14", "0.00")
        .write(folder);
  }

  private static boolean isRefused(Path file) throws IOException {
    try {
      Reading.rows(file);
      return false;
    } catch (SheetRefused e) {
      return true;
    }
  }
}
