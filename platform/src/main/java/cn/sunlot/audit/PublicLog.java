package cn.sunlot.audit;

import cn.sunlot.translog.merkle.HashReader;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.note.VerifierKey;
import cn.sunlot.translog.proof.LogProof;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The public log as other modules use it: how far a thing is in it, and the evidence of that. */
public interface PublicLog {

  /**
   * How far the entries of a thing are in the log.
   *
   * @param signed whether a signed checkpoint covers all of them
   * @param cosignatures how many witnesses have signed a checkpoint that does
   */
  record Coverage(boolean signed, int cosignatures) {}

  /**
   * An entry with what shows that it is in the log.
   *
   * @param entry the bytes of the leaf
   * @param payload what its hash is of, after the salt
   * @param proof under a checkpoint that was signed before the next of these entries came in
   */
  record Evidence(String type, byte[] entry, byte[] payload, byte[] salt, LogProof proof) {}

  /**
   * Waits a little until a signed checkpoint covers the committed entries of this ref, then tells
   * how far they are.
   *
   * @param cosignatures how many witnesses should have signed, too
   * @throws cn.sunlot.kernel.Refused if the log has stopped
   */
  Coverage cover(String ref, int cosignatures);

  /** Whether a signed checkpoint covers all committed entries of this ref; does not wait. */
  boolean covers(String ref);

  /** The entries of a thing that a checkpoint covers, of these types, in the order of the log. */
  List<Evidence> evidence(String ref, Set<String> types);

  /**
   * Where an entry stands in the log.
   *
   * @param payload what it says, as a reader who may see it reads it
   */
  record Place(long seq, String type, byte[] payload, Instant at) {}

  /** The places of a thing's entries that have one, in the order of the log. */
  List<Place> listPlaces(String ref);

  /** The tree under the last checkpoint. */
  HashReader tree();

  /** The last checkpoint; empty while nothing was logged. */
  Optional<SignedCheckpoint> findCheckpoint();

  /** Leaves from this one on, as many as this or as there are. */
  List<byte[]> listEntries(long from, int most);

  /** A payload that is public, with its salt. */
  Optional<Payload> findPublicPayload(long seq);

  /** A payload as it is published below {@code /log/payload/}. */
  record Payload(byte[] payload, byte[] salt) {}

  /** Keys that a reader needs: the log's own, then those of its witnesses. */
  List<VerifierKey> keys();
}
