package cn.sunlot.imports.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.imports.domain.Import;
import cn.sunlot.imports.domain.Import.Counts;
import cn.sunlot.imports.domain.Import.Failure;
import cn.sunlot.imports.domain.ImportCommand;
import cn.sunlot.imports.domain.ImportLifecycle;
import cn.sunlot.imports.domain.ImportState;
import cn.sunlot.imports.store.ImportStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes an import along an edge of its lifecycle. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ImportSteps {

  /** What an edge leaves behind. */
  record Left(
      Map<String, String> mapping,
      @Nullable UUID jobId,
      Counts counts,
      @Nullable String errorSha256,
      Failure failure) {

    static Left of(Import im) {
      return new Left(im.mapping(), im.jobId(), im.counts(), im.errorSha256(), im.failure());
    }
  }

  private final ImportStore store;
  private final AuditLog audit;
  private final Clock clock;

  ImportSteps(ImportStore store, AuditLog audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  Import take(Import im, ImportCommand command, Left left) {
    var edge = ImportLifecycle.TABLE.take(im.state(), command);
    Instant ended = edge.to() == ImportState.RUNNING ? null : clock.instant();
    Import changed =
        new Import(
            im.id(),
            im.authorityId(),
            im.departmentId(),
            im.startedBy(),
            im.number(),
            im.kind(),
            edge.to(),
            im.version(),
            im.file(),
            left.mapping(),
            im.language(),
            left.jobId(),
            left.counts(),
            left.errorSha256(),
            left.failure(),
            im.createdAt(),
            ended);
    Import saved = store.save(changed);
    audit.record(edge.entryType(), saved.number(), payload(saved));
    return saved;
  }

  private static Map<String, Object> payload(Import im) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("kind", im.kind());
    payload.put("sha256", im.file().sha256());
    if (im.state() == ImportState.DONE) {
      Counts counts = im.counts();
      payload.put("read", counts.read());
      payload.put("added", counts.added());
      payload.put("changed", counts.changed());
      payload.put("unchanged", counts.unchanged());
      payload.put("rejected", counts.rejected());
    }
    return payload;
  }
}
