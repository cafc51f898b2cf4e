package cn.sunlot.registry.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.registry.domain.DuplicateCommand;
import cn.sunlot.registry.domain.DuplicateLifecycle;
import cn.sunlot.registry.domain.DuplicateRun;
import cn.sunlot.registry.domain.DuplicateState;
import cn.sunlot.registry.domain.Likeness;
import cn.sunlot.registry.domain.TargetKind;
import cn.sunlot.registry.domain.TargetStatus;
import cn.sunlot.registry.store.DuplicateSearch.Row;
import cn.sunlot.registry.store.DuplicateSearch.Side;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the answers about targets that look like one. */
@Component
class DuplicateViews {

  /**
   * One of the two.
   *
   * @param region name of the division, "" where the code is not a current one
   */
  record DuplicateSide(
      UUID id,
      String unitId,
      String name,
      String region,
      @OneOf(TargetKind.class) String kind,
      @OneOf(TargetStatus.class) String status) {}

  /**
   * A pair.
   *
   * @param signals what agrees, the strongest first
   * @param differing fields that differ all the same, as the history names them
   * @param decidedBy name of the person, "" while nothing is decided
   */
  record DuplicateRow(
      UUID id,
      DuplicateSide first,
      DuplicateSide second,
      @OneOf(Likeness.Signal.class) List<String> signals,
      List<String> differing,
      @OneOf(DuplicateState.class) String state,
      String reason,
      String decidedBy,
      @Nullable Instant decidedAt,
      Instant foundAt,
      int version,
      List<String> allowedCommands) {}

  /**
   * A search.
   *
   * @param jobId where its progress is
   * @param read how many targets it looked at
   * @param added how many pairs were not known before
   */
  record DuplicateRunView(
      UUID id,
      @Nullable UUID jobId,
      String startedBy,
      Instant startedAt,
      long read,
      long found,
      long added,
      @OneOf(DuplicateRun.Outcome.class) String outcome,
      @Nullable Instant endedAt) {}

  /** The last search, and whether another can be started. */
  record DuplicateRunState(@Nullable DuplicateRunView run, List<String> allowedCommands) {}

  private final Organisation organisation;

  DuplicateViews(Organisation organisation) {
    this.organisation = organisation;
  }

  DuplicateRow row(Row row) {
    return new DuplicateRow(
        row.id(),
        side(row.first()),
        side(row.second()),
        row.signals(),
        row.differing(),
        row.state(),
        row.reason(),
        person(row.decidedBy()),
        row.decidedAt(),
        row.foundAt(),
        row.version(),
        commands(row));
  }

  DuplicateRunState run(@Nullable DuplicateRun run) {
    boolean may = SignedIn.get().may(Permission.TARGETS_MERGE);
    boolean running = run != null && run.outcome() == DuplicateRun.Outcome.RUNNING;
    return new DuplicateRunState(
        run == null ? null : view(run), may && !running ? List.of("search") : List.of());
  }

  private DuplicateRunView view(DuplicateRun run) {
    return new DuplicateRunView(
        run.id(),
        run.jobId(),
        person(run.startedBy()),
        run.startedAt(),
        run.read(),
        run.found(),
        run.added(),
        Lifecycle.wireName(run.outcome()),
        run.endedAt());
  }

  String person(@Nullable UUID id) {
    return id == null ? "" : organisation.getPerson(id).name();
  }

  /** They are separated on the page of the survivor, where it is seen what else was merged. */
  private static List<String> commands(Row row) {
    if (!SignedIn.get().may(Permission.TARGETS_MERGE)) {
      return List.of();
    }
    return DuplicateLifecycle.TABLE
        .allowed(Lifecycle.parse(DuplicateState.class, row.state()))
        .stream()
        .filter(command -> command != DuplicateCommand.SEPARATE)
        .map(Lifecycle::wireName)
        .toList();
  }

  private static DuplicateSide side(Side side) {
    return new DuplicateSide(
        side.id(),
        side.unitId(),
        side.name(),
        Regions.findName(side.regionCode()).orElse(""),
        side.kind(),
        side.status());
  }
}
