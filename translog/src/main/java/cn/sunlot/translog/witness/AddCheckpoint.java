package cn.sunlot.translog.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sunlot.translog.BadNote;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.Lines;
import cn.sunlot.translog.note.Note;
import cn.sunlot.translog.note.SignedCheckpoint;
import java.util.List;

/**
 * What a log asks of a witness: to cosign a checkpoint.
 *
 * @param old size that the witness has cosigned last, as far as the log knows; 0 if none
 * @param proof consistency proof from there to the checkpoint
 * @param checkpoint signed by the log
 */
public record AddCheckpoint(long old, List<Hash> proof, SignedCheckpoint checkpoint) {

  private static final int MAX_PROOF = 63;

  public AddCheckpoint {
    proof = List.copyOf(proof);
  }

  /**
   * Reads the body of a request.
   *
   * @throws BadNote if it is not written as it must be; the line is named
   */
  public static AddCheckpoint parse(byte[] body) {
    if (body.length > Note.MAX_BYTES) {
      throw new BadNote("note.long", body.length, Note.MAX_BYTES);
    }
    Lines lines = new Lines(Note.decode(body));
    long old = lines.decimal("old ");
    List<Hash> proof = lines.hashes(MAX_PROOF);
    return new AddCheckpoint(old, proof, SignedCheckpoint.parse(lines.rest().getBytes(UTF_8)));
  }

  /** The body of the request. */
  public byte[] write() {
    StringBuilder out = new StringBuilder("old " + old + "\n");
    proof.forEach(hash -> out.append(hash).append('\n'));
    return out.append('\n').append(checkpoint.note()).toString().getBytes(UTF_8);
  }
}
