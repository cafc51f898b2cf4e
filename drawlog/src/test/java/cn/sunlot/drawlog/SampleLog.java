package cn.sunlot.drawlog;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.merkle.HashReader;
import cn.sunlot.translog.merkle.Inclusion;
import cn.sunlot.translog.note.Checkpoint;
import cn.sunlot.translog.note.KeyType;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.SignerKey;
import cn.sunlot.translog.note.VerifierKey;
import cn.sunlot.translog.proof.LogProof;
import cn.sunlot.translog.tiles.EntryBundle;
import cn.sunlot.translog.tiles.Tile;
import cn.sunlot.translog.tiles.TileFolder;
import cn.sunlot.translog.tiles.TileHashes;
import cn.sunlot.translog.tiles.TiledTree;
import cn.sunlot.translog.tiles.Tiling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A log with fixed keys and salts, and all that it would publish. */
final class SampleLog {

  static final SignerKey LOG = key("sunlot.local/log", KeyType.ED25519, 1);
  static final SignerKey WITNESS_1 = key("witness.example/w1", KeyType.COSIGNATURE, 2);
  static final SignerKey WITNESS_2 = key("witness.example/w2", KeyType.COSIGNATURE, 3);
  static final String ORG = "a bureau";

  /** An entry with what belongs to it. */
  private record Kept(LogEntry entry, byte[] bytes, String payload, String salt) {}

  private final Random random;
  private final List<SignerKey> witnesses;
  private final List<Kept> entries = new ArrayList<>();
  private final TiledTree tree = new TiledTree();
  private final Map<Tile, byte[]> tiles = new HashMap<>();
  private final TreeMap<Long, SignedCheckpoint> checkpoints = new TreeMap<>();
  private String org = ORG;

  SampleLog(long seed, SignerKey... witnesses) {
    this.random = new Random(seed);
    this.witnesses = List.of(witnesses);
  }

  static SignerKey key(String name, KeyType type, long seed) {
    Random random = new Random(seed);
    return SignerKey.generate(
        name,
        type,
        new SecureRandom() {
          private static final long serialVersionUID = 1L;

          @Override
          public void nextBytes(byte[] bytes) {
            random.nextBytes(bytes);
          }
        });
  }

  /** What follows is entered by this body. */
  SampleLog by(String otherOrg) {
    org = otherOrg;
    return this;
  }

  /** Enters something; returns its number. */
  long add(String type, String at, String ref, Json payload) {
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    long seq = entries.size();
    String hash = LogEntry.hash(salt, Jcs.write(payload));
    LogEntry entry = new LogEntry(seq, type, Instant.parse(at), org, "a clerk", ref, hash);
    byte[] bytes = entry.write();
    entries.add(new Kept(entry, bytes, Jcs.text(payload), Names.hex(salt)));
    tree.append(Hash.leaf(bytes));
    return seq;
  }

  /** Makes a leaf of whatever this is. */
  void raw(String text) {
    LogEntry none = new LogEntry(entries.size(), "none", Instant.EPOCH, "", "", "", "0".repeat(64));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    entries.add(new Kept(none, bytes, "", ""));
    tree.append(Hash.leaf(bytes));
  }

  /** Enters something whose payload nobody sees. */
  void other(String at) {
    add("task-opened", at, "T-2026-0001", Json.object().put("secret", entries.size()).build());
  }

  /** Publishes what was entered, if there is something new. */
  void publish() {
    long size = entries.size();
    if (size > 0 && !checkpoints.containsKey(size)) {
      tiles.putAll(tree.take());
      Checkpoint now = new Checkpoint(LOG.verifier().name(), size, tree.root());
      Instant time = entries.get(entries.size() - 1).entry.at();
      checkpoints.put(size, SignedCheckpoint.sign(now, List.of(LOG)).cosigned(time, witnesses));
    }
  }

  long size() {
    return entries.size();
  }

  List<VerifierKey> keys() {
    List<VerifierKey> keys = new ArrayList<>(List.of(LOG.verifier()));
    witnesses.forEach(witness -> keys.add(witness.verifier()));
    return keys;
  }

  /** All steps of a draw, each under the first checkpoint that covered it. */
  DrawLog of(String draw) {
    List<LoggedStep> steps =
        entries.stream()
            .filter(k -> k.entry.ref().equals(draw))
            .filter(k -> StepType.of(k.entry.type()).isPresent())
            .map(this::step)
            .toList();
    return new DrawLog(keys(), steps);
  }

  private LoggedStep step(Kept kept) {
    SignedCheckpoint checkpoint = checkpoints.higherEntry(kept.entry.seq()).getValue();
    long seq = kept.entry.seq();
    List<Hash> path = Inclusion.prove(seq, checkpoint.checkpoint().size(), tree());
    return new LoggedStep(
        new String(kept.bytes, StandardCharsets.UTF_8),
        kept.payload,
        kept.salt,
        new LogProof(seq, path, checkpoint));
  }

  /** The tree as it is published last. */
  HashReader tree() {
    return new TileHashes(checkpoints.lastKey(), tile -> tiles.getOrDefault(tile, new byte[0]));
  }

  /** The log as it is published, with the payloads of commitments and void draws. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("payload"));
    TileFolder out = new TileFolder(folder);
    long size = checkpoints.lastKey();
    TileHashes hashes = new TileHashes(size, tile -> tiles.getOrDefault(tile, new byte[0]));
    for (Tile tile : Tiling.of(size)) {
      out.write(tile, Tiling.content(tile, hashes));
      if (tile.level() == 0) {
        int first = (int) tile.first();
        List<Kept> within = entries.subList(first, first + tile.width());
        out.write(tile.bundle(), EntryBundle.write(within.stream().map(Kept::bytes).toList()));
      }
    }
    Files.write(folder.resolve("checkpoint"), checkpoints.lastEntry().getValue().write());
    StringBuilder lines = new StringBuilder();
    keys().forEach(key -> lines.append(key).append('\n'));
    Files.writeString(folder.resolve("key"), lines);
    for (Kept kept : entries.subList(0, (int) size)) {
      if (List.of("draw-committed", "draw-void").contains(kept.entry.type())) {
        String json = "{\"payload\":" + kept.payload + ",\"salt\":\"" + kept.salt + "\"}";
        Files.writeString(folder.resolve("payload/" + kept.entry.seq() + ".json"), json);
      }
    }
  }
}
