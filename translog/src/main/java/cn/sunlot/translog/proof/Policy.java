package cn.sunlot.translog.proof;

import cn.sunlot.translog.BadNote;
import cn.sunlot.translog.BadSignature;
import cn.sunlot.translog.note.KeyType;
import cn.sunlot.translog.note.NoteSignature;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.VerifierKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom a reader trusts: the keys of one log, and how many of which witnesses have to have seen a
 * checkpoint.
 *
 * @param log keys of the log; one of them must have signed. Several while keys are changed
 * @param witnesses keys of witnesses
 * @param quorum how many of them must have cosigned; 0 if none has to
 */
public record Policy(List<VerifierKey> log, List<VerifierKey> witnesses, int quorum) {

  public Policy {
    log = List.copyOf(log);
    witnesses = List.copyOf(witnesses);
    if (log.isEmpty() || log.stream().map(VerifierKey::name).distinct().count() > 1) {
      throw new BadNote("policy.log", log);
    }
    if (!witnesses.stream().allMatch(key -> key.type() == KeyType.COSIGNATURE)) {
      throw new BadNote("policy.witness", witnesses);
    }
    if (quorum < 0 || quorum > witnesses.size()) {
      throw new BadNote("policy.quorum", quorum, witnesses.size());
    }
  }

  /** The log alone. */
  public static Policy of(List<VerifierKey> log) {
    return new Policy(log, List.of(), 0);
  }

  /** Name of the log, which its checkpoints must bear. */
  public String origin() {
    return log.get(0).name();
  }

  /**
   * Checks whose a checkpoint is and who has signed it.
   *
   * @return the cosignatures that hold, by witness
   * @throws BadSignature if it is of another log, a known key's signature does not hold, the log
   *     has not signed it, or too few witnesses have
   */
  public Map<VerifierKey, NoteSignature> check(SignedCheckpoint checkpoint) {
    String origin = checkpoint.checkpoint().origin();
    if (!origin.equals(origin())) {
      throw new BadSignature("signature.origin", origin, origin());
    }
    if (checkpoint.note().verified(log).isEmpty()) {
      throw new BadSignature("signature.none", log);
    }
    Map<VerifierKey, NoteSignature> cosigned =
        new LinkedHashMap<>(checkpoint.note().verified(witnesses));
    if (cosigned.size() < quorum) {
      throw new BadSignature("signature.quorum", cosigned.size(), witnesses.size(), quorum);
    }
    return cosigned;
  }
}
