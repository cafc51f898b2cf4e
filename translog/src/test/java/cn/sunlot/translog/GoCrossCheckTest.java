package cn.sunlot.translog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What this library writes is accepted by Go's packages for transparency logs, unchanged. */
@Tag("deep")
class GoCrossCheckTest {

  private static final Path PROGRAM = Path.of("target/logcheck").toAbsolutePath();

  @TempDir Path folder;

  @BeforeAll
  static void compile() throws IOException, InterruptedException {
    boolean there = new File("/usr/share/gocode/src/golang.org/x/mod/sumdb").isDirectory();
    if (!there || !onPath("go")) {
      fail("Go is missing: run scripts/go, or apt install golang-go golang-golang-x-mod-dev");
    }
    Files.createDirectories(PROGRAM.getParent());
    ProcessBuilder build =
        new ProcessBuilder("go", "build", "-o", PROGRAM.toString(), "src/test/go/logcheck.go");
    build.environment().put("GO111MODULE", "off");
    build.environment().put("GOPATH", "/usr/share/gocode");
    build.environment().put("GOCACHE", Path.of("target/go-cache").toAbsolutePath().toString());
    Run run = run(build);
    assertThat(run.code).as(run.output).isZero();
  }

  private record Run(int code, String output) {}

  private static boolean onPath(String program) {
    for (String place : System.getenv("PATH").split(File.pathSeparator, -1)) {
      if (new File(place, program).canExecute()) {
        return true;
      }
    }
    return false;
  }

  private static Run run(ProcessBuilder command) throws IOException, InterruptedException {
    Process process = command.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), output);
  }

  private Run check(int step) throws IOException, InterruptedException {
    return run(new ProcessBuilder(PROGRAM.toString(), folder.toString(), Integer.toString(step)));
  }

  private void write(int older, int size) throws IOException {
    PublishedLog log = new PublishedLog(folder);
    log.grow(older);
    log.grow(size);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 1",
    "1, 255, 1",
    "255, 256, 1",
    "256, 257, 1",
    "300, 1000, 1",
    "700, 66000, 89"
  })
  void go_verifies_checkpoint_tiles_every_entry_and_growth(int older, int size, int step)
      throws Exception {
    write(older, size);
    Run run = check(step);
    assertThat(run.output)
        .isEqualTo(
            "sunlot.local/log: size %d, %d entries proved, consistent with size %d\n",
            size, (size + step - 1) / step, older);
    assertThat(run.code).isZero();
  }

  @Test
  void go_refuses_a_changed_entry() throws Exception {
    write(3, 300);
    change("tile/entries/000", 1000);
    assertThat(check(1).output).startsWith("entry ");
    assertThat(check(1).code).isEqualTo(1);
  }

  @Test
  void go_refuses_a_changed_tile() throws Exception {
    write(3, 300);
    change("tile/0/001.p/44", 5);
    assertThat(check(1).code).isEqualTo(1);
  }

  @Test
  void go_refuses_a_changed_checkpoint() throws Exception {
    write(3, 300);
    change("checkpoint", 17);
    assertThat(check(1).output).contains("invalid signature");
  }

  private void change(String file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(file));
    bytes[at] ^= 1;
    Files.write(folder.resolve(file), bytes);
  }
}
