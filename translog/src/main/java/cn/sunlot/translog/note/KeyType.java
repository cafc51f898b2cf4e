package cn.sunlot.translog.note;

import cn.sunlot.translog.BadNote;

/** What a key signs, by the byte that stands before it. */
public enum KeyType {
  /** The text of a note, as logs do. */
  ED25519(0x01),

  /** A checkpoint with the time at which a witness saw it: {@code cosignature/v1}. */
  COSIGNATURE(0x04);

  private final byte number;

  KeyType(int number) {
    this.number = (byte) number;
  }

  byte number() {
    return number;
  }

  static KeyType of(byte number, String key) {
    for (KeyType type : values()) {
      if (type.number == number) {
        return type;
      }
    }
    throw new BadNote("key.type", String.format("0x%02x", number), key);
  }
}
