package cn.sunlot.portal.store;

import static cn.sunlot.portal.store.jooq.Tables.DRAW;
import static cn.sunlot.portal.store.jooq.Tables.LOG_CHECKPOINT;
import static cn.sunlot.portal.store.jooq.Tables.LOG_ENTRY;
import static cn.sunlot.portal.store.jooq.Tables.LOG_KEY;
import static cn.sunlot.portal.store.jooq.Tables.LOG_KEY_PERIOD;
import static cn.sunlot.portal.store.jooq.Tables.LOG_PAYLOAD;
import static cn.sunlot.portal.store.jooq.Tables.LOG_TILE;
import static cn.sunlot.portal.store.jooq.Tables.LOG_WITNESS_PERIOD;

import cn.sunlot.portal.store.jooq.tables.records.LogCheckpointRecord;
import cn.sunlot.portal.store.jooq.tables.records.LogEntryRecord;
import cn.sunlot.portal.store.jooq.tables.records.LogKeyRecord;
import cn.sunlot.portal.store.jooq.tables.records.LogPayloadRecord;
import cn.sunlot.translog.BadTile;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.merkle.Inclusion;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.proof.LogProof;
import cn.sunlot.translog.tiles.EntryBundle;
import cn.sunlot.translog.tiles.Tile;
import cn.sunlot.translog.tiles.TileHashes;
import cn.sunlot.translog.tiles.TileSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The public log: its checkpoint, tiles, entries and proofs. */
@Repository
@Transactional(readOnly = true)
public class LogSearch implements TileSource {

  /** Entries on a page of the list. */
  public static final int PAGE = 50;

  private final DSLContext database;

  LogSearch(DSLContext database) {
    this.database = database;
  }

  /** The last checkpoint, with the signatures of its witnesses. */
  public Optional<SignedCheckpoint> findCheckpoint() {
    return database
        .selectFrom(LOG_CHECKPOINT)
        .orderBy(LOG_CHECKPOINT.SIZE.desc())
        .limit(1)
        .fetchOptional(LogSearch::signed);
  }

