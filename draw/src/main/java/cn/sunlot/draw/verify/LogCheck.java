package cn.sunlot.draw.verify;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.transcript.TranscriptFiles;
import java.util.List;

/**
 * What the transparency log adds: V6, V13, V14, the times of V7 and the order of V11. A verifier
 * without one reports these as not checked.
 */
public interface LogCheck {

  /** Checks a transcript against the log that this was made with. */
  LogFindings check(TranscriptFiles files, Commitment commitment, String commitmentHash);

  /**
   * What was found.
   *
   * @param findings of V6, V7, V11, V13 and V14; empty if all hold
   * @param cosignatures how many witnesses' cosignatures were valid
   */
  record LogFindings(List<Finding> findings, int cosignatures) {
    public LogFindings {
      findings = List.copyOf(findings);
    }
  }
}
