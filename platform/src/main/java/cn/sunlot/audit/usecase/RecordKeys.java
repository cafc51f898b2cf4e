package cn.sunlot.audit.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.audit.signing.LogKeys;
import cn.sunlot.audit.signing.LogWitnesses;
import cn.sunlot.audit.store.EvidenceStore;
import cn.sunlot.audit.store.TreeStore;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.translog.note.VerifierKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters in the log itself, at the start, which keys sign it from now on and which no longer do,
 * and which witnesses watch it.
 */
@Component
class RecordKeys implements SmartInitializingSingleton {

  private final LogKeys keys;
  private final LogWitnesses witnesses;
  private final EvidenceStore store;
  private final TreeStore tree;
  private final AuditLog audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  RecordKeys(
      LogKeys keys,
      LogWitnesses witnesses,
      EvidenceStore store,
      TreeStore tree,
      AuditLog audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.keys = keys;
    this.witnesses = witnesses;
    this.store = store;
    this.tree = tree;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Override
  public void afterSingletonsInstantiated() {
    SystemWork.run(() -> transaction.executeWithoutResult(s -> run()));
  }

  private void run() {
    // Nodes that start at the same time must not both enter a key.
    tree.lock();
    List<String> known = store.listSigningKeys();
    List<String> now = keys.verifiers().stream().map(VerifierKey::toString).toList();
    now.stream().filter(key -> !known.contains(key)).forEach(key -> add(key, true));
    known.stream().filter(key -> !now.contains(key)).forEach(key -> add(key, false));
    watch();
  }

  /** The same of the bodies that watch the log, so that the public site can name their keys. */
  private void watch() {
    List<String> known = store.listWatchingKeys();
    List<String> now = witnesses.keys().stream().map(VerifierKey::toString).toList();
    now.stream().filter(key -> !known.contains(key)).forEach(key -> watch(key, true));
    known.stream().filter(key -> !now.contains(key)).forEach(key -> watch(key, false));
  }

  private void watch(String key, boolean watching) {
    store.addWitness(key, tree.size(), watching, clock.instant());
    Map<String, String> payload = Map.of("key", key);
    if (watching) {
      audit.record("log-witness-added", keys.origin(), payload);
    } else {
      audit.record("log-witness-retired", keys.origin(), payload);
    }
  }

  private void add(String key, boolean signing) {
    store.addKey(key, tree.size(), signing, clock.instant());
    Map<String, String> payload = Map.of("key", key);
    if (signing) {
      audit.record("log-key-added", keys.origin(), payload);
    } else {
      audit.record("log-key-retired", keys.origin(), payload);
    }
  }
}
