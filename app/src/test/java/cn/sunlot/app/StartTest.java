package cn.sunlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunlot.app.demo.DemoPerson;
import cn.sunlot.schema.ThrowAwayServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Starts the executable jar as a bureau does. */
class StartTest {

  private static final Map<String, String> DEMO = Map.of("SUNLOT_DEMO", "true");
  private static final Path KEPT = Path.of("target", "demo").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void the_demo_is_there_after_the_first_start_and_after_a_kill() throws Exception {
    int port = Program.freePort();
    FileSystemUtils.deleteRecursively(KEPT);
    Path demo = Files.createDirectories(KEPT);
    try (Program first = Program.start(demo, port, DEMO).awaitReady()) {
      assertThat(first.signIn("section", DemoPerson.PASSWORD).statusCode()).isEqualTo(200);
      assertThat(first.get("/api/targets?size=1&kind=enterprise").body()).contains("\"total\":303");
      assertThat(first.get("/api/tasks").body()).contains("\"ended\"").contains("\"running\"");
      assertThat(first.get("/api/results").body()).contains("\"published\"");
      assertThat(first.get("/api/targets?size=1&kind=equipment").body()).contains("\"total\":18");
      assertThat(first.get("/api/credit/scorecards").body())
          .contains("\"approved\"")
          .contains("\"submitted\"");
      assertThat(first.getPublic("/credit.json").body())
          .contains("abnormal-operation", "serious-violation")
          .doesNotContain("riskClass", "exempt");
      assertThat(first.get("/").headers().firstValue("Cache-Control")).contains("no-cache");
      assertThat(first.getPublic("/").statusCode()).isEqualTo(200);
      assertThat(first.getPublic("/api/session").statusCode())
          .as("the public site has nothing of the back office")
          .isEqualTo(404);
      assertThat(first.getPublic("/index.html").statusCode()).isEqualTo(404);
      first.kill();
    }
    try (Program second = Program.start(demo, port, DEMO).awaitReady()) {
      assertThat(second.signIn("principal", DemoPerson.PASSWORD).body())
          .contains("\"demo\":true")
          .contains("PLAN_APPROVE");
      assertThat(second.get("/api/results").body()).contains("\"published\"");
      assertThat(second.stop()).as("SIGTERM").isEqualTo(143);
      assertThat(demo.resolve("data/database/data/postmaster.pid"))
          .as("the database has ended too")
          .doesNotExist();
    }
    for (String part : new String[] {"", "database", "files", "keys"}) {
      Path each = demo.resolve("data").resolve(part);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
          .as(each.toString())
          .isEqualTo("rwx------");
    }
    keep(Path.of(System.getProperty("sunlot.jar")));
  }

  /** Says of which jar the demo is: journeys in the browser begin with a copy of it. */
  private static void keep(Path jar) throws IOException {
    Files.writeString(
        KEPT.resolve("of-jar"), Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis());
  }

  @Test
  void an_external_database_is_set_up_by_the_code_once_and_never_taken_for_a_demo()
      throws Exception {
    int port = Program.freePort();
    try (ThrowAwayServer server = ThrowAwayServer.start()) {
      var owner = server.superuser("postgres");
      var variables =
          new HashMap<>(
              Map.of(
                  "SUNLOT_DB_URL", owner.url(),
                  "SUNLOT_DB_USER", owner.user(),
                  "SUNLOT_DB_PASSWORD", owner.password()));
      try (Program program = Program.start(folder, port, variables).awaitReady()) {
        assertThat(program.post("/api/setup", FirstBureau.setUp(program.said())).statusCode())
            .isEqualTo(204);
        assertThat(program.signIn("secadmin", FirstBureau.PASSWORD).statusCode()).isEqualTo(200);
        assertThat(folder.resolve("data/database")).doesNotExist();
      }
      try (Program again = Program.start(folder, port, variables).awaitReady()) {
        assertThat(again.said()).doesNotContainPattern(FirstBureau.CODE);
        assertThat(again.signIn("sysadmin", FirstBureau.PASSWORD).statusCode()).isEqualTo(200);
      }
      variables.put("SUNLOT_DEMO", "true");
      try (Program demo = Program.start(folder, port, variables)) {
        assertThat(demo.awaitEnd()).isEqualTo(1);
        assertThat(demo.said()).contains("no complete demo").doesNotContain(DemoPerson.PASSWORD);
      }
    }
  }

  @Test
  void a_busy_port_is_named_with_the_process_that_has_it_before_anything_is_started()
      throws Exception {
    try (ServerSocket other = new ServerSocket()) {
      other.bind(new InetSocketAddress(0));
      try (Program program = Program.start(folder, other.getLocalPort(), Map.of())) {
        assertThat(program.awaitEnd()).isEqualTo(1);
        assertThat(program.said())
            .contains(
                "Port %d is taken by process %d"
                    .formatted(other.getLocalPort(), ProcessHandle.current().pid()))
            .contains("SUNLOT_PORT");
        assertThat(folder.resolve("data")).doesNotExist();
      }
    }
  }

  @Test
  void a_setting_that_is_wrong_is_named_in_one_sentence() throws Exception {
    try (Program program =
        Program.start(folder, Program.freePort(), Map.of("SUNLOT_LOCKOUT_FAILURES", "0"))) {
      assertThat(program.awaitEnd()).isEqualTo(1);
      assertThat(program.said())
          .contains("SUNLOT_LOCKOUT_FAILURES=0: write a whole number from 1 to 100.")
          .doesNotContain("Exception");
    }
  }
}
