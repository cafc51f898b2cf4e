package cn.sunlot.bench;

import cn.sunlot.registry.domain.TargetListFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * The same lists by SQL alone, as the platform's role under row-level security: a page, and how
 * many there are in all. By one person, with nobody else there.
 */
final class PlainLists {

  private static final int TIMES = 3;

  private final PlatformUnderTest platform;
  private final UUID authority;
  private final int size;

  PlainLists(PlatformUnderTest platform, UUID authority, int size) {
    this.platform = platform;
    this.authority = authority;
    this.size = size;
  }

  /** Nanoseconds of a list of this kind, the middle of a few. */
  long median(ListKind kind) throws SQLException {
    Random random = new Random(42);
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      ListKind.Asked asked = kind.ask(random, size);
      long begin = System.nanoTime();
      page("", asked);
      times.add(System.nanoTime() - begin);
    }
    return times.stream().sorted().toList().get(TIMES / 2);
  }

  /** Writes how PostgreSQL goes about what is left to it, and about the lists by SQL alone. */
  long plans(Path file) throws IOException, SQLException {
    StringBuilder text = new StringBuilder();
    try (Connection connection = open()) {
      add(text, connection, "rows of a page, by their ids", ROWS.formatted(ids(connection)));
      add(text, connection, "what has changed since a second ago", CHANGED);
      add(text, connection, "one target by the id of its unit", BY_UNIT.formatted(authority));
    }
    Random random = new Random(42);
    for (ListKind kind : ListKind.values()) {
      text.append("## by SQL alone: ").append(kind.words()).append("\n\n");
      text.append(page("EXPLAIN (ANALYZE, BUFFERS) ", kind.ask(random, size))).append('\n');
    }
    Files.writeString(file, text);
    return text.length();
  }

  private static final String ROWS =
      "SELECT * FROM registry.target WHERE authority_id = kernel.own_authority() AND id = ANY"
          + " ('{%s}'::uuid[])";

  private static final String CHANGED =
      """
      SELECT id FROM registry.target
      WHERE changed_in >= pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        AND changed_in < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
        AND NOT pg_visible_in_snapshot(changed_in::text::xid8, pg_current_snapshot())
      """;

  private static final String BY_UNIT =
      "SELECT name FROM registry.target WHERE authority_id = '%s' AND unit_id ="
          + " '91370303MA0000001P'";

  private static String ids(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT string_agg(id::text, ',') FROM (SELECT id FROM registry.target LIMIT 20)"
                    + " t")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void add(StringBuilder text, Connection connection, String what, String sql)
      throws SQLException {
    text.append("## ").append(what).append("\n\n");
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS) " + sql)) {
      while (rows.next()) {
        text.append(rows.getString(1)).append('\n');
      }
    }
    text.append('\n');
  }

  private Connection open() throws SQLException {
    Connection connection = platform.login().connect();
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(
          "SELECT set_config('sunlot.authority', '"
              + authority
              + "', false), set_config('sunlot.departments', '"
              + authority
              + "', false), set_config('sunlot.regions', '*own', false)");
    }
    return connection;
  }

  /** The page and the count; returns what they say. */
  private String page(String explain, ListKind.Asked asked) throws SQLException {
    List<Object> values = new ArrayList<>(List.of(authority));
    String where = where(asked.filter(), values);
    String list =
        explain
            + "SELECT * FROM registry.target WHERE "
            + where
            + " ORDER BY "
            + order(asked.sort())
            + ", unit_id LIMIT 20 OFFSET "
            + 20 * (asked.page() - 1);
    String count = explain + "SELECT count(*) FROM registry.target WHERE " + where;
    try (Connection connection = open()) {
      return run(connection, list, values) + "\n" + run(connection, count, values);
    }
  }

  private static String where(TargetListFilter filter, List<Object> values) {
    StringBuilder where = new StringBuilder("authority_id = ?");
    if (filter.q() != null) {
      for (String word : filter.q().split(" ")) {
        where.append(" AND (name LIKE ? OR unit_id LIKE ?)");
        values.addAll(List.of("%" + word + "%", word + "%"));
      }
    }
    equal(where, values, "kind", filter.kind());
    equal(where, values, "region_code", filter.region());
    equal(where, values, "risk_class", filter.riskClass());
    equal(where, values, "status", filter.status());
    equal(where, values, "complete", filter.complete());
    if (filter.tag() != null) {
      where.append(" AND tags && ARRAY[?::text]");
      values.add(filter.tag());
    }
    if (filter.warned() != null) {
      where.append(filter.warned() ? " AND warnings <> '{}'" : " AND warnings = '{}'");
    }
    return where.toString();
  }

  private static void equal(
      StringBuilder where,
      List<Object> values,
      String column,
      @org.jspecify.annotations.Nullable Object value) {
    if (value != null) {
      where.append(" AND ").append(column).append(" = ?");
      values.add(value);
    }
  }

  private static String order(String sort) {
    String down = sort.startsWith("-") ? " DESC" : "";
    return switch (sort.replace("-", "")) {
      case "name" -> "name COLLATE \"zh-x-icu\"" + down;
      case "riskClass" -> "risk_class" + down;
      case "updatedAt" -> "updated_at" + down;
      default -> "unit_id" + down;
    };
  }

  private static String run(Connection connection, String sql, List<Object> values)
      throws SQLException {
    StringBuilder said = new StringBuilder();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          said.append(rows.getString(1)).append('\n');
        }
      }
    }
    return said.toString();
  }
}
