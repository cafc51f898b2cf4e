package cn.sunlot.draw;

import java.nio.charset.StandardCharsets;

/** HKDF-Expand of one block with info = label (section 7). */
final class MacTickets implements Tickets {

  private final Suite suite;
  private final byte[] prk;
  private final Hmac mac;

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
    mac.update(label, off, len);
    mac.update((byte) 1);
    mac.finish(out, outOff);
  }

  @Override
  public Tickets fork() {
    return new MacTickets(suite, prk);
  }
}
