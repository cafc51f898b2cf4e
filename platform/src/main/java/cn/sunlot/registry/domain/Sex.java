package cn.sunlot.registry.domain;

import cn.sunlot.kernel.Lifecycle;
import java.util.Locale;
import java.util.Optional;

/** As ZB-7 wants it on the list of inspectors. */
public enum Sex {
  MALE("男"),
  FEMALE("女");

  private final String zh;

  Sex(String zh) {
    this.zh = zh;
  }

  public String wireName() {
    return Lifecycle.wireName(this);
  }

  /** Which one a text means, if either. */
  public static Optional<Sex> read(String text) {
    for (Sex sex : values()) {
      if (sex.zh.equals(text) || sex.wireName().equals(text.toLowerCase(Locale.ROOT))) {
        return Optional.of(sex);
      }
    }
    return Optional.empty();
  }
}
