package cn.sunlot.registry.store.index;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** What is kept of the parts of the index, as long as they are part of it. */
final class Leaves extends SearcherFactory {

  /** Putting so many in order takes a while that whoever asks first would wait. */
  private static final int LARGE = 50_000;

  private final Map<IndexReader.CacheKey, Leaf> leaves = new ConcurrentHashMap<>();
  private final Map<IndexReader.CacheKey, FixedBitSet> living = new ConcurrentHashMap<>();

  Leaf of(LeafReader reader) {
    var core = Objects.requireNonNull(reader.getCoreCacheHelper());
    return leaves.computeIfAbsent(
        core.getKey(),
        key -> {
          core.addClosedListener(leaves::remove);
          return new Leaf();
        });
  }

  /** Prepares what is new and large before it is shown. */
  @Override
  public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
      throws IOException {
    for (LeafReaderContext context : reader.leaves()) {
      if (context.reader().maxDoc() >= LARGE) {
        for (String field : TargetOrder.FIELDS) {
          of(context.reader()).order(context.reader(), field);
        }
      }
    }
    return new IndexSearcher(reader);
  }

  /** Documents that were not deleted; null where none was. */
  @Nullable FixedBitSet living(LeafReader reader) {
    Bits bits = reader.getLiveDocs();
    if (bits == null) {
      return null;
    }
    var whole = Objects.requireNonNull(reader.getReaderCacheHelper());
    return living.computeIfAbsent(
        whole.getKey(),
        key -> {
          whole.addClosedListener(living::remove);
          return FixedBitSet.copyOf(bits);
        });
  }
}
