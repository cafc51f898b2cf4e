package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.DRAW_TERMS;

import cn.sunlot.tasking.domain.DrawTerms;
import cn.sunlot.tasking.domain.Task;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** How many a task draws of whom, and in which batches. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class DrawTermsStore {

  private final DSLContext database;
  private final ObjectMapper json;

  DrawTermsStore(DSLContext database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  public void save(Task task, DrawTerms terms) {
    JSONB value = JSONB.valueOf(json.writeValueAsString(terms));
    database
        .insertInto(DRAW_TERMS)
        .set(DRAW_TERMS.TASK_ID, task.id())
        .set(DRAW_TERMS.AUTHORITY_ID, task.terms().authorityId())
        .set(DRAW_TERMS.TERMS, value)
        .onConflict(DRAW_TERMS.TASK_ID)
        .doUpdate()
        .set(DRAW_TERMS.TERMS, value)
        .execute();
  }

  /** What was frozen when it was opened; of one from before that, its rates. */
  public DrawTerms get(Task task) {
    return database
        .select(DRAW_TERMS.TERMS)
        .from(DRAW_TERMS)
        .where(DRAW_TERMS.TASK_ID.eq(task.id()))
        .fetchOptional(r -> json.readValue(r.value1().data(), DrawTerms.class))
        .orElseGet(() -> DrawTerms.of(task.terms().ratesBp()));
  }
}
