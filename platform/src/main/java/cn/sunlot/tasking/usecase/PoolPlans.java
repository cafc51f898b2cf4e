package cn.sunlot.tasking.usecase;

import cn.sunlot.tasking.domain.DrawTerms;
import cn.sunlot.tasking.domain.PoolFacts;
import cn.sunlot.tasking.domain.PoolNote;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.store.PoolStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is drawn from a pool, and what there is to know of it, before and after it is frozen. */
@Component
@Transactional(readOnly = true)
public class PoolPlans {

  private final PoolStore store;
  private final Pools pools;

  PoolPlans(PoolStore store, Pools pools) {
    this.store = store;
    this.pools = pools;
  }

  public Optional<PoolFacts> findFacts(Task task) {
    return store.findFacts(task.id());
  }

  public DrawTerms terms(Task task) {
    return pools.drawTerms(task);
  }

  /** All that whoever freezes it must know. */
  public List<PoolNote> notes(Task task, PoolFacts facts) {
    return pools.notes(task, facts);
  }
}
