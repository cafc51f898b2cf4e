package cn.sunlot.registry.store.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.FixedBitSet;

/**
 * A part of the index that does not change any more, without regard to what was deleted since. What
 * a question finds in it is a bit for each document, kept while it is asked for; so are the orders.
 * Ten bits and a million documents are then a matter of microseconds, however frequent the words.
 */
final class Leaf {

  /** Each as large as the eighth part of the number of documents, in bytes. */
  private static final int KEPT = 200;

  private final Map<Query, FixedBitSet> found =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Query, FixedBitSet> eldest) {
          return size() > KEPT;
        }
      };

  private final Map<String, int[]> orders = new ConcurrentHashMap<>();

  /** Which documents a part of a question finds; not to be changed. */
  FixedBitSet find(IndexSearcher searcher, LeafReaderContext context, Query part)
      throws IOException {
    synchronized (found) {
      FixedBitSet known = found.get(part);
      if (known != null) {
        return known;
      }
    }
    FixedBitSet bits = new FixedBitSet(context.reader().maxDoc());
    Scorer scorer =
        searcher
            .createWeight(searcher.rewrite(part), ScoreMode.COMPLETE_NO_SCORES, 1)
            .scorer(context);
    if (scorer != null) {
      bits.or(scorer.iterator());
    }
    synchronized (found) {
      found.put(part, bits);
    }
    return bits;
  }

  /** All documents in the order of a field; where it says nothing, in that of units' ids. */
  int[] order(LeafReader reader, String field) throws IOException {
    int[] known = orders.get(field);
    if (known == null) {
      known = sort(reader, field);
      orders.put(field, known);
    }
    return known;
  }

  private static int[] sort(LeafReader reader, String field) throws IOException {
    SortedDocValues values = DocValues.getSorted(reader, field);
    int[] places = new int[values.getValueCount() + 1];
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      places[values.ordValue() + 1]++;
    }
    for (int i = 1; i < places.length; i++) {
      places[i] += places[i - 1];
    }
    int[] order = new int[reader.maxDoc()];
    values = DocValues.getSorted(reader, field);
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      order[places[values.ordValue()]++] = doc;
    }
    return order;
  }

  /** These documents in the order of a field: worth it where they are few among many. */
  static int[] sort(LeafReader reader, String field, FixedBitSet documents, int count)
      throws IOException {
    SortedDocValues values = DocValues.getSorted(reader, field);
    long[] placed = new long[count];
    int filled = 0;
    for (int doc = documents.nextSetBit(0);
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc =
            doc + 1 < documents.length()
                ? documents.nextSetBit(doc + 1)
                : DocIdSetIterator.NO_MORE_DOCS) {
      if (!values.advanceExact(doc)) {
        throw new IllegalStateException("a document without " + field);
      }
      placed[filled++] = (long) values.ordValue() << 32 | doc;
    }
    Arrays.sort(placed);
    return Arrays.stream(placed).mapToInt(place -> (int) place).toArray();
  }
}
