package cn.sunlot.cli.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Map;

/** The rows of draws as the database holds them. */
final class DrawTables {

  /** By table: key, value and, where the entry's time must be the row's, the time. */
  private static final Map<String, String> QUERIES =
      Map.ofEntries(
          Map.entry(
              "drawing.commitment",
              "d.ref, convert_from(t.document, 'UTF8'), t.at FROM drawing.commitment t"),
          Map.entry("drawing.commitment.hash", "d.ref, t.hash, NULL FROM drawing.commitment t"),
          Map.entry(
              "drawing.reveal", "d.ref || ' ' || t.party, t.nonce, t.at FROM drawing.reveal t"),
          Map.entry(
              "drawing.round",
              "d.ref || ' ' || t.r, convert_from(t.input, 'UTF8'), t.at FROM drawing.round t"),
          Map.entry(
              "drawing.outcome",
              "d.ref || ' ' || t.r, convert_from(t.document, 'UTF8'), t.at FROM drawing.outcome t"),
          Map.entry(
              "drawing.outcome.chain_value",
              "d.ref || ' ' || t.r, t.chain_value, NULL FROM drawing.outcome t"),
          Map.entry(
              "drawing.drawn_target",
              "d.ref || ' ' || t.token, t.r || ' ' || t.stratum || ' ' || t.position || ' ' ||"
                  + " t.ticket, NULL FROM drawing.drawn_target t"),
          Map.entry(
              "drawing.filled_slot",
              "d.ref || ' ' || t.r || ' ' || t.group_token || ' ' || t.role, t.position || ' ' ||"
                  + " t.person_token, NULL FROM drawing.filled_slot t"));

  private static final Map<String, String> OTHERS =
      Map.of(
          "drawing.public_value",
          "SELECT d.ref || ' ' || s.kind || ' ' || s.source_id, t.value, NULL FROM"
              + " drawing.public_value t JOIN drawing.source s USING (draw_id, r, position) JOIN"
              + " drawing.draw d ON d.id = t.draw_id",
          "drawing.party",
          "SELECT d.ref || ' ' || t.party, t.kind || ' ' || t.commitment, NULL FROM drawing.party t"
              + " JOIN drawing.draw d ON d.id = t.draw_id WHERE EXISTS (SELECT FROM"
              + " drawing.commitment c WHERE c.draw_id = d.id)",
          "drawing.draw.state",
          "SELECT ref, state, NULL FROM drawing.draw",
          "drawing.draw.void",
          "SELECT ref, void_cause || ' ' || void_reason || ' ' || array_to_string(void_failed,"
              + " ','), NULL FROM drawing.draw WHERE void_cause IS NOT NULL");

  private DrawTables() {}

  static Rows read(Connection connection) throws SQLException {
    Rows rows = new Rows();
    for (Map.Entry<String, String> query : QUERIES.entrySet()) {
      read(
          connection,
          rows,
          query.getKey(),
          "SELECT " + query.getValue() + " JOIN drawing.draw d ON d.id = t.draw_id");
    }
    for (Map.Entry<String, String> query : OTHERS.entrySet()) {
      read(connection, rows, query.getKey(), query.getValue());
    }
    return rows;
  }

  private static void read(Connection connection, Rows rows, String table, String query)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(1000);
      try (ResultSet row = statement.executeQuery(query)) {
        while (row.next()) {
          OffsetDateTime at = row.getObject(3, OffsetDateTime.class);
          if (at == null) {
            rows.add(table, row.getString(1), row.getString(2));
          } else {
            rows.add(table, row.getString(1), row.getString(2), at.toInstant());
          }
        }
      }
    }
  }
}
