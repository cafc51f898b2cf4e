package cn.sunlot.drawlog;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.transcript.TranscriptFiles;
import cn.sunlot.translog.proof.LogProof;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One step of a draw in the log.
 *
 * @param entry canonical JSON of the entry
 * @param payload canonical JSON of what its hash stands for
 * @param salt 64 hex digits
 * @param proof that the entry is in the log, under the first checkpoint that covered it; its index
 *     is the entry's number
 */
public record LoggedStep(String entry, String payload, String salt, LogProof proof) {

  public LoggedStep {
    Names.require(Names.HEX32, "salt", salt);
  }

  /** The entry's number. */
  public long seq() {
    return proof.index();
  }

  /** Size of the tree under whose checkpoint the entry is proved. */
  public long size() {
    return proof.checkpoint().checkpoint().size();
  }

  void writeTo(Map<String, String> files) {
    String file = new String(proof.write(), StandardCharsets.UTF_8);
    files.put(TranscriptFiles.step(seq(), "entry.json"), entry);
    files.put(TranscriptFiles.step(seq(), "payload.json"), payload);
    files.put(TranscriptFiles.step(seq(), "salt.txt"), salt + "\n");
    files.put(TranscriptFiles.step(seq(), "proof.tlog-proof"), file);
  }
}
