package cn.sunlot.draw;

import java.nio.charset.StandardCharsets;

/**
 * The tickets of one round: {@code ticket_r(label) = MAC(PRK_r, label ‖ 0x01)}, 32 bytes (section
 * 7).
 *
 * <p>One instance belongs to one thread; {@link #fork} gives another thread its own.
 */
public interface Tickets {

  /** Bytes of one ticket. */
  int LENGTH = 32;

  /** The ticket of this label, 32 bytes. */
  byte[] of(String label);

  /**
   * Writes the ticket of a label without making objects for it.
   *
   * @param label UTF-8 bytes of the label, from {@code off}, {@code len} of them
   * @param out takes 32 bytes from {@code outOff} on
   */
  default void write(byte[] label, int off, int len, byte[] out, int outOff) {
    byte[] ticket = of(new String(label, off, len, StandardCharsets.UTF_8));
    System.arraycopy(ticket, 0, out, outOff, LENGTH);
  }

  /** The same tickets, for use by another thread. */
  default Tickets fork() {
    return this;
  }
}
