package cn.sunlot.draw.targets;

import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Tickets;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Computes keys of units: the smallest of ticket(token), ticket(token#2), … ticket(token#w); one
 * thread.
 */
final class Key {
  private static final int LABEL = 2 * TokenTable.TOKEN + "#64".length();

  private final TokenTable table;
  private final Tickets tickets;
  private final byte[] token = new byte[TokenTable.TOKEN];
  private final byte[] label = new byte[LABEL];
  private byte[] smallest = new byte[Tickets.LENGTH];
  private byte[] ticket = new byte[Tickets.LENGTH];

  Key(TokenTable table, Tickets tickets) {
    this.table = table;
    this.tickets = tickets;
    label[2 * TokenTable.TOKEN] = '#';
  }

  /**
   * Computes the key of this unit; its first eight bytes, so shifted that signed order is the order
   * of the bytes.
   */
  long of(int index) {
    table.token(index, token, 0);
    TokenTable.hex(token, 0, label, 0);
    tickets.write(label, 0, 2 * TokenTable.TOKEN, smallest, 0);
    for (int ball = 2; ball <= table.weight(index); ball++) {
      tickets.write(label, 0, number(ball), ticket, 0);
      if (Arrays.compareUnsigned(ticket, smallest) < 0) {
        byte[] larger = smallest;
        smallest = ticket;
        ticket = larger;
      }
    }
    return ByteBuffer.wrap(smallest).getLong() ^ Long.MIN_VALUE;
  }

  /** Writes key ‖ token of the unit computed last, as {@link DrawnList} holds it. */
  void writeRecord(byte[] out, int off) {
    System.arraycopy(smallest, 0, out, off, Tickets.LENGTH);
    System.arraycopy(token, 0, out, off + Suite.LENGTH, TokenTable.TOKEN);
  }

  private int number(int ball) {
    int end = 2 * TokenTable.TOKEN + 1;
    if (ball > 9) {
      label[end++] = (byte) ('0' + ball / 10);
    }
    label[end++] = (byte) ('0' + ball % 10);
    return end;
  }
}
