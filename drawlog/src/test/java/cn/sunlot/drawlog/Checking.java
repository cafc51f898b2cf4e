package cn.sunlot.drawlog;

import cn.sunlot.draw.Suite;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.json.Node;
import cn.sunlot.draw.transcript.Transcript;
import cn.sunlot.draw.transcript.TranscriptFiles;
import cn.sunlot.draw.verify.Finding;
import cn.sunlot.draw.verify.LogCheck;
import cn.sunlot.draw.verify.LogCheck.LogFindings;
import cn.sunlot.draw.verify.LogCheck.Remark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs the log check alone on a transcript in a folder. */
final class Checking {

  private Checking() {}

  static LogFindings check(Path folder, Transcript transcript, LogCheck check) throws IOException {
    Suite suite = Samples.BOTH.get(transcript.commitment().suite());
    List<Json> results =
        Node.root(transcript.result()).get("rounds").items().stream().map(Node::value).toList();
    try (TranscriptFiles files = TranscriptFiles.open(folder)) {
      return check.check(
          new LogCheck.Stated(
              files,
              transcript.commitment(),
              transcript.commitment().hash(suite),
              Optional.of(transcript.reveals()),
              transcript.rounds(),
              Optional.of(results)));
    }
  }

  static List<String> lines(List<Finding> findings) {
    return findings.stream().map(finding -> finding.in(Locale.ENGLISH)).toList();
  }

  static List<String> remarks(List<Remark> remarks) {
    return remarks.stream().map(r -> r.check() + " " + r.say().in(Locale.ENGLISH)).toList();
  }
}
