package cn.sunlot.registry.store.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexWriter;
import org.jspecify.annotations.Nullable;

/** Takes targets into the index: a few at once, many on all cores while more are read. */
final class Intake implements Consumer<IndexedTarget>, Closeable {

  private static final int BATCH = 500;
  private static final int MOST_THREADS = 4;

  private final IndexWriter writer;
  private final boolean replacing;
  private final AtomicInteger taken;
  private final AtomicReference<@Nullable IOException> trouble = new AtomicReference<>();
  private List<IndexedTarget> batch = new ArrayList<>();
  private @Nullable ThreadPoolExecutor threads;

  /**
   * Prepares.
   *
   * @param replacing whether the index may have them already
   * @param taken counts them
   */
  Intake(IndexWriter writer, boolean replacing, AtomicInteger taken) {
    this.writer = writer;
    this.replacing = replacing;
    this.taken = taken;
  }

  @Override
  public void accept(IndexedTarget target) {
    batch.add(target);
    if (batch.size() == BATCH) {
      List<IndexedTarget> full = batch;
      batch = new ArrayList<>(BATCH);
      threads().execute(() -> take(full));
      rethrow();
    }
  }

  private ThreadPoolExecutor threads() {
    ThreadPoolExecutor pool = threads;
    if (pool == null) {
      int size = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
      pool =
          new ThreadPoolExecutor(
              size,
              size,
              0,
              TimeUnit.SECONDS,
              new ArrayBlockingQueue<>(size),
              new ThreadPoolExecutor.CallerRunsPolicy());
      threads = pool;
    }
    return pool;
  }

  private void take(List<IndexedTarget> targets) {
    TargetDocument documents = new TargetDocument();
    try {
      for (IndexedTarget target : targets) {
        take(target, documents);
        taken.incrementAndGet();
      }
    } catch (IOException e) {
      trouble.compareAndSet(null, e);
    }
  }

  /** One that was merged into another is found as that one. */
  private void take(IndexedTarget target, TargetDocument documents) throws IOException {
    if (target.absorbed()) {
      if (replacing) {
        writer.deleteDocuments(TargetDocument.key(target.id()));
      }
    } else if (replacing && !target.fresh()) {
      writer.updateDocument(TargetDocument.key(target.id()), documents.of(target));
    } else {
      writer.addDocument(documents.of(target));
    }
  }

  private void rethrow() {
    IOException first = trouble.get();
    if (first != null) {
      throw new UncheckedIOException(first);
    }
  }

  /** Takes the rest in and waits for all. */
  void finish() {
    take(batch);
    batch = new ArrayList<>();
    close();
    rethrow();
  }

  @Override
  public void close() {
    ThreadPoolExecutor pool = threads;
    if (pool != null) {
      pool.shutdown();
      try {
        while (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
          rethrow();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while targets are taken in", e);
      }
    }
  }
}
