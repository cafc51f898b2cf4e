package cn.sunlot.credit.store;

import cn.sunlot.credit.domain.ListKind;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.registry.TargetsMerged;
import cn.sunlot.registry.TargetsSeparated;
import java.time.Clock;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves what is known of a target to the one into which it was merged, keeps which rows those were,
 * and brings them back. Arguments of the statements: 0 the authority, 1 the merger, 2 the survivor,
 * 3 the absorbed target.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class FollowedStore {

  private static final String KEEP =
      "INSERT INTO credit.followed (merger_id, authority_id, what, row_id) SELECT {1}, {0}, ";

  private static final String OBSERVATIONS =
      "WITH moved AS (UPDATE credit.observation SET target_id = {2} WHERE target_id = {3} RETURNING"
          + " id) "
          + KEEP
          + "'observation', id FROM moved";

  /** Of a code that both have, the later day counts; the other row stays where it is. */
  private static final String REPLACED_VALUES =
      "WITH replaced AS (UPDATE credit.given_value o SET superseded_by = n.id"
          + " FROM credit.given_value n WHERE o.target_id = {2} AND n.target_id = {3}"
          + " AND n.code = o.code AND n.day > o.day"
          + " AND o.superseded_by IS NULL AND n.superseded_by IS NULL RETURNING o.id) "
          + KEEP
          + "'replaced-value', id FROM replaced";

  private static final String VALUES =
      "WITH moved AS (UPDATE credit.given_value g SET target_id = {2}"
          + " WHERE g.target_id = {3} AND g.superseded_by IS NULL AND NOT EXISTS ("
          + " SELECT FROM credit.given_value o WHERE o.target_id = {2} AND o.code = g.code"
          + " AND o.superseded_by IS NULL) RETURNING g.id) "
          + KEEP
          + "'given-value', id FROM moved";

  /** An entry that both have from the same day stays where it is: the survivor has it. */
  private static final String LIST_ENTRIES =
      "WITH moved AS (UPDATE credit.list_entry e SET target_id = {2}, version = e.version + 1"
          + " WHERE e.target_id = {3} AND (e.superseded_by IS NOT NULL OR NOT EXISTS ("
          + " SELECT FROM credit.list_entry o WHERE o.target_id = {2} AND o.list = e.list"
          + " AND o.from_day = e.from_day AND o.superseded_by IS NULL)) RETURNING e.id) "
          + KEEP
          + "'list-entry', id FROM moved";

  /** Of lists that exclude each other, the one that began last holds. */
  private static final String ENDED_ENTRIES =
      "WITH ended AS (UPDATE credit.list_entry e SET"
          + " ended_on = greatest(n.from_day, e.from_day), end_reason = {4}, version = e.version + 1"
          + " FROM credit.list_entry n WHERE n.target_id = {2} AND e.target_id = {2}"
          + " AND n.list = {5} AND e.list = ANY ({6})"
          + " AND n.superseded_by IS NULL AND e.superseded_by IS NULL"
          + " AND (e.from_day, e.id) < (n.from_day, n.id)"
          + " AND (n.until_day IS NULL OR n.until_day >= {7}) AND n.ended_on IS NULL"
          + " AND (e.until_day IS NULL OR e.until_day >= n.from_day) AND e.ended_on IS NULL"
          + " RETURNING e.id) "
          + KEEP
          + "'ended-entry', id FROM ended ON CONFLICT DO NOTHING";

  private static final String WARNINGS =
      "WITH moved AS (UPDATE credit.warning w SET target_id = {2} WHERE w.target_id = {3}"
          + " AND NOT EXISTS (SELECT FROM credit.warning o WHERE o.target_id = {2}"
          + " AND o.run_id = w.run_id) RETURNING w.id) "
          + KEEP
          + "'warning', id FROM moved";

  private static final String FOLLOWED =
      "SELECT row_id FROM credit.followed WHERE merger_id = {1} AND what = ";

  /** A correction since, under the same reference, goes back with what it corrects. */
  private static final String OBSERVATIONS_BACK =
      "UPDATE credit.observation SET target_id = {3} WHERE target_id = {2} AND (source, ref) IN ("
          + "SELECT source, ref FROM credit.observation WHERE id IN ("
          + FOLLOWED
          + "'observation'))";

  private static final String VALUES_BACK =
      "UPDATE credit.given_value SET target_id = {3} WHERE target_id = {2} AND id IN ("
          + FOLLOWED
          + "'given-value')";

  /** What was replaced is said again, unless something later was said since. */
  private static final String VALUES_AGAIN =
      "INSERT INTO credit.given_value"
          + " (id, authority_id, target_id, code, value, day, source, recorded_at)"
          + " SELECT kernel.next_id(), g.authority_id, g.target_id, g.code, g.value, g.day, g.source,"
          + " g.recorded_at FROM credit.given_value g WHERE g.id IN ("
          + FOLLOWED
          + "'replaced-value') AND NOT EXISTS (SELECT FROM credit.given_value o"
          + " WHERE o.target_id = g.target_id AND o.code = g.code AND o.superseded_by IS NULL)";

  private static final String LIST_ENTRIES_BACK =
      "UPDATE credit.list_entry e SET target_id = {3}, version = e.version + 1"
          + " WHERE e.target_id = {2} AND e.id IN ("
          + FOLLOWED
          + "'list-entry')";

  private static final String ENTRIES_AGAIN =
      "UPDATE credit.list_entry e SET ended_on = NULL, end_reason = '', version = e.version + 1"
          + " WHERE e.end_reason = {4} AND e.superseded_by IS NULL AND e.id IN ("
          + FOLLOWED
          + "'ended-entry')";

  private static final String WARNINGS_BACK =
      "UPDATE credit.warning SET target_id = {3} WHERE target_id = {2} AND id IN ("
          + FOLLOWED
          + "'warning')";

  private static final String MERGED = "检查对象合并";

  private final DSLContext database;
  private final ListStore lists;
  private final Clock clock;

  FollowedStore(DSLContext database, ListStore lists, Clock clock) {
    this.database = database;
    this.lists = lists;
    this.clock = clock;
  }

  /** Everything that is known of the absorbed target is known of the survivor. */
  public void follow(TargetsMerged merged) {
    Object[] ids = {
      merged.authorityId(), merged.mergerId(), merged.survivorId(), merged.absorbedId()
    };
    database.execute(OBSERVATIONS, ids);
    database.execute(REPLACED_VALUES, ids);
    database.execute(VALUES, ids);
    database.execute(LIST_ENTRIES, ids);
    for (ListKind kind : ListKind.values()) {
      if (!kind.excludes().isEmpty()) {
        String[] excluded =
            kind.excludes().stream().map(Lifecycle::wireName).toArray(String[]::new);
        database.execute(
            ENDED_ENTRIES,
            ids[0],
            ids[1],
            ids[2],
            ids[3],
            MERGED,
            Lifecycle.wireName(kind),
            excluded,
            LocalDate.now(clock));
      }
    }
    database.execute(WARNINGS, ids);
    lists.keepTags(merged.authorityId(), merged.survivorId());
  }

  /** Brings back what followed. */
  public void bringBack(TargetsSeparated separated) {
    Object[] ids = {
      separated.authorityId(),
      separated.mergerId(),
      separated.survivorId(),
      separated.absorbedId(),
      MERGED
    };
    database.execute(OBSERVATIONS_BACK, ids);
    database.execute(VALUES_BACK, ids);
    database.execute(VALUES_AGAIN, ids);
    database.execute(LIST_ENTRIES_BACK, ids);
    database.execute(ENTRIES_AGAIN, ids);
    database.execute(WARNINGS_BACK, ids);
    lists.keepTags(separated.authorityId(), separated.survivorId());
    lists.restateTags(separated.authorityId(), separated.absorbedId());
  }
}
