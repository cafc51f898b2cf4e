package cn.sunlot.imports.store;

import cn.sunlot.imports.RowReader.Staged;
import cn.sunlot.imports.Staging;
import cn.sunlot.kernel.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills staging tables with COPY, a few thousand rows at a time. */
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
            database.execute("DELETE FROM " + staging.table() + " WHERE import_id = ?", importId));
  }

  /** Starts filling. */
  public Writer write(Staging staging, UUID importId) {
    return new Writer(staging, importId);
  }

  /** Collects rows and sends them; {@link #flush} at the end. */
  public final class Writer {

    private final String sql;
    private final String importId;
    private final StringBuilder rows = new StringBuilder();
    private int waiting;

    Writer(Staging staging, UUID importId) {
      this.importId = importId.toString();
      this.sql =
          "COPY "
              + staging.table()
              + " (import_id, row_number, id, "
              + String.join(", ", staging.columns())
              + ") FROM STDIN";
    }

    public void row(long number, Staged staged) {
      rows.append(importId).append('\t').append(number).append('\t').append(Ids.next());
      for (String value : staged.values()) {
        rows.append('\t');
        append(value);
      }
      rows.append('\n');
      if (++waiting == CHUNK) {
        flush();
      }
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

    public void flush() {
      if (waiting == 0) {
        return;
      }
      byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
      rows.setLength(0);
      waiting = 0;
      transaction.executeWithoutResult(status -> database.connection(c -> copy(c, bytes)));
    }

    private void copy(java.sql.Connection connection, byte[] bytes) throws java.sql.SQLException {
      try {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(sql, new ByteArrayInputStream(bytes));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
