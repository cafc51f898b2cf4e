package cn.sunlot.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedStringsTest {

  @Test
  void manyStringsGoToDiskAndComeBackInAnyOrderAndLeaveNoFile() throws IOException {
    long before = temporaryFiles();
    try (SharedStrings strings = new SharedStrings()) {
      for (int i = 0; i < 200_000; i++) {
        strings.add(text(i));
      }
      assertThat(strings.bytesOnDisk()).isGreaterThan(5L << 20);
      Random random = new Random(5);
      for (int i = 0; i < 20_000; i++) {
        int index = random.nextInt(200_000);
        assertThat(strings.get(index)).isEqualTo(text(index));
      }
      for (int i = 199_000; i < 200_000; i++) {
        assertThat(strings.get(i)).isEqualTo(text(i));
      }
    }
    assertThat(temporaryFiles()).isEqualTo(before);
  }

  @Test
  void aFewStringsStayInMemory() throws IOException {
    try (SharedStrings strings = new SharedStrings()) {
      for (int i = 0; i < 300; i++) {
        strings.add(text(i));
      }
      assertThat(strings.bytesOnDisk()).isZero();
      assertThat(strings.get(0)).isEqualTo(text(0));
      assertThat(strings.get(299)).isEqualTo(text(299));
      assertThat(strings.get(300)).isNull();
      assertThat(strings.get(-1)).isNull();
    }
  }

  private static String text(int i) {
    return i % 7 == 0 ? "" : "淄博市张店区柳泉路 " + i + " 号院综合楼一层东户𬭎".repeat(1 + i % 3);
  }

  private static long temporaryFiles() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("sunlot-strings"))
          .count();
    }
  }
}
