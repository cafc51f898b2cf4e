package cn.sunlot.draw.verify;

import cn.sunlot.draw.Commitment;
import cn.sunlot.draw.json.Json;
import cn.sunlot.draw.text.Say;
import cn.sunlot.draw.transcript.Reveals;
import cn.sunlot.draw.transcript.TranscriptFiles;
import java.util.List;
import java.util.Optional;

/**
 * What the transparency log adds: V6, V13, V14, the times of V7 and the order of V11. A verifier
 * without one reports these as not checked.
 */
public interface LogCheck {

  /** Checks what a transcript states against its log. */
  LogFindings check(Stated stated);

  /**
   * What a transcript states, as far as it could be read.
   *
   * @param files its files, {@code log/} among them
   * @param commitment the commitment document
   * @param commitmentHash its hash
   * @param reveals what was opened
   * @param inputs of the substitute rounds, from 1 without gaps
   * @param results of all rounds
   */
  record Stated(
      TranscriptFiles files,
      Commitment commitment,
      String commitmentHash,
      Optional<Reveals> reveals,
      List<Json> inputs,
      Optional<List<Json>> results) {
    public Stated {
      inputs = List.copyOf(inputs);
      results = results.map(List::copyOf);
    }
  }

  /** Something said of a check that is no fault. */
  record Remark(Check check, Say say) {}

  /**
   * What was found.
   *
   * @param findings of V6, V7, V11, V13 and V14; empty if all hold
   * @param notes what a reader should know or compare
   * @param notChecked which of these checks could not be made, and why
   * @param cosignatures how many witnesses have cosigned every checkpoint
   */
  record LogFindings(
      List<Finding> findings, List<Remark> notes, List<Remark> notChecked, int cosignatures) {

    /** What is said where there is no log. */
    public static final LogFindings NO_LOG =
        new LogFindings(
            List.of(),
            List.of(
                new Remark(Check.V7, Say.of("skip.no-log-time")),
                new Remark(Check.V11, Say.of("skip.no-log-order"))),
            List.of(
                new Remark(Check.V6, Say.of("skip.no-log")),
                new Remark(Check.V13, Say.of("skip.no-log")),
                new Remark(Check.V14, Say.of("skip.no-log"))),
            0);

    public LogFindings {
      findings = List.copyOf(findings);
      notes = List.copyOf(notes);
      notChecked = List.copyOf(notChecked);
    }
  }
}
