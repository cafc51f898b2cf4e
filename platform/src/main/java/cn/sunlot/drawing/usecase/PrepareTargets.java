package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.Quota;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.targets.Pool;
import cn.sunlot.draw.targets.PoolBuilder;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.Draws.TargetDrawOrder;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.Purpose;
import cn.sunlot.drawing.store.FrozenFiles;
import cn.sunlot.drawing.usecase.PrepareDraw.Contents;
import cn.sunlot.drawing.usecase.PrepareDraw.Owner;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Freezes a pool of targets for a draw (TZ-18, ZB-12). */
@Component
@Transactional
public class PrepareTargets {

  private final PrepareDraw prepare;
  private final FrozenFiles files;

  PrepareTargets(PrepareDraw prepare, FrozenFiles files) {
    this.prepare = prepare;
    this.files = files;
  }

  /**
   * Prepares the draw.
   *
   * @param previous the void draw that this one replaces
   */
  public UUID run(TargetDrawOrder order, @Nullable Draw previous) {
    if (order.frame().isEmpty()) {
      throw Refused.because(DrawingProblem.POOL_NOT_DRAWABLE)
          .naming(List.of(WrongValue.of("frame", "0", "drawing.pool.empty")));
    }
    Owner owner =
        new Owner(
            order.authorityId(),
            order.departmentId(),
            order.taskId(),
            order.taskNumber(),
            Purpose.TARGETS,
            order.profile(),
            previous);
    return prepare.run(
        owner,
        units ->
            LibraryRefusal.asProblem(
                DrawingProblem.POOL_NOT_DRAWABLE, "frame", () -> freeze(order, units)));
  }

  private Contents freeze(TargetDrawOrder order, Units units) {
    PoolBuilder builder = new PoolBuilder(units);
    order.frame().forEach(u -> builder.add(u.unitId(), u.stratum(), u.weight()));
    order.excluded().forEach(x -> builder.exclude(x.unitId(), x.reason()));
    Pool pool = builder.build();
    return new Contents(
        pool.frame().size() + pool.excluded().size(),
        pool.frame().size(),
        pool.excluded().size(),
        pool.subject(order.poolSnapshot(), rules(order, pool.frame().strata())),
        files.store(pool.frame()),
        files.store(pool.excluded()),
        null,
        files.storeOrder(units.drawId(), order),
        weighted(order));
  }

  /** A plan may give a rate to a class that no unit of this pool is in; it draws nothing. */
  private static Map<String, Quota> rules(TargetDrawOrder order, List<String> strata) {
    Map<String, Quota> rules = new TreeMap<>();
    order.quotas().forEach((stratum, quota) -> rules.put(stratum, rule(stratum, quota)));
    rules.keySet().retainAll(strata);
    return rules;
  }

  private static Quota rule(String stratum, Draws.Quota quota) {
    Integer rate = quota.rateBp();
    Integer count = quota.count();
    if (rate != null && count == null) {
      return new Quota.Rate(rate);
    }
    if (count != null && rate == null) {
      return new Quota.Count(count);
    }
    throw new IllegalArgumentException("a quota is a rate or a count: " + stratum + " " + quota);
  }

  private static Set<String> weighted(TargetDrawOrder order) {
    return order.frame().stream()
        .filter(u -> u.weight() != 1)
        .map(Draws.Unit::stratum)
        .collect(Collectors.toSet());
  }
}
