package cn.sunlot.registry.store.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** What a question found in one leaf, one after the other in an order. */
final class Hits implements Comparable<Hits> {

  private final LeafReader reader;
  private final FixedBitSet documents;
  private final TargetOrder order;
  private final Values keys;
  private final Values units;
  private final int[] sequence;
  private final boolean filtered;
  private int next;
  private int document = -1;

  /**
   * Prepares.
   *
   * @param count how many documents there are
   * @param wanted how many of them are likely to be asked for
   */
  Hits(
      Leaf leaf, LeafReader reader, FixedBitSet documents, int count, TargetOrder order, int wanted)
      throws IOException {
    this.reader = reader;
    this.documents = documents;
    this.order = order;
    // Going through all in order meets a hit at every so many; sorting the hits looks at each.
    long steps = (long) Math.min(wanted, count) * reader.maxDoc() / Math.max(1, count);
    this.filtered = steps < 8L * count;
    this.sequence =
        filtered
            ? leaf.order(reader, order.field())
            : leaf.sort(reader, order.field(), documents, count);
    this.keys = new Values(leaf, reader, order.field());
    this.units = new Values(leaf, reader, TargetDocument.BY_UNIT);
    this.next = order.down() ? sequence.length - 1 : 0;
  }

  /** Goes to the next; false where there is none. */
  boolean advance() {
    while (next >= 0 && next < sequence.length) {
      document = sequence[next];
      next += order.down() ? -1 : 1;
      if (!filtered || documents.get(document)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Values of a field, each looked up when it is compared: where there is one leaf, or one whose
   * turn it is for long, most never are.
   */
  private static final class Values {

    private final SortedDocValues values;
    private final int[] ords;
    private int ord = -1;
    private BytesRef value = new BytesRef();

    Values(Leaf leaf, LeafReader reader, String field) throws IOException {
      values = DocValues.getSorted(reader, field);
      ords = leaf.ords(reader, field);
    }

    BytesRef of(int document) throws IOException {
      if (ords[document] != ord) {
        ord = ords[document];
        value = BytesRef.deepCopyOf(values.lookupOrd(ord));
      }
      return value;
    }
  }

  UUID id() throws IOException {
    BinaryDocValues ids = DocValues.getBinary(reader, TargetDocument.ID);
    if (!ids.advanceExact(document)) {
      throw new IllegalStateException("a document without an id");
    }
    return TargetDocument.id(ids.binaryValue());
  }

  @Override
  public int compareTo(Hits other) {
    try {
      int byKey = keys.of(document).compareTo(other.keys.of(other.document));
      int up = byKey != 0 ? byKey : units.of(document).compareTo(other.units.of(other.document));
      return order.down() ? -up : up;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
