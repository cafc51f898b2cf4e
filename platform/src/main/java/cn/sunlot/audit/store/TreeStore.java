package cn.sunlot.audit.store;

import static cn.sunlot.audit.store.jooq.Tables.ALIAS;
import static cn.sunlot.audit.store.jooq.Tables.CHECKPOINT;
import static cn.sunlot.audit.store.jooq.Tables.ENTRY;
import static cn.sunlot.audit.store.jooq.Tables.LEAF;
import static cn.sunlot.audit.store.jooq.Tables.TILE;
import static cn.sunlot.audit.store.jooq.Tables.WAITING;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import cn.sunlot.translog.BadTile;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.tiles.Tile;
import cn.sunlot.translog.tiles.TileSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tree in its tables: the queue of entries, leaves, full tiles, checkpoints. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class TreeStore implements TileSource {

  /** One sequencer at a time, on all nodes; the second key of the pair is the bucket of a ref. */
  private static final int LOCK = 1_398_099_028;

  /** Buckets of refs that open transactions have written entries of (migration of the log). */
  private static final String OPEN_BUCKETS =
      "SELECT objid::integer FROM pg_locks WHERE locktype = 'advisory' AND classid = 1398099027"
          + " AND objsubid = 2"
          + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

  /**
   * With arrays as the driver sends them: written as text they take half of the sequencer's time.
   */
  private static final String ADD_LEAVES =
      "INSERT INTO audit.leaf (seq, entry_id, ref, entry, hash)"
          + " SELECT * FROM unnest(?, ?, ?, ?, ?)";

  /** An entry and its place. */
  public record Leaf(long seq, long entryId, String ref, byte[] entry, Hash hash) {}

  private final DSLContext database;
  private final JdbcOperations statements;

  TreeStore(DSLContext database, JdbcOperations statements) {
    this.database = database;
    this.statements = statements;
  }

  /** Waits until no other node gives places, up to the end of the transaction. */
  public void lock() {
    database.fetch("SELECT pg_advisory_xact_lock({0})", val(LOCK));
  }

  /** The id of the last committed entry that waits for its place, if any does. */
  public Optional<Long> findLastWaiting() {
    return Optional.ofNullable(
        database.select(max(WAITING.ENTRY_ID)).from(WAITING).fetchSingle().value1());
  }

  /** Buckets of refs of which an entry may still be committed that was written earlier. */
  public Set<Integer> openBuckets() {
    return Set.copyOf(database.fetch(OPEN_BUCKETS).getValues(0, Integer.class));
  }

  /**
   * Entries that may get their places now, in their order.
   *
   * @param last only up to this id
   * @param held buckets whose entries wait on
   */
  public List<ReadyEntry> listReady(long last, Set<Integer> held, int most) {
    // Two steps: what is known of the size of a queue is always wrong, and a join planned by it may
    // read the record from its begin.
    Long[] ready =
        database
            .select(WAITING.ENTRY_ID)
            .from(WAITING)
            .where(WAITING.ENTRY_ID.le(last))
            .and(WAITING.BUCKET.notIn(held))
            .orderBy(WAITING.ENTRY_ID)
            .limit(most)
            .fetchArray(WAITING.ENTRY_ID);
    return database
        .select(ENTRY.ID, ENTRY.TYPE, ENTRY.AT, ENTRY.ORG, ENTRY.ACTOR, ENTRY.REF, ENTRY.HASH)
        .from(ENTRY)
        .where(ENTRY.ID.eq(any(ready)))
        .orderBy(ENTRY.ID)
        .fetch(
            r ->
                new ReadyEntry(
                    r.value1(),
                    r.value2(),
                    r.value3(),
                    r.value4(),
                    r.value5(),
                    r.value6(),
                    r.value7()));
  }

  /** What stands in public for these refs; the same always. */
  public Map<String, String> aliases(Set<String> refs) {
    if (refs.isEmpty()) {
      return Map.of();
    }
    String[] asked = refs.toArray(String[]::new);
    // Random, not derived from the ref: refs are few enough to be tried out.
    database.execute(
        "INSERT INTO audit.alias (ref, alias) SELECT r, 'x-' || gen_random_uuid()"
            + " FROM unnest({0}) r ON CONFLICT DO NOTHING",
        val(asked));
    return database
        .select(ALIAS.REF, ALIAS.ALIAS_)
        .from(ALIAS)
        .where(ALIAS.REF.eq(any(asked)))
        .fetchMap(ALIAS.REF, ALIAS.ALIAS_);
  }

  /** Whether an entry of this ref waits for its place. */
  public boolean waits(String ref) {
    return database.fetchExists(
        WAITING.join(ENTRY).on(ENTRY.ID.eq(WAITING.ENTRY_ID)), ENTRY.REF.eq(ref));
  }

  /** Number of leaves. */
  public long size() {
    Long last = database.select(max(LEAF.SEQ)).from(LEAF).fetchSingle().value1();
    return last == null ? 0 : last + 1;
  }

  /** Adds leaves and takes their entries out of the queue. */
  public void add(List<Leaf> leaves) {
    Long[] entries = leaves.stream().map(Leaf::entryId).toArray(Long[]::new);
    statements.execute(ADD_LEAVES, (PreparedStatement insert) -> addAll(leaves, entries, insert));
    database.deleteFrom(WAITING).where(WAITING.ENTRY_ID.eq(any(entries))).execute();
  }

  private static int addAll(List<Leaf> leaves, Long[] entries, PreparedStatement insert)
      throws SQLException {
    Connection c = insert.getConnection();
    Long[] places = leaves.stream().map(Leaf::seq).toArray(Long[]::new);
    String[] refs = leaves.stream().map(Leaf::ref).toArray(String[]::new);
    byte[][] texts = leaves.stream().map(Leaf::entry).toArray(byte[][]::new);
    byte[][] hashes = leaves.stream().map(l -> l.hash().bytes()).toArray(byte[][]::new);
    insert.setArray(1, c.createArrayOf("bigint", places));
    insert.setArray(2, c.createArrayOf("bigint", entries));
    insert.setArray(3, c.createArrayOf("text", refs));
    insert.setArray(4, c.createArrayOf("bytea", texts));
    insert.setArray(5, c.createArrayOf("bytea", hashes));
    return insert.executeUpdate();
  }

  /** Adds a full tile. */
  public void add(Tile tile, byte[] hashes, Hash root) {
    database
        .insertInto(TILE)
        .set(TILE.LEVEL, tile.level())
        .set(TILE.N, tile.index())
        .set(TILE.HASHES, hashes)
        .set(TILE.ROOT, root.bytes())
        .execute();
  }

  public void add(SignedCheckpoint signed, Instant at) {
    database
        .insertInto(CHECKPOINT)
        .set(CHECKPOINT.SIZE, signed.checkpoint().size())
        .set(CHECKPOINT.ROOT, signed.checkpoint().root().bytes())
        .set(CHECKPOINT.NOTE, signed.note().toString())
        .set(CHECKPOINT.AT, at)
        .execute();
  }

  /** The checkpoint of the largest tree, if there is one. */
  public Optional<SignedCheckpoint> findLastCheckpoint() {
    return database
        .select(CHECKPOINT.NOTE)
        .from(CHECKPOINT)
        .orderBy(CHECKPOINT.SIZE.desc())
        .limit(1)
        .fetchOptional(r -> SignedCheckpoint.parse(r.value1().getBytes(StandardCharsets.UTF_8)));
  }

  /** A tile of hashes; a partial one is put together from leaves, or from roots of full tiles. */
  @Override
  public byte[] read(Tile tile) {
    if (tile.full()) {
      return database
          .select(TILE.HASHES)
          .from(TILE)
          .where(TILE.LEVEL.eq(tile.level()), TILE.N.eq(tile.index()))
          .fetchOptional(TILE.HASHES)
          .orElseThrow(() -> new BadTile("tile.missing", tile.path()));
    }
    long from = tile.first();
    long to = from + tile.width() - 1;
    List<byte[]> hashes =
        tile.level() == 0
            ? database
                .select(LEAF.HASH)
                .from(LEAF)
                .where(LEAF.SEQ.between(from, to))
                .orderBy(LEAF.SEQ)
                .fetch(LEAF.HASH)
            : database
                .select(TILE.ROOT)
                .from(TILE)
                .where(TILE.LEVEL.eq(tile.level() - 1), TILE.N.between(from, to))
                .orderBy(TILE.N)
                .fetch(TILE.ROOT);
    ByteArrayOutputStream content = new ByteArrayOutputStream(hashes.size() * Hash.LENGTH);
    hashes.forEach(content::writeBytes);
    return content.toByteArray();
  }
}
