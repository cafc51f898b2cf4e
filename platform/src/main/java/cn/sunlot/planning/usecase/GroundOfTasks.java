package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.planning.LinesInUse;
import cn.sunlot.planning.LinesInUse.Use;
import cn.sunlot.planning.PlanningProblem;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanVersion;
import cn.sunlot.planning.store.PlanStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An adjustment does not take the ground from under tasks that are under way: their line stays, and
 * its period still holds theirs. Everything else of a line may change: a task has frozen what it
 * inspects, and the change is for the next one.
 */
@Component
class GroundOfTasks {

  private final PlanStore store;
  private final LinesInUse uses;
  private final WholeView view;
  private final RulesOfPlans rules;

  GroundOfTasks(PlanStore store, LinesInUse uses, WholeView view, RulesOfPlans rules) {
    this.view = view;
    this.store = store;
    this.uses = uses;
    this.rules = rules;
  }

  void demandKept(Plan plan) {
    List<Line> before = store.findBinding(plan.id()).map(PlanVersion::lines).orElseGet(List::of);
    Map<UUID, Line> now =
        plan.current().lines().stream().collect(Collectors.toMap(Line::id, Function.identity()));
    Map<UUID, String> titles = before.stream().collect(Collectors.toMap(Line::id, Line::title));
    List<WrongValue> wrong = new ArrayList<>();
    for (Use use : underWay(titles.keySet())) {
      Line line = now.get(use.lineId());
      if (line == null || isOutside(use, line)) {
        wrong.add(
            WrongValue.of(
                "lines",
                titles.get(use.lineId()),
                "planning.field." + (line == null ? "line-in-use" : "period-in-use"),
                use.taskNumber(),
                use.from().toString(),
                use.to().toString()));
      }
    }
    if (!wrong.isEmpty()) {
      throw Refused.because(
              PlanningProblem.TASKS_UNDER_WAY, plan.number(), String.valueOf(wrong.size()))
          .by(rules.get(plan).plan().clauses())
          .naming(wrong);
    }
  }

  /** Of whatever department: they carry out lines of a joint plan for several. */
  private List<Use> underWay(Set<UUID> lineIds) {
    List<Use> found = new ArrayList<>();
    view.run(() -> found.addAll(uses.listUnderWay(lineIds)));
    return found;
  }

  private static boolean isOutside(Use use, @Nullable Line line) {
    return line != null
        && (use.from().isBefore(line.period().from()) || use.to().isAfter(line.period().to()));
  }
}
