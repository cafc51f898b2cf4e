package cn.sunlot.registry.store.index;

import static cn.sunlot.registry.store.index.TargetDocument.*;

import java.util.List;

/**
 * The order of a list; ids of units decide where the field does not.
 *
 * @param down the other way round
 */
record TargetOrder(String field, boolean down) {

  static final List<String> FIELDS = List.of(BY_UNIT, BY_NAME, BY_RISK, BY_TIME);

  static final TargetOrder BY_UNIT_UP = new TargetOrder(BY_UNIT, false);

  /**
   * Reads an order.
   *
   * @param sort {@code name} (by pinyin), {@code unitId}, {@code riskClass}, {@code updatedAt};
   *     with {@code -} before it the other way round
   */
  static TargetOrder of(String sort) {
    boolean down = sort.startsWith("-");
    return switch (down ? sort.substring(1) : sort) {
      case BY_NAME -> new TargetOrder(BY_NAME, down);
      case BY_RISK -> new TargetOrder(BY_RISK, down);
      case BY_TIME -> new TargetOrder(BY_TIME, down);
      default -> new TargetOrder(BY_UNIT, down);
    };
  }
}
