package cn.sunlot.cli.log;

import cn.sunlot.draw.Suites;
import cn.sunlot.translog.Unsound;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Recomputes all that the database holds of the public log: every entry, leaf, tile and checkpoint,
 * and every draw; compares with checkpoints that were kept elsewhere, and names what differs. It
 * only reads, in one snapshot, so that the platform may go on meanwhile.
 */
public final class DatabaseAudit {

  private final Suites suites;
  private final List<VerifierKey> trusted;
  private final List<VerifierKey> witnesses;
  private final Map<String, SignedCheckpoint> kept;

  /**
   * An audit.
   *
   * @param trusted keys of the log that the auditor knows; those of the database where there are
   *     none
   * @param witnesses keys of witnesses that the auditor knows
   * @param kept checkpoints kept elsewhere, by where they come from
   */
  public DatabaseAudit(
      Suites suites,
      List<VerifierKey> trusted,
      List<VerifierKey> witnesses,
      Map<String, SignedCheckpoint> kept) {
    this.suites = suites;
    this.trusted = List.copyOf(trusted);
    this.witnesses = List.copyOf(witnesses);
    this.kept = kept;
  }

  /**
   * Audits a database.
   *
   * @param connection of somebody who may read schemas audit, drawing and publicity; no transaction
   *     is under way
   */
  public AuditReport run(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try {
      return runWithin(connection);
    } finally {
      connection.rollback();
    }
  }

  /** The same in the transaction that is under way, as it sees the database. */
  public AuditReport runWithin(Connection connection) throws SQLException {
    AuditReport report = new AuditReport();
    try (Statement statement = connection.createStatement()) {
      // The same words with which the platform's own work sees every row.
      statement.execute(
          "SELECT set_config('sunlot.authority', '*', true), set_config('sunlot.departments', '*',"
              + " true), set_config('search_path', 'pg_catalog', true)");
      List<VerifierKey> keys = trusted.isEmpty() ? keys(statement, report) : trusted;
      CheckpointRows checkpoints = new CheckpointRows(keys, witnesses, report);
      LoggedTree tree = checkpoints.expectAll(connection, kept);
      DrawEntries draws = new DrawEntries(suites, report);
      new LeafRows(tree, draws, report).read(connection);
      tree.end();
      checkpoints.demandCovered(tree.size());
      draws.compare(connection);
      new TranscriptRows(suites, keys, report).read(connection);
      report.note("audit.looked", tree.size(), checkpoints.count(), draws.count());
      report.note("audit.root-now", tree.size(), tree.root());
    }
    return report;
  }

  private static List<VerifierKey> keys(Statement statement, AuditReport report)
      throws SQLException {
    List<VerifierKey> keys = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery("SELECT DISTINCT key FROM audit.log_key ORDER BY key")) {
      while (rows.next()) {
        try {
          keys.add(VerifierKey.parse(rows.getString(1)));
        } catch (Unsound e) {
          report.fail(words -> e.in(words.locale()));
        }
      }
    }
    if (keys.isEmpty()) {
      report.fail("audit.no-key");
    } else {
      report.note("audit.own-keys", keys);
    }
    return keys;
  }

  static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
