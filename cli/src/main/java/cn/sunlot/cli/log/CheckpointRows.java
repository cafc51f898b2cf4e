package cn.sunlot.cli.log;

import cn.sunlot.cli.Message;
import cn.sunlot.translog.Unsound;
import cn.sunlot.translog.merkle.Frontier;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.Checkpoint;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.VerifierKey;
import cn.sunlot.translog.proof.Policy;
import cn.sunlot.translog.tiles.Tile;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checkpoints, cosignatures and tiles of the database. */
final class CheckpointRows {

  private final List<VerifierKey> keys;
  private final List<VerifierKey> witnesses;
  private final AuditReport report;
  private int count;
  private long last;

  CheckpointRows(List<VerifierKey> keys, List<VerifierKey> witnesses, AuditReport report) {
    this.keys = keys;
    this.witnesses = witnesses;
    this.report = report;
  }

  /** A tree that expects every checkpoint, those of the database and those kept elsewhere. */
  LoggedTree expectAll(Connection connection, Map<String, SignedCheckpoint> kept)
      throws SQLException {
    LoggedTree tree = new LoggedTree(tiles(connection), report);
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT c.size, c.root, c.note, (SELECT string_agg(s.line || chr(10), '' ORDER BY"
                    + " s.witness) FROM audit.cosignature s WHERE s.size = c.size) FROM"
                    + " audit.checkpoint c ORDER BY c.size")) {
      while (rows.next()) {
        String lines = rows.getString(4);
        expect(
            tree,
            rows.getLong(1),
            Hash.of(rows.getBytes(2)),
            rows.getString(3) + (lines == null ? "" : lines));
      }
    }
    kept.forEach((where, signed) -> sign(where, signed).ifPresent(c -> tree.expect(where, c)));
    return tree;
  }

  private void expect(LoggedTree tree, long size, Hash root, String note) {
    String where = "audit.checkpoint " + size;
    try {
      SignedCheckpoint signed = SignedCheckpoint.parse(note.getBytes(StandardCharsets.UTF_8));
      sign(where, signed).ifPresent(c -> tree.expect(where, c));
      Checkpoint said = signed.checkpoint();
      if (said.size() != size || !said.root().equals(root)) {
        report.fail("audit.checkpoint", size);
      }
      signed.note().verified(witnesses);
    } catch (Unsound e) {
      report.fail("audit.checkpoint-unsound", where, (Message) w -> e.in(w.locale()));
    }
    count++;
    last = Math.max(last, size);
  }

  private Optional<Checkpoint> sign(String where, SignedCheckpoint signed) {
    try {
      if (!keys.isEmpty()) {
        Policy.of(keys).check(signed);
      }
      return Optional.of(signed.checkpoint());
    } catch (Unsound e) {
      report.fail("audit.checkpoint-unsound", where, (Message) w -> e.in(w.locale()));
      return Optional.empty();
    }
  }

  private Map<Tile, byte[]> tiles(Connection connection) throws SQLException {
    Map<Tile, byte[]> tiles = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT level, n, hashes, root FROM audit.tile ORDER BY level, n")) {
      while (rows.next()) {
        Tile tile = new Tile(rows.getInt(1), rows.getLong(2), Tile.WIDTH);
        if (!root(rows.getBytes(3)).equals(Hash.of(rows.getBytes(4)))) {
          report.fail("audit.tile-root", tile.path());
        }
        tiles.put(tile, rows.getBytes(3));
      }
    }
    return tiles;
  }

  private static Hash root(byte[] hashes) {
    Frontier whole = new Frontier();
    for (int at = 0; at + Hash.LENGTH <= hashes.length; at += Hash.LENGTH) {
      whole.append(Hash.at(hashes, at));
    }
    return whole.root();
  }

  /** Every leaf must be covered: what is in the tree is signed in the same transaction. */
  void demandCovered(long leaves) {
    if (last != leaves) {
      report.fail("audit.uncovered", leaves, last);
    }
  }

  int count() {
    return count;
  }
}
