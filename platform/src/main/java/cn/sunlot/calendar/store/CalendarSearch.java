package cn.sunlot.calendar.store;

import static cn.sunlot.calendar.store.jooq.Tables.DAY;
import static cn.sunlot.calendar.store.jooq.Tables.YEAR;

import cn.sunlot.calendar.domain.Days;
import cn.sunlot.kernel.OneOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The days of a year that differ from the plain week; the same for everybody, therefore without a
 * scope.
 */
@Repository
@Transactional(readOnly = true)
public class CalendarSearch {

  /** A day that differs from the plain week, by the announcement {@code source}. */
  public record Day(LocalDate date, @OneOf(Days.Kind.class) String kind, String source) {}

  private final DSLContext database;

  CalendarSearch(DSLContext database) {
    this.database = database;
  }

  /** Days of a year, in order. */
  public List<Day> list(int year) {
    return database
        .select(DAY.DATE, DAY.KIND, DAY.SOURCE)
        .from(DAY)
        .where(DAY.DATE.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
        .orderBy(DAY.DATE)
        .fetch(r -> new Day(r.value1(), r.value2(), r.value3()));
  }

  /** The announcement with which a year was loaded. */
  public Optional<String> findSource(int year) {
    return database
        .select(YEAR.SOURCE)
        .from(YEAR)
        .where(YEAR.YEAR_.eq(year))
        .fetchOptional(YEAR.SOURCE);
  }
}
