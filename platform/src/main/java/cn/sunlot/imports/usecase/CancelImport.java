package cn.sunlot.imports.usecase;

import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.ImportCommand;
import cn.sunlot.imports.domain.ImportLifecycle;
import cn.sunlot.imports.store.ImportStore;
import cn.sunlot.kernel.jobs.Job;
import cn.sunlot.kernel.jobs.Jobs;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks a running import to stop; until it is merged, nothing of it stays. */
@Component
@Transactional
public class CancelImport {

  private final ImportStore store;
  private final ImportKinds kinds;
  private final ImportSteps steps;
  private final Jobs jobs;

  CancelImport(ImportStore store, ImportKinds kinds, ImportSteps steps, Jobs jobs) {
    this.store = store;
    this.kinds = kinds;
    this.steps = steps;
    this.jobs = jobs;
  }

  /** Asks; an import whose job has not begun is cancelled at once. */
  public Import run(UUID id) {
    Import im = store.getHandled(id);
    kinds.demand(im.kind());
    ImportLifecycle.TABLE.take(im.state(), ImportCommand.CANCEL);
    UUID job = Objects.requireNonNull(im.jobId());
    jobs.cancel(job);
    return jobs.get(job).state() == Job.State.RUNNING
        ? im
        : steps.take(im, ImportCommand.CANCEL, ImportSteps.Left.of(im));
  }
}
