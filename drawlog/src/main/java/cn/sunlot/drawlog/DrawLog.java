package cn.sunlot.drawlog;

import cn.sunlot.draw.transcript.TranscriptFiles;
import cn.sunlot.translog.merkle.Consistency;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.merkle.HashReader;
import cn.sunlot.translog.note.VerifierKey;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that the log has of a draw.
 *
 * @param keys verifier keys: the log's, then those of its witnesses
 * @param steps in the order of the log
 */
public record DrawLog(List<VerifierKey> keys, List<LoggedStep> steps) {

  public DrawLog {
    keys = List.copyOf(keys);
    steps = steps.stream().sorted(Comparator.comparingLong(LoggedStep::seq)).toList();
  }

  /**
   * The files under {@code log/}, for {@code Transcript.logged}.
   *
   * @param tree the log's tree, at least as large as the largest checkpoint of a step; asked for
   *     what shows that each checkpoint continues the one before it
   */
  public SortedMap<String, String> files(HashReader tree) {
    SortedMap<String, String> files = new TreeMap<>();
    StringBuilder lines = new StringBuilder();
    keys.forEach(key -> lines.append(key).append('\n'));
    files.put(TranscriptFiles.LOG_KEYS, lines.toString());
    for (int i = 0; i < steps.size(); i++) {
      LoggedStep step = steps.get(i);
      step.writeTo(files);
      if (i > 0) {
        List<Hash> proof = Consistency.prove(steps.get(i - 1).size(), step.size(), tree);
        files.put(TranscriptFiles.step(step.seq(), "consistency.txt"), hashes(proof));
      }
    }
    return files;
  }

  private static String hashes(List<Hash> proof) {
    StringBuilder lines = new StringBuilder();
    proof.forEach(hash -> lines.append(hash).append('\n'));
    return lines.toString();
  }
}
