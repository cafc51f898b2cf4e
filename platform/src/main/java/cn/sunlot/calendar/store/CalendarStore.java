package cn.sunlot.calendar.store;

import static cn.sunlot.calendar.store.jooq.Tables.DAY;
import static cn.sunlot.calendar.store.jooq.Tables.YEAR;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.calendar.WorkingDays;
import cn.sunlot.calendar.domain.Days;
import cn.sunlot.calendar.domain.Days.Kind;
import cn.sunlot.kernel.Lifecycle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calendar in its table. Every question reads it anew (some 40 rows a year), so that all nodes
 * count alike as soon as a day was changed.
 */
@Repository
@Transactional(readOnly = true)
public class CalendarStore implements WorkingDays {

  private final DSLContext database;

  CalendarStore(DSLContext database) {
    this.database = database;
  }

  @Override
  public DueDate after(LocalDate day, int workingDays) {
    // No stretch of the calendar has more than two free days for one working day, and no holiday
    // more than a fortnight.
    return days(day, day.plusDays(3L * Math.max(0, workingDays) + 30)).after(day, workingDays);
  }

  @Override
  public boolean isWorking(LocalDate day) {
    return days(day, day).isWorking(day);
  }

  @Override
  public int between(LocalDate a, LocalDate b) {
    return (b.isBefore(a) ? days(b, a) : days(a, b)).between(a, b);
  }

  @Override
  public List<LocalDate> list(LocalDate a, LocalDate b) {
    Days days = days(a, b);
    return a.datesUntil(b.plusDays(1)).filter(days::isWorking).toList();
  }

  /** What is known of these days. */
  public Days days(LocalDate from, LocalDate to) {
    Map<LocalDate, Kind> known =
        database
            .select(DAY.DATE, DAY.KIND)
            .from(DAY)
            .where(DAY.DATE.between(from, to))
            .fetchMap(DAY.DATE, r -> Lifecycle.parse(Kind.class, r.value2()));
    Set<Integer> announced =
        database
            .select(YEAR.YEAR_)
            .from(YEAR)
            .where(YEAR.YEAR_.between(from.getYear(), to.getYear()))
            .fetchSet(YEAR.YEAR_);
    return new Days(known, announced);
  }

  /** Days of a year of which something was said. */
  public Set<LocalDate> listDays(int year) {
    return database
        .select(DAY.DATE)
        .from(DAY)
        .where(DAY.DATE.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
        .fetchSet(DAY.DATE);
  }

  /**
   * Marks a year as announced.
   *
   * @return false if it was so already
   */
  @Transactional
  public boolean announce(int year, String source, Instant at) {
    return database
            .insertInto(YEAR)
            .set(YEAR.YEAR_, year)
            .set(YEAR.SOURCE, source)
            .set(YEAR.LOADED_AT, at)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Says of a day what it is, in place of what was said before. */
  @Transactional
  public void set(LocalDate day, Kind kind, String source) {
    database
        .insertInto(DAY)
        .set(DAY.DATE, day)
        .set(DAY.KIND, Lifecycle.wireName(kind))
        .set(DAY.SOURCE, source)
        .onConflict(DAY.DATE)
        .doUpdate()
        .set(DAY.KIND, Lifecycle.wireName(kind))
        .set(DAY.SOURCE, source)
        .execute();
  }
}
