package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.jobs.JobRun;
import cn.sunlot.kernel.jobs.JobWork;
import cn.sunlot.registry.domain.TargetTagging;
import cn.sunlot.registry.store.TargetSearch;
import cn.sunlot.registry.store.TargetTaggingStore;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The job: all of them in one transaction, so that one that is stopped has tagged none. */
@Component
public class TaggingWork implements JobWork {

  static final String KIND = "target-tagging";

  private final TargetTaggingStore store;
  private final TargetSearch search;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  TaggingWork(
      TargetTaggingStore store,
      TargetSearch search,
      AuditLog audit,
      TransactionTemplate transaction) {
    this.store = store;
    this.search = search;
    this.audit = audit;
    this.transaction = transaction;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    TargetTagging tagging = store.get(UUID.fromString(run.subject()));
    if (tagging.changed() == null) {
      transaction.executeWithoutResult(status -> tag(tagging, run));
    }
  }

  private void tag(TargetTagging tagging, JobRun run) {
    long[] done = {0, 0};
    search.forEachId(
        SignedIn.get().scope(),
        tagging.filter(),
        ids -> {
          run.progress(done[0], tagging.counted(), "registry.phase.tagging");
          done[1] += store.tag(tagging, ids);
          done[0] += ids.size();
        });
    store.finish(tagging.id(), done[1]);
    audit.record(
        tagging.on() ? "targets-tagged" : "targets-untagged",
        SignedIn.get().login(),
        Map.of(
            "tag", tagging.tag(),
            "reason", tagging.reason(),
            "filter", tagging.filter(),
            "changed", done[1]));
    run.progress(done[0], done[0], "registry.phase.done");
  }
}
