package cn.sunlot.credit.usecase;

import cn.sunlot.credit.Credit;
import cn.sunlot.credit.store.ObservationStore;
import cn.sunlot.kernel.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What modules above tell of targets; the entry of the record is theirs. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecordObservations implements Credit {

  private final ObservationStore store;

  RecordObservations(ObservationStore store) {
    this.store = store;
  }

  @Override
  public void record(Collection<Observation> observations) {
    Map<UUID, List<Observation>> each =
        observations.stream().collect(Collectors.groupingBy(Observation::authorityId));
    each.forEach(
        (authority, told) -> {
          UUID batch = Ids.next();
          store.stage(batch, told, true);
          store.merge(authority, batch);
          store.clear(batch);
        });
  }
}
