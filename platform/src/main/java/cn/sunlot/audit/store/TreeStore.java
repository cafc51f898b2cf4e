package cn.sunlot.audit.store;

import static cn.sunlot.audit.store.jooq.Tables.ALIAS;
import static cn.sunlot.audit.store.jooq.Tables.CHECKPOINT;
import static cn.sunlot.audit.store.jooq.Tables.ENTRY;
import static cn.sunlot.audit.store.jooq.Tables.LEAF;
import static cn.sunlot.audit.store.jooq.Tables.TILE;
import static cn.sunlot.audit.store.jooq.Tables.WAITING;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import cn.sunlot.translog.BadTile;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.tiles.Tile;
import cn.sunlot.translog.tiles.TileSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
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

  /** An entry and its place. */
  public record Leaf(long seq, long entryId, String ref, byte[] entry, Hash hash) {}

  private final DSLContext database;

  TreeStore(DSLContext database) {
    this.database = database;
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
        .where(ENTRY.ID.eq(org.jooq.impl.DSL.any(ready)))
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
    // Random, not derived from the ref: refs are few enough to be tried out.
    var rows = database.insertInto(ALIAS, ALIAS.REF, ALIAS.ALIAS_);
    for (String ref : refs) {
      rows = rows.values(ref, "x-" + UUID.randomUUID());
    }
    rows.onConflictDoNothing().execute();
    return database
        .select(ALIAS.REF, ALIAS.ALIAS_)
        .from(ALIAS)
        .where(ALIAS.REF.in(refs))
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
    database.execute(
        "INSERT INTO audit.leaf (seq, entry_id, ref, entry, hash)"
            + " SELECT * FROM unnest({0}, {1}, {2}, {3}, {4})",
        val(leaves.stream().map(Leaf::seq).toArray(Long[]::new)),
        val(entries),
        val(leaves.stream().map(Leaf::ref).toArray(String[]::new)),
        val(leaves.stream().map(Leaf::entry).toArray(byte[][]::new)),
        val(leaves.stream().map(l -> l.hash().bytes()).toArray(byte[][]::new)));
    database
        .deleteFrom(WAITING)
        .where(WAITING.ENTRY_ID.eq(org.jooq.impl.DSL.any(entries)))
        .execute();
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
