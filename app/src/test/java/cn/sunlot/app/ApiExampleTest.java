package cn.sunlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/api.md, typed as it stands there. */
class ApiExampleTest {

  private static final Pattern EXAMPLE = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void whoever_types_the_example_of_the_documentation_adds_a_target_and_reads_it()
      throws Exception {
    int port = Program.freePort();
    try (Program program = Program.start(folder, port, Map.of()).awaitReady()) {
      assertThat(program.post("/api/setup", FirstBureau.setUp(program.said())).statusCode())
          .isEqualTo(204);
      program.signIn("secadmin", FirstBureau.PASSWORD);
      String department = member(program.get("/api/departments/names").body(), "id");
      String added =
          program
              .send(
                  "/api/clients",
                  """
                  {"name": "市一体化平台", "contact": "信息中心", "departmentId": "%s",
                   "scopes": ["targets-write"], "addresses": ["127.0.0.1"],
                   "validUntil": "%s"}
                  """
                      .formatted(department, java.time.LocalDate.now().plusDays(30)))
              .body();
      String said = type(port, member(added, "id"), member(added, "secret"));
      assertThat(said).contains("\"total\":1").contains("新饭店");
    }
  }

  private String type(int port, String id, String secret) throws Exception {
    var example = EXAMPLE.matcher(Files.readString(Path.of("../docs/api.md")));
    assertThat(example.find()).isTrue();
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", example.group(1))
            .redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of("SUNLOT", "http://127.0.0.1:" + port, "CLIENT_ID", id, "CLIENT_SECRET", secret));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static String member(String json, String name) {
    var found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    assertThat(found.find()).as(json).isTrue();
    return found.group(1);
  }
}
