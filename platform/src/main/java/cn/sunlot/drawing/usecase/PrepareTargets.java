package cn.sunlot.drawing.usecase;

import cn.sunlot.draw.Quota;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.targets.Pool;
import cn.sunlot.draw.targets.PoolBuilder;
import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.Draws.Excluded;
import cn.sunlot.drawing.Draws.TargetDrawHead;
import cn.sunlot.drawing.Draws.TargetPool;
import cn.sunlot.drawing.Draws.Unit;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.Purpose;
import cn.sunlot.drawing.store.FrozenFiles;
import cn.sunlot.drawing.store.TargetOrders;
import cn.sunlot.drawing.usecase.PrepareDraw.Contents;
import cn.sunlot.drawing.usecase.PrepareDraw.Owner;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Freezes a pool of targets for a draw (TZ-18, ZB-12). */
@Component
@Transactional
public class PrepareTargets {

  private final PrepareDraw prepare;
  private final FrozenFiles files;
  private final TargetOrders orders;

  PrepareTargets(PrepareDraw prepare, FrozenFiles files, TargetOrders orders) {
    this.prepare = prepare;
    this.files = files;
    this.orders = orders;
  }

  /**
   * Prepares the draw.
   *
   * @param previous the void draw that this one replaces
   */
  public UUID run(TargetDrawHead head, TargetPool pool, @Nullable Draw previous) {
    Owner owner =
        new Owner(
            head.authorityId(),
            head.departmentId(),
            head.taskId(),
            head.taskNumber(),
            Purpose.TARGETS,
            head.profile(),
            previous);
    return prepare.run(
        owner,
        units ->
            LibraryRefusal.asProblem(
                DrawingProblem.POOL_NOT_DRAWABLE, "frame", () -> freeze(head, pool, units)));
  }

  private Contents freeze(TargetDrawHead head, TargetPool units, Units tokens) {
    Telling told = new Telling(units, new PoolBuilder(tokens));
    String orderFile = orders.store(tokens.drawId(), head, told);
    Pool pool = told.builder.build();
    if (pool.frame().size() == 0) {
      throw Refused.because(DrawingProblem.POOL_NOT_DRAWABLE)
          .naming(List.of(WrongValue.of("frame", "0", "drawing.pool.empty")));
    }
    return new Contents(
        pool.frame().size() + pool.excluded().size(),
        pool.frame().size(),
        pool.excluded().size(),
        pool.subject(head.poolSnapshot(), rules(head, pool.frame().strata())),
        files.store(pool.frame()),
        files.store(pool.excluded()),
        null,
        orderFile,
        told.weighted);
  }

  /**
   * Freezes what passes by, so that the units are told once: the pool of a city is held in memory
   * as tokens only.
   */
  private static final class Telling implements TargetPool {

    private final TargetPool pool;
    private final PoolBuilder builder;
    private final Set<String> weighted = new HashSet<>();

    Telling(TargetPool pool, PoolBuilder builder) {
      this.pool = pool;
      this.builder = builder;
    }

    @Override
    public void forEachUnit(Consumer<Unit> take) {
      pool.forEachUnit(
          unit -> {
            builder.add(unit.unitId(), unit.stratum(), unit.weight());
            if (unit.weight() != 1) {
              weighted.add(unit.stratum());
            }
            take.accept(unit);
          });
    }

    @Override
    public void forEachExcluded(Consumer<Excluded> take) {
      pool.forEachExcluded(
          unit -> {
            builder.exclude(unit.unitId(), unit.reason());
            take.accept(unit);
          });
    }
  }

  /** A plan may give a rate to a class that no unit of this pool is in; it draws nothing. */
  private static Map<String, Quota> rules(TargetDrawHead head, List<String> strata) {
    Map<String, Quota> rules = new TreeMap<>();
    head.quotas().forEach((stratum, quota) -> rules.put(stratum, rule(stratum, quota)));
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
}
