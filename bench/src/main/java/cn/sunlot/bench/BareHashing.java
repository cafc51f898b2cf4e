package cn.sunlot.bench;

import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Tickets;
import cn.sunlot.draw.Units;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Nothing but the hashes that a job needs, in a loop on all threads of the common pool, with the
 * digests and the fast HMAC of the library itself.
 */
final class BareHashing {
  private static final int BLOCK = 1 << 14;

  /** Sums up what was hashed, so that no compiler leaves it out. */
  private static final LongAdder SEEN = new LongAdder();

  private BareHashing() {}

  @FunctionalInterface
  private interface Block {
    void hash(int from, int to) throws DigestException;
  }

  private static void blocks(int size, Block block) {
    IntStream.range(0, (size + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(
            b -> {
              try {
                block.hash(b * BLOCK, Math.min(size, (b + 1) * BLOCK));
              } catch (DigestException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  /** One ticket for each of {@code size} tokens. */
  static void tickets(Tickets tickets, int size) {
    blocks(
        size,
        (from, to) -> {
          Tickets own = tickets.fork();
          byte[] label = "0123456789abcdef".repeat(4).getBytes(StandardCharsets.US_ASCII);
          byte[] out = new byte[Tickets.LENGTH];
          long seen = 0;
          for (int i = from; i < to; i++) {
            number(label, i);
            own.write(label, 0, label.length, out, 0);
            seen += out[0];
          }
          SEEN.add(seen);
        });
  }

  /** Salt, token, leaf and, as there is one for each leaf but one, node of {@code size} units. */
  static void freezing(Units units, int size) {
    blocks(
        size,
        (from, to) -> {
          Units own = units.fork();
          MessageDigest digest = units.suite().digest();
          byte[] id = Population.unitId(0).getBytes(StandardCharsets.US_ASCII);
          byte[] leaf = new byte[1 + 64 + ",A,1".length()];
          byte[] node = new byte[1 + 2 * Suite.LENGTH];
          long seen = 0;
          for (int i = from; i < to; i++) {
            number(id, i);
            own.writeToken(id, 0, id.length, leaf, 1);
            digest.update(leaf);
            digest.digest(node, 1, Suite.LENGTH);
            digest.update(node);
            digest.digest(node, 1, Suite.LENGTH);
            seen += node[1];
          }
          SEEN.add(seen);
        });
  }

  private static void number(byte[] label, int number) {
    for (int k = 0; k < Integer.BYTES; k++) {
      label[k] = (byte) (number >>> 8 * k);
    }
  }
}
