package cn.sunlot.imports.store;

import cn.sunlot.imports.RowReader.Staged;
import cn.sunlot.imports.Staging;
import cn.sunlot.kernel.Ids;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills staging tables with COPY, a few thousand rows at a time; while the database takes some, the
 * next are read.
 */
@Repository
public class StagingRows {

  private static final int CHUNK = 5_000;

  private final DSLContext database;
  private final TransactionTemplate transaction;

  StagingRows(DSLContext database, TransactionTemplate transaction) {
    this.database = database;
    this.transaction = transaction;
  }

  /** Takes away what an import has left there. */
  public void clear(Staging staging, UUID importId) {
    transaction.executeWithoutResult(
        status ->
            database.fetch(
                "SELECT imports.clear_staging(CAST(? AS regclass), CAST(? AS uuid))",
                staging.table(),
                importId));
  }

  /** Lets the database know how many rows there are, and what they are like. */
  public void learn(Staging staging) {
    transaction.executeWithoutResult(
        status ->
            database.fetch("SELECT imports.learn_staging(CAST(? AS regclass))", staging.table()));
  }

  /** Adds a few rows in the transaction under way. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Staging staging, UUID importId, Map<Integer, Staged> rows) {
    Lines lines = new Lines(importId);
    rows.forEach(lines::add);
    database.connection(c -> copy(c, staging, lines.take()));
  }

  /** Takes them away again in the transaction under way. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Staging staging, UUID importId) {
    database.execute("DELETE FROM " + staging.table() + " WHERE import_id = ?", importId);
  }

  /** Starts filling. */
  public Writer write(Staging staging, UUID importId) {
    return new Writer(staging, importId);
  }

  private static void copy(Connection connection, Staging staging, byte[] lines)
      throws SQLException {
    String sql =
        "COPY "
            + staging.table()
            + " (import_id, row_number, id, "
            + String.join(", ", staging.columns())
            + ") FROM STDIN";
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(sql, new ByteArrayInputStream(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows as COPY reads them. */
  private static final class Lines {

    private final String importId;
    private final StringBuilder rows = new StringBuilder();
    private int count;

    Lines(UUID importId) {
      this.importId = importId.toString();
    }

    void add(long number, Staged staged) {
      rows.append(importId).append('\t').append(number).append('\t').append(Ids.next());
      for (String value : staged.values()) {
        rows.append('\t');
        append(value);
      }
      rows.append('\n');
      count++;
    }

    private void append(@Nullable String value) {
      if (value == null) {
        rows.append("\\N");
        return;
      }
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        switch (c) {
          case '\\' -> rows.append("\\\\");
          case '\n' -> rows.append("\\n");
          case '\r' -> rows.append("\\r");
          case '\t' -> rows.append("\\t");
          default -> rows.append(c);
        }
      }
    }

    byte[] take() {
      byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
      rows.setLength(0);
      count = 0;
      return bytes;
    }
  }

  /** Collects rows and sends them; {@link #flush} at the end. */
  public final class Writer implements Closeable {

    private final Staging staging;
    private final Lines lines;
    private final ExecutorService sender = Executors.newSingleThreadExecutor();
    private @Nullable Future<?> sent;

    Writer(Staging staging, UUID importId) {
      this.staging = staging;
      this.lines = new Lines(importId);
    }

    public void row(long number, Staged staged) {
      lines.add(number, staged);
      if (lines.count == CHUNK) {
        send();
      }
    }

    /** Waits until all rows are there. */
    public void flush() {
      send();
      await();
    }

    private void send() {
      await();
      if (lines.count > 0) {
        byte[] full = lines.take();
        sent =
            sender.submit(
                () ->
                    transaction.executeWithoutResult(
                        status -> database.connection(c -> copy(c, staging, full))));
      }
    }

    private void await() {
      Future<?> underWay = sent;
      if (underWay == null) {
        return;
      }
      try {
        underWay.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while rows are sent", e);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      }
    }

    /** Ends what is under way: nothing may come after the rows were taken away again. */
    @Override
    public void close() {
      sender.shutdown();
      try {
        sender.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
