package cn.sunlot.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Freezing a pool: tokens, order, Merkle root. */
final class FreezeBench {

  /** How much longer a unit may take in a pool ten times as large, for linear. */
  private static final double LINEAR = 1.5;

  private final Scale scale;
  private final Report report;

  FreezeBench(Scale scale, Report report) {
    this.scale = scale;
    this.report = report;
  }

  void run() throws Exception {
    List<Line> lines = new ArrayList<>();
    double before = 0;
    for (int size : scale.frozen()) {
      String what = "freeze " + DrawBench.count(size);
      report.progress(what);
      List<Timed> times;
      try (Child child = scale.child(FreezeChild.class, "4g", Integer.toString(size))) {
        times = scale.inTurn(size, () -> child.ask("freeze"), () -> child.ask("bare"));
      }
      Timed freeze = times.get(0);
      lines.add(Line.atMost(4, what, freeze, "bare hashing", times.get(1)));
      double perUnit = (double) freeze.median() / size;
      if (before > 0) {
        lines.add(linear(what, perUnit, before));
      }
      before = perUnit;
    }
    report.section(
        "Freezing a pool",
        """
        From the unit ids to the frame: salts and tokens, order, Merkle root. Bare hashing: the HMAC, the token, one leaf and one node for
        each business, in a loop on the same threads, by the library's own digests.""",
        lines);
  }

  private static Line linear(String what, double perUnit, double before) {
    return new Line(
        what + ", for each business",
        nanos(perUnit),
        "the pool before",
        nanos(before),
        String.format(Locale.ROOT, "%.2f", perUnit / before),
        "≤ " + LINEAR,
        Line.Verdict.of(perUnit <= LINEAR * before));
  }

  private static String nanos(double nanos) {
    return String.format(Locale.ROOT, "%.0f ns", nanos);
  }
}
