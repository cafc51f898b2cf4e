package cn.sunlot.draw.targets;

import cn.sunlot.draw.text.Say;

/** A line of a list that breaks section 3. */
public final class BadLine extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final transient Say say;

  BadLine(int line, Say say) {
    super("line " + line + ": " + say);
    this.line = line;
    this.say = say;
  }

  /** The line, counted from 1. */
  public int line() {
    return line;
  }

  /** Whether the list is longer than its reader was told. */
  public boolean tooMany() {
    return say.key().equals("csv.size");
  }

  /** What is wrong with it. */
  public Say say() {
    return say;
  }
}
