package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.Voidance;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.kernel.jobs.RecurringWork;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes draws void whose deadline passed without anybody giving a command (draw.md section 2), each
 * in a transaction of its own.
 */
@Component
class VoidOverdueDraws implements RecurringWork {

  private final DrawSteps steps;
  private final DrawStore draws;
  private final CeremonyStore ceremonies;
  private final TransactionTemplate transaction;

  VoidOverdueDraws(
      DrawSteps steps, DrawStore draws, CeremonyStore ceremonies, TransactionTemplate transaction) {
    this.steps = steps;
    this.draws = draws;
    this.ceremonies = ceremonies;
    this.transaction = transaction;
  }

  @Override
  public String name() {
    return "void-overdue-draws";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    List<UUID> underWay =
        Objects.requireNonNull(
            transaction.execute(s -> draws.listUnderWay().stream().map(Draw::id).toList()));
    underWay.forEach(id -> transaction.executeWithoutResult(s -> voidIfOverdue(id)));
  }

  private void voidIfOverdue(UUID id) {
    Draw draw = draws.lock(id);
    Optional<Voidance> why = DrawSteps.findLapse(draw, ceremonies.get(id), steps.now());
    why.ifPresent(voidance -> steps.voidNow(draw, voidance));
  }
}
