package cn.sunlot.drawlog;

import cn.sunlot.draw.PublicSource;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.drawlog.Script.Act;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Things that go wrong with a logged draw; names begin with the check that has to find them. */
final class Faults {

  /** What the operator enters, or when it publishes. */
  static final Map<String, Consumer<Script>> SCRIPTS = new LinkedHashMap<>();

  /** What somebody changes in the files afterwards. */
  static final Map<String, UnaryOperator<SortedMap<String, String>>> FILES = new LinkedHashMap<>();

  private Faults() {}

  static {
    SCRIPTS.put("V6-reveal-before-checkpoint", s -> s.acts.remove(1));
    SCRIPTS.put(
        "V6-public-value-before-checkpoint", s -> s.acts.remove(s.find(StepType.PUBLIC, 0) - 1));
    SCRIPTS.put("V6-opened-before-checkpoint", s -> s.acts.remove(s.find(StepType.OPENED, 0) - 1));
    SCRIPTS.put(
        "V6-opened-before-public-value",
        s -> move(s, s.find(StepType.OPENED, 0), s.find(StepType.PUBLIC, 0)));
    SCRIPTS.put(
        "V6-reveal-after-public-value",
        s -> move(s, s.find(StepType.REVEALED, 1), s.find(StepType.PUBLIC, 0) + 1));
    SCRIPTS.put(
        "V6-second-commitment",
        s -> s.acts.add(2, s.acts.get(0).with("task", Json.of("T-2026-0013"))));
    SCRIPTS.put("V6-same-commitment-twice", s -> s.acts.add(s.acts.get(0)));
    SCRIPTS.put("V6-drawn-after-void", s -> s.acts.add(s.find(StepType.DRAWN, 0), voided(s)));
    SCRIPTS.put(
        "V6-round-after-chain-lost", s -> s.acts.add(s.find(StepType.DRAWN, 0) + 1, voided(s)));
    SCRIPTS.put(
        "V6-given-up-after-drawing", s -> s.acts.add(voided(s).with("cause", Json.of("given-up"))));
    SCRIPTS.put("V13-round-neither-drawn-nor-void", s -> s.acts.add(furtherRound(s)));
    SCRIPTS.put("V7-late-reveal", s -> late(s, StepType.REVEALED, 1, "2026-11-20T09:30:01Z"));
    SCRIPTS.put("V7-late-opening", s -> late(s, StepType.OPENED, 0, "2026-11-20T10:30:01Z"));
    SCRIPTS.put(
        "V11-opened-before-checkpoint-of-input",
        s -> {
          s.acts.remove(s.find(StepType.OPENED, 1) - 1);
          s.acts.remove(s.find(StepType.ROUND, 0) + 1);
        });
    SCRIPTS.put(
        "V11-input-after-opening",
        s -> move(s, s.find(StepType.ROUND, 0), s.find(StepType.OPENED, 1) + 1));
    SCRIPTS.put(
        "V11-public-value-after-opening",
        s -> move(s, s.find(StepType.PUBLIC, 1), s.find(StepType.OPENED, 1) + 1));
    SCRIPTS.put("V6-next-chain-value-first", s -> roundFirst(s, s.find(StepType.ROUND, 0), 2));
    SCRIPTS.put(
        "V11-next-chain-value-first",
        s -> roundFirst(s, s.find(StepType.ROUND, 1), s.find(StepType.ROUND, 0)));
    SCRIPTS.put("V13-step-missing", s -> s.acts.remove(s.find(StepType.PUBLIC, 1)));
    SCRIPTS.put(
        "V13-other-nonce", s -> replace(s, StepType.REVEALED, 1, "nonce", Json.of("0".repeat(64))));
    SCRIPTS.put(
        "V13-other-commitment", s -> replace(s, StepType.COMMITTED, 0, "task", Json.of("T-1")));
    SCRIPTS.put(
        "V13-other-public-value", s -> replace(s, StepType.PUBLIC, 0, "value", Json.of("1")));
    SCRIPTS.put(
        "V13-other-chain-value",
        s -> replace(s, StepType.OPENED, 1, "value", Json.of("0".repeat(64))));
    SCRIPTS.put(
        "V13-other-input", s -> replace(s, StepType.ROUND, 0, "dropped", Json.array(List.of())));
    SCRIPTS.put(
        "V13-other-result", s -> replace(s, StepType.DRAWN, 1, "strata", Json.object().build()));
    SCRIPTS.put("V13-nonce-twice", s -> s.acts.add(3, s.acts.get(s.find(StepType.REVEALED, 0))));
    SCRIPTS.put(
        "V13-void-of-another-draw",
        s -> s.acts.add(voided(s).with("commitmentHash", Json.of("0".repeat(64)))));
    SCRIPTS.put("V13-unknown-member-of-void", s -> s.acts.add(voided(s).with("x", Json.of(1))));

    FILES.put("V13-entry-changed", f -> edit(f, 0, "entry.json", "a clerk", "a clark"));
    FILES.put("V13-payload-changed", f -> edit(f, 0, "payload.json", "T-2026-0012", "T-2026-0013"));
    FILES.put("V13-salt-changed", f -> edit(f, 0, "salt.txt", "a", "b"));
    FILES.put("V13-proof-of-another-entry", f -> swap(f, 1, 2, "proof.tlog-proof"));
    FILES.put(
        "V13-checkpoint-changed", f -> edit(f, 0, "proof.tlog-proof", "log\n1\n", "log\n2\n"));
    FILES.put(
        "V13-signature-changed",
        f -> edit(f, 0, "proof.tlog-proof", "— sunlot.local/log ", "— x "));
    FILES.put(
        "V13-another-key",
        f -> {
          f.put(
              "log/keys.txt",
              SampleLog.key("sunlot.local/log", cn.sunlot.translog.note.KeyType.ED25519, 99)
                      .verifier()
                  + "\n");
          return f;
        });
    FILES.put("V13-another-history", Faults::forked);
  }

