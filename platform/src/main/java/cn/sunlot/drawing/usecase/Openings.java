package cn.sunlot.drawing.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.draw.LineCode;
import cn.sunlot.draw.Opening;
import cn.sunlot.draw.Units;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.Draws.TargetPool;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.store.DrawKeys;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.drawing.store.ResultStore;
import cn.sunlot.drawing.store.ResultStore.TargetRow;
import cn.sunlot.drawing.store.TargetOrders;
import cn.sunlot.kernel.Refused;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may know which unit stands behind a token (draw.md section 11). */
@Component
@Transactional
public class Openings {

  /**
   * A unit's line in words of draw.md section 3: {@code drawId}, {@code unitId} and {@code salt}
   * give {@code token}.
   *
   * @param code unit and salt as one text, for the page of the public site
   */
  public record UnitOpening(
      String drawId, String unitId, String salt, String token, String code, boolean drawn) {}

  private final DrawStore draws;
  private final ResultStore results;
  private final TargetOrders orders;
  private final DrawKeys keys;
  private final DrawSettings settings;
  private final AuditLog audit;
  private final Clock clock;

  Openings(
      DrawStore draws,
      ResultStore results,
      TargetOrders orders,
      DrawKeys keys,
      DrawSettings settings,
      AuditLog audit,
      Clock clock) {
    this.draws = draws;
    this.results = results;
    this.orders = orders;
    this.keys = keys;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /** Lets the transcript open these units to everybody. */
  public void release(UUID drawId, Collection<UUID> targetIds) {
    Draw draw = draws.lock(drawId);
    Set<UUID> drawn =
        results.listTargets(drawId).stream().map(TargetRow::targetId).collect(Collectors.toSet());
    for (UUID targetId : targetIds) {
      if (!drawn.contains(targetId)) {
        throw Refused.because(DrawingProblem.NOT_DRAWN, targetId, draw.number());
      }
    }
    Set<UUID> fresh = new HashSet<>(targetIds);
    fresh.removeAll(results.listReleased(drawId));
    if (!fresh.isEmpty()) {
      results.release(drawId, fresh, clock.instant());
      List<String> ids = fresh.stream().map(UUID::toString).sorted().toList();
      audit.record("draw-openings-released", draw.ref(), Map.of("targets", ids));
    }
  }

  /**
   * What a unit is given to check its own line.
   *
   * @throws Refused if the unit was not in the pool
   */
  @Transactional(readOnly = true)
  public UnitOpening get(UUID drawId, UUID targetId) {
    return find(drawId, targetId)
        .orElseThrow(
            () ->
                Refused.because(DrawingProblem.NOT_IN_POOL, targetId, draws.get(drawId).number()));
  }

  /** The same; empty if the unit was not in the pool. */
  @Transactional(readOnly = true)
  public Optional<UnitOpening> find(UUID drawId, UUID targetId) {
    Draw draw = draws.get(drawId);
    Optional<TargetRow> row = results.findTarget(drawId, targetId);
    return row.map(TargetRow::unitId)
        .or(() -> findInPool(orders.pool(draw), targetId))
        .map(unitId -> opening(draw, unitId, row.isPresent()));
  }

  private UnitOpening opening(Draw draw, String unitId, boolean drawn) {
    Units units = keys.units(draw, settings.suite(draw.suite()));
    Opening opening = units.open(unitId);
    return new UnitOpening(
        draw.ref(),
        unitId,
        opening.salt(),
        opening.token(),
        LineCode.of(draw.ref(), unitId, opening.salt()).text(),
        drawn);
  }

  private static Optional<String> findInPool(TargetPool pool, UUID targetId) {
    List<String> found = new ArrayList<>();
    pool.forEachUnit(
        unit -> {
          if (unit.targetId().equals(targetId)) {
            found.add(unit.unitId());
          }
        });
    pool.forEachExcluded(
        unit -> {
          if (unit.targetId().equals(targetId)) {
            found.add(unit.unitId());
          }
        });
    return found.stream().findFirst();
  }
}
