package cn.sunlot.registry.store.index;

import cn.sunlot.kernel.access.SystemWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads targets of all authorities as they change. What has been seen is a snapshot of PostgreSQL,
 * not a time or a number: of two changes the later may be committed first, and none may be missed.
 */
@Component
class TargetFeed {

  private static final String ALL =
      """
      SELECT id, authority_id, unit_id, name, kind, region_code, risk_class, tags, status,
        complete, warnings <> '{}', updated_at, placed, details,
        coalesce(former_ids, '{}'), merged_into IS NOT NULL,
        added_in IS NOT DISTINCT FROM changed_in
      FROM registry.target LEFT JOIN (
        SELECT s.survivor_id, array_agg(o.unit_id) AS former_ids
        FROM registry.survivor s JOIN registry.target o ON o.id = s.id GROUP BY 1
      ) former ON survivor_id = target.id
      """;

  /** A row restored from elsewhere may name a transaction that is yet to come here. */
  private static final String CHANGED =
      ALL
          + """
          WHERE changed_in >= CAST(? AS bigint) AND changed_in < CAST(? AS bigint)
            AND NOT pg_visible_in_snapshot(changed_in::text::xid8, CAST(? AS pg_snapshot))
          """;

  private static final int FETCH = 5_000;
  private static final String[] NONE = {};
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final DSLContext database;
  private final ObjectMapper json;
  private final TransactionTemplate transaction;

  TargetFeed(DSLContext database, PlatformTransactionManager transactions, ObjectMapper json) {
    this.database = database;
    this.json = json;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.transaction.setReadOnly(true);
  }

  /**
   * Which database this is, so that an index of another, or of another past, is not taken for it.
   */
  String identity() {
    return inSight(
        () ->
            database
                .fetchSingle(
                    """
                    SELECT s.system_identifier || '/' || c.timeline_id || '/' || d.oid
                    FROM pg_control_system() s, pg_control_checkpoint() c, pg_database d
                    WHERE d.datname = current_database()
                    """)
                .get(0, String.class));
  }

  /** Reads all targets; returns the snapshot from which to go on. */
  String readAll(Consumer<IndexedTarget> take) {
    return inSight(
        () -> {
          String snapshot = snapshot();
          database.connection(connection -> read(connection, ALL, take));
          return snapshot;
        });
  }

  /** Reads what has changed since a snapshot; returns the one from which to go on. */
  String readChanges(String since, Consumer<IndexedTarget> take) {
    return inSight(
        () -> {
          String snapshot = snapshot();
          String first = since.substring(0, since.indexOf(':'));
          String end = snapshot.split(":", -1)[1];
          database.connection(connection -> read(connection, CHANGED, take, first, end, since));
          return snapshot;
        });
  }

  private String snapshot() {
    return database.fetchSingle("SELECT pg_current_snapshot()::text").get(0, String.class);
  }

  private <T> T inSight(Supplier<T> work) {
    return SystemWork.run(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
  }

  private void read(
      Connection connection, String sql, Consumer<IndexedTarget> take, String... bindings)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH);
      for (int i = 0; i < bindings.length; i++) {
        statement.setString(i + 1, bindings[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          take.accept(target(rows));
        }
      }
    }
  }

  private IndexedTarget target(ResultSet row) throws SQLException {
    return new IndexedTarget(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        texts(row, 8),
        row.getString(9),
        row.getBoolean(10),
        row.getBoolean(11),
        row.getObject(12, OffsetDateTime.class).toInstant(),
        texts(row, 13),
        details(row.getString(14)),
        texts(row, 15),
        row.getBoolean(16),
        row.getBoolean(17));
  }

  private Map<String, String> details(String stored) {
    return "{}".equals(stored) ? Map.of() : json.readValue(stored, TEXTS);
  }

  /** Most have none, and unpacking an array costs as much as the rest of the row. */
  private static String[] texts(ResultSet row, int column) throws SQLException {
    return "{}".equals(row.getString(column)) ? NONE : (String[]) row.getArray(column).getArray();
  }
}
