package cn.sunlot.tasking.domain;

import cn.sunlot.burden.RiskRules;
import cn.sunlot.registry.Registry.PoolTarget;

/** As what a target is drawn, by its class and marks (TZ-M10, TZ-18, ZB-12). */
public enum Treatment {
  /** As its class. */
  PLAIN,
  /** As a key target: more often. */
  KEY,
  /** As one of low risk and high credit: less often. */
  LOW,
  /** It is of low risk too, and key wins. */
  KEY_THOUGH_LOW,
  /** It is a key target too, and low risk wins. */
  LOW_THOUGH_KEY;

  static Treatment of(RiskRules rules, PoolTarget target) {
    if (rules.isBoth(target)) {
      return rules.lowRiskWins() ? LOW_THOUGH_KEY : KEY_THOUGH_LOW;
    }
    if (rules.isKey(target)) {
      return KEY;
    }
    return rules.isLow(target) ? LOW : PLAIN;
  }

  public boolean isKey() {
    return this == KEY || this == KEY_THOUGH_LOW;
  }

  /** Whether two rules spoke of it. */
  public boolean isBoth() {
    return this == KEY_THOUGH_LOW || this == LOW_THOUGH_KEY;
  }
}
