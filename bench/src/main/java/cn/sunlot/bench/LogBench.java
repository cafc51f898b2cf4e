package cn.sunlot.bench;

import java.util.List;
import java.util.Locale;

/** What the record and the public log cost business transactions. */
final class LogBench {

  /** At least this share of the throughput must be left. */
  private static final double LEFT = 0.7;

  /** An entry of a busy time is in the tree, and the tree signed, within this. */
  private static final long SECOND = 1_000_000_000;

  private final Scale scale;
  private final Report report;

  LogBench(Scale scale, Report report) {
    this.scale = scale;
    this.report = report;
  }

  void run() throws Exception {
    report.progress("log");
    int each = scale.transactions();
    List<Timed> times;
    long slowest;
    try (Child child = scale.child(LogChild.class, "1g", Integer.toString(each))) {
      times = scale.least(() -> child.ask("with"), () -> child.ask("without"));
      slowest = child.ask("slowest");
    }
    Timed with = times.get(0);
    Timed without = times.get(1);
    int all = each * LogChild.WRITERS;
    double left = 1 / with.ratioTo(without);
    report.section(
        "The public log",
        """
        Eight people at once add targets on the platform's durable database, each by the transaction of the command: its key, the checks, the target, the kept
        answer; with an entry of the record each, until every entry has its place in the log under a signed checkpoint; and without.""",
        List.of(
            new Line(
                String.format(Locale.ROOT, "%,d transactions with entries", all),
                rate(all, with),
                "without",
                rate(all, without),
                String.format(Locale.ROOT, "%.2f", left),
                "≥ " + LEFT,
                Line.Verdict.of(left >= LEFT)),
            Line.within(
                "from the commit of an entry to its place, the longest seen meanwhile",
                String.format(Locale.ROOT, "%,d ms", slowest / 1_000_000),
                "≤ 1,000 ms",
                slowest <= SECOND)));
  }

  private static String rate(int transactions, Timed time) {
    return String.format(Locale.ROOT, "%,.0f /s", transactions * 1e9 / time.median());
  }
}
