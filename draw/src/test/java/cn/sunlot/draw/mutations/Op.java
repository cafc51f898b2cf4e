package cn.sunlot.draw.mutations;

import java.util.Arrays;
import java.util.Locale;

/** What is done to a file; {@code at} says where and {@code with} what with. */
public enum Op {
  /** The value at a path becomes another one. */
  SET,
  /** An object gets a further member: {@code with} is the path of its value. */
  PUT,
  /** A member or an item is taken out. */
  DROP,
  /** An item stands twice. */
  REPEAT,
  /** An item and the one before it change places. */
  SWAP,
  /** A line of a text, or of a packed list, becomes another one; lines are counted from 1. */
  LINE_SET,
  LINE_DROP,
  LINE_REPEAT,
  LINE_SWAP,
  /** The text, or the packed list, ends without its last LF. */
  LINE_OPEN,
  /** Bytes at an offset, from the end where it is negative, are replaced: [how many, by what]. */
  SPLICE,
  /** The file is not there. */
  FILE_DROP,
  /** There is this file, with this text. */
  FILE_PUT;

  /** Its name in the list. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Op of(String word) {
    return Arrays.stream(values()).filter(op -> op.word().equals(word)).findFirst().orElseThrow();
  }
}
