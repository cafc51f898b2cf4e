package cn.sunlot.tasking.web;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.tasking.store.TogetherSearch;
import cn.sunlot.tasking.store.TogetherSearch.Savings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Visits that merging has saved: in a year, or of the lines of a plan (TZ-20, PDS-2.1). */
@RestController
class SavingsController {

  /** What was saved; the year where it is of one. */
  record SavingsView(@Nullable Integer year, int merged, int saved) {}

  private final TogetherSearch search;
  private final Clock clock;

  SavingsController(TogetherSearch search, Clock clock) {
    this.search = search;
    this.clock = clock;
  }

  @GetMapping("/api/tasks/savings")
  @Requires(Permission.TASK_VIEW)
  SavingsView getSavings(
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam(required = false) @Nullable List<UUID> line) {
    var scope = SignedIn.get().scope();
    if (line != null && !line.isEmpty()) {
      Savings savings = search.ofLines(scope, line);
      return new SavingsView(null, savings.merged(), savings.saved());
    }
    int of = year == null ? LocalDate.now(clock).getYear() : year;
    Savings savings = search.ofYear(scope, of);
    return new SavingsView(of, savings.merged(), savings.saved());
  }
}
