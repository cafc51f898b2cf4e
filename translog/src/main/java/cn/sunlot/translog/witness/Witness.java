package cn.sunlot.translog.witness;

import cn.sunlot.translog.BadNote;
import cn.sunlot.translog.BadProof;
import cn.sunlot.translog.BadSignature;
import cn.sunlot.translog.merkle.Consistency;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.Checkpoint;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.SignerKey;
import cn.sunlot.translog.note.VerifierKey;
import cn.sunlot.translog.proof.Policy;
import cn.sunlot.translog.witness.Answer.Outcome;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A witness: cosigns a checkpoint only if it continues the one that it has cosigned before, so that
 * a log cannot show different histories to different readers, nor take anything back.
 */
public final class Witness {

  private final Map<String, Policy> logs;
  private final List<SignerKey> keys;
  private final WitnessState state;
  private final Clock clock;

  /**
   * A witness.
   *
   * @param logs the logs that it watches, by their origins
   * @param keys its own keys; each signs
   */
  public Witness(Map<String, Policy> logs, List<SignerKey> keys, WitnessState state, Clock clock) {
    this.logs = Map.copyOf(logs);
    this.keys = List.copyOf(keys);
    this.state = state;
    this.clock = clock;
  }

  /** Its public keys. */
  public List<VerifierKey> verifiers() {
    return keys.stream().map(SignerKey::verifier).toList();
  }

  /** Answers the body of a request; the new state is kept before this returns. */
  public Answer answer(byte[] body) throws IOException {
    try {
      return answer(AddCheckpoint.parse(body));
    } catch (BadNote e) {
      return refuse(Outcome.MALFORMED, e.in(Locale.ENGLISH));
    }
  }

  private Answer answer(AddCheckpoint request) throws IOException {
    Checkpoint asked = request.checkpoint().checkpoint();
    Policy log = logs.get(asked.origin());
    if (log == null) {
      return refuse(Outcome.UNKNOWN_LOG, "unknown log " + asked.origin());
    }
    try {
      log.check(request.checkpoint());
    } catch (BadSignature e) {
      return refuse(Outcome.UNTRUSTED, e.in(Locale.ENGLISH));
    }
    if (request.old() > asked.size()) {
      return refuse(
          Outcome.MALFORMED, "the old size " + request.old() + " is larger than " + asked.size());
    }
    Optional<SignedCheckpoint> before = state.find(asked.origin());
    long known = size(before);
    if (request.old() != known) {
      return conflict(known);
    }
    Hash root = before.map(seen -> seen.checkpoint().root()).orElse(Hash.EMPTY);
    try {
      Consistency.verify(request.proof(), known, root, asked.size(), asked.root());
    } catch (BadProof e) {
      return refuse(Outcome.INCONSISTENT, e.in(Locale.ENGLISH));
    }
    return cosign(request.checkpoint(), before);
  }

  private Answer cosign(SignedCheckpoint checkpoint, Optional<SignedCheckpoint> before)
      throws IOException {
    String origin = checkpoint.checkpoint().origin();
    SignedCheckpoint cosigned = checkpoint.cosigned(clock.instant(), keys);
    if (!state.replace(origin, before, cosigned)) {
      return conflict(size(state.find(origin)));
    }
    return new Answer(Outcome.ACCEPTED, cosigned.lines(verifiers()));
  }

  private static long size(Optional<SignedCheckpoint> seen) {
    return seen.map(checkpoint -> checkpoint.checkpoint().size()).orElse(0L);
  }

  private static Answer conflict(long known) {
    return new Answer(Outcome.CONFLICT, known + "\n");
  }

  private static Answer refuse(Outcome outcome, String why) {
    return new Answer(outcome, why + "\n");
  }
}
