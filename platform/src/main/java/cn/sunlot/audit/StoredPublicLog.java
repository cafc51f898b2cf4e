package cn.sunlot.audit;

import cn.sunlot.audit.signing.LogWitnesses;
import cn.sunlot.audit.store.EvidenceStore;
import cn.sunlot.audit.store.TreeStore;
import cn.sunlot.audit.usecase.LogStopped;
import cn.sunlot.audit.usecase.Sequencer;
import cn.sunlot.kernel.Refused;
import cn.sunlot.translog.merkle.HashReader;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.VerifierKey;
import cn.sunlot.translog.tiles.TileHashes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The public log in the database. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StoredPublicLog implements PublicLog {

  private final Sequencer sequencer;
  private final TreeStore tree;
  private final EvidenceStore evidence;
  private final LogWitnesses witnesses;

  StoredPublicLog(
      Sequencer sequencer, TreeStore tree, EvidenceStore evidence, LogWitnesses witnesses) {
    this.sequencer = sequencer;
    this.tree = tree;
    this.evidence = evidence;
    this.witnesses = witnesses;
  }

  @Override
  public Coverage cover(String ref, int cosignatures) {
    try {
      sequencer.await(() -> covers(coverage(ref), cosignatures));
    } catch (LogStopped stopped) {
      throw Refused.because(
          AuditProblem.LOG_STOPPED,
          String.valueOf(stopped.signed()),
          String.valueOf(stopped.stored()));
    }
    return coverage(ref);
  }

  private static boolean covers(Coverage coverage, int cosignatures) {
    return coverage.signed() && coverage.cosignatures() >= cosignatures;
  }

  private Coverage coverage(String ref) {
    if (tree.waits(ref)) {
      return new Coverage(false, 0);
    }
    return new Coverage(true, evidence.findLast(ref).map(evidence::cosignatures).orElse(0));
  }

  @Override
  public boolean covers(String ref) {
    return !tree.waits(ref);
  }

  @Override
  public List<Evidence> evidence(String ref, Set<String> types) {
    return evidence.list(ref, types);
  }

  @Override
  public List<Place> listPlaces(String ref) {
    return evidence.listPlaces(ref);
  }

  @Override
  public HashReader tree() {
    return new TileHashes(tree.size(), tree);
  }

  @Override
  public Optional<SignedCheckpoint> findCheckpoint() {
    return tree.findLastCheckpoint();
  }

  @Override
  public List<byte[]> listEntries(long from, int most) {
    return evidence.listEntries(from, most);
  }

  @Override
  public Optional<Payload> findPublicPayload(long seq) {
    return evidence.findPublicPayload(seq);
  }

  @Override
  public List<VerifierKey> keys() {
    List<VerifierKey> keys =
        new ArrayList<>(evidence.listKeys().stream().map(VerifierKey::parse).toList());
    keys.addAll(witnesses.keys());
    return keys;
  }
}
