package cn.sunlot.registry.store.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** A question to the index as it is shown now: what all parts of it find, counted and in order. */
final class Question {

  private record Found(LeafReader reader, Leaf leaf, FixedBitSet documents, int count) {}

  private final List<Found> found = new ArrayList<>();
  private int total;

  Question(Leaves leaves, IndexSearcher searcher, List<Query> parts) throws IOException {
    for (LeafReaderContext context : searcher.getIndexReader().leaves()) {
      Leaf leaf = leaves.of(context.reader());
      FixedBitSet documents = null;
      for (Query part : parts) {
        FixedBitSet bits = leaf.find(searcher, context, part);
        if (documents == null) {
          documents = bits.clone();
        } else {
          documents.and(bits);
        }
      }
      FixedBitSet left = without(leaves.living(context.reader()), documents);
      int count = left.cardinality();
      if (count > 0) {
        found.add(new Found(context.reader(), leaf, left, count));
        total += count;
      }
    }
  }

  private static FixedBitSet without(@Nullable FixedBitSet living, @Nullable FixedBitSet all) {
    if (all == null) {
      throw new IllegalArgumentException("a question without parts would not ask whose data");
    }
    if (living != null) {
      all.and(living);
    }
    return all;
  }

  int total() {
    return total;
  }

  /** The ids from a place in the order on. */
  List<UUID> ids(TargetOrder order, int offset, int size) throws IOException {
    List<UUID> ids = new ArrayList<>();
    int[] place = {0};
    walk(
        order,
        offset + size,
        hits -> {
          if (place[0]++ >= offset) {
            ids.add(hits.id());
          }
          return ids.size() < size;
        });
    return ids;
  }

  /** Takes a hit; false ends it. */
  @FunctionalInterface
  interface Taker {
    boolean take(Hits hits) throws IOException;
  }

  /** All of them in order until the taker has enough. */
  void walk(TargetOrder order, int wanted, Taker taker) throws IOException {
    PriorityQueue<Hits> all = new PriorityQueue<>();
    for (Found part : found) {
      Hits hits =
          new Hits(part.leaf(), part.reader(), part.documents(), part.count(), order, wanted);
      if (hits.advance()) {
        all.add(hits);
      }
    }
    boolean more = wanted > 0;
    while (more && !all.isEmpty()) {
      Hits first = all.remove();
      more = taker.take(first);
      if (first.advance()) {
        all.add(first);
      }
    }
  }
}
