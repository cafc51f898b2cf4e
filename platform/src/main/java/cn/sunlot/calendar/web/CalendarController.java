package cn.sunlot.calendar.web;

import cn.sunlot.calendar.domain.Days.Kind;
import cn.sunlot.calendar.store.CalendarSearch;
import cn.sunlot.calendar.store.CalendarSearch.Day;
import cn.sunlot.calendar.usecase.ChangeDays;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calendar of a year, and its changes. */
@RestController
@RequestMapping("/api/calendar")
class CalendarController {

  /**
   * A year.
   *
   * @param provisional true until its holidays are announced: only weekends and fixed holidays are
   *     known
   * @param source the announcement, or null
   * @param days days that differ from the plain week
   */
  record CalendarYear(int year, boolean provisional, @Nullable String source, List<Day> days) {}

  /** A day as it is entered: {@code holiday} or {@code working}. */
  record DayRequest(
      @NotNull LocalDate date,
      @NotNull @Pattern(regexp = "holiday|working") @OneOf(Kind.class) String kind) {}

  record DaysRequest(
      @NotNull @Size(max = 500) String source,
      @NotNull @Size(max = 400) List<@Valid @NotNull DayRequest> days) {

    Map<LocalDate, Kind> byDate() {
      Map<LocalDate, Kind> byDate = new TreeMap<>();
      days.forEach(
          d -> byDate.put(d.date(), d.kind().equals("working") ? Kind.WORKING : Kind.HOLIDAY));
      return byDate;
    }
  }

  private final CalendarSearch search;
  private final ChangeDays change;

  CalendarController(CalendarSearch search, ChangeDays change) {
    this.search = search;
    this.change = change;
  }

  @GetMapping
  @Requires(Permission.CALENDAR_VIEW)
  CalendarYear getCalendar(@RequestParam @Min(1990) @Max(2200) int year) {
    String source = search.findSource(year).orElse(null);
    return new CalendarYear(year, source == null, source, search.list(year));
  }

  @PostMapping("/days")
  @Requires(Permission.CALENDAR_EDIT)
  List<CalendarYear> changeDays(@Valid @RequestBody DaysRequest request) {
    change.run(request.byDate(), request.source().strip());
    return request.byDate().keySet().stream()
        .map(LocalDate::getYear)
        .distinct()
        .map(this::getCalendar)
        .toList();
  }

  /** Enters the whole announcement of a year, which is no longer provisional then. */
  @PostMapping("/years/{year}/announce")
  @Requires(Permission.CALENDAR_EDIT)
  CalendarYear announceYear(
      @PathVariable @Min(1990) @Max(2200) int year, @Valid @RequestBody DaysRequest request) {
    change.announce(year, request.byDate(), request.source().strip());
    return getCalendar(year);
  }
}
