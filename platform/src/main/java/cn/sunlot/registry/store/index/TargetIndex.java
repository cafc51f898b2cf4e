package cn.sunlot.registry.store.index;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Area;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.domain.TargetListFilter;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds targets by their characters, letters and filters; ids in order, and how many there are. */
@Component
public class TargetIndex {

  /** So many are counted exactly, however long it takes; above it the count may be a floor. */
  public static final int COUNTED = 10_000;

  /** Nobody turns so many pages, and finding the place takes longer the further it is. */
  static final int DEEPEST = 100_000;

  private static final int KEEP_AFTER = 10_000;
  private static final int CHUNK = 5_000;
  private static final int COUNTS_KEPT = 1_000;

  /**
   * What was found.
   *
   * @param exact false where {@code total} is a floor
   */
  public record Found(List<UUID> ids, long total, boolean exact) {}

  private record Asked(UUID authority, Area area, TargetListFilter filter) {}

  /** Work with the index as it stands. */
  @FunctionalInterface
  private interface Work<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  private final TargetFeed feed;
  private final Path folder;
  private final TargetDocument documents = new TargetDocument();
  private IndexFolder.@Nullable Opened opened;
  private String database = "";
  private @Nullable String since;
  private volatile @Nullable SearcherManager searchers;
  private volatile int takingIn;

  /** Of the index as it is shown: the numbers above a list are asked for with every page. */
  private final Map<Asked, Integer> counts = new ConcurrentHashMap<>();

  TargetIndex(
      TargetFeed feed,
      @Value("${sunlot.index:}") String folder,
      @Value("${sunlot.files}") Path files) {
    this.feed = feed;
    this.folder =
        folder.isEmpty() ? files.toAbsolutePath().resolveSibling("index") : Path.of(folder);
  }

  /**
   * Takes in what was committed since the last time; the first time all of it.
   *
   * @return how many targets
   */
  public synchronized int catchUp() {
    try {
      IndexFolder.Opened index = opened == null ? open() : opened;
      String from = since;
      int[] read = {0};
      if (from == null) {
        index.writer().deleteAll();
        since = feed.readAll(target -> add(index.writer(), target, read));
      } else {
        since = feed.readChanges(from, target -> replace(index.writer(), target, read));
      }
      show(index.writer(), read[0] > 0);
      if (from == null || read[0] >= KEEP_AFTER) {
        IndexFolder.commit(index.writer(), database, since);
      }
      return read[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      takingIn = 0;
    }
  }

  private IndexFolder.Opened open() throws IOException {
    database = feed.identity();
    IndexFolder.Opened index = IndexFolder.open(folder, database);
    since = index.since();
    opened = index;
    return index;
  }

  private void show(IndexWriter writer, boolean changed) throws IOException {
    SearcherManager shown = searchers;
    if (shown == null) {
      searchers = new SearcherManager(writer, null);
    } else if (changed) {
      shown.maybeRefreshBlocking();
      counts.clear();
    }
  }

  private void add(IndexWriter writer, IndexedTarget target, int[] read) {
    try {
      Document document = documents.of(target);
      writer.addDocument(document);
      takingIn = ++read[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replace(IndexWriter writer, IndexedTarget target, int[] read) {
    try {
      writer.updateDocument(TargetDocument.key(target.id()), documents.of(target));
      takingIn = ++read[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many targets have been taken in of those that are being taken in. */
  int takingIn() {
    return takingIn;
  }

  /** Whether it was built, so that it can be asked. */
  public boolean ready() {
    return searchers != null;
  }

  /**
   * The targets from a place in the order on.
   *
   * @param sort see {@link TargetQuery#order}
   * @throws Refused if the place is too far from the beginning, or the index is still being built
   */
  public Found find(Scope scope, TargetListFilter filter, String sort, int offset, int size) {
    if (offset + size > DEEPEST) {
      throw Refused.because(RegistryProblem.PAGE_TOO_FAR, String.valueOf(DEEPEST));
    }
    Query query = TargetQuery.of(scope, filter);
    Sort order = TargetQuery.order(sort);
    return with(
        searcher -> {
          TopFieldDocs top =
              searcher.search(
                  query, new TopFieldCollectorManager(order, offset + size, null, COUNTED));
          TotalHits total = top.totalHits;
          List<UUID> ids = new ArrayList<>();
          for (int i = offset; i < top.scoreDocs.length; i++) {
            ids.add(id(searcher, top.scoreDocs[i]));
          }
          return new Found(ids, total.value, total.relation == TotalHits.Relation.EQUAL_TO);
        });
  }

  /** How many there are, exactly. */
  public int count(Scope scope, TargetListFilter filter) {
    var asked = new Asked(scope.authorityId(), scope.area(), filter);
    Integer counted = counts.get(asked);
    if (counted != null) {
      return counted;
    }
    int count = with(searcher -> searcher.count(TargetQuery.of(scope, filter)));
    if (counts.size() < COUNTS_KEPT) {
      counts.put(asked, count);
    }
    return count;
  }

  /** All of them by their units' ids, a few thousand at a time, as they are now. */
  public void forEach(Scope scope, TargetListFilter filter, Consumer<List<UUID>> take) {
    Query query = TargetQuery.of(scope, filter);
    Sort order = TargetQuery.order("unitId");
    with(
        searcher -> {
          FieldDoc last = null;
          while (true) {
            var chunk = new TopFieldCollectorManager(order, CHUNK, last, 1);
            ScoreDoc[] docs = searcher.search(query, chunk).scoreDocs;
            if (docs.length == 0) {
              return true;
            }
            List<UUID> ids = new ArrayList<>();
            for (ScoreDoc doc : docs) {
              ids.add(id(searcher, doc));
            }
            take.accept(ids);
            last = (FieldDoc) docs[docs.length - 1];
          }
        });
  }

  private <T> T with(Work<T> work) {
    SearcherManager shown = searchers;
    if (shown == null) {
      throw Refused.because(RegistryProblem.INDEX_BEING_BUILT, String.valueOf(takingIn));
    }
    try {
      IndexSearcher searcher = shown.acquire();
      try {
        return work.with(searcher);
      } finally {
        shown.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UUID id(IndexSearcher searcher, ScoreDoc doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc.doc, leaves));
    var ids = DocValues.getBinary(leaf.reader(), TargetDocument.ID);
    if (!ids.advanceExact(doc.doc - leaf.docBase)) {
      throw new IllegalStateException("a document without an id");
    }
    return TargetDocument.id(ids.binaryValue());
  }

  @PreDestroy
  synchronized void close() throws IOException {
    SearcherManager shown = searchers;
    if (shown != null) {
      shown.close();
      searchers = null;
    }
    IndexFolder.Opened index = opened;
    if (index != null) {
      if (since != null) {
        IndexFolder.commit(index.writer(), database, since);
      }
      index.close();
      opened = null;
      since = null;
    }
  }
}
