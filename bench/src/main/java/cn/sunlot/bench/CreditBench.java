package cn.sunlot.bench;

import java.util.List;
import java.util.Locale;

/** What it costs to compute the credit risk classes of all targets of a large city. */
final class CreditBench {

  /** At most so many times a plain aggregate over the same rows. */
  private static final double MOST = 10;

  private final Scale scale;
  private final Report report;

  CreditBench(Scale scale, Report report) {
    this.scale = scale;
    this.report = report;
  }

  void run() throws Exception {
    report.progress("credit");
    int targets = scale.rated();
    Timed first;
    Timed firstPeer;
    long moved;
    List<Timed> times;
    try (Child child = scale.child(CreditChild.class, "1g", Integer.toString(targets))) {
      firstPeer = Timed.once(() -> child.ask("aggregate"));
      first = Timed.once(() -> child.ask("compute"));
      child.ask("settle");
      times =
          scale.least(
              () -> {
                child.ask("change");
                return child.ask("compute");
              },
              () -> child.ask("aggregate"));
      moved = child.ask("moved");
    }
    report.section(
        "Credit risk classes",
        """
        All targets of a city with one record each on average, three in a hundred on a list, one in five with a given value, classed by the scorecard that ships
        (eleven indicators), on the platform's durable database as the application's role with row-level security; again after one target in a hundred has a new
        record, as after a month. Next to it an aggregate that reads the same rows: records, lists and values counted per target, joined, and summed per kind and
        class.""",
        List.of(
            Line.atMost(
                MOST,
                String.format(Locale.ROOT, "%,d targets, computed again", targets),
                times.get(0),
                "aggregate",
                times.get(1)),
            Line.beside("computed for the first time", first, "aggregate", firstPeer),
            new Line(
                "classes that changed the last time",
                String.format(Locale.ROOT, "%,d", moved),
                "",
                "",
                "",
                "",
                Line.Verdict.NO_LIMIT)));
  }
}
