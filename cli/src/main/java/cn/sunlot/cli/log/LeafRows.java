package cn.sunlot.cli.log;

import cn.sunlot.drawlog.LogEntry;
import cn.sunlot.translog.merkle.Hash;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;

/** The entries of the record with their payloads, and the leaves that they became. */
final class LeafRows {

  private static final int AT_ONCE = 1000;

  private static final String ROWS =
      """
      SELECT l.seq, l.entry, l.hash AS leaf, l.ref AS shown, l.entry_id,
             e.id, e.type, e.ref, e.at, e.org, e.actor, e.payload, e.salt, e.hash, a.alias,
             w.entry_id IS NOT NULL AS waits, p.pseudonym IS NOT NULL AS known
      FROM audit.leaf l FULL JOIN audit.entry e ON e.id = l.entry_id
      LEFT JOIN audit.alias a ON a.ref = e.ref
      LEFT JOIN audit.waiting w ON w.entry_id = e.id
      LEFT JOIN audit.actor p ON p.pseudonym = e.actor
      ORDER BY l.seq NULLS LAST, e.id
      """;

  private final LoggedTree tree;
  private final DrawEntries draws;
  private final AuditReport report;
  private long expected;
  private int waiting;

  LeafRows(LoggedTree tree, DrawEntries draws, AuditReport report) {
    this.tree = tree;
    this.draws = draws;
    this.report = report;
  }

  void read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(AT_ONCE);
      try (ResultSet row = statement.executeQuery(ROWS)) {
        while (row.next()) {
          read(row);
        }
      }
    }
    if (waiting > 0) {
      report.note("audit.waiting", waiting);
    }
  }

  private void read(ResultSet row) throws SQLException {
    long seq = row.getLong("seq");
    boolean placed = !row.wasNull();
    long id = row.getLong("id");
    boolean there = !row.wasNull();
    if (there) {
      entry(row, id);
    }
    if (!placed) {
      unplaced(row, id);
      return;
    }
    leaf(row, seq);
    if (!there) {
      report.fail("audit.entry-gone", seq, row.getLong("entry_id"));
      return;
    }
    compare(row, seq, id);
  }

  /** The hash that the entry carries is that of its payload. */
  private void entry(ResultSet row, long id) throws SQLException {
    byte[] salt = row.getBytes("salt");
    byte[] payload = row.getBytes("payload");
    boolean hashed =
        salt.length == LogEntry.SALT && LogEntry.hash(salt, payload).equals(row.getString("hash"));
    if (!hashed) {
      report.fail("audit.payload", id, row.getString("type"), row.getString("ref"));
    }
    if (!row.getBoolean("known") && !row.getString("actor").equals("platform")) {
      report.fail("audit.actor", id, row.getString("type"), row.getString("actor"));
    }
  }

  private void unplaced(ResultSet row, long id) throws SQLException {
    if (row.getBoolean("waits")) {
      waiting++;
    } else {
      report.fail("audit.entry-lost", id, row.getString("type"), row.getString("ref"));
    }
  }

  private void leaf(ResultSet row, long seq) throws SQLException {
    if (seq != expected) {
      report.fail(seq > expected ? "audit.gap" : "audit.twice", expected, seq);
    }
    expected = seq + 1;
    Hash hash = Hash.leaf(row.getBytes("entry"));
    if (!Arrays.equals(hash.bytes(), row.getBytes("leaf"))) {
      report.fail("audit.leaf-hash", seq);
    }
    tree.append(hash);
  }

  /** The leaf says what the entry says. */
  private void compare(ResultSet row, long seq, long id) throws SQLException {
    String shown = row.getString("shown");
    String ref = row.getString("ref");
    if (!shown.equals(ref) && !shown.equals(row.getString("alias"))) {
      report.fail("audit.leaf-ref", seq, shown, ref);
    }
    Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
    byte[] says =
        bytes(
            new String[] {
              row.getString("type"),
              row.getString("org"),
              row.getString("actor"),
              shown,
              row.getString("hash")
            },
            seq,
            at);
    if (!Arrays.equals(says, row.getBytes("entry"))) {
      report.fail("audit.leaf", seq, id, row.getString("type"), ref);
    }
    draws.add(seq, row.getString("type"), ref, at, row.getString("org"), row.getBytes("payload"));
  }

  private static byte[] bytes(String[] texts, long seq, Instant at) {
    try {
      return new LogEntry(
              seq, texts[0], at, texts[1], texts[2], Objects.requireNonNull(texts[3]), texts[4])
          .write();
    } catch (RuntimeException e) {
      // A value that no entry can have; whatever the leaf holds, it is not this.
      return new byte[0];
    }
  }
}
