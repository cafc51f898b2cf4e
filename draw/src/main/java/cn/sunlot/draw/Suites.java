package cn.sunlot.draw;

import cn.sunlot.draw.text.Refusal;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The suites that this program can compute, by the name that a commitment document states (section
 * 1).
 */
public final class Suites {

  private final Map<String, Suite> byName = new TreeMap<>();

  private Suites(Suite... suites) {
    for (Suite suite : suites) {
      byName.put(suite.name(), suite);
    }
  }

  /** SHA-256 only, which needs nothing from outside. */
  public static Suites sha256() {
    return new Suites(Suite.SHA256);
  }

  /** SHA-256 and SM3; {@code sm3} makes a new digest at every call. */
  public static Suites withSm3(Supplier<MessageDigest> sm3) {
    return new Suites(Suite.SHA256, Suite.sm3(sm3));
  }

  /**
   * The suite of this name.
   *
   * @throws Refusal if this program does not have it
   */
  public Suite get(String name) {
    Suite suite = byName.get(name);
    if (suite == null) {
      throw Refusal.of("suite.unknown", name, String.join(", ", byName.keySet()));
    }
    return suite;
  }
}
