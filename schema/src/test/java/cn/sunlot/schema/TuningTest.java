package cn.sunlot.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database takes its part of the machine, and leaves the rest. */
class TuningTest {

  @Test
  void an_eighth_of_the_memory_within_bounds() {
    assertThat(Tuning.of(8_192)).containsEntry("shared_buffers", "1024MB");
    assertThat(Tuning.of(512)).containsEntry("shared_buffers", "128MB");
    assertThat(Tuning.of(262_144)).containsEntry("shared_buffers", "2048MB");
  }

  @Test
  void a_started_database_has_it(@TempDir Path folder) throws Exception {
    try (var database = EmbeddedDatabase.start(folder.resolve("database"));
        var connection = database.owner().connect();
        var rows = connection.createStatement().executeQuery("SHOW shared_buffers")) {
      assertThat(rows.next()).isTrue();
      String wanted = Tuning.ofThisMachine().getOrDefault("shared_buffers", "");
      assertThat(inMegabytes(rows.getString(1))).isEqualTo(inMegabytes(wanted));
    }
  }

  private static int inMegabytes(String size) {
    int number = Integer.parseInt(size.replaceAll("\\D", ""));
    return size.endsWith("GB") ? number * 1_024 : number;
  }
}
