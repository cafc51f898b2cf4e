package cn.sunlot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.cli.Terminal.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transcripts with a log, on the command line. */
class VerifyLoggedTest {

  private static final Path SAMPLES =
      Path.of("../drawlog/src/test/resources/samples").toAbsolutePath().normalize();

  @TempDir Path folder = Path.of("");
  private Terminal terminal = new Terminal(folder);
  private final List<String> keys = new ArrayList<>();

  @BeforeEach
  void unpack() throws IOException {
    terminal = new Terminal(folder);
    try (ZipInputStream in =
        new ZipInputStream(Files.newInputStream(SAMPLES.resolve("whole-log.zip")))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = folder.resolve("whole").resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, in.readAllBytes());
      }
    }
    keys.addAll(Files.readAllLines(folder.resolve("whole/key")));
  }

  private Run verify(String sample, String... options) {
    List<String> args = new ArrayList<>(List.of("verify", "--lang", "en"));
    args.addAll(List.of(options));
    args.add(SAMPLES.resolve(sample + ".zip").toString());
    return terminal.run(args.toArray(String[]::new));
  }

  @Test
  void the_log_of_a_transcript_is_checked_without_being_asked_for() {
    Run run = verify("targets-sha256");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("V6  ✓", "V13 ✓", "V14 –", "key is taken from this transcript: compare it")
        .contains(keys.get(0))
        .doesNotContain("no log given");
  }

  @Test
  void with_keys_and_the_whole_log_every_check_is_made() {
    Run run =
        verify(
            "successor",
            "--log",
            folder.resolve("whole").toString(),
            "--log-key",
            keys.get(0),
            "--witness-key",
            keys.get(1),
            "--witness-key",
            keys.get(2));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("V6  ✓", "V13 ✓", "V14 ✓", "the whole log of ", "cosigned by 2 of 2")
        .doesNotContain("compare it with the one that the log publishes", "–");
  }

  @Test
  void faults_are_named_and_refused() {
    Run run = verify("refused/V6-second-commitment");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("V6  ✗", "V6 log/1/entry.json:1: entry 1 is a second commitment");
    Run other = verify("targets-sha256", "--log-key", keys.get(0).replace("sunlot.local/", "x/"));
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("--log-key: the key says that its id is");
  }

  @Test
  void what_is_no_key_or_no_log_is_explained() {
    assertThat(verify("inspectors", "--log-key", "x").err())
        .contains("--log-key: \"x\" is not a key");
    assertThat(verify("inspectors", "--log-key", keys.get(1)).err())
        .contains("--log-key: this is a key for something else");
    assertThat(verify("inspectors", "--witness-key", keys.get(0)).err())
        .contains("--witness-key: this is a key for something else");
    assertThat(verify("inspectors", "--log", folder.resolve("none").toString()).code())
        .isEqualTo(1);
    Run missing = verify("inspectors", "--log", folder.toString());
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("checkpoint");
  }
}
