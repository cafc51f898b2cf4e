package cn.sunlot.imports.usecase;

import cn.sunlot.sheets.Row;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a file, read by a thread of its own a little before they are wanted. What goes wrong
 * there goes wrong here, after the rows that came before it.
 */
final class ReadAhead implements Iterator<Row>, Closeable {

  private static final int ROWS = 500;
  private static final int BATCHES = 4;
  private static final long LOOK_MILLIS = 50;

  /**
   * Rows in a row.
   *
   * @param last whether there are no more
   * @param trouble why there are no more, if not for the end of the file
   */
  private record Batch(List<Row> rows, boolean last, @Nullable RuntimeException trouble) {}

  private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(BATCHES);
  private final Thread reader;
  private volatile boolean closed;
  private Iterator<Row> rows = Collections.emptyIterator();
  private boolean ended;
  private @Nullable RuntimeException trouble;

  /** Starts reading. */
  ReadAhead(Iterator<Row> file) {
    reader = new Thread(() -> read(file), "reading-ahead");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(Iterator<Row> file) {
    List<Row> read = new ArrayList<>(ROWS);
    try {
      while (!closed && file.hasNext()) {
        read.add(file.next());
        if (read.size() == ROWS) {
          hand(new Batch(read, false, null));
          read = new ArrayList<>(ROWS);
        }
      }
      hand(new Batch(read, true, null));
    } catch (RuntimeException e) {
      hand(new Batch(read, true, e));
    }
  }

  private void hand(Batch batch) {
    try {
      while (!closed && !batches.offer(batch, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        // Whoever takes them has not come yet.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean hasNext() {
    while (!rows.hasNext() && !ended) {
      Batch next = take();
      rows = next.rows().iterator();
      ended = next.last();
      trouble = next.trouble();
    }
    if (!rows.hasNext() && trouble != null) {
      throw trouble;
    }
    return rows.hasNext();
  }

  private Batch take() {
    try {
      Batch next = batches.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      while (next == null) {
        boolean going = reader.isAlive();
        next = batches.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (next == null && !going) {
          throw new IllegalStateException("the rows of the file are not read any more");
        }
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while rows are read", e);
    }
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return rows.next();
  }

  /** Returns when nothing of the file is read any more. */
  @Override
  public void close() {
    closed = true;
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