  private static void move(Script script, int from, int to) {
    if (from < to) {
      Collections.rotate(script.acts.subList(from, to), -1);
    } else {
      Collections.rotate(script.acts.subList(to, from + 1), 1);
    }
  }

  /** A round's input, public value and chain value come earlier, each published in between. */
  private static void roundFirst(Script script, int round, int before) {
    Collections.rotate(script.acts.subList(before, round + 6), 6);
  }

  /** The secret of the chain is lost while a further round waits to be drawn. */
  static void endRounds(Script script) {
    Act round = furtherRound(script);
    script.acts.add(round);
    script.acts.add(Act.PUBLISH);
    int r = (int) Node.root(round.payload()).get("r").integer(1, 9);
    Json value = StepPayload.value(r, new PublicSource("dice", "thrown later"), "123456");
    script.acts.add(Act.of(StepType.PUBLIC, "2026-11-20T17:30:00Z", value));
    script.acts.add(voided(script));
  }

  /** The input of a round after the last one that was drawn. */
  private static Act furtherRound(Script script) {
    long last =
        script.acts.stream().filter(a -> a.type().equals(Optional.of(StepType.ROUND))).count();
    return Act.of(
        StepType.ROUND,
        "2026-11-20T17:00:00Z",
        Json.object()
            .put("r", last + 1)
            .put("strata", Json.object().put("A", 1L).build())
            .put("dropped", List.of())
            .put("public", List.of(new PublicSource("dice", "thrown later").json()))
            .build());
  }

  static Act voided(Script script) {
    String hash =
        cn.sunlot.draw.Commitment.parse(cn.sunlot.draw.json.Jcs.write(script.acts.get(0).payload()))
            .hash(Samples.BOTH.get("sha256"));
    return Act.of(
        StepType.VOID,
        "2026-11-20T18:00:00Z",
        StepPayload.voided(hash, "chain-lost", List.of(), "链秘密遗失", "负责人"));
  }

  private static void late(Script script, StepType type, int n, String at) {
    int found = script.find(type, n);
    script.acts.set(found, script.acts.get(found).at(at));
  }

  private static void replace(Script script, StepType type, int n, String member, Json value) {
    int found = script.find(type, n);
    script.acts.set(found, script.acts.get(found).with(member, value));
  }

  private static SortedMap<String, String> edit(
      SortedMap<String, String> files, long seq, String file, String from, String to) {
    String name = "log/" + seq + "/" + file;
    String text = files.get(name);
    if (text == null || !text.contains(from)) {
      throw new IllegalStateException(name + " has no " + from);
    }
    files.put(name, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
    return files;
  }

  private static SortedMap<String, String> swap(
      SortedMap<String, String> files, long a, long b, String file) {
    String one = files.get("log/" + a + "/" + file);
    String two = files.get("log/" + b + "/" + file);
    files.put("log/" + a + "/" + file, two);
    files.put("log/" + b + "/" + file, one);
    return files;
  }

  /** The last step comes from another log of the same keys, whose first entry is another one. */
  private static SortedMap<String, String> forked(SortedMap<String, String> files) {
    Script script =
        new Script(new cn.sunlot.draw.verify.Sample(Samples.BOTH.get("sha256"), 1).transcript());
    SortedMap<String, String> other = script.logged(new SampleLog(8, SampleLog.WITNESS_1)).log();
    String last =
        files.keySet().stream()
            .filter(name -> name.endsWith("/entry.json"))
            .map(name -> name.substring(0, name.length() - "entry.json".length()))
            .max((a, b) -> Long.compare(number(a), number(b)))
            .orElseThrow();
    other
        .tailMap(last)
        .forEach(
            (name, text) -> {
              if (name.startsWith(last)) {
                files.put(name, text);
              }
            });
    return files;
  }

  private static long number(String folder) {
    return Long.parseLong(folder.substring(4, folder.length() - 1));
  }
}
