package cn.sunlot.bench;

import cn.sunlot.registry.store.Contacts;
import cn.sunlot.registry.store.index.TargetIndex;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * The rows of the import as they end up in the table, put there by others; the table is empty
 * before and after. By the owner of the table, whom row-level security does not check.
 */
final class BareRows {

  private static final int BATCH = 1_000;
  private static final String COLUMNS =
      "id, authority_id, unit_id, name, kind, region_code, address, risk_class, tags, status,"
          + " responsible_person, contact, warnings, created_at, updated_at";

  private final PlatformUnderTest platform;
  private final UUID authority;
  private final int rows;

  BareRows(PlatformUnderTest platform, UUID authority, int rows) {
    this.platform = platform;
    this.authority = authority;
    this.rows = rows;
  }

  /** One COPY of a file that is there already. */
  long copy() throws SQLException, IOException {
    return copy(() -> {});
  }

  /** The same, and the rows taken into the index of lists. */
  long copyIndexed() throws SQLException, IOException {
    return copy(() -> platform.bean(TargetIndex.class).catchUp());
  }

  private long copy(Runnable then) throws SQLException, IOException {
    Path file = lines();
    empty();
    try (Connection connection = platform.owner().connect()) {
      long begin = System.nanoTime();
      copyIn(connection, "registry.target (" + COLUMNS + ")", file);
      then.run();
      long time = System.nanoTime() - begin;
      empty();
      return time;
    }
  }

  /**
   * What changes in a month, as by {@link ImportFiles#delta}: one UPDATE of the known targets from
   * a table that COPY has just filled, one COPY of the new ones, and the index of lists. No history
   * is written.
   */
  long month(ImportFiles files) throws SQLException, IOException {
    Path changed = platform.folder().resolve("changed.txt");
    Path added = platform.folder().resolve("added.txt");
    writeMonth(files, changed, added);
    empty();
    try (Connection connection = platform.owner().connect();
        Statement statement = connection.createStatement()) {
      copyIn(connection, "registry.target (" + COLUMNS + ")", lines());
      platform.bean(TargetIndex.class).catchUp();
      platform.learnSizes();
      statement.execute("CREATE TEMPORARY TABLE month (unit_id text, address text)");
      long begin = System.nanoTime();
      copyIn(connection, "month", changed);
      statement.execute("ANALYZE month");
      statement.execute(
          "UPDATE registry.target t SET address = m.address, updated_at = now(),"
              + " version = t.version + 1 FROM month m"
              + " WHERE t.authority_id = '"
              + authority
              + "' AND t.unit_id = m.unit_id");
      copyIn(connection, "registry.target (" + COLUMNS + ")", added);
      platform.bean(TargetIndex.class).catchUp();
      long time = System.nanoTime() - begin;
      empty();
      return time;
    }
  }

  private void writeMonth(ImportFiles files, Path changed, Path added) throws IOException {
    Contacts contacts = platform.bean(Contacts.class);
    try (BufferedWriter out = Files.newBufferedWriter(changed)) {
      for (int number : files.moved()) {
        String[] cells = new TargetMaker(number).line("").split("\t");
        out.write(cells[2] + "\t" + ImportFiles.MOVED + cells[6] + "\n");
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(added)) {
      for (int i = rows; i < rows + files.added(); i++) {
        out.write(new TargetMaker(i).line(authority.toString(), contacts));
        out.write('\n');
      }
    }
  }

  private static void copyIn(Connection connection, String into, Path file)
      throws SQLException, IOException {
    try (InputStream lines = Files.newInputStream(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY " + into + " FROM STDIN", lines);
    }
  }

  private Path lines() throws IOException {
    Path file = platform.folder().resolve("rows.txt");
    if (!Files.exists(file)) {
      Contacts contacts = platform.bean(Contacts.class);
      try (BufferedWriter out = Files.newBufferedWriter(file)) {
        for (int i = 0; i < rows; i++) {
          out.write(new TargetMaker(i).line(authority.toString(), contacts));
          out.write('\n');
        }
      }
    }
    return file;
  }

  /** INSERT with bindings, a thousand to a batch and a transaction. */
  long insert() throws SQLException, IOException {
    Path file = lines();
    empty();
    try (Connection connection = platform.owner().connect();
        Stream<String> lines = Files.lines(file);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO registry.target ("
                    + COLUMNS
                    + ") VALUES (?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?,"
                    + " ?::text[], ?::timestamptz, ?::timestamptz)")) {
      connection.setAutoCommit(false);
      long begin = System.nanoTime();
      int waiting = 0;
      for (String line : (Iterable<String>) lines::iterator) {
        String[] cells = line.split("\t");
        for (int i = 0; i < cells.length; i++) {
          insert.setString(i + 1, cells[i].equals("\\N") ? null : cells[i]);
        }
        insert.addBatch();
        if (++waiting == BATCH) {
          insert.executeBatch();
          connection.commit();
          waiting = 0;
        }
      }
      insert.executeBatch();
      connection.commit();
      long time = System.nanoTime() - begin;
      empty();
      return time;
    }
  }

  /** As it was made; the history of changes refuses this outside of a benchmark. */
  void empty() throws SQLException {
    platform.asOwner(
        "ALTER TABLE registry.target_change DISABLE TRIGGER target_change_append_only");
    platform.asOwner("TRUNCATE registry.target CASCADE");
    platform.asOwner("ALTER TABLE registry.target_change ENABLE TRIGGER target_change_append_only");
  }
}
