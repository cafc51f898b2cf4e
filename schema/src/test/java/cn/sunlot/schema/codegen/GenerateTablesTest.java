package cn.sunlot.schema.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunlot.schema.Login;
import cn.sunlot.schema.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTablesTest {
  @TempDir Path output;

  @Test
  void typesAreThoseTheModulesWorkWith() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      run(
          database.owner(),
          "CREATE SCHEMA sample",
          "CREATE TABLE sample.thing (id uuid PRIMARY KEY, at timestamptz NOT NULL,"
              + " at_second timestamptz(0), day date, body jsonb, hash bytea,"
              + " state text CHECK (state IN ('open', 'closed')), words text[])",
          "CREATE TABLE sample.part (id bigint PRIMARY KEY, thing uuid REFERENCES sample.thing)");
      GenerateTables.generate(database.owner(), "sample", output);
    }
    Path folder = output.resolve("cn/sunlot/sample/store/jooq");
    assertThat(folder.resolve("tables/Thing.java"))
        .content()
        .contains("package cn.sunlot.sample.store.jooq.tables;")
        .contains("TableField<ThingRecord, Instant> AT =")
        .contains("TableField<ThingRecord, Instant> AT_SECOND =")
        .contains("TableField<ThingRecord, LocalDate> DAY =")
        .contains("TableField<ThingRecord, JSONB> BODY =")
        .contains("TableField<ThingRecord, byte[]> HASH =")
        .contains("TableField<ThingRecord, String> STATE =")
        .contains("TableField<ThingRecord, String[]> WORDS =")
        .contains("@Generated");
    assertThat(names(folder))
        .containsExactlyInAnyOrder(
            "Keys.java",
            "Sample.java",
            "Tables.java",
            "Part.java",
            "PartRecord.java",
            "Thing.java",
            "ThingRecord.java");
  }

  @Test
  void nothingIsGeneratedTwiceFromTheSameMigrations() throws Exception {
    assertThat(GenerateTables.run(output, List.of("migration"))).isTrue();
    Path table = output.resolve("cn/sunlot/migration/store/jooq/Tables.java");
    FileTime old = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    Files.setLastModifiedTime(table, old);
    assertThat(GenerateTables.run(output, List.of("migration"))).isFalse();
    assertThat(Files.getLastModifiedTime(table)).isEqualTo(old);
  }

  @Test
  void aSchemaWithoutTablesIsNamedAndLeavesNoStamp() {
    assertThatThrownBy(() -> GenerateTables.run(output, List.of("nowhere")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Schema 'nowhere' has no table");
    assertThat(output.resolve(".sunlot-tables")).doesNotExist();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .toList();
    }
  }

  private static void run(Login login, String... statements) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
