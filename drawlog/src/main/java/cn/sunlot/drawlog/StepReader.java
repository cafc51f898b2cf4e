package cn.sunlot.drawlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.draw.transcript.TranscriptFiles;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.translog.merkle.Consistency;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.Checkpoint;
import cn.sunlot.translog.note.Lines;
import cn.sunlot.translog.note.NoteSignature;
import cn.sunlot.translog.note.VerifierKey;
import cn.sunlot.translog.proof.LogProof;
import cn.sunlot.translog.proof.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads the steps under {@code log/} and checks that each is in the log (V13). */
final class StepReader {

  private static final Pattern SALT = Pattern.compile("[0-9a-f]{64}\n");
  private static final int MAX_PROOF = 63;

  private final TranscriptFiles files;
  private final String draw;
  private final Policy policy;
  private final LogReport report;
  private final List<Step> steps = new ArrayList<>();
  private Optional<Checkpoint> last = Optional.empty();
  private OptionalInt cosignatures = OptionalInt.empty();

  StepReader(TranscriptFiles files, String draw, Policy policy, LogReport report) {
    this.files = files;
    this.draw = draw;
    this.policy = policy;
    this.report = report;
  }

  /** The steps that are shown to be in the log, in its order. */
  List<Step> read() {
    boolean first = true;
    for (long seq : files.steps()) {
      Optional<Checkpoint> checkpoint = step(seq);
      consistent(seq, first, checkpoint);
      last = checkpoint;
      first = false;
    }
    return steps;
  }

  /** How many known witnesses have cosigned every checkpoint. */
  int cosignatures() {
    return cosignatures.orElse(0);
  }

  private static String name(long seq, String file) {
    return TranscriptFiles.step(seq, file);
  }

  private Optional<Checkpoint> step(long seq) {
    String entryFile = name(seq, "entry.json");
    Optional<byte[]> bytes = report.attempt(entryFile, 0, () -> files.bytes(entryFile));
    Optional<LogEntry> entry =
        bytes.flatMap(b -> report.attempt(entryFile, 1, () -> LogEntry.parse(b)));
    Optional<StepType> type = entry.flatMap(e -> type(seq, e));
    Optional<Json> payload = payload(seq, entry);
    Optional<Checkpoint> checkpoint = proved(seq, bytes);
    if (type.isPresent() && payload.isPresent() && checkpoint.isPresent()) {
      steps.add(
          new Step(
              type.get(),
              entry.orElseThrow(),
              bytes.orElseThrow(),
              payload.get(),
              checkpoint.get()));
    }
    return checkpoint;
  }

  /** The entry's type, if it is a step of this draw. */
  private Optional<StepType> type(long seq, LogEntry entry) {
    String file = name(seq, "entry.json");
    Optional<StepType> type = StepType.of(entry.type());
    if (entry.seq() != seq) {
      report.fail(Check.V13, file, 1, "v13.seq", entry.seq(), seq);
    } else if (!entry.ref().equals(draw)) {
      report.fail(Check.V13, file, 1, "v13.ref", entry.ref(), draw);
    } else if (type.isEmpty()) {
      report.fail(Check.V13, file, 1, "v13.type", entry.type());
    } else {
      return type;
    }
    return Optional.empty();
  }

  /** The payload, if the entry's hash is of salt and payload. */
  private Optional<Json> payload(long seq, Optional<LogEntry> entry) {
    String payloadFile = name(seq, "payload.json");
    String saltFile = name(seq, "salt.txt");
    Optional<byte[]> bytes = report.attempt(payloadFile, 0, () -> files.bytes(payloadFile));
    Optional<byte[]> salt = report.attempt(saltFile, 1, () -> salt(files.text(saltFile)));
    Optional<Json> payload = bytes.flatMap(b -> report.attempt(payloadFile, 1, () -> Jcs.parse(b)));
    if (entry.isEmpty() || salt.isEmpty() || payload.isEmpty()) {
      return Optional.empty();
    }
    String hash = LogEntry.hash(salt.get(), bytes.orElseThrow());
    if (!hash.equals(entry.get().hash())) {
      report.fail(Check.V13, payloadFile, 1, "v13.hash", hash, entry.get().hash());
      return Optional.empty();
    }
    return payload;
  }

  private static byte[] salt(String text) {
    if (!SALT.matcher(text).matches()) {
      throw new Refusal(LogReport.say("v13.salt", text.strip()));
    }
    return Names.bytes32("salt", text.strip());
  }

  /** The checkpoint of the proof, if it is signed and covers the entry. */
  private Optional<Checkpoint> proved(long seq, Optional<byte[]> entry) {
    String file = name(seq, "proof.tlog-proof");
    Optional<LogProof> proof =
        report.attempt(file, 0, () -> LogProof.parse(files.text(file).getBytes(UTF_8)));
    if (proof.isEmpty() || entry.isEmpty()) {
      return Optional.empty();
    }
    LogProof shown = proof.get();
    if (shown.index() != seq) {
      report.fail(Check.V13, file, 2, "v13.index", shown.index(), seq);
      return Optional.empty();
    }
    Optional<Map<VerifierKey, NoteSignature>> cosigned =
        report.attempt(file, 0, () -> shown.verify(Hash.leaf(entry.get()), policy));
    cosigned.ifPresent(
        by -> cosignatures = OptionalInt.of(Math.min(by.size(), cosignatures.orElse(by.size()))));
    return cosigned.map(by -> shown.checkpoint().checkpoint());
  }

  /** Each checkpoint continues the one of the step before. */
  private void consistent(long seq, boolean first, Optional<Checkpoint> checkpoint) {
    String file = name(seq, "consistency.txt");
    if (first) {
      if (files.names().contains(file)) {
        report.fail(Check.V13, file, 0, "v13.first");
      }
      return;
    }
    Optional<List<Hash>> proof = report.attempt(file, 0, () -> hashes(files.text(file)));
    if (proof.isEmpty() || checkpoint.isEmpty() || last.isEmpty()) {
      return;
    }
    Checkpoint old = last.get();
    Checkpoint now = checkpoint.get();
    report.attempt(
        file,
        0,
        () -> {
          Consistency.verify(proof.get(), old.size(), old.root(), now.size(), now.root());
          return now;
        });
  }

  private static List<Hash> hashes(String text) {
    Lines lines = new Lines(text);
    List<Hash> hashes = new ArrayList<>();
    while (lines.more()) {
      String line = lines.next();
      hashes.add(Hash.parse(lines.number(), line));
      if (hashes.size() > MAX_PROOF) {
        throw new Refusal(LogReport.say("v13.many-hashes", MAX_PROOF));
      }
    }
    return hashes;
  }
}
