package cn.sunlot.cli.log;

import cn.sunlot.cli.Message;
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.draw.verify.Report;
import cn.sunlot.draw.verify.Verifier;
import cn.sunlot.drawlog.LogEntry;
import cn.sunlot.drawlog.LogFolder;
import cn.sunlot.drawlog.StepType;
import cn.sunlot.drawlog.TranscriptLogCheck;
import cn.sunlot.drawlog.WholeLog;
import cn.sunlot.translog.Unsound;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.Checkpoint;
import cn.sunlot.translog.note.KeyType;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.VerifierKey;
import cn.sunlot.translog.proof.Policy;
import cn.sunlot.translog.tiles.Tile;
import cn.sunlot.translog.tiles.Tiling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Recomputes a published log from a folder: what a stranger can check who has no database. */
public final class FolderAudit {

  private final Suites suites;
  private final List<VerifierKey> trusted;
  private final List<VerifierKey> witnesses;
  private final Map<String, SignedCheckpoint> kept;
  private final AuditReport report = new AuditReport();
  private final TreeSet<String> draws = new TreeSet<>();
  private int payloads;

  /**
   * An audit; keys and checkpoints as for {@link DatabaseAudit}.
   *
   * @param trusted where it is empty, the keys that the folder names are taken
   */
  public FolderAudit(
      Suites suites,
      List<VerifierKey> trusted,
      List<VerifierKey> witnesses,
      Map<String, SignedCheckpoint> kept) {
    this.suites = suites;
    this.trusted = List.copyOf(trusted);
    this.witnesses = List.copyOf(witnesses);
    this.kept = new LinkedHashMap<>(kept);
  }

  /** Audits the folder. */
  public AuditReport run(Path folder) throws IOException {
    try {
      List<VerifierKey> keys = trusted.isEmpty() ? named(folder) : trusted;
      if (trusted.isEmpty()) {
        report.note("audit.own-keys", keys);
      }
      LogFolder log = new LogFolder(folder);
      kept.put(folder.resolve("checkpoint").toString(), log.checkpoint());
      audit(folder, log, keys);
    } catch (Unsound e) {
      report.fail(words -> e.in(words.locale()));
    }
    return report;
  }

  /** The keys of the log that the folder names; it may name those of witnesses, too. */
  private static List<VerifierKey> named(Path folder) throws IOException {
    return VerifierKey.list(Files.readString(folder.resolve("key"))).stream()
        .filter(key -> key.type() == KeyType.ED25519)
        .toList();
  }

  private void audit(Path folder, LogFolder log, List<VerifierKey> keys) throws IOException {
    long size = log.checkpoint().checkpoint().size();
    LoggedTree tree = new LoggedTree(tiles(folder, size), report);
    kept.forEach(
        (where, signed) -> signed(where, signed, keys).ifPresent(c -> tree.expect(where, c)));
    for (long seq = 0; seq < size; seq++) {
      byte[] bytes = log.entry(seq);
      tree.append(Hash.leaf(bytes));
      entry(log, seq, bytes);
    }
    tree.end();
    int seen = log.checkpoint().note().verified(witnesses).size();
    report.note("audit.looked-folder", size, payloads, draws.size());
    report.note("audit.cosigned", seen, witnesses.size());
    report.note("audit.root-now", size, tree.root());
    for (String draw : draws) {
      transcript(folder.resolve("transcript").resolve(draw + ".zip"), draw, log, keys);
    }
  }

  private Optional<Checkpoint> signed(
      String where, SignedCheckpoint signed, List<VerifierKey> keys) {
    try {
      Policy.of(keys).check(signed);
      return Optional.of(signed.checkpoint());
    } catch (Unsound e) {
      report.fail("audit.checkpoint-unsound", where, (Message) words -> e.in(words.locale()));
      return Optional.empty();
    }
  }

  private static Map<Tile, byte[]> tiles(Path folder, long size) throws IOException {
    Map<Tile, byte[]> tiles = new LinkedHashMap<>();
    for (Tile tile : Tiling.of(size)) {
      Path file = folder.resolve(tile.path());
      if (tile.full() && Files.exists(file)) {
        tiles.put(tile, Files.readAllBytes(file));
      }
    }
    return tiles;
  }

  private void entry(WholeLog log, long seq, byte[] bytes) throws IOException {
    try {
      LogEntry entry = LogEntry.parse(bytes);
      if (entry.seq() != seq) {
        report.fail("audit.twice", seq, entry.seq());
      }
      Optional<StepType> step = StepType.of(entry.type());
      if (step.isPresent()) {
        payload(log, entry);
        if (step.get() == StepType.DRAWN) {
          draws.add(entry.ref());
        }
      }
    } catch (Refusal e) {
      report.fail("audit.entry", seq, (Message) words -> e.say().in(words.locale()));
    }
  }

  private void payload(WholeLog log, LogEntry entry) throws IOException {
    Optional<WholeLog.Payload> payload = log.payload(entry.seq());
    if (payload.isEmpty()) {
      return;
    }
    payloads++;
    byte[] salt = HexFormat.of().parseHex(payload.get().salt());
    if (!LogEntry.hash(salt, Jcs.write(payload.get().payload())).equals(entry.hash())) {
      report.fail("audit.payload", entry.seq(), entry.type(), entry.ref());
    }
  }

  private void transcript(Path file, String draw, LogFolder log, List<VerifierKey> keys)
      throws IOException {
    if (!Files.exists(file)) {
      report.note("audit.transcript-unpublished", draw);
      return;
    }
    Report found =
        Verifier.of(suites)
            .withLog(TranscriptLogCheck.of(suites).signedBy(keys).witnessedBy(witnesses).in(log))
            .verify(file);
    found
        .findings()
        .forEach(
            finding ->
                report.fail(
                    "audit.transcript", draw, (Message) words -> finding.in(words.locale())));
  }
}
