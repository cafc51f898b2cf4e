package cn.sunlot.calendar.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.calendar.CalendarChanged;
import cn.sunlot.calendar.CalendarProblem;
import cn.sunlot.calendar.domain.Days.Kind;
import cn.sunlot.calendar.store.CalendarStore;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The administrator enters holidays and make-up working days: single ones, or the whole
 * announcement of a year.
 */
@Component
@Transactional
public class ChangeDays {

  private final CalendarStore store;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ChangeDays(CalendarStore store, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Says what single days are. A year that is not announced stays provisional.
   *
   * @param source the announcement
   */
  public void run(Map<LocalDate, Kind> days, String source) {
    demand(!days.isEmpty(), "days", "", "calendar.wrong.no-day");
    checkSource(source);
    set(days, source);
    Set<Integer> years = days.keySet().stream().map(LocalDate::getYear).collect(Collectors.toSet());
    for (int year : years) {
      audit.record(
          "calendar-days-changed",
          "calendar-" + year,
          Map.of("source", source, "days", inWords(days, year)));
    }
    events.publishEvent(new CalendarChanged(years));
  }

  /**
   * Enters the announcement of a year; from then on its days are no longer provisional.
   *
   * @param days all days of the year that differ from the plain week
   */
  public void announce(int year, Map<LocalDate, Kind> days, String source) {
    checkSource(source);
    List<WrongValue> wrong = new ArrayList<>();
    for (LocalDate day : days.keySet()) {
      if (day.getYear() != year) {
        wrong.add(
            WrongValue.of("days", day.toString(), "calendar.wrong.year", Integer.toString(year)));
      }
    }
    if (days.values().stream().noneMatch(kind -> kind == Kind.HOLIDAY)) {
      wrong.add(WrongValue.of("days", null, "calendar.wrong.no-holiday", Integer.toString(year)));
    }
    if (!wrong.isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, wrong.size()).naming(wrong);
    }
    if (!store.announce(year, source, clock.instant())) {
      throw Refused.because(CalendarProblem.YEAR_ANNOUNCED_ALREADY, Integer.toString(year));
    }
    set(days, source);
    audit.record(
        "calendar-year-announced",
        "calendar-" + year,
        Map.of("source", source, "days", inWords(days, year)));
    events.publishEvent(new CalendarChanged(Set.of(year)));
  }

  private void set(Map<LocalDate, Kind> days, String source) {
    days.forEach((day, kind) -> store.set(day, kind, source));
  }

  private static SortedMap<String, String> inWords(Map<LocalDate, Kind> days, int year) {
    SortedMap<String, String> words = new TreeMap<>();
    days.forEach(
        (day, kind) -> {
          if (day.getYear() == year) {
            words.put(day.toString(), Lifecycle.wireName(kind));
          }
        });
    return words;
  }

  private static void checkSource(String source) {
    demand(!source.isBlank(), "source", source, "calendar.wrong.source");
  }

  private static void demand(boolean right, String field, String value, String key) {
    if (!right) {
      throw Refused.because(KernelProblem.VALUES_WRONG, 1)
          .naming(List.of(WrongValue.of(field, value, key)));
    }
  }
}
