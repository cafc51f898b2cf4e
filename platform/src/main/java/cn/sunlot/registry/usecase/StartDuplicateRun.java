package cn.sunlot.registry.usecase;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.jobs.Jobs;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.domain.DuplicateRun;
import cn.sunlot.registry.store.DuplicateRunStore;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts a search through all targets for those that stand in the registry twice (TZ-10). */
@Component
@Transactional
public class StartDuplicateRun {

  private final DuplicateRunStore runs;
  private final Jobs jobs;
  private final Clock clock;

  StartDuplicateRun(DuplicateRunStore runs, Jobs jobs, Clock clock) {
    this.runs = runs;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Starts it.
   *
   * @throws Refused if one is under way in this authority
   */
  public void run() {
    SignedIn person = SignedIn.get();
    DuplicateRun begun =
        DuplicateRun.begin(Ids.next(), person.authorityId(), person.personId(), clock.instant());
    if (!runs.add(begun)) {
      throw Refused.because(RegistryProblem.DUPLICATE_RUN_UNDER_WAY);
    }
    runs.saveJob(begun.id(), jobs.start(DuplicateRunWork.KIND, begun.id().toString()));
  }
}
