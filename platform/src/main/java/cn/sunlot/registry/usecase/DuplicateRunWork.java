package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.jobs.JobCancelled;
import cn.sunlot.kernel.jobs.JobRun;
import cn.sunlot.kernel.jobs.JobWork;
import cn.sunlot.registry.domain.DuplicateRun;
import cn.sunlot.registry.domain.DuplicateRun.Outcome;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.domain.Likeness;
import cn.sunlot.registry.domain.SharedKeys;
import cn.sunlot.registry.domain.SharedKeys.Pair;
import cn.sunlot.registry.store.DuplicateRunStore;
import cn.sunlot.registry.store.DuplicateStore;
import cn.sunlot.registry.store.TargetStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job: reads all targets once, pairs those that share a key, and compares the pairs. In one
 * transaction, so that a search that is stopped leaves the list as it was.
 */
@Component
class DuplicateRunWork implements JobWork {

  static final String KIND = "duplicates";

  private static final int SAY_EVERY = 20_000;
  private static final int BATCH = 500;

  private final DuplicateRunStore runs;
  private final DuplicateStore duplicates;
  private final TargetStore targets;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  DuplicateRunWork(
      DuplicateRunStore runs,
      DuplicateStore duplicates,
      TargetStore targets,
      AuditLog audit,
      TransactionTemplate transaction) {
    this.runs = runs;
    this.duplicates = duplicates;
    this.targets = targets;
    this.audit = audit;
    this.transaction = transaction;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    UUID id = UUID.fromString(run.subject());
    try {
      transaction.executeWithoutResult(status -> search(id, run));
    } catch (JobCancelled e) {
      end(id, Outcome.CANCELLED);
      throw e;
    } catch (RuntimeException e) {
      if (!run.stopping()) {
        end(id, Outcome.FAILED);
      }
      throw e;
    }
  }

  @Override
  public void giveUp(String subject) {
    end(UUID.fromString(subject), Outcome.FAILED);
  }

  private void end(UUID id, Outcome outcome) {
    transaction.executeWithoutResult(status -> runs.end(id, outcome));
  }

  private void search(UUID id, JobRun run) {
    DuplicateRun begun = runs.get(id);
    if (begun.outcome() != Outcome.RUNNING) {
      return;
    }
    List<UUID> ids = new ArrayList<>();
    List<Pair> pairs = read(begun, ids, run).pairs();
    long found = 0;
    long added = 0;
    for (int from = 0; from < pairs.size(); from += BATCH) {
      run.progress(from, pairs.size(), "registry.phase.comparing");
      for (Compared pair :
          compare(pairs.subList(from, Math.min(from + BATCH, pairs.size())), ids)) {
        found++;
        added += duplicates.put(pair.one(), pair.other(), pair.likeness(), id) ? 1 : 0;
      }
    }
    duplicates.forgetOthers(begun.authorityId(), id);
    runs.finish(id, ids.size(), found, added);
    audit.record(
        "duplicates-searched",
        SignedIn.get().login(),
        Map.of("targets", ids.size(), "found", found, "added", added));
    run.progress(ids.size(), ids.size(), "registry.phase.done");
  }

  private SharedKeys read(DuplicateRun begun, List<UUID> ids, JobRun run) {
    SharedKeys keys = new SharedKeys();
    runs.forEachTarget(
        begun.authorityId(),
        target -> {
          keys.add(
              target.unitId(),
              target.name(),
              target.regionCode(),
              target.address(),
              target.responsiblePerson());
          ids.add(target.id());
          if (ids.size() % SAY_EVERY == 0) {
            run.progress(ids.size(), 0, "registry.phase.reading");
          }
        });
    return keys;
  }

  private record Compared(KnownTarget one, KnownTarget other, Likeness likeness) {}

  private List<Compared> compare(List<Pair> pairs, List<UUID> ids) {
    Set<UUID> wanted = new HashSet<>();
    pairs.forEach(pair -> wanted.addAll(List.of(ids.get(pair.first()), ids.get(pair.second()))));
    Map<UUID, KnownTarget> known =
        targets.list(wanted).stream()
            .collect(Collectors.toMap(KnownTarget::id, Function.identity()));
    List<Compared> alike = new ArrayList<>();
    for (Pair pair : pairs) {
      KnownTarget one = known.get(ids.get(pair.first()));
      KnownTarget other = known.get(ids.get(pair.second()));
      if (one != null && other != null) {
        Optional<Likeness> likeness = Likeness.of(one, other);
        likeness.ifPresent(like -> alike.add(new Compared(one, other, like)));
      }
    }
    return alike;
  }
}
