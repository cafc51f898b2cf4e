package cn.sunlot.drawlog;

import cn.sunlot.draw.Suites;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.verify.InspectorSample;
import cn.sunlot.draw.verify.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.jcajce.provider.digest.SM3;

/** The draws of {@code src/test/resources/samples}, made with fixed seeds and keys. */
final class Samples {

  static final Suites BOTH = Suites.withSm3(SM3.Digest::new);

  private final SampleLog log = new SampleLog(2026, SampleLog.WITNESS_1, SampleLog.WITNESS_2);
  private final Map<String, Transcript> accepted = new LinkedHashMap<>();

  Samples() {
    for (int i = 0; i < 250; i++) {
      log.other("2026-11-19T08:00:00Z");
    }
    log.publish();
    Transcript given = new Sample(BOTH.get("sha256"), 5, "D-5", "T-5", "").transcript();
    String hash = given.commitment().hash(BOTH.get("sha256"));
    givenUp(given, hash);
    Map<String, Transcript> drawn = new LinkedHashMap<>();
    drawn.put("targets-sha256", new Sample(BOTH.get("sha256"), 1).transcript());
    drawn.put("targets-sm3", new Sample(BOTH.get("sm3"), 2, "D-8", "T-8", "").transcript());
    drawn.put("inspectors", new InspectorSample(3).transcript());
    drawn.put("successor", new Sample(BOTH.get("sha256"), 6, "D-6", "T-5", hash).transcript());
    Transcript ended = new Sample(BOTH.get("sha256"), 7, "D-11", "T-9", "").transcript();
    drawn.put("rounds-ended", ended);
    drawn.put(
        "rounds-ended-successor",
        new Sample(
                BOTH.get("sha256"), 8, "D-12", "T-9", ended.commitment().hash(BOTH.get("sha256")))
            .transcript());
    drawn.values().forEach(this::enter);
    drawn.forEach(
        (name, transcript) -> {
          String draw = transcript.commitment().draw();
          accepted.put(name, transcript.logged(log.of(draw).files(log.tree())));
        });
    accepted.put("without-log", drawn.get("targets-sha256"));
  }

  /** As it went; the chain of one is lost while a further round waits for it. */
  private void enter(Transcript transcript) {
    Script script = new Script(transcript);
    if (transcript.commitment().draw().equals("D-11")) {
      Faults.endRounds(script);
    }
    script.into(log);
  }

  /** A draw that nobody opened in time. */
  private void givenUp(Transcript given, String hash) {
    Script script = new Script(given);
    script.acts.subList(2, script.acts.size()).clear();
    script.acts.add(
        Script.Act.of(
            StepType.VOID,
            "2026-11-20T09:31:00Z",
            StepPayload.voided(hash, "missing-reveal", List.of("w1"), "证人未到场", "负责人")));
    script.into(log);
  }

  /** Transcripts that hold, all in one log. */
  Map<String, Transcript> accepted() {
    return accepted;
  }

  /** The log that they are in. */
  SampleLog log() {
    return log;
  }

  /** Transcripts with one thing wrong each; the name begins with the check that finds it. */
  static Map<String, Transcript> refused() {
    Map<String, Transcript> refused = new LinkedHashMap<>();
    Faults.SCRIPTS.forEach(
        (name, fault) -> {
          Script script = new Script(new Sample(BOTH.get("sha256"), 1).transcript());
          fault.accept(script);
          refused.put(name, script.logged(new SampleLog(7, SampleLog.WITNESS_1)));
        });
    Faults.FILES.forEach(
        (name, fault) -> {
          Transcript good =
              new Script(new Sample(BOTH.get("sha256"), 1).transcript())
                  .logged(new SampleLog(7, SampleLog.WITNESS_1));
          refused.put(name, good.logged(fault.apply(new java.util.TreeMap<>(good.log()))));
        });
    return refused;
  }
}
