package cn.sunlot.credit.store;

import cn.sunlot.credit.domain.Evaluation;
import cn.sunlot.credit.domain.Evaluation.Visits;
import cn.sunlot.kernel.access.Scope;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Visits of a period per class (N-14). */
@Repository
@Transactional(readOnly = true)
public class EvaluationSearch {

  /**
   * One visit is one occasion, however many items it had. One that both chance and a suspicion led
   * to counts as targeted.
   */
  private static final String VISITS =
      """
      SELECT class_then, selection, count(*) FILTER (WHERE inspected) AS inspected,
        count(*) FILTER (WHERE inspected AND problem) AS problems,
        count(*) FILTER (WHERE NOT inspected) AS prevented
      FROM (
        SELECT min(class_then) AS class_then, max(selection) AS selection,
          bool_or(kind IN ('inspection-passed', 'inspection-problem', 'inspection-other'))
            AS inspected,
          bool_or(kind = 'inspection-problem') AS problem
        FROM credit.observation
        WHERE authority_id = ? AND superseded_by IS NULL AND selection <> 'none'
          AND day BETWEEN ? AND ?
        GROUP BY target_id, occasion) v
      GROUP BY 1, 2
      """;

  private final DSLContext database;

  EvaluationSearch(DSLContext database) {
    this.database = database;
  }

  public Evaluation evaluate(Scope scope, LocalDate from, LocalDate until) {
    Map<String, Visits> random = new HashMap<>();
    Map<String, Visits> targeted = new HashMap<>();
    for (Record row : database.fetch(VISITS, scope.authorityId(), from, until)) {
      var side = row.get(1, String.class).equals("random") ? random : targeted;
      side.put(
          row.get(0, String.class),
          new Visits(row.get(2, Long.class), row.get(3, Long.class), row.get(4, Long.class)));
    }
    return Evaluation.of(random, targeted);
  }
}
