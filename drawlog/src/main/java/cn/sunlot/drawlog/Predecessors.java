package cn.sunlot.drawlog;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Names;
import cn.sunlot.draw.Suites;
import cn.sunlot.draw.json.Jcs;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.text.Refusal;
import cn.sunlot.draw.transcript.TranscriptFiles;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.draw.verify.LogCheck.Stated;
import cn.sunlot.drawlog.WholeLog.Payload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * V14: what the draw replaces is void in the log, and every earlier commitment for the same task
 * and purpose is in that chain.
 */
final class Predecessors {

  private final Suites suites;
  private final Stated stated;
  private final List<LogEntry> draws;
  private final WholeLog log;
  private final LogReport report;
  private final List<Known> committed = new ArrayList<>();
  private final Set<String> voided = new HashSet<>();

  /** A commitment of the log. */
  private record Known(LogEntry entry, Commitment commitment, String hash) {}

  /**
   * With what the log says of commitments and void draws.
   *
   * @param draws entries of types draw-committed and draw-void, in the order of the log
   */
  Predecessors(Suites suites, Stated stated, List<LogEntry> draws, WholeLog log, LogReport report) {
    this.suites = suites;
    this.stated = stated;
    this.draws = draws;
    this.log = log;
    this.report = report;
  }

  void check() {
    String draw = stated.commitment().draw();
    Optional<LogEntry> own =
        draws.stream()
            .filter(e -> e.type().equals(StepType.COMMITTED.type()) && e.ref().equals(draw))
            .findFirst();
    if (own.isEmpty()) {
      report.fail(Check.V6, WholeLogCheck.FOLDER + "checkpoint", 0, "v6.not-there", draw);
      report.notChecked(Check.V14, "skip.own-commitment");
      return;
    }
    // Numbers of tasks are given by each authority for itself.
    draws.stream()
        .filter(e -> e.seq() < own.get().seq() && e.org().equals(own.get().org()))
        .forEach(this::learn);
    passedOver(chain());
  }

  private void learn(LogEntry entry) {
    payload(entry).ifPresent(p -> report.attempt(Check.V14, file(entry), 1, () -> learn(entry, p)));
  }

  private static String file(LogEntry entry) {
    return WholeLogCheck.FOLDER + "payload/" + entry.seq() + ".json";
  }

  /** The payload, which must be public and be that of the entry. */
  private Optional<Json> payload(LogEntry entry) {
    return report.attempt(
        Check.V14,
        file(entry),
        1,
        () -> {
          Payload found =
              log.payload(entry.seq())
                  .orElseThrow(
                      () -> refusal("v14.no-payload", entry.type(), entry.seq(), entry.ref()));
          byte[] salt = Names.bytes32("salt", found.salt());
          String hash = LogEntry.hash(salt, Jcs.write(found.payload()));
          if (!hash.equals(entry.hash())) {
            throw refusal("v13.hash", hash, entry.hash());
          }
          return found.payload();
        });
  }

  private static Refusal refusal(String key, Object... args) {
    return new Refusal(LogReport.say(key, args));
  }

  private LogEntry learn(LogEntry entry, Json payload) {
    if (entry.type().equals(StepType.COMMITTED.type())) {
      Commitment document = Commitment.read(Node.root(payload));
      if (!document.draw().equals(entry.ref())) {
        throw refusal("v13.ref", entry.ref(), document.draw());
      }
      String hash = document.hash(suites.get(document.suite()));
      committed.add(new Known(entry, document, hash));
    } else {
      String hash = Node.root(payload).get("commitmentHash").text(Names.HEX32);
      boolean own =
          committed.stream()
              .anyMatch(k -> k.hash.equals(hash) && k.commitment.draw().equals(entry.ref()));
      if (own) {
        voided.add(hash);
      }
    }
    return entry;
  }

  /** Hashes of the draws that this one replaces, one after the other; each must be void. */
  private Set<String> chain() {
    Set<String> chain = new HashSet<>();
    String previous = stated.commitment().previous();
    while (!previous.isEmpty() && chain.add(previous)) {
      String hash = previous;
      Optional<Known> known = committed.stream().filter(k -> k.hash.equals(hash)).findFirst();
      if (known.isEmpty()) {
        previous("v14.unknown", hash);
        return chain;
      }
      if (!voided.contains(hash)) {
        previous("v14.not-void", known.get().commitment.draw(), hash);
      }
      previous = known.get().commitment.previous();
    }
    return chain;
  }

  private void previous(String key, Object... args) {
    report.fail(Check.V14, TranscriptFiles.COMMITMENT, 1, key, args);
  }

  private void passedOver(Set<String> chain) {
    Commitment own = stated.commitment();
    for (Known known : committed) {
      boolean same =
          known.commitment.task().equals(own.task())
              && known.commitment.subject().getClass().equals(own.subject().getClass());
      if (same && !chain.contains(known.hash)) {
        report.fail(
            Check.V14,
            file(known.entry),
            1,
            "v14.passed-over",
            known.commitment.draw(),
            known.entry.seq(),
            known.hash);
      }
    }
  }
}
