package cn.sunlot.translog.note;

import cn.sunlot.translog.BadNote;
import cn.sunlot.translog.BadSignature;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A signed text (C2SP signed-note).
 *
 * @param text ends in LF; what is signed
 * @param signatures in the order of their lines, of keys known and unknown
 */
public record Note(String text, List<NoteSignature> signatures) {

  /** Longest note that is read. */
  public static final int MAX_BYTES = 1_000_000;

  /** Most signatures that are read. */
  public static final int MAX_SIGNATURES = 100;

  public Note {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n") || hasControl(text)) {
      throw new BadNote("note.text", text.lines().findFirst().orElse(""));
    }
  }

  /** Signs a text; a key of a witness signs as of this time. */
  public static Note sign(String text, Instant time, Collection<SignerKey> keys) {
    return new Note(text, List.of()).signed(time, keys);
  }

  /** This note with further signatures; those of the same keys are replaced. */
  public Note signed(Instant time, Collection<SignerKey> keys) {
    return with(keys.stream().map(key -> key.sign(text, time)).toList());
  }

  /** This note with further signature lines; those of the same keys are replaced. */
  public Note with(Collection<NoteSignature> further) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    all.removeIf(
        old -> further.stream().anyMatch(s -> s.id() == old.id() && s.name().equals(old.name())));
    all.addAll(further);
    return new Note(text, all);
  }

  /**
   * Reads a note. Nothing in it is to be believed before {@link #verified}.
   *
   * @throws BadNote if it is not written as a note; the line is named
   */
  public static Note parse(byte[] utf8) {
    if (utf8.length > MAX_BYTES) {
      throw new BadNote("note.long", utf8.length, MAX_BYTES);
    }
    String note = decode(utf8);
    int control = control(note);
    if (control >= 0) {
      throw new BadNote("note.control", note.substring(0, control).split("\n", -1).length);
    }
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0) {
      throw new BadNote("note.no-signature");
    }
    String text = note.substring(0, blank + 1);
    int before = text.split("\n", -1).length;
    return new Note(text, signatures(before, note.substring(blank + 2)));
  }

  /** Reads signature lines, which come {@code before} lines after the begin of their file. */
  static List<NoteSignature> signatures(int before, String block) {
    List<NoteSignature> signatures = new ArrayList<>();
    Lines lines = new Lines(block);
    do {
      signatures.add(NoteSignature.parse(before + lines.number() + 1, lines.next()));
      if (signatures.size() > MAX_SIGNATURES) {
        throw new BadNote("note.many", MAX_SIGNATURES);
      }
    } while (lines.more());
    return signatures;
  }

  /**
   * The signatures of known keys, by key, in the order of the note; each was checked. Signatures of
   * other keys are passed over, and of several by one key the first counts.
   *
   * @throws BadSignature if a signature of a known key does not hold
   */
  public Map<VerifierKey, NoteSignature> verified(Collection<VerifierKey> known) {
    Map<VerifierKey, NoteSignature> verified = new LinkedHashMap<>();
    for (NoteSignature signature : signatures) {
      for (VerifierKey key : known) {
        if (key.made(signature)) {
          if (!key.verifies(signature, text)) {
            throw new BadSignature("signature.wrong", key.name(), KeyName.hex(key.id()));
          }
          verified.putIfAbsent(key, signature);
        }
      }
    }
    return verified;
  }

  /** The bytes of the note. */
  public byte[] write() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The note as it is published. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(text).append('\n');
    signatures.forEach(out::append);
    return out.toString();
  }

  /** Strict UTF-8. */
  public static String decode(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new BadNote("note.utf8");
    }
  }

  private static boolean hasControl(String text) {
    return control(text) >= 0;
  }

  private static int control(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' && text.charAt(i) != '\n') {
        return i;
      }
    }
    return -1;
  }
}
