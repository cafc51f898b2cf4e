package cn.sunlot.bench;

import cn.sunlot.draw.Suite;
import cn.sunlot.draw.Units;
import java.util.Map;

/** Freezes a pool, in a JVM of its own; argument: number of businesses. */
final class FreezeChild {
  private FreezeChild() {}

  public static void main(String... arguments) throws Exception {
    int size = Integer.parseInt(arguments[0]);
    Units units = units();
    Child.serve(
        Map.of(
            "freeze", Timed.clock(() -> Population.freeze(units, size))::nanos,
            "bare", Timed.clock(() -> BareHashing.freezing(units, size))::nanos));
  }

  static Units units() {
    return new Units(Suite.SHA256, "D-2026-0001", new byte[Suite.LENGTH]);
  }
}
