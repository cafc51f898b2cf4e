package cn.sunlot.drawlog;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.Suite;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.verify.LogCheck.LogFindings;
import cn.sunlot.draw.verify.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** What tests with a whole log share: a draw, its log, and what else is in it. */
abstract class AmongOthers {

  static final Transcript DRAW = new Sample(Suite.SHA256, 1).transcript();
  static final String HASH = DRAW.commitment().hash(Suite.SHA256);
  static final String LATE = "2026-11-20T20:00:00Z";

  @TempDir Path folder;
  final SampleLog log = new SampleLog(4, SampleLog.WITNESS_1);

  LogFindings check(Transcript logged) throws IOException {
    log.write(folder.resolve("whole"));
    return against(logged, folder.resolve("whole"));
  }

  LogFindings against(Transcript logged, Path whole) throws IOException {
    Path place = folder.resolve("t");
    logged.writeFolder(place);
    TranscriptLogCheck check = TranscriptLogCheck.of(Samples.BOTH).in(new LogFolder(whole));
    return Checking.check(place, logged, check);
  }

  /** A draw and its log, in which something else came before and after. */
  LogFindings among(Consumer<SampleLog> before, Consumer<SampleLog> after) throws IOException {
    before.accept(log);
    log.publish();
    Transcript logged = new Script(DRAW).logged(log);
    after.accept(log);
    log.publish();
    return check(logged);
  }

  static void nothing(SampleLog log) {
    log.other("2026-11-19T08:00:00Z");
  }

  static Commitment other(String draw, String task, String previous) {
    return new Sample(Suite.SHA256, 9, draw, task, previous).transcript().commitment();
  }

  static void commit(SampleLog log, Commitment commitment) {
    log.add("draw-committed", "2026-11-19T09:00:00Z", commitment.draw(), commitment.json());
  }

  static void giveUp(SampleLog log, String draw, String hash) {
    Json payload = StepPayload.voided(hash, "given-up", List.of(), "reason", "approver");
    log.add("draw-void", "2026-11-19T10:00:00Z", draw, payload);
  }

  static List<String> lines(LogFindings found) {
    return Checking.lines(found.findings());
  }
}
