package cn.sunlot.credit.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.credit.Credit.Kind;
import cn.sunlot.credit.Credit.Observation;
import cn.sunlot.credit.Credit.Selection;
import cn.sunlot.credit.domain.Reference;
import cn.sunlot.credit.store.ObservationStore;
import cn.sunlot.credit.store.ObservationStore.Given;
import cn.sunlot.imports.ImportKind.Merged;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.registry.Registry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what other systems send of targets: observations and figures, all of a batch or nothing
 * (TZ-M11). The same batch again changes nothing.
 */
@Component
@Transactional
public class TakeRecords {

  /** Something that happened, as another system sends it. */
  public record Told(
      String unitId, Kind kind, LocalDate day, Selection selection, String source, String ref) {}

  /** A figure, as another system sends it. */
  public record Figure(String unitId, String code, int value, LocalDate day, String source) {}

  private final ObservationStore store;
  private final Registry registry;
  private final AuditLog audit;
  private final Clock clock;

  TakeRecords(ObservationStore store, Registry registry, AuditLog audit, Clock clock) {
    this.store = store;
    this.registry = registry;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes observations. */
  public Merged run(List<Told> rows) {
    UUID authority = SignedIn.get().authorityId();
    var targets = new WrittenTargets(registry, authority);
    List<Observation> taken = new ArrayList<>();
    Set<String> once = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      Told row = rows.get(i);
      int number = i + 1;
      checkDay(targets, number, row.day());
      if (!Reference.isRight(row.ref())) {
        targets.wrong(number, "ref", row.ref(), "ref");
      }
      if (!once.add(row.source() + " " + row.ref())) {
        targets.wrong(number, "ref", row.ref(), "twice");
      }
      targets
          .find(row.unitId(), number)
          .ifPresent(id -> taken.add(observation(authority, id, row)));
    }
    demandRight(targets);
    UUID batch = Ids.next();
    store.stage(batch, taken, false);
    Merged merged = store.merge(authority, batch);
    store.clear(batch);
    record("credit-observations-taken", batch, merged);
    return merged;
  }

  /** Takes figures. */
  public Merged runFigures(List<Figure> rows) {
    UUID authority = SignedIn.get().authorityId();
    var targets = new WrittenTargets(registry, authority);
    List<Given> taken = new ArrayList<>();
    Set<String> once = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      Figure row = rows.get(i);
      int number = i + 1;
      checkDay(targets, number, row.day());
      targets
          .find(row.unitId(), number)
          .ifPresent(
              id -> {
                taken.add(new Given(id, row.code(), row.value(), row.day(), row.source()));
                if (!once.add(id + " " + row.code())) {
                  targets.wrong(number, "code", row.code(), "twice");
                }
              });
    }
    demandRight(targets);
    UUID batch = Ids.next();
    store.stageValues(batch, taken);
    Merged merged = store.mergeValues(authority, batch);
    store.clearValues(batch);
    record("credit-values-taken", batch, merged);
    return merged;
  }

  private static Observation observation(UUID authority, UUID target, Told row) {
    return new Observation(
        authority,
        target,
        row.kind(),
        row.day(),
        row.selection(),
        row.ref(),
        row.source(),
        row.ref(),
        1);
  }

  private void checkDay(WrittenTargets targets, int row, LocalDate day) {
    if (day.isAfter(LocalDate.now(clock))) {
      targets.wrong(row, "day", day.toString(), "day-to-come");
    }
  }

  private static void demandRight(WrittenTargets targets) {
    if (!targets.wrong().isEmpty()) {
      throw Refused.because(KernelProblem.VALUES_WRONG, targets.wrong().size())
          .naming(targets.wrong());
    }
  }

  private void record(String type, UUID batch, Merged merged) {
    audit.record(
        type,
        batch.toString(),
        Map.of("added", merged.added(), "changed", merged.changed(), "same", merged.unchanged()));
  }
}
