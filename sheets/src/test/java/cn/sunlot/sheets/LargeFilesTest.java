package cn.sunlot.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("deep")
class LargeFilesTest {

  @TempDir Path folder;

  @Test
  void threeHundredThousandRowsAreWrittenAndReadInAHeapOf40MiB() throws Exception {
    assertThat(run("-Xmx40m", "300000")).contains("write error workbook");
  }

  private String run(String heap, String rows) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    heap,
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    LargeFiles.class.getName(),
                    folder.toString(),
                    rows))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.print(output);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
