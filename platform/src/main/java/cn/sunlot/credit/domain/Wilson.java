package cn.sunlot.credit.domain;

/**
 * A rate with Wilson's interval: where the true rate lies with 95% confidence. Unlike the textbook
 * interval it holds for few visits and for rates near 0, which is what is met here.
 */
public record Wilson(double rate, double low, double high) {

  /** The normal quantile of 97.5%. */
  private static final double Z = 1.959963984540054;

  /** The interval of so many out of so many; of none it is all of 0 to 1. */
  public static Wilson of(long hits, long all) {
    if (all == 0) {
      return new Wilson(0, 0, 1);
    }
    double p = (double) hits / all;
    double square = Z * Z;
    double middle = (p + square / (2 * all)) / (1 + square / all);
    double half =
        Z * Math.sqrt(p * (1 - p) / all + square / (4.0 * all * all)) / (1 + square / all);
    return new Wilson(p, Math.max(0, middle - half), Math.min(1, middle + half));
  }
}
