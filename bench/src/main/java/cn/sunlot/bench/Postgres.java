package cn.sunlot.bench;

import cn.sunlot.schema.EmbeddedDatabase;
import cn.sunlot.schema.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The peers of the draw, on the PostgreSQL that comes with the platform, with settings in their
 * favour.
 */
final class Postgres implements AutoCloseable {

  /** What is set, for the report. */
  static final String SETTINGS =
      "shared_buffers 4 GB, work_mem 256 MB, max_parallel_workers_per_gather 2, compilation of"
          + " queries off";

  /** Where the drawn are drawn from. */
  enum Source {
    /** The columns of the platform's own table of targets, about 250 bytes a row. */
    REGISTRY("target"),
    /** Nothing but id and stratum, indexed by stratum: the least that can be drawn from. */
    IDS_ONLY("id_only");

    private final String table;

    Source(String table) {
      this.table = table;
    }
  }

  private static final Map<String, String> TUNING =
      Map.of(
          "shared_buffers", "4GB",
          "effective_cache_size", "8GB",
          "work_mem", "256MB",
          "maintenance_work_mem", "512MB",
          "max_wal_size", "8GB");

  private static final int FETCH = 10_000;

  private final Path folder;
  private final EmbeddedDatabase database;
  private final Connection connection;

  private Postgres(Path folder, EmbeddedDatabase database, Connection connection) {
    this.folder = folder;
    this.database = database;
    this.connection = connection;
  }

  static Postgres start() throws IOException, SQLException {
    Path folder = Files.createTempDirectory("sunlot-bench-");
    EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0, TUNING);
    // Where the benchmarks are broken off, the server would live on.
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    Migrations.migrate(database.owner());
    Connection connection = database.owner().connect();
    connection.setAutoCommit(false);
    Postgres postgres = new Postgres(folder, database, connection);
    postgres.execute("SET max_parallel_workers_per_gather = 2");
    postgres.execute("SET jit = off");
    return postgres;
  }

  /** Fills both tables with this many businesses and analyses them. */
  void load(int size) throws SQLException {
    execute("DROP TABLE IF EXISTS id_only, target");
    execute("CREATE UNLOGGED TABLE id_only (unit_id text NOT NULL, risk_class text NOT NULL)");
    execute(
        "INSERT INTO id_only SELECT %s, %s FROM generate_series(0, %d) i"
            .formatted(Population.unitIdSql(), Population.stratumSql(), size - 1));
    execute("CREATE INDEX ON id_only (risk_class)");
    execute(
        "CREATE UNLOGGED TABLE target"
            + " (LIKE registry.target INCLUDING DEFAULTS INCLUDING GENERATED)");
    execute(
        """
        INSERT INTO target (id, authority_id, unit_id, name, kind, region_code, address,
          risk_class, responsible_person, contact, created_at, updated_at)
        SELECT gen_random_uuid(), '00000000-0000-0000-0000-000000000001', unit_id,
          '示范市' || substr(unit_id, 9) || '新材料科技有限公司', 'enterprise', '370303',
          '示范省示范市第一区' || substr(unit_id, 13) || '路' || substr(unit_id, 15) || '号',
          risk_class, '张' || substr(unit_id, 15), '0533-' || substr(unit_id, 12), now(), now()
        FROM id_only""");
    connection.commit();
    connection.setAutoCommit(true);
    execute("VACUUM (ANALYZE) id_only, target");
    connection.setAutoCommit(false);
  }

  /**
   * {@code ORDER BY random() LIMIT k} in each stratum.
   *
   * @param source the table
   * @param quotas how many of each stratum
   * @param result where the drawn ones are written
   */
  void drawByQuery(Source source, Map<String, Integer> quotas, Path result)
      throws SQLException, IOException {
    List<String> drawn = new ArrayList<>();
    for (Map.Entry<String, Integer> quota : quotas.entrySet()) {
      try (PreparedStatement query =
          connection.prepareStatement(
              "SELECT unit_id FROM %s WHERE risk_class = ? ORDER BY random() LIMIT ?"
                  .formatted(source.table))) {
        query.setString(1, quota.getKey());
        query.setInt(2, quota.getValue());
        readAll(query, drawn);
      }
    }
    write(drawn, quotas, result);
  }

  /** Loads each stratum over JDBC, from the slim table, shuffles it, takes the first. */
  void drawByShuffle(Map<String, Integer> quotas, Path result) throws SQLException, IOException {
    List<String> drawn = new ArrayList<>();
    for (Map.Entry<String, Integer> quota : quotas.entrySet()) {
      List<String> units = new ArrayList<>();
      try (PreparedStatement query =
          connection.prepareStatement("SELECT unit_id FROM id_only WHERE risk_class = ?")) {
        query.setString(1, quota.getKey());
        query.setFetchSize(FETCH);
        readAll(query, units);
      }
      Collections.shuffle(units, new Random());
      drawn.addAll(units.subList(0, quota.getValue()));
    }
    write(drawn, quotas, result);
  }

  private static void readAll(PreparedStatement query, List<String> into) throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        into.add(rows.getString(1));
      }
    }
  }

  private static void write(List<String> drawn, Map<String, Integer> quotas, Path result)
      throws IOException {
    int expected = quotas.values().stream().mapToInt(Integer::intValue).sum();
    if (drawn.size() != expected) {
      throw new IllegalStateException("%d drawn, not %d".formatted(drawn.size(), expected));
    }
    Files.write(result, drawn);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException, IOException {
    try {
      connection.close();
    } finally {
      database.close();
      try (Stream<Path> paths = Files.walk(folder)) {
        paths.sorted(Comparator.reverseOrder()).forEach(Postgres::delete);
      }
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
