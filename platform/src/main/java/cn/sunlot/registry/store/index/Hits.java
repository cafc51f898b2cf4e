package cn.sunlot.registry.store.index;

import java.io.IOException;
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
  private final int[] sequence;
  private final boolean filtered;
  private int next;
  private int document = -1;
  private BytesRef key = new BytesRef();
  private BytesRef unit = new BytesRef();

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
            : Leaf.sort(reader, order.field(), documents, count);
    this.next = order.down() ? sequence.length - 1 : 0;
  }

  /** Goes to the next; false where there is none. */
  boolean advance() throws IOException {
    while (next >= 0 && next < sequence.length) {
      document = sequence[next];
      next += order.down() ? -1 : 1;
      if (!filtered || documents.get(document)) {
        key = value(order.field());
        unit = order.field().equals(TargetDocument.BY_UNIT) ? key : value(TargetDocument.BY_UNIT);
        return true;
      }
    }
    return false;
  }

  private BytesRef value(String field) throws IOException {
    SortedDocValues values = DocValues.getSorted(reader, field);
    if (!values.advanceExact(document)) {
      throw new IllegalStateException("a document without " + field);
    }
    return BytesRef.deepCopyOf(values.lookupOrd(values.ordValue()));
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
    int byKey = key.compareTo(other.key);
    int up = byKey != 0 ? byKey : unit.compareTo(other.unit);
    return order.down() ? -up : up;
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
