package cn.sunlot.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.cli.Words;
import cn.sunlot.cli.log.AuditReport;
import cn.sunlot.cli.log.DatabaseAudit;
import cn.sunlot.draw.Suites;
import cn.sunlot.schema.testing.TestDatabase;
import cn.sunlot.translog.note.SignedCheckpoint;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            System.getProperty("java.class.path"),
            LoggingChild.class.getName(),
            database.platform().url(),
            database.platform().user(),
            database.platform().password(),
            folder.toString(),
            Integer.toString(entries))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Until this line, or the end. */
  private static boolean reads(BufferedReader lines, String wanted) throws Exception {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void no_gap_no_double_and_the_order_of_each_ref_is_kept() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      for (int i = 0; i < KILLS; i++) {
        Process child = start(database, ENTRIES);
        assertThat(reads(child.inputReader(), "3000")).isTrue();
        child.destroyForcibly().waitFor();
      }
      Process last = start(database, ENTRIES);
      assertThat(reads(last.inputReader(), "done")).isTrue();
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
