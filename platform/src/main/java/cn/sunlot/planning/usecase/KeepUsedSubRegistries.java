package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.store.LineSearch;
import cn.sunlot.registry.SubRegistryRemoved;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A sub-registry stays as long as a line of this year's or next year's plans is about its targets:
 * what was approved must still mean something when it is drawn.
 */
@Component
@Transactional
public class KeepUsedSubRegistries {

  private final LineSearch search;
  private final Clock clock;

  KeepUsedSubRegistries(LineSearch search, Clock clock) {
    this.search = search;
    this.clock = clock;
  }

  @EventListener
  void on(SubRegistryRemoved removed) {
    Scope scope = Scope.of(removed.authorityId(), Set.of());
    int year = LocalDate.now(clock).getYear();
    for (int of = year; of <= year + 1; of++) {
      search.listOfYear(scope, of).stream()
          .filter(row -> row.line().filter().subRegistries().contains(removed.id()))
          .findFirst()
          .ifPresent(
              row -> {
                throw Refused.because(
                    PlanningProblem.SUB_REGISTRY_IN_USE,
                    removed.name(),
                    row.place().number(),
                    row.line().title());
              });
    }
  }
}
