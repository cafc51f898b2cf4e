package cn.sunlot.policy;

import org.jspecify.annotations.Nullable;

/** Whole percents. */
final class Percent {

  private Percent() {}

  static void check(String name, @Nullable Integer value) {
    if (value != null && (value < 0 || value > 100)) {
      throw new IllegalArgumentException(name + " is from 0 to 100");
    }
  }
}
