package cn.sunlot.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.sunlot.draw.Tickets;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Nothing but the ticket of every eligible pair of slot and person, on all threads. */
final class PairHashing {
  private static final LongAdder SEEN = new LongAdder();

  private final Eligibility who;
  private final Tickets[] forks;
  private final byte[][] names;
  private final byte[][] heads;

  PairHashing(Eligibility who, Tickets tickets) {
    this.who = who;
    forks = new Tickets[Runtime.getRuntime().availableProcessors()];
    Arrays.setAll(forks, i -> tickets.fork());
    names = Arrays.stream(who.persons).map(p -> p.getBytes(US_ASCII)).toArray(byte[][]::new);
    heads =
        Arrays.stream(who.slots)
            .map(slot -> ("pair|" + slot.label() + "|").getBytes(US_ASCII))
            .toArray(byte[][]::new);
  }

  void run() {
    IntStream.range(0, forks.length).parallel().forEach(this::run);
  }

  private void run(int thread) {
    byte[] ticket = new byte[Tickets.LENGTH];
    byte[] label = new byte[256];
    long seen = 0;
    for (int s = thread; s < heads.length; s += forks.length) {
      byte[] head = heads[s];
      System.arraycopy(head, 0, label, 0, head.length);
      for (int p : who.eligible[s]) {
        System.arraycopy(names[p], 0, label, head.length, names[p].length);
        forks[thread].write(label, 0, head.length + names[p].length, ticket, 0);
        seen += ticket[0];
      }
    }
    SEEN.add(seen);
  }
}
