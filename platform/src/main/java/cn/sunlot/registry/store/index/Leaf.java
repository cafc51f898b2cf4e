package cn.sunlot.registry.store.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * A part of the index that does not change any more, without regard to what was deleted since. What
 * a question finds in it is a bit for each document, kept while it is asked for; so are the orders.
 * Putting parts together costs the same then, however frequent the words are.
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
  private final Map<String, int[]> ords = new ConcurrentHashMap<>();

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
    collect(searcher, context, part, bits);
    synchronized (found) {
      found.put(part, bits);
    }
    return bits;
  }

  /** Each of several possibilities by itself: together they would be put in order for nothing. */
  private void collect(
      IndexSearcher searcher, LeafReaderContext context, Query part, FixedBitSet bits)
      throws IOException {
    if (part instanceof UnitBeginning beginning) {
      collect(context.reader(), beginning, bits);
    } else if (part instanceof BooleanQuery any
        && any.clauses().stream().allMatch(clause -> clause.getOccur() == Occur.SHOULD)) {
      for (BooleanClause clause : any) {
        collect(searcher, context, clause.getQuery(), bits);
      }
    } else {
      Scorer scorer =
          searcher
              .createWeight(searcher.rewrite(part), ScoreMode.COMPLETE_NO_SCORES, 1)
              .scorer(context);
      if (scorer != null) {
        bits.or(scorer.iterator());
      }
    }
  }

  private void collect(LeafReader reader, UnitBeginning beginning, FixedBitSet bits)
      throws IOException {
    SortedDocValues units = DocValues.getSorted(reader, TargetDocument.BY_UNIT);
    int from = place(units, beginning.from());
    int to = place(units, beginning.to());
    if (from == to) {
      return;
    }
    int[] ords = ords(reader, TargetDocument.BY_UNIT);
    int[] order = order(reader, TargetDocument.BY_UNIT);
    int low = first(order, ords, from);
    for (int i = low; i < order.length && ords[order[i]] < to; i++) {
      bits.set(order[i]);
    }
  }

  /** The place of the first value that is not less. */
  private static int place(SortedDocValues values, BytesRef value) throws IOException {
    int ord = values.lookupTerm(value);
    return ord < 0 ? -1 - ord : ord;
  }

  /** Where documents with this value or a greater one begin. */
  private static int first(int[] order, int[] ords, int ord) {
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ords[order[middle]] < ord) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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

  private int[] sort(LeafReader reader, String field) throws IOException {
    int[] ofDocuments = ords(reader, field);
    int[] places = new int[Arrays.stream(ofDocuments).max().orElse(0) + 2];
    for (int ord : ofDocuments) {
      places[ord + 1]++;
    }
    for (int i = 1; i < places.length; i++) {
      places[i] += places[i - 1];
    }
    int[] order = new int[ofDocuments.length];
    if (field.equals(TargetDocument.BY_UNIT)) {
      for (int doc = 0; doc < ofDocuments.length; doc++) {
        order[places[ofDocuments[doc]]++] = doc;
      }
    } else {
      for (int doc : order(reader, TargetDocument.BY_UNIT)) {
        order[places[ofDocuments[doc]]++] = doc;
      }
    }
    return order;
  }

  /** For each document the place of its value among all values of the field. */
  int[] ords(LeafReader reader, String field) throws IOException {
    int[] known = ords.get(field);
    if (known == null) {
      known = read(reader, field);
      ords.put(field, known);
    }
    return known;
  }

  private static int[] read(LeafReader reader, String field) throws IOException {
    SortedDocValues values = DocValues.getSorted(reader, field);
    int[] ords = new int[reader.maxDoc()];
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      ords[doc] = values.ordValue();
    }
    return ords;
  }

  /** A document with its places in two orders. */
  private record Placed(int doc, int place, int unit) {}

  /** These documents in the order of a field: worth it where they are few among many. */
  int[] sort(LeafReader reader, String field, FixedBitSet documents, int count) throws IOException {
    int[] values = ords(reader, field);
    int[] units = ords(reader, TargetDocument.BY_UNIT);
    List<Placed> placed = new ArrayList<>(count);
    var each = new BitSetIterator(documents, count);
    for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
      placed.add(new Placed(doc, values[doc], units[doc]));
    }
    placed.sort(Comparator.comparingInt(Placed::place).thenComparingInt(Placed::unit));
    return placed.stream().mapToInt(Placed::doc).toArray();
  }
}
