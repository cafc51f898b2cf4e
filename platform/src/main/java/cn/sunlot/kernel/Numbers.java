package cn.sunlot.kernel;

import static cn.sunlot.kernel.store.jooq.Tables.NUMBER;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers of plans, tasks, draws and visits: without gaps per body and year (N-15). The counter is
 * a row locked until the transaction ends; a rolled-back transaction gives its number back.
 */
@Component
public class Numbers {

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
    return next(authorityId, kind, year, 1).get(0);
  }

  /** The next numbers, as many as are needed, in one step. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<String> next(UUID authorityId, String kind, int year, int count) {
    if (count == 0) {
      return List.of();
    }
    int last =
        database
            .insertInto(NUMBER, NUMBER.AUTHORITY_ID, NUMBER.KIND, NUMBER.YEAR, NUMBER.LAST)
            .values(authorityId, kind, year, count)
            .onConflict(NUMBER.AUTHORITY_ID, NUMBER.KIND, NUMBER.YEAR)
            .doUpdate()
            .set(NUMBER.LAST, NUMBER.LAST.plus(count))
            .returningResult(NUMBER.LAST)
            .fetchSingle()
            .value1();
    return IntStream.rangeClosed(last - count + 1, last)
        .mapToObj(number -> String.format(Locale.ROOT, "%s-%d-%04d", kind, year, number))
        .toList();
  }
}
