package cn.sunlot.publicity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Everything public of an authority, table by table, as text to be compared. */
@Component
public class PublicRows {

  private static final Map<String, String> CHILDREN =
      Map.of(
          "plan_line", "plan_id IN (SELECT plan_id FROM publicity.plan WHERE authority_id = ?)",
          "draw_stratum", "draw_id IN (SELECT id FROM publicity.draw WHERE authority_id = ?)",
          "draw_excluded", "draw_id IN (SELECT id FROM publicity.draw WHERE authority_id = ?)",
          "transcript", "draw_id IN (SELECT id FROM publicity.draw WHERE authority_id = ?)");

  private final DSLContext database;

  PublicRows(DSLContext database) {
    this.database = database;
  }

  /** Every row of every table but the note of the last rebuild. */
  public Map<String, List<String>> of(UUID authorityId) {
    Map<String, List<String>> all = new TreeMap<>();
    for (String table :
        database
            .fetch(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'publicity' AND tablename <> 'edition'")
            .getValues(0, String.class)) {
      String condition = CHILDREN.getOrDefault(table, "authority_id = ?");
      all.put(
          table,
          database
              .fetch(
                  "SELECT to_jsonb(t)::text FROM publicity."
                      + table
                      + " t WHERE "
                      + condition
                      + " ORDER BY 1",
                  authorityId)
              .getValues(0, String.class));
    }
    return all;
  }
}
