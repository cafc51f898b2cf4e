package cn.sunlot.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import cn.sunlot.kernel.Uscc;
import cn.sunlot.law.Clause;
import cn.sunlot.schema.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform is killed in the midst of an import; another finishes it, and it is never half. */
@Tag("deep")
@Clause("TZ-10")
class ImportKilledTest {

  private static final int ROWS = 60_000;

  /** Before each of these the platform is killed once. */
  private static final List<String> MOMENTS =
      List.of("imports.phase.reading", "imports.phase.reading some", "imports.phase.merging some");

  @TempDir private Path folder;

  private Process start(TestDatabase database, Path file, String id) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            withoutOtherTests(),
            ImportingChild.class.getName(),
            database.platform().url(),
            database.platform().user(),
            database.platform().password(),
            folder.toString(),
            file.toString(),
            id)
        .redirectErrorStream(true)
        .start();
  }

  /** The platform takes up every component beside it, so the child gets no class of a test. */
  private String withoutOtherTests() throws Exception {
    Path tests =
        Path.of(ImportingChild.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String file = ImportingChild.class.getName().replace('.', '/') + ".class";
    Path alone = folder.resolve("child").resolve(file);
    Files.createDirectories(alone.getParent());
    Files.copy(tests.resolve(file), alone, StandardCopyOption.REPLACE_EXISTING);
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).equals(tests) ? folder.resolve("child").toString() : entry)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The first line that begins so; what the child says before it ends without it is its error. */
  private static String demand(BufferedReader lines, String wanted) throws Exception {
    List<String> said = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(wanted)) {
        return line;
      }
      said.add(line);
    }
    return fail("%s was never said, but:%n%s", wanted, String.join("\n", said));
  }

  private Path file() throws Exception {
    StringBuilder csv = new StringBuilder("名称,统一社会信用代码\n");
    for (int i = 0; i < ROWS; i++) {
      String first17 = "91370303MA" + String.format("%07d", i);
      csv.append("第").append(i).append("厂,");
      csv.append(first17).append(Uscc.checkCharacter(first17)).append('\n');
    }
    return Files.writeString(folder.resolve("targets.csv"), csv);
  }

  @Test
  void killed_while_it_reads_or_merges_it_is_finished_by_the_next_and_never_half()
      throws Exception {
    Path file = file();
    try (TestDatabase database = TestDatabase.create()) {
      String id = "new";
      for (String moment : MOMENTS) {
        Process child = start(database, file, id);
        BufferedReader lines = child.inputReader();
        id = demand(lines, "import ").substring("import ".length());
        demand(lines, moment);
        child.destroyForcibly().waitFor();
        assertThat(count(database, "registry.target")).isIn(0, ROWS);
      }
      Process last = start(database, file, id);
      String end = demand(last.inputReader(), "DONE");
      last.waitFor();
      assertThat(end).isEqualTo("DONE " + ROWS + " found " + ROWS);
      assertThat(count(database, "registry.target")).isEqualTo(ROWS);
      assertThat(count(database, "registry.target_staging")).isZero();
      assertThat(count(database, "audit.entry WHERE type = 'import-finished'")).isEqualTo(1);
    }
  }

  private static int count(TestDatabase database, String from) throws Exception {
    try (Connection connection = database.superuser().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
