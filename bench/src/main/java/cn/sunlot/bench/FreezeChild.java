package cn.sunlot.bench;

import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Units;

/** Freezes a pool, in a JVM of its own; arguments: number of businesses, how often. */
final class FreezeChild {
  private FreezeChild() {}

  public static void main(String... arguments) throws Exception {
    int size = Integer.parseInt(arguments[0]);
    int times = Integer.parseInt(arguments[1]);
    Units units = units();
    Child.say("freeze", Timed.of(times, () -> Population.freeze(units, size)));
    Child.sayPeak();
    Child.say("bare", Timed.of(times, () -> BareHashing.freezing(units, size)));
  }

  static Units units() {
    return new Units(Suite.SHA256, "D-2026-0001", new byte[Suite.LENGTH]);
  }
}
