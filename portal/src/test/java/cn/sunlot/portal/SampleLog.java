package cn.sunlot.portal;

import cn.sunlot.translog.merkle.Frontier;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.Checkpoint;
import cn.sunlot.translog.note.KeyType;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.SignerKey;
import cn.sunlot.translog.tiles.Tile;
import cn.sunlot.translog.tiles.TiledTree;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A public log of 300 entries, as the platform would have written it. */
final class SampleLog {

  static final int SIZE = 300;

  /** The entry of a commitment, whose payload is public, and one whose payload is not. */
  static final int COMMITTED = 17;

  static final int PRIVATE = 18;

  private static final String ORIGIN = "sunlot.test/log";
  private static final SignerKey KEY =
      SignerKey.generate(ORIGIN, KeyType.ED25519, new SecureRandom());
  private static final SignerKey OLD_KEY =
      SignerKey.generate(ORIGIN, KeyType.ED25519, new SecureRandom());
  static final SignerKey WITNESS =
      SignerKey.generate("witness.test", KeyType.COSIGNATURE, new SecureRandom());

  private SampleLog() {}

  static void write(Connection database) throws SQLException {
    TiledTree tree = new TiledTree();
    for (int seq = 0; seq < SIZE; seq++) {
      long id = entry(database, type(seq), ref(seq));
      byte[] text = text(seq).getBytes(StandardCharsets.UTF_8);
      update(
          database,
          "INSERT INTO audit.leaf (seq, entry_id, ref, entry, hash) VALUES (?, ?, ?, ?, ?)",
          (long) seq,
          id,
          ref(seq),
          text,
          Hash.leaf(text).bytes());
      tree.append(Hash.leaf(text));
    }
    for (Map.Entry<Tile, byte[]> tile : tree.take().entrySet()) {
      if (tile.getKey().full()) {
        update(
            database,
            "INSERT INTO audit.tile (level, n, hashes, root) VALUES (?, ?, ?, ?)",
            tile.getKey().level(),
            tile.getKey().index(),
            tile.getValue(),
            root(tile.getValue()));
      }
    }
    sign(database, tree);
  }

  private static void sign(Connection database, TiledTree tree) throws SQLException {
    SignedCheckpoint signed =
        SignedCheckpoint.sign(new Checkpoint(ORIGIN, SIZE, tree.root()), List.of(KEY));
    update(
        database,
        "INSERT INTO audit.checkpoint (size, root, note, at) VALUES (?, ?, ?, now())",
        (long) SIZE,
        tree.root().bytes(),
        signed.note().toString());
    update(
        database,
        "INSERT INTO audit.cosignature (size, witness, line, at) VALUES (?, ?, ?, now())",
        (long) SIZE,
        "witness.test",
        signed
            .cosigned(Instant.parse("2026-06-10T01:00:00Z"), List.of(WITNESS))
            .lines(List.of(WITNESS.verifier()))
            .strip());
    update(
        database,
        "INSERT INTO audit.log_key (key, size, signing, at) VALUES (?, 0, true, '2026-01-05'), (?,"
            + " 200, true, '2026-02-05'), (?, 200, false, '2026-02-05')",
        OLD_KEY.verifier().toString(),
        KEY.verifier().toString(),
        OLD_KEY.verifier().toString());
    update(
        database,
        "INSERT INTO audit.log_witness (key, size, watching, at) VALUES (?, 100, true, now())",
        WITNESS.verifier().toString());
  }

  private static String type(int seq) {
    return seq == COMMITTED ? "draw-committed" : "plan-approved";
  }

  private static String ref(int seq) {
    return seq % 10 == 3
        ? "x-00000000-0000-4000-8000-%012d".formatted(seq)
        : "D-2026-0%03d.370300".formatted(seq);
  }

  private static String text(int seq) {
    return "{\"ref\":\"%s\",\"seq\":\"%d\",\"v\":1}".formatted(ref(seq), seq);
  }

  private static long entry(Connection database, String type, String ref) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement(
            "INSERT INTO audit.entry (type, ref, at, org, actor, payload, salt, hash) VALUES (?, ?,"
                + " now(), '', 'platform', '\\x7b7d', decode(repeat('00', 32), 'hex'),"
                + " encode(sha256(decode(repeat('00', 32), 'hex') || '\\x7b7d'), 'hex'))")) {
      insert.setString(1, type);
      insert.setString(2, ref);
      insert.executeUpdate();
    }
    try (var last =
        database.createStatement().executeQuery("SELECT max(entry_id) FROM audit.waiting")) {
      last.next();
      return last.getLong(1);
    }
  }

  private static byte[] root(byte[] hashes) {
    Frontier whole = new Frontier();
    for (int at = 0; at < hashes.length; at += Hash.LENGTH) {
      whole.append(Hash.at(hashes, at));
    }
    return whole.root().bytes();
  }

  private static void update(Connection database, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
