package cn.sunlot.kernel.files;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.law.Clause;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the clear for a moment does not outlive the next start. */
class WorkFolderTest {

  @TempDir private Path root;

  /** A process that has a file in the clear until it is killed. Argument: the folder of files. */
  static final class Child {

    private Child() {}

    public static void main(String... arguments) throws IOException {
      Path file = new WorkFolder(Path.of(arguments[0])).newFile();
      Files.writeString(file, "13355512378");
      System.out.println(file);
      System.in.read();
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            root.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** What it says besides is the log. */
  private static Path fileOf(BufferedReader said) throws IOException {
    String line = said.readLine();
    while (line != null && !line.startsWith("/")) {
      line = said.readLine();
    }
    return Path.of(String.valueOf(line));
  }

  @Test
  @Clause("PDS-25")
  void a_start_deletes_what_a_killed_process_left_and_nothing_of_a_living_one() throws Exception {
    Process process = start();
    try (BufferedReader said = process.inputReader()) {
      Path left = fileOf(said);
      try (WorkFolder second = new WorkFolder(root)) {
        assertThat(left).as("of a living process").exists();
        assertThat(second.path()).isNotEqualTo(left.getParent());
      }
      process.destroyForcibly().waitFor();
      assertThat(left).as("of a killed process").exists();
      try (WorkFolder third = new WorkFolder(root)) {
        assertThat(left.getParent()).doesNotExist();
        assertThat(third.path()).exists();
      }
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void a_process_that_ends_takes_its_folder_away_and_a_start_what_earlier_versions_left()
      throws IOException {
    Files.writeString(root.resolve("partial-123"), "13355512378");
    Path kept = Files.createDirectories(root.resolve("ab").resolve("cd")).resolve("partial-1");
    Files.writeString(kept, "kept");
    try (WorkFolder work = new WorkFolder(root)) {
      Files.writeString(work.newFile(), "13355512378");
    }
    assertThat(kept).exists();
    try (Stream<Path> all = Files.walk(root)) {
      assertThat(all.filter(Files::isRegularFile))
          .containsExactlyInAnyOrder(kept, root.resolve("working").resolve("lock"));
    }
  }
}
