package cn.sunlot.draw;

import java.nio.charset.StandardCharsets;

/** HKDF-Expand of one block with info = label (section 7). */
final class MacTickets implements Tickets {

  private final Suite suite;
  private final byte[] prk;
  private final Hmac mac;

  /** label ‖ 0x01. */
  private byte[] message = new byte[2 * LENGTH + 1];

  MacTickets(Suite suite, byte[] prk) {
    this.suite = suite;
    this.prk = prk.clone();
    this.mac = new Hmac(suite, prk);
  }

  @Override
  public byte[] of(String label) {
    byte[] utf8 = label.getBytes(StandardCharsets.UTF_8);
    byte[] ticket = new byte[LENGTH];
    write(utf8, 0, utf8.length, ticket, 0);
    return ticket;
  }

  @Override
  public void write(byte[] label, int off, int len, byte[] out, int outOff) {
    if (message.length <= len) {
      message = new byte[2 * len + 1];
    }
    System.arraycopy(label, off, message, 0, len);
    message[len] = 1;
    mac.write(message, 0, len + 1, out, outOff);
  }

  @Override
  public Tickets fork() {
    return new MacTickets(suite, prk);
  }
}
