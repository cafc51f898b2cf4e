package cn.sunlot.planning.domain;

/** To which stratum of a draw targets belong. */
final class Strata {

  private Strata() {}

  /**
   * The risk class, or that of key targets where the plan draws them by themselves (ZB-12).
   *
   * @param marked whether the target carries a mark that makes it a key target
   */
  static String of(String riskClass, boolean marked, Rates rates) {
    return marked && rates.raisesKeyTargets() ? Rates.KEY : riskClass;
  }
}
