package cn.sunlot.kernel;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers of plans, tasks, draws and visits: without gaps per body and year (N-15). The counter is
 * a row locked until the transaction ends; a rolled-back transaction gives its number back.
 */
@Component
public class Numbers {

  private static final Field<Integer> LAST = field(name("last"), Integer.class);

  private final DSLContext database;

  Numbers(DSLContext database) {
    this.database = database;
  }

  /**
   * The next number, e.g. {@code T-2026-0012}.
   *
   * @param authorityId the body
   * @param kind one letter or more: {@code P}, {@code T}, {@code D}, {@code V}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(UUID authorityId, String kind, int year) {
    int last =
        database
            .insertInto(
                table(name("kernel", "number")),
                field(name("authority_id"), UUID.class),
                field(name("kind"), String.class),
                field(name("year"), Integer.class),
                LAST)
            .values(authorityId, kind, year, 1)
            .onConflict(field(name("authority_id")), field(name("kind")), field(name("year")))
            .doUpdate()
            .set(LAST, field(name("number", "last"), Integer.class).plus(1))
            .returningResult(LAST)
            .fetchSingle()
            .value1();
    return String.format(Locale.ROOT, "%s-%d-%04d", kind, year, last);
  }
}
