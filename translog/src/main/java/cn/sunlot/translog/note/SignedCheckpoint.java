package cn.sunlot.translog.note;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A checkpoint with its signatures.
 *
 * @param note as it is published; its text is that of the checkpoint
 * @param checkpoint what it says
 */
public record SignedCheckpoint(Note note, Checkpoint checkpoint) {

  public SignedCheckpoint {
    if (!note.text().equals(checkpoint.text())) {
      throw new IllegalArgumentException("the note is not over this checkpoint");
    }
  }

  /** A checkpoint signed by the log, with all of its keys. */
  public static SignedCheckpoint sign(Checkpoint checkpoint, Collection<SignerKey> keys) {
    return of(Note.sign(checkpoint.text(), Instant.EPOCH, keys));
  }

  /** A note over a checkpoint. */
  public static SignedCheckpoint of(Note note) {
    return new SignedCheckpoint(note, Checkpoint.parse(note.text()));
  }

  /**
   * Reads a note over a checkpoint; its signatures are not looked at.
   *
   * @throws cn.sunlot.translog.BadNote if it is none
   */
  public static SignedCheckpoint parse(byte[] utf8) {
    return of(Note.parse(utf8));
  }

  /** With the cosignature of a witness, as of this time. */
  public SignedCheckpoint cosigned(Instant time, Collection<SignerKey> witness) {
    return of(note.signed(time, witness));
  }

  /**
   * With the cosignatures that a witness has answered. Only those of known witnesses are taken, and
   * each is checked.
   *
   * @param lines signature lines, as {@code add-checkpoint} answers them
   * @throws cn.sunlot.translog.BadNote if these are no signature lines
   * @throws cn.sunlot.translog.BadSignature if one of a known witness does not hold
   */
  public SignedCheckpoint cosigned(byte[] lines, Collection<VerifierKey> witnesses) {
    Note answered = new Note(note.text(), Note.signatures(0, Note.decode(lines)));
    return of(note.with(answered.verified(witnesses).values()));
  }

  /** The cosignature lines of these witnesses, as {@code add-checkpoint} answers them. */
  public String lines(Collection<VerifierKey> witnesses) {
    List<NoteSignature> signatures = new ArrayList<>(note.verified(witnesses).values());
    StringBuilder lines = new StringBuilder();
    signatures.forEach(lines::append);
    return lines.toString();
  }

  /** The bytes of the note. */
  public byte[] write() {
    return note.write();
  }
}
