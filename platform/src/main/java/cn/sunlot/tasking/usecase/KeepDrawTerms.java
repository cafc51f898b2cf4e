package cn.sunlot.tasking.usecase;

import cn.sunlot.planning.Plans;
import cn.sunlot.tasking.TaskOpened;
import cn.sunlot.tasking.domain.DrawTerms;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.store.DrawTermsStore;
import cn.sunlot.tasking.store.TaskStore;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the plan says of numbers and regions when a task is opened, in its transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class KeepDrawTerms {

  private final TaskStore store;
  private final DrawTermsStore terms;
  private final Plans plans;

  KeepDrawTerms(TaskStore store, DrawTermsStore terms, Plans plans) {
    this.store = store;
    this.terms = terms;
    this.plans = plans;
  }

  @EventListener
  void on(TaskOpened opened) {
    Task task = store.get(opened.taskId());
    terms.save(
        task,
        Optional.ofNullable(task.terms().planLineId())
            .map(plans::getLine)
            .map(DrawTerms::of)
            .orElseGet(() -> DrawTerms.of(task.terms().ratesBp())));
  }
}
