package cn.sunlot.draw.targets;

import cn.sunlot.draw.Names;
import cn.sunlot.draw.Units;
import cn.sunlot.draw.text.Refusal;

/**
 * Collects the units of a pool in any order and freezes them into a frame and a list of exclusions
 * (section 3).
 *
 * <p>Not for use by several threads; tokens are computed by all threads of the common pool.
 */
public final class PoolBuilder {

  private final Units units;
  private final ListBuilder drawable;
  private final ListBuilder excluded;

  /** An empty pool whose tokens are made by {@code units}. */
  public PoolBuilder(Units units) {
    this.units = units;
    drawable = new ListBuilder(units, true);
    excluded = new ListBuilder(units, false);
  }

  /** Adds a unit of weight 1 that can be drawn. */
  public PoolBuilder add(String unitId, String stratum) {
    return add(unitId, stratum, 1);
  }

  /**
   * Adds a unit that can be drawn.
   *
   * @param weight balls in the urn, 1 to 64
   * @throws Refusal if unitId, stratum or weight do not fit section 3
   */
  public PoolBuilder add(String unitId, String stratum, int weight) {
    if (weight < 1 || weight > Frame.MAX_WEIGHT) {
      throw Refusal.of("pool.weight", unitId, weight, Frame.MAX_WEIGHT);
    }
    drawable.add(Names.unitId(unitId), stratum, weight);
    return this;
  }

  /**
   * Adds a unit that cannot be drawn.
   *
   * @param reason code such as {@code annual-cap}
   */
  public PoolBuilder exclude(String unitId, String reason) {
    excluded.add(Names.unitId(unitId), reason, 0);
    return this;
  }

  /**
   * Sorts both lists and computes their roots; the builder is empty afterwards.
   *
   * @throws Refusal if a unit was added twice, or is in both lists
   */
  public Pool build() {
    TokenTable in = drawable.build();
    TokenTable out = excluded.build();
    Frame frame = new Frame(in, Names.hex(in.root(units.suite())));
    Exclusions exclusions = new Exclusions(out, Names.hex(out.root(units.suite())));
    exclusions
        .firstAlsoIn(frame)
        .ifPresent(
            line -> {
              throw Refusal.of("pool.both", exclusions.line(line).substring(0, 64));
            });
    return new Pool(frame, exclusions);
  }
}
