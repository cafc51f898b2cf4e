package cn.sunlot.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What kill -9 leaves behind, and what the next start makes of it. */
@Timeout(90)
class KilledTest {
  private static final int ENOUGH = 300;

  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("database");
  }

  @BeforeEach
  void install() throws Exception {
    Installed.at(folder());
  }

  @Test
  void everyCommittedRowIsThereAfterTheJvmWasKilledWhileWriting() throws Exception {
    long orphan;
    long committed;
    try (ChildJvm child = writing(0, 1)) {
      orphan = Long.parseLong(child.await("server"));
      committed = killAfter(child, ENOUGH);
    }
    assertThat(ProcessHandle.of(orphan)).as("the server outlives its JVM").isPresent();
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
      assertAllThere(database, committed);
      assertThat(Sql.postmaster(folder())).isNotEqualTo(orphan);
      assertThat(Orphan.isServerOn(orphan, folder().resolve("data"))).isFalse();
    }
  }

  @Test
  void anOrphanOnTheSamePortIsReplacedAndNotSilentlyUsed() throws Exception {
    int port = PostgresServer.freePort();
    long orphan;
    try (ChildJvm child = writing(port, 1)) {
      orphan = Long.parseLong(child.await("server"));
      killAfter(child, 1);
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder(), port, Map.of())) {
      assertThat(database.port()).isEqualTo(port);
      assertThat(Sql.postmaster(folder())).isNotEqualTo(orphan);
    }
  }

  @Test
  void everyCommittedRowIsThereAfterJvmAndServerWereKilled() throws Exception {
    long committed;
    try (ChildJvm child = writing(0, 1)) {
      long server = Long.parseLong(child.await("server"));
      committed = killAfter(child, ENOUGH);
      ProcessHandle.of(server).orElseThrow().destroyForcibly();
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
      assertAllThere(database, committed);
    }
  }

  @Test
  @Tag("deep")
  @Timeout(600)
  void nothingIsLostOverTwentyKills() throws Exception {
    Map<Long, Long> written = new LinkedHashMap<>();
    for (int round = 1; round <= 20; round++) {
      long first = 1_000_000L * round;
      try (ChildJvm child = writing(0, first)) {
        long server = Long.parseLong(child.await("server"));
        written.put(first, killAfter(child, 17 * round));
        if (round % 2 == 0) {
          ProcessHandle.of(server).orElseThrow().destroyForcibly();
        }
      }
      try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
        for (Map.Entry<Long, Long> each : written.entrySet()) {
          assertThat(count(database, "n BETWEEN " + each.getKey() + " AND " + each.getValue()))
              .as("after kill %d", round)
              .isEqualTo(each.getValue() - each.getKey() + 1);
        }
      }
    }
  }

  @Test
  void aPidFileNamingAnotherProgramIsRemovedAndThatProgramLives() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "300").start();
    try {
      Files.writeString(
          folder().resolve("data/postmaster.pid"),
          "%d\n%s\n1\n5432\n\n127.0.0.1\n 1 2\nready   \n"
              .formatted(stranger.pid(), folder().resolve("data")));
      try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
        assertThat(Sql.one(database.owner(), "SELECT 1")).isEqualTo("1");
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void aPidFileNamingAServerOnOtherDataLeavesThatServerAlone() throws Exception {
    try (EmbeddedDatabase other = startOther()) {
      long pid = Sql.postmaster(temporary.resolve("other"));
      Files.writeString(folder().resolve("data/postmaster.pid"), pid + "\n");
      EmbeddedDatabase.start(folder()).close();
      assertThat(Sql.one(other.owner(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void aPidFileWithNothingInItIsRemoved() throws Exception {
    Files.writeString(folder().resolve("data/postmaster.pid"), "");
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
      assertThat(Sql.one(database.owner(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void aFirstStartKilledHalfWayIsBegunAgain() throws IOException, SQLException {
    Files.move(folder().resolve("data"), folder().resolve("data.new"));
    Files.delete(folder().resolve("data.new/global/pg_control"));
    Files.createDirectory(folder().resolve("programs/unpacking42"));
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
      assertThat(Sql.one(database.owner(), "SELECT 1")).isEqualTo("1");
    }
    assertThat(folder().resolve("data.new")).doesNotExist();
    assertThat(folder().resolve("programs/unpacking42")).doesNotExist();
  }

  @Test
  void aSecondJvmIsToldWhoseTheFolderIs() throws Exception {
    try (ChildJvm first = writing(0, 1)) {
      first.await("committed");
      assertThatThrownBy(() -> EmbeddedDatabase.start(folder()))
          .isInstanceOf(DatabaseProblem.class)
          .hasMessageContaining("in use by process " + first.pid());
      first.await("committed");
      long server = Sql.postmaster(folder());
      first.kill();
      ProcessHandle.of(server).orElseThrow().destroyForcibly();
    }
  }

  @Test
  void aSecondStartInTheSameProcessDoesNotGiveTheLockUp() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder())) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(folder()))
          .isInstanceOf(DatabaseProblem.class)
          .hasMessageContaining("this process itself");
      try (ChildJvm other = ChildJvm.run(StartingChild.class, folder().toString())) {
        assertThat(other.await("refused"))
            .contains("in use by process " + ProcessHandle.current().pid());
      }
      assertThat(Sql.one(database.owner(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void aThrowAwayServerGoesWithItsKilledJvm() throws Exception {
    try (ChildJvm child = ChildJvm.run(ThrowAwayChild.class)) {
      Path data = Path.of(child.await("data"));
      Path folder = data.resolveSibling(".").normalize();
      ProcessHandle server = ProcessHandle.of(Sql.postmaster(folder)).orElseThrow();
      child.kill();
      server.onExit().get(30, TimeUnit.SECONDS);
      assertThat(Orphan.isServerOn(server.pid(), data)).isFalse();
    }
  }

  private EmbeddedDatabase startOther() throws Exception {
    Installed.at(temporary.resolve("other"));
    return EmbeddedDatabase.start(temporary.resolve("other"));
  }

  private ChildJvm writing(int port, long first) throws IOException {
    return ChildJvm.run(
        WritingChild.class, folder().toString(), Integer.toString(port), Long.toString(first));
  }

  /** Lets it commit so many rows, kills it in the middle of its work; the last number it said. */
  private static long killAfter(ChildJvm child, int rows) throws Exception {
    long last = 0;
    for (int i = 0; i < rows; i++) {
      last = Long.parseLong(child.await("committed"));
    }
    List<String> rest = child.kill();
    for (String line : rest) {
      if (line.matches("committed \\d+")) {
        // The very last line may be cut off in the middle of its number.
        last = Math.max(last, line.equals(rest.get(rest.size() - 1)) ? last : number(line));
      }
    }
    return last;
  }

  private static long number(String line) {
    return Long.parseLong(line.substring("committed ".length()));
  }

  private static void assertAllThere(EmbeddedDatabase database, long committed)
      throws SQLException {
    assertThat(committed).isGreaterThanOrEqualTo(ENOUGH);
    assertThat(count(database, "n BETWEEN 1 AND " + committed)).isEqualTo(committed);
  }

  private static long count(EmbeddedDatabase database, String where) throws SQLException {
    String query = "SELECT count(*) FROM public.written WHERE " + where;
    return Long.parseLong(String.valueOf(Sql.one(database.owner(), query)));
  }
}
