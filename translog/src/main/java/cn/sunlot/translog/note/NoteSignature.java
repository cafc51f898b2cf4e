package cn.sunlot.translog.note;

import cn.sunlot.translog.BadNote;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** A signature line of a note: {@code — name base64(id ‖ signature)}. */
public final class NoteSignature {

  private static final String DASH = "— ";
  private static final int ID = 4;

  private final String name;
  private final int id;
  private final byte[] bytes;

  NoteSignature(String name, int id, byte[] bytes) {
    this.name = name;
    this.id = id;
    this.bytes = bytes.clone();
  }

  static NoteSignature parse(int number, String line) {
    int space = line.startsWith(DASH) ? line.indexOf(' ', DASH.length()) : -1;
    if (space < 0 || !KeyName.fits(line.substring(DASH.length(), space))) {
      throw new BadNote("note.signature", number, line);
    }
    String base64 = line.substring(space + 1);
    try {
      byte[] all = Base64.getDecoder().decode(base64);
      if (all.length > ID && Base64.getEncoder().encodeToString(all).equals(base64)) {
        return new NoteSignature(
            line.substring(DASH.length(), space),
            ByteBuffer.wrap(all).getInt(),
            Arrays.copyOfRange(all, ID, all.length));
      }
    } catch (IllegalArgumentException e) {
      throw new BadNote("note.signature", number, line);
    }
    throw new BadNote("note.signature", number, line);
  }

  /** Name of the key. */
  public String name() {
    return name;
  }

  /** Id of the key. */
  public int id() {
    return id;
  }

  /** The signature itself, without the id. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** When a witness saw the checkpoint; only of a signature that a witness's key has verified. */
  public Instant time() {
    return Cosignature.time(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature that
        && name.equals(that.name)
        && id == that.id
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The line, with its LF. */
  @Override
  public String toString() {
    byte[] all = ByteBuffer.allocate(ID + bytes.length).putInt(id).put(bytes).array();
    return DASH + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
  }
}
