package cn.sunlot.audit.store;

import static cn.sunlot.audit.store.jooq.Tables.CHECKPOINT;
import static cn.sunlot.audit.store.jooq.Tables.COSIGNATURE;
import static cn.sunlot.audit.store.jooq.Tables.ENTRY;
import static cn.sunlot.audit.store.jooq.Tables.LEAF;
import static cn.sunlot.audit.store.jooq.Tables.LOG_KEY;
import static cn.sunlot.audit.store.jooq.Tables.LOG_WITNESS;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.val;

import cn.sunlot.audit.PublicLog;
import cn.sunlot.audit.PublicLog.Evidence;
import cn.sunlot.translog.merkle.Inclusion;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.proof.LogProof;
import cn.sunlot.translog.tiles.TileHashes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Entries of a thing in the log, with their proofs; and the keys that have signed it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class EvidenceStore {

  private final DSLContext database;
  private final TreeStore tree;

  EvidenceStore(DSLContext database, TreeStore tree) {
    this.database = database;
    this.tree = tree;
  }

  private record Logged(long seq, String type, byte[] entry, byte[] payload, byte[] salt) {}

  /** Index of the last entry of a thing that has its place. */
  public Optional<Long> findLast(String ref) {
    return Optional.ofNullable(
        database
            .select(max(LEAF.SEQ))
            .from(LEAF)
            .join(ENTRY)
            .on(ENTRY.ID.eq(LEAF.ENTRY_ID))
            .where(ENTRY.REF.eq(ref))
            .fetchSingle()
            .value1());
  }

  /** Most cosignatures that any checkpoint has which covers this entry. */
  public int cosignatures(long seq) {
    var counted = selectCount().from(COSIGNATURE).where(COSIGNATURE.SIZE.eq(CHECKPOINT.SIZE));
    Integer most =
        database
            .select(max(counted.asField().cast(Integer.class)))
            .from(CHECKPOINT)
            .where(CHECKPOINT.SIZE.gt(seq))
            .fetchSingle()
            .value1();
    return most == null ? 0 : most;
  }

  /** The evidence of a thing's entries of these types. */
  public List<Evidence> list(String ref, Set<String> types) {
    List<Logged> entries =
        database
            .select(LEAF.SEQ, ENTRY.TYPE, LEAF.ENTRY, ENTRY.PAYLOAD, ENTRY.SALT)
            .from(LEAF)
            .join(ENTRY)
            .on(ENTRY.ID.eq(LEAF.ENTRY_ID))
            .where(ENTRY.REF.eq(ref), ENTRY.TYPE.in(types))
            .orderBy(LEAF.SEQ)
            .fetch(r -> new Logged(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      long next = i + 1 < entries.size() ? entries.get(i + 1).seq() : Long.MAX_VALUE;
      evidence.add(evidence(entries.get(i), covering(entries.get(i).seq(), next)));
    }
    return evidence;
  }

  private Evidence evidence(Logged logged, SignedCheckpoint covering) {
    long size = covering.checkpoint().size();
    var path = Inclusion.prove(logged.seq(), size, new TileHashes(size, tree));
    return new Evidence(
        logged.type(),
        logged.entry(),
        logged.payload(),
        logged.salt(),
        new LogProof(logged.seq(), path, covering));
  }

  /**
   * The checkpoint that shows best that an entry came before the next one: signed between them,
   * with the most cosignatures, and of these the first.
   */
  private SignedCheckpoint covering(long seq, long next) {
    return find(CHECKPOINT.SIZE.gt(seq).and(CHECKPOINT.SIZE.le(next)))
        .or(() -> find(CHECKPOINT.SIZE.gt(seq)))
        .orElseThrow(() -> new IllegalStateException("no checkpoint covers entry " + seq));
  }

  private Optional<SignedCheckpoint> find(Condition sizes) {
    Field<Integer> cosigned =
        selectCount().from(COSIGNATURE).where(COSIGNATURE.SIZE.eq(CHECKPOINT.SIZE)).asField();
    return database
        .select(CHECKPOINT.SIZE, CHECKPOINT.NOTE)
        .from(CHECKPOINT)
        .where(sizes)
        .orderBy(cosigned.desc(), CHECKPOINT.SIZE)
        .limit(1)
        .fetchOptional(r -> withCosignatures(r.value1(), r.value2()));
  }

  private SignedCheckpoint withCosignatures(long size, String note) {
    StringBuilder whole = new StringBuilder(note);
    database
        .select(COSIGNATURE.LINE)
        .from(COSIGNATURE)
        .where(COSIGNATURE.SIZE.eq(size))
        .orderBy(COSIGNATURE.WITNESS)
        .fetch(COSIGNATURE.LINE)
        .forEach(line -> whole.append(line).append('\n'));
    return SignedCheckpoint.parse(whole.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The places of a thing's entries. */
  public List<PublicLog.Place> listPlaces(String ref) {
    return database
        .select(LEAF.SEQ, ENTRY.TYPE, ENTRY.PAYLOAD, ENTRY.AT)
        .from(LEAF)
        .join(ENTRY)
        .on(ENTRY.ID.eq(LEAF.ENTRY_ID))
        .where(ENTRY.REF.eq(ref))
        .orderBy(LEAF.SEQ)
        .fetch(r -> new PublicLog.Place(r.value1(), r.value2(), r.value3(), r.value4()));
  }

  /** Leaves from this one on. */
  public List<byte[]> listEntries(long from, int most) {
    return database
        .select(LEAF.ENTRY)
        .from(LEAF)
        .where(LEAF.SEQ.ge(from))
        .orderBy(LEAF.SEQ)
        .limit(most)
        .fetch(LEAF.ENTRY);
  }

  /** A payload that is public, whoever asks: the view shows no other. */
  public Optional<PublicLog.Payload> findPublicPayload(long seq) {
    return database
        .resultQuery("SELECT payload, salt FROM publicity.log_payload WHERE seq = {0}", val(seq))
        .fetchOptional(r -> new PublicLog.Payload(r.get(0, byte[].class), r.get(1, byte[].class)));
  }

  /** Keys that have signed, those that still do first. */
  public List<String> listKeys() {
    return database
        .fetch(
            "SELECT key FROM (SELECT DISTINCT ON (key) key, signing, id FROM audit.log_key"
                + " ORDER BY key, id DESC) k ORDER BY signing DESC, id DESC")
        .getValues(0, String.class);
  }

  /** Keys that sign now. */
  public List<String> listSigningKeys() {
    return database
        .fetch(
            "SELECT key FROM (SELECT DISTINCT ON (key) key, signing FROM audit.log_key"
                + " ORDER BY key, id DESC) k WHERE signing ORDER BY key")
        .getValues(0, String.class);
  }

  /** Keys of the witnesses that watch now. */
  public List<String> listWatchingKeys() {
    return database
        .fetch(
            "SELECT key FROM (SELECT DISTINCT ON (key) key, watching FROM audit.log_witness"
                + " ORDER BY key, id DESC) k WHERE watching ORDER BY key")
        .getValues(0, String.class);
  }

  /** From this size of the tree on, a witness watches, or does not watch any more. */
  public void addWitness(String key, long size, boolean watching, Instant at) {
    database
        .insertInto(LOG_WITNESS)
        .set(LOG_WITNESS.KEY, val(key))
        .set(LOG_WITNESS.SIZE, size)
        .set(LOG_WITNESS.WATCHING, watching)
        .set(LOG_WITNESS.AT, at)
        .execute();
  }

  /** From this size of the tree on, a key signs, or does not sign any more. */
  public void addKey(String key, long size, boolean signing, Instant at) {
    database
        .insertInto(LOG_KEY)
        .set(LOG_KEY.KEY, val(key))
        .set(LOG_KEY.SIZE, size)
        .set(LOG_KEY.SIGNING, signing)
        .set(LOG_KEY.AT, at)
        .execute();
  }
}
