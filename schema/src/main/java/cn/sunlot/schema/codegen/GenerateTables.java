package cn.sunlot.schema.codegen;

import cn.sunlot.schema.Login;
import cn.sunlot.schema.Migrations;
import cn.sunlot.schema.ThrowAwayServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Writes jOOQ's tables and records for schemas of the database: {@code GenerateTables <output
 * folder> [<schema>…]}, without names for all. Schema {@code x} lands in package {@code
 * cn.sunlot.x.store.jooq}; {@code x@y} puts it into {@code cn.sunlot.y.store.jooq}, for a part of
 * the product that reads the tables of another.
 *
 * <p>A throw-away PostgreSQL is migrated and read. When neither the migrations nor the arguments
 * changed since the last run, nothing happens.
 */
public final class GenerateTables {
  // To be raised when what is generated changes with the same migrations.
  private static final String EDITION = "1";
  private static final String STAMP = ".sunlot-tables";

  private GenerateTables() {}

  /** The entry point for the build. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 1) {
      throw new IllegalArgumentException(
          "Say where to, and for which schemas if not for all: GenerateTables <output folder> [<schema>…]");
    }
    run(Path.of(arguments[0]), List.of(arguments).subList(1, arguments.length));
  }

  /**
   * Generates when something changed.
   *
   * @return whether anything was generated
   */
  static boolean run(Path output, List<String> schemas) throws Exception {
    ClassLoader classes = GenerateTables.class.getClassLoader();
    List<String> facts = List.of(EDITION, Constants.FULL_VERSION, String.join(",", schemas));
    String stamp = Stamp.of(classes, facts);
    Path stampFile = output.resolve(STAMP);
    if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
      return false;
    }
    Files.createDirectories(output);
    Files.deleteIfExists(stampFile);
    try (ThrowAwayServer server = ThrowAwayServer.start()) {
      Login owner = server.superuser("postgres");
      Migrations.migrate(owner);
      for (String schema : schemas.isEmpty() ? modules(owner) : schemas) {
        String[] names = schema.split("@", 2);
        demandTables(owner, names[0]);
        generate(owner, names[0], names[names.length - 1], output);
      }
    }
    Files.writeString(stampFile, stamp);
    return true;
  }

  /** All schemas that hold tables of modules. */
  private static List<String> modules(Login owner) throws SQLException {
    String sql =
        "SELECT DISTINCT schemaname FROM pg_tables WHERE schemaname NOT LIKE 'pg_%' AND schemaname NOT IN"
            + " ('information_schema', '"
            + Migrations.HISTORY_SCHEMA
            + "') ORDER BY 1";
    List<String> schemas = new ArrayList<>();
    try (Connection connection = owner.connect();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        schemas.add(rows.getString(1));
      }
    }
    return schemas;
  }

  private static void demandTables(Login owner, String schema) throws SQLException, IOException {
    String sql = "SELECT count(*) FROM information_schema.tables WHERE table_schema = ?";
    try (Connection connection = owner.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, schema);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        if (rows.getInt(1) == 0) {
          throw new IOException(
              "Schema '%s' has no table after all migrations. Is its migration in db/migration/%s?"
                  .formatted(schema, schema));
        }
      }
    }
  }

  static void generate(Login owner, String schema, Path output) throws Exception {
    generate(owner, schema, schema, output);
  }

  private static void generate(Login owner, String schema, String module, Path output)
      throws Exception {
    String name = "cn.sunlot." + module + ".store.jooq";
    clear(output.resolve(name.replace('.', '/')));
    GenerationTool.generate(
        new Configuration()
            .withLogging(Logging.WARN)
            .withJdbc(
                new Jdbc()
                    .withDriver("org.postgresql.Driver")
                    .withUrl(owner.url())
                    .withUser(owner.user())
                    .withPassword(owner.password()))
            .withGenerator(
                new Generator()
                    .withDatabase(database(schema))
                    .withGenerate(what())
                    .withTarget(
                        new Target()
                            .withPackageName(name)
                            .withDirectory(output.toString())
                            .withClean(false))));
  }

  private static Database database(String schema) {
    return new Database()
        .withName("org.jooq.meta.postgres.PostgresDatabase")
        .withInputSchema(schema)
        .withIncludes(".*")
        // Functions that extensions bring along are nobody's API.
        .withIncludeExcludeColumns(false)
        .withIncludeExcludePackageRoutines(false)
        .withForcedTypes(
            new ForcedType()
                .withName("INSTANT")
                .withIncludeTypes("(?i:timestamp.* with time zone|timestamptz)"));
  }

  private static Generate what() {
    return new Generate()
        .withJavaTimeTypes(true)
        .withRecords(true)
        .withPojos(false)
        .withDaos(false)
        .withRoutines(true)
        .withDefaultCatalog(false)
        .withDeprecated(false)
        .withComments(false)
        .withJavadoc(false)
        .withGeneratedAnnotation(true)
        .withGeneratedAnnotationDate(false);
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
