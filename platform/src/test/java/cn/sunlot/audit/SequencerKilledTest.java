package cn.sunlot.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import cn.sunlot.cli.Words;
import cn.sunlot.cli.log.AuditReport;
import cn.sunlot.cli.log.DatabaseAudit;
import cn.sunlot.draw.Suites;
import cn.sunlot.schema.testing.TestDatabase;
import cn.sunlot.translog.note.SignedCheckpoint;
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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform is killed in the midst of writing and placing; started again, it goes on. */
@Tag("deep")
class SequencerKilledTest {

  private static final int ENTRIES = 20_000;
  private static final int KILLS = 3;

  @TempDir private Path folder;

  private Process start(TestDatabase database, int entries) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            withoutOtherTests(),
            LoggingChild.class.getName(),
            database.platform().url(),
            database.platform().user(),
            database.platform().password(),
            folder.toString(),
            Integer.toString(entries))
        .redirectErrorStream(true)
        .start();
  }

  /** The platform takes up every component beside it, so the child gets no class of a test. */
  private String withoutOtherTests() throws Exception {
    Path tests =
        Path.of(LoggingChild.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String file = LoggingChild.class.getName().replace('.', '/') + ".class";
    Path alone = folder.resolve("child").resolve(file);
    Files.createDirectories(alone.getParent());
    Files.copy(tests.resolve(file), alone, StandardCopyOption.REPLACE_EXISTING);
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).equals(tests) ? folder.resolve("child").toString() : entry)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Up to this line; what the child says before it ends without it is its error. */
  private static void demand(BufferedReader lines, String wanted) throws Exception {
    List<String> said = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals(wanted)) {
        return;
      }
      said.add(line);
    }
    fail("%s was never said, but:%n%s", wanted, String.join("\n", said));
  }

  @Test
  void no_gap_no_double_and_the_order_of_each_ref_is_kept() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      for (int i = 0; i < KILLS; i++) {
        Process child = start(database, ENTRIES);
        demand(child.inputReader(), "3000");
        child.destroyForcibly().waitFor();
      }
      Process last = start(database, ENTRIES);
      demand(last.inputReader(), "done");
      last.waitFor();
      demandOrder(database);
      AuditReport report = audit(database);
      assertThat(report.findings().stream().map(f -> f.in(Words.ENGLISH))).isEmpty();
      assertThat(report.notes().stream().map(n -> n.in(Words.ENGLISH)))
          .noneMatch(n -> n.contains("no place yet"));
    }
  }

  private AuditReport audit(TestDatabase database) throws Exception {
    SignedCheckpoint head =
        SignedCheckpoint.parse(Files.readAllBytes(folder.resolve("keys").resolve("log.head")));
    try (Connection connection = database.superuser().connect()) {
      return new DatabaseAudit(Suites.sha256(), List.of(), List.of(), Map.of("log.head", head))
          .run(connection);
    }
  }

  private static void demandOrder(TestDatabase database) throws Exception {
    int all = 0;
    for (int pair = 0; pair < 4; pair++) {
      List<Integer> numbers = new ArrayList<>();
      try (Connection connection = database.superuser().connect();
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT (convert_from(e.payload, 'UTF8')::json ->> 'n')::int FROM audit.leaf l"
                      + " JOIN audit.entry e ON e.id = l.entry_id WHERE e.ref = 'killed-"
                      + pair
                      + "' ORDER BY l.seq")) {
        while (rows.next()) {
          numbers.add(rows.getInt(1));
        }
      }
      for (int i = 0; i < numbers.size(); i++) {
        assertThat(numbers.get(i)).isEqualTo(i + 1);
      }
      all += numbers.size();
    }
    assertThat(all).isGreaterThan(ENTRIES + KILLS * 2_000);
  }
}