  private static SignedCheckpoint signed(LogCheckpointRecord row) {
    StringBuilder note = new StringBuilder(row.getNote());
    for (String line : row.getCosignatures()) {
      note.append(line).append('\n');
    }
    return SignedCheckpoint.parse(note.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Keys that have signed the log; those that still do first. */
  public List<LogKeyRecord> listKeys() {
    return database
        .selectFrom(LOG_KEY)
        .orderBy(LOG_KEY.SIGNING.desc(), LOG_KEY.SIZE.desc(), LOG_KEY.KEY)
        .fetch();
  }

  /**
   * For which states of the log a key signed.
   *
   * @param fromSize the first size of the tree
   * @param untilSize size at which it was taken out; null while it signs
   */
  public record KeyPeriod(
      String key,
      long fromSize,
      Instant fromAt,
      @Nullable Long untilSize,
      @Nullable Instant untilAt) {}

  /** The keys of the log over time, the last first. */
  public List<KeyPeriod> listKeyPeriods() {
    return database
        .selectFrom(LOG_KEY_PERIOD)
        .orderBy(LOG_KEY_PERIOD.FROM_SIZE.desc(), LOG_KEY_PERIOD.KEY)
        .fetch(
            r ->
                new KeyPeriod(
                    r.getKey(), r.getFromSize(), r.getFromAt(), r.getUntilSize(), r.getUntilAt()));
  }

  /** The keys of its witnesses over time. */
  public List<KeyPeriod> listWitnessPeriods() {
    return database
        .selectFrom(LOG_WITNESS_PERIOD)
        .orderBy(LOG_WITNESS_PERIOD.FROM_SIZE.desc(), LOG_WITNESS_PERIOD.KEY)
        .fetch(
            r ->
                new KeyPeriod(
                    r.getKey(), r.getFromSize(), r.getFromAt(), r.getUntilSize(), r.getUntilAt()));
  }

  /**
   * How many witnesses the rules of draws demand.
   *
   * @param rules title of the profile
   * @param cosignatures of each step, before the next begins; 0 if none is demanded
   */
  public record Demand(String rules, int cosignatures) {}

  /** What the rules of published draws demand. */
  public List<Demand> listDemands() {
    return database
        .selectDistinct(DRAW.PROFILE, DRAW.COSIGNATURES)
        .from(DRAW)
        .orderBy(DRAW.PROFILE, DRAW.COSIGNATURES)
        .fetch(r -> new Demand(r.value1(), r.value2()));
  }

  /** A tile of hashes; a partial one as it was when the tree had its size. */
  @Override
  public byte[] read(Tile tile) {
    Optional<byte[]> whole =
        database
            .select(LOG_TILE.HASHES)
            .from(LOG_TILE)
            .where(LOG_TILE.LEVEL.eq(tile.level()), LOG_TILE.N.eq(tile.index()))
            .fetchOptional(LOG_TILE.HASHES);
    if (whole.isPresent() || tile.full()) {
      return whole
          .map(bytes -> java.util.Arrays.copyOf(bytes, tile.width() * Hash.LENGTH))
          .orElseThrow(() -> new BadTile("tile.missing", tile.path()));
    }
    return partial(tile);
  }

  private byte[] partial(Tile tile) {
    long last = tile.first() + tile.width() - 1;
    List<byte[]> hashes =
        tile.level() == 0
            ? database
                .select(LOG_ENTRY.HASH)
                .from(LOG_ENTRY)
                .where(LOG_ENTRY.SEQ.between(tile.first(), last))
                .orderBy(LOG_ENTRY.SEQ)
                .fetch(LOG_ENTRY.HASH)
            : database
                .select(LOG_TILE.ROOT)
                .from(LOG_TILE)
                .where(LOG_TILE.LEVEL.eq(tile.level() - 1))
                .and(LOG_TILE.N.between(tile.first(), last))
                .orderBy(LOG_TILE.N)
                .fetch(LOG_TILE.ROOT);
    if (hashes.size() < tile.width()) {
      throw new BadTile("tile.missing", tile.path());
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream(hashes.size() * Hash.LENGTH);
    hashes.forEach(content::writeBytes);
    return content.toByteArray();
  }

  /**
   * A bundle of entries.
   *
   * @throws BadTile if the log has not so many
   */
  public byte[] readBundle(Tile bundle) {
    List<byte[]> entries =
        database
            .select(LOG_ENTRY.ENTRY)
            .from(LOG_ENTRY)
            .where(LOG_ENTRY.SEQ.between(bundle.first(), bundle.first() + bundle.width() - 1))
            .orderBy(LOG_ENTRY.SEQ)
            .fetch(LOG_ENTRY.ENTRY);
    if (entries.size() < bundle.width()) {
      throw new BadTile("tile.missing", bundle.path());
    }
    return EntryBundle.write(entries);
  }

  /** The payload of an entry and its salt, where they are public. */
  public Optional<LogPayloadRecord> findPayload(long seq) {
    return database.selectFrom(LOG_PAYLOAD).where(LOG_PAYLOAD.SEQ.eq(seq)).fetchOptional();
  }

  public Optional<LogEntryRecord> findEntry(long seq) {
    return database.selectFrom(LOG_ENTRY).where(LOG_ENTRY.SEQ.eq(seq)).fetchOptional();
  }

  /** Entries up to this one, the newest first. */
  public List<LogEntryRecord> listUpTo(long seq) {
    return database
        .selectFrom(LOG_ENTRY)
        .where(LOG_ENTRY.SEQ.le(seq))
        .orderBy(LOG_ENTRY.SEQ.desc())
        .limit(PAGE)
        .fetch();
  }

  /** Entries about a thing of an authority, of these types, in their order. */
  public List<LogEntryRecord> listAbout(String ref, UUID authorityId, List<String> types) {
    return database
        .selectFrom(LOG_ENTRY)
        .where(LOG_ENTRY.REF.eq(ref))
        .and(LOG_ENTRY.ORG.eq(authorityId.toString()))
        .and(LOG_ENTRY.TYPE.in(types))
        .orderBy(LOG_ENTRY.SEQ)
        .fetch();
  }

  /** The proof that an entry is in the log, under the last checkpoint. */
  public Optional<LogProof> findProof(long seq) {
    return findCheckpoint()
        .filter(c -> seq < c.checkpoint().size())
        .map(
            c -> {
              long size = c.checkpoint().size();
              return new LogProof(seq, Inclusion.prove(seq, size, new TileHashes(size, this)), c);
            });
  }
}
