package cn.sunlot.calendar.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.calendar.CalendarChanged;
import cn.sunlot.calendar.domain.Days.Kind;
import cn.sunlot.calendar.store.CalendarStore;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.SystemWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills in, at the start, the years that came with the program and are not announced yet; what was
 * entered by hand stays.
 */
@Component
public class SeedCalendar implements SmartInitializingSingleton {

  private static final String FILE = "calendar/cn_working_days.csv";

  /** What the table repeats, as people know it. */
  private static final String SOURCE = "国务院办公厅关于部分节假日安排的通知";

  private static final String HEADING = "date,kind";

  private final CalendarStore store;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TransactionTemplate transaction;

  SeedCalendar(
      CalendarStore store,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock,
      TransactionTemplate transaction) {
    this.store = store;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Override
  public void afterSingletonsInstantiated() {
    try {
      String csv = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
      SystemWork.run(() -> transaction.executeWithoutResult(status -> run(csv)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Fills in the years of a table that are not announced yet, in the transaction that is under way.
   *
   * @param csv lines {@code 2026-10-01,holiday} under the heading {@code date,kind}; each year
   *     complete
   */
  public void run(String csv) {
    read(csv).forEach(this::seed);
  }

  private void seed(int year, Map<LocalDate, Kind> days) {
    if (!store.announce(year, SOURCE, clock.instant())) {
      return;
    }
    Set<LocalDate> byHand = store.listDays(year);
    days.forEach(
        (day, kind) -> {
          if (!byHand.contains(day)) {
            store.set(day, kind, SOURCE);
          }
        });
    audit.record(
        "calendar-year-announced",
        "calendar-" + year,
        Map.of("source", SOURCE, "days", days.size()));
    events.publishEvent(new CalendarChanged(Set.of(year)));
  }

  private static Map<Integer, Map<LocalDate, Kind>> read(String csv) {
    Map<Integer, Map<LocalDate, Kind>> years = new TreeMap<>();
    int number = 0;
    for (String line : csv.lines().toList()) {
      number++;
      if (line.isBlank() || line.equals(HEADING)) {
        continue;
      }
      try {
        LocalDate day = LocalDate.parse(line.substring(0, 10));
        Kind kind = Lifecycle.parse(Kind.class, line.substring(11));
        years.computeIfAbsent(day.getYear(), y -> new TreeMap<>()).put(day, kind);
      } catch (RuntimeException e) {
        throw new IllegalStateException(
            "%s, line %d: “%s” is no day. Write 2026-10-01,holiday or 2026-10-10,working."
                .formatted(FILE, number, line),
            e);
      }
    }
    return years;
  }
}
