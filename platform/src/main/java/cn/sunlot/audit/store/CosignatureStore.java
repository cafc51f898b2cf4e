package cn.sunlot.audit.store;

import static cn.sunlot.audit.store.jooq.Tables.COSIGNATURE;
import static org.jooq.impl.DSL.max;

import cn.sunlot.translog.merkle.Consistency;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.VerifierKey;
import cn.sunlot.translog.tiles.TileHashes;
import cn.sunlot.translog.witness.AddCheckpoint;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What witnesses signed, and what they are asked to sign next. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class CosignatureStore {

  private final DSLContext database;
  private final TreeStore tree;

  CosignatureStore(DSLContext database, TreeStore tree) {
    this.database = database;
    this.tree = tree;
  }

  /** What is asked of a witness: to sign this checkpoint. */
  public record Request(SignedCheckpoint checkpoint, byte[] body) {}

  /**
   * What to ask a witness; nothing if it has signed the last checkpoint.
   *
   * @param knownSize the size that the witness says it knows; else what it signed last is taken
   */
  public Optional<Request> findRequest(VerifierKey witness, Optional<Long> knownSize) {
    long signed = signedSize(witness.name());
    return tree.findLastCheckpoint()
        .filter(last -> last.checkpoint().size() > signed)
        .filter(last -> last.checkpoint().size() >= knownSize.orElse(signed))
        .map(last -> request(last, knownSize.orElse(signed)));
  }

  private Request request(SignedCheckpoint last, long from) {
    long size = last.checkpoint().size();
    var proof = Consistency.prove(from, size, new TileHashes(size, tree));
    return new Request(last, new AddCheckpoint(from, proof, last).write());
  }

  private long signedSize(String witness) {
    Long size =
        database
            .select(max(COSIGNATURE.SIZE))
            .from(COSIGNATURE)
            .where(COSIGNATURE.WITNESS.eq(witness))
            .fetchSingle()
            .value1();
    return size == null ? 0 : size;
  }

  /** Keeps a signature line; the same again changes nothing. */
  public void add(SignedCheckpoint checkpoint, VerifierKey witness, String line, Instant at) {
    database
        .insertInto(COSIGNATURE)
        .set(COSIGNATURE.SIZE, checkpoint.checkpoint().size())
        .set(COSIGNATURE.WITNESS, witness.name())
        .set(COSIGNATURE.LINE, line)
        .set(COSIGNATURE.AT, at)
        .onConflictDoNothing()
        .execute();
  }
}
