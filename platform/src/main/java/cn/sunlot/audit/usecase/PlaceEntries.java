package cn.sunlot.audit.usecase;

import cn.sunlot.audit.domain.PublicRefs;
import cn.sunlot.audit.signing.LogKeys;
import cn.sunlot.audit.signing.SignedHead;
import cn.sunlot.audit.store.ReadyEntry;
import cn.sunlot.audit.store.TreeStore;
import cn.sunlot.audit.store.TreeStore.Leaf;
import cn.sunlot.kernel.access.SystemWork;
import cn.sunlot.translog.merkle.Frontier;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.Checkpoint;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.tiles.Tile;
import cn.sunlot.translog.tiles.TileHashes;
import cn.sunlot.translog.tiles.TiledTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed entries their places in the tree, without gaps, and signs the tree that they
 * make. One at a time over all nodes; entries of one ref keep the order in which they were written.
 */
@Component
public class PlaceEntries {

  /** What a batch did. */
  private record Placed(int entries, SignedCheckpoint checkpoint) {}

  /** At most so many in one transaction. */
  private static final int BATCH = 2000;

  private final TreeStore store;
  private final LogKeys keys;
  private final SignedHead head;
  private final Clock clock;
  private final TransactionTemplate fresh;

  /** The tree as the last batch left it; what the database says is read once. */
  private @Nullable TiledTree tree;

  PlaceEntries(
      TreeStore store,
      LogKeys keys,
      SignedHead head,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.keys = keys;
    this.head = head;
    this.clock = clock;
    this.fresh = new TransactionTemplate(transactions);
    // Beside whatever is under way on this thread: places are given to what is committed.
    this.fresh.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.fresh.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
  }

  /**
   * Places what waits and can be placed.
   *
   * @return how many entries got their places; fewer than wait if earlier ones of their refs may
   *     still be committed
   * @throws LogStopped if the database does not continue what was signed
   */
  public synchronized int run() {
    int placed = 0;
    int batch;
    do {
      batch = batch();
      placed += batch;
    } while (batch == BATCH);
    return placed;
  }

  private int batch() {
    Optional<Placed> placed;
    try {
      placed = SystemWork.run(() -> Objects.requireNonNull(fresh.execute(s -> place())));
    } catch (RuntimeException e) {
      // What it holds now is not what is stored.
      tree = null;
      throw e;
    }
    placed.ifPresent(p -> keep(p.checkpoint()));
    return placed.map(Placed::entries).orElse(0);
  }

  private Optional<Placed> place() {
    store.lock();
    TiledTree now = tree();
    // The order of these three matters: an entry that waits now was written after every earlier one
    // of its ref; that one's transaction is seen to be open, or is over and seen by what follows.
    Optional<Long> last = store.findLastWaiting();
    if (last.isEmpty()) {
      return Optional.empty();
    }
    Set<Integer> held = store.openBuckets();
    List<ReadyEntry> ready = store.listReady(last.get(), held, BATCH);
    if (ready.isEmpty()) {
      return Optional.empty();
    }
    append(now, withPublicRefs(ready));
    SignedCheckpoint signed = keys.sign(new Checkpoint(keys.origin(), now.size(), now.root()));
    store.add(signed, clock.instant());
    return Optional.of(new Placed(ready.size(), signed));
  }

  private List<ReadyEntry> withPublicRefs(List<ReadyEntry> entries) {
    Set<String> hidden =
        entries.stream()
            .filter(e -> !PublicRefs.shows(e.type(), e.ref()))
            .map(ReadyEntry::ref)
            .collect(Collectors.toSet());
    Map<String, String> aliases = store.aliases(hidden);
    return entries.stream()
        .map(e -> PublicRefs.shows(e.type(), e.ref()) ? e : e.about(alias(aliases, e.ref())))
        .toList();
  }

  private static String alias(Map<String, String> aliases, String ref) {
    return Objects.requireNonNull(aliases.get(ref), "no alias");
  }

  private void append(TiledTree now, List<ReadyEntry> ready) {
    List<Leaf> leaves = new ArrayList<>();
    for (ReadyEntry entry : ready) {
      byte[] bytes = entry.at(now.size()).write();
      Hash hash = Hash.leaf(bytes);
      leaves.add(new Leaf(now.append(hash), entry.id(), entry.ref(), bytes, hash));
    }
    store.add(leaves);
    for (Map.Entry<Tile, byte[]> tile : now.take().entrySet()) {
      if (tile.getKey().full()) {
        store.add(tile.getKey(), tile.getValue(), root(tile.getValue()));
      }
    }
  }

  private static Hash root(byte[] hashes) {
    Frontier whole = new Frontier();
    for (int at = 0; at < hashes.length; at += Hash.LENGTH) {
      whole.append(Hash.at(hashes, at));
    }
    return whole.root();
  }

  /** The tree, read anew where another node has gone on with it. */
  private TiledTree tree() {
    TiledTree known = tree;
    long size = store.size();
    if (known == null || known.size() != size) {
      known = new TiledTree(size, store);
      demandContinued(known);
      tree = known;
    }
    return known;
  }

  private void demandContinued(TiledTree stored) {
    Optional<Checkpoint> signed = signedBefore();
    if (signed.isEmpty()) {
      return;
    }
    Checkpoint before = signed.get();
    if (before.size() > stored.size()) {
      throw new LogStopped(LogStopped.OLDER, before.size(), stored.size());
    }
    Hash root = before.size() == stored.size() ? stored.root() : rootOf(before.size());
    if (!root.equals(before.root())) {
      throw new LogStopped(LogStopped.OTHER, before.size(), stored.size());
    }
  }

  private Hash rootOf(long size) {
    return Frontier.read(size, new TileHashes(size, store)).root();
  }

  private Optional<Checkpoint> signedBefore() {
    try {
      return head.read()
          .map(SignedCheckpoint::checkpoint)
          .filter(c -> c.origin().equals(keys.origin()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(SignedCheckpoint signed) {
    try {
      head.keep(signed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
