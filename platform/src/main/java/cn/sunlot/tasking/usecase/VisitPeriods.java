package cn.sunlot.tasking.usecase;

import cn.sunlot.drawing.Draws.DrawnTarget;
import cn.sunlot.tasking.domain.Batches;
import cn.sunlot.tasking.domain.DrawTerms.Batch;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.store.DrawTermsStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** When drawn targets are visited: in their batch's period, or the task's (TZ-8, ZB-5). */
@Component
class VisitPeriods {

  private final DrawTermsStore terms;

  VisitPeriods(DrawTermsStore terms) {
    this.terms = terms;
  }

  /** The period of each target, by id. */
  Function<UUID, Batch> of(Task task, Collection<DrawnTarget> drawn) {
    Batch whole = new Batch(task.terms().from(), task.terms().to());
    List<Batch> planned = terms.get(task).batches();
    if (planned.isEmpty()) {
      return id -> whole;
    }
    Batches batches = new Batches(planned);
    Map<String, Integer> sizes =
        drawn.stream().collect(Collectors.toMap(VisitPeriods::order, t -> 1, Integer::sum));
    Map<UUID, Batch> periods = new HashMap<>();
    for (DrawnTarget target : drawn) {
      int size = sizes.getOrDefault(order(target), 1);
      // A substitute comes when everybody else was drawn: in the last batch.
      periods.put(
          target.targetId(),
          target.round() > 0
              ? planned.get(planned.size() - 1)
              : batches.period(target.position(), size));
    }
    return id -> periods.getOrDefault(id, whole);
  }

  private static String order(DrawnTarget target) {
    return target.round() + "/" + target.stratum();
  }
}
