package cn.sunlot.audit;

import java.util.List;
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
   * @param seq its index in the tree
   * @param entry the bytes of the leaf
   * @param payload what its hash is of, after the salt
   * @param proof the bytes of a {@code .tlog-proof}; its checkpoint is one that was signed before
   *     the next of these entries came in
   * @param consistency from the checkpoint of the evidence before it to its own, base64; empty for
   *     the first
   */
  record Evidence(
      long seq,
      byte[] entry,
      byte[] payload,
      byte[] salt,
      byte[] proof,
      List<String> consistency) {}

  /**
   * Waits a little until a signed checkpoint covers the committed entries of this ref, then tells
   * how far they are.
   *
   * @param cosignatures how many witnesses should have signed, too
   * @throws cn.sunlot.kernel.Refused if the log has stopped
   */
  Coverage cover(String ref, int cosignatures);

  /** The entries of a thing that a checkpoint covers, of these types, in the order of the log. */
  List<Evidence> evidence(String ref, Set<String> types);

  /** Keys that a reader needs: the log's own, then those of its witnesses; one text each. */
  List<String> keys();
}
