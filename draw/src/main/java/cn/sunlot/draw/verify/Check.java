package cn.sunlot.draw.verify;

import cn.sunlot.draw.text.Say;
import java.util.Locale;

/** The numbered checks of section 12. */
public enum Check {
  V1,
  V2,
  V3,
  V4,
  V5,
  V6,
  V7,
  V8,
  V9,
  V10,
  V11,
  V12,
  V13,
  V14;

  /** What the check is about. */
  public Say title() {
    return Say.of("check." + name().toLowerCase(Locale.ROOT));
  }
}
