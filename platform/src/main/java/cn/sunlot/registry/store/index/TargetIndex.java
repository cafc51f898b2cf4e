package cn.sunlot.registry.store.index;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.domain.Narrowing;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds targets by their characters, letters and filters; ids in order, and how many there are. */
@Component
public class TargetIndex {

  /** Nobody turns so many pages, and finding the place takes longer the further it is. */
  static final int DEEPEST = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(TargetIndex.class);
  private static final int KEEP_AFTER = 10_000;
  private static final int CHUNK = 5_000;

  /** What was found, and how many there are in all, exactly. */
  public record Found(List<UUID> ids, long total) {}

  /** Work with the index as it stands. */
  @FunctionalInterface
  private interface Work<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  private final TargetFeed feed;
  private final Path folder;
  private IndexFolder.@Nullable Opened opened;
  private String database = "";
  private @Nullable String since;
  private volatile @Nullable SearcherManager searchers;
  private @Nullable IndexWriter showing;
  private int unkept;
  private final AtomicInteger takingIn = new AtomicInteger();

  private final Leaves leaves = new Leaves();

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
      if (from == null) {
        index.writer().deleteAll();
      }
      try (var intake = new Intake(index.writer(), from != null, takingIn)) {
        String now = from == null ? feed.readAll(intake) : feed.readChanges(from, intake);
        intake.finish();
        since = now;
      }
      int taken = takingIn.get();
      show(index.writer(), taken > 0);
      if (from == null) {
        keep(index);
      }
      unkept += taken;
      return taken;
    } catch (IOException e) {
      takeBack();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      takeBack();
      throw e;
    } finally {
      takingIn.set(0);
    }
  }

  /** Keeps on the disk what has been taken in, if it is much: the rest is quickly read again. */
  synchronized void keep() {
    IndexFolder.Opened index = opened;
    if (index != null && unkept >= KEEP_AFTER) {
      keep(index);
    }
  }

  private void keep(IndexFolder.Opened index) {
    try {
      IndexFolder.commit(index.writer(), database, Objects.requireNonNull(since));
      unkept = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was taken in of something that did not end would be taken in a second time. */
  private void takeBack() {
    IndexFolder.Opened index = opened;
    if (index != null && takingIn.get() > 0) {
      opened = null;
      try {
        index.takeBack();
      } catch (IOException e) {
        LOG.error("The index of targets cannot be closed: {}", e.getMessage(), e);
      }
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
    if (shown == null || showing != writer) {
      searchers = new SearcherManager(writer, leaves);
      showing = writer;
      if (shown != null) {
        shown.close();
      }
    } else if (changed) {
      shown.maybeRefreshBlocking();
    }
  }

  /** How many targets have been taken in of those that are being taken in. */
  int takingIn() {
    return takingIn.get();
  }

  /** Whether it was built, so that it can be asked. */
  public boolean ready() {
    return searchers != null;
  }

  /**
   * The targets from a place in the order on, and how many there are.
   *
   * @param sort see {@link TargetOrder#of}
   * @throws Refused if the place is too far from the beginning, or the index is still being built
   */
  public Found find(Scope scope, Narrowing filter, String sort, int offset, int size) {
    if (offset + size > DEEPEST) {
      throw Refused.because(RegistryProblem.PAGE_TOO_FAR, String.valueOf(DEEPEST));
    }
    return with(
        searcher -> {
          var question = new Question(leaves, searcher, TargetQuery.of(scope, filter));
          List<UUID> ids = question.ids(TargetOrder.of(sort), offset, size);
          return new Found(ids, question.total());
        });
  }

  /** How many there are, exactly. */
  public int count(Scope scope, Narrowing filter) {
    return with(searcher -> new Question(leaves, searcher, TargetQuery.of(scope, filter)).total());
  }

  /** Whether a target is among them. */
  public boolean has(Scope scope, Narrowing filter, UUID id) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    TargetQuery.of(scope, filter).forEach(part -> all.add(part, Occur.FILTER));
    all.add(new TermQuery(TargetDocument.key(id)), Occur.FILTER);
    return with(searcher -> searcher.count(all.build()) > 0);
  }

  /** All of them by their units' ids, a few thousand at a time, as they are now. */
  public void forEach(Scope scope, Narrowing filter, Consumer<List<UUID>> take) {
    with(
        searcher -> {
          var question = new Question(leaves, searcher, TargetQuery.of(scope, filter));
          List<UUID> ids = new ArrayList<>();
          question.walk(
              TargetOrder.BY_UNIT_UP,
              Integer.MAX_VALUE,
              hits -> {
                ids.add(hits.id());
                if (ids.size() == CHUNK) {
                  take.accept(List.copyOf(ids));
                  ids.clear();
                }
                return true;
              });
          if (!ids.isEmpty()) {
            take.accept(ids);
          }
          return true;
        });
  }

  private <T> T with(Work<T> work) {
    SearcherManager shown = searchers;
    if (shown == null) {
      throw Refused.because(RegistryProblem.INDEX_BEING_BUILT, String.valueOf(takingIn.get()));
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
