package cn.sunlot.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A task of a whole city, from its pool to its visits, and whether it grows with the city. */
final class CityBench {

  /** How much longer a target may take in a city four times as large, for linear. */
  private static final double LINEAR = 1.5;

  private static final double PREPARED_WITHIN = 60;
  private static final double FROZEN_WITHIN = 90;

  private final Scale scale;
  private final Report report;

  CityBench(Scale scale, Report report) {
    this.scale = scale;
    this.report = report;
  }

  /** What a city of some size took. */
  private record City(
      int targets, Timed prepare, Timed freeze, Timed draw, long drawn, long peak) {}

  void run() throws Exception {
    List<City> cities = new ArrayList<>();
    for (int part : new int[] {4, 2, 1}) {
      cities.add(measure(scale.targets() / part));
    }
    City whole = cities.get(2);
    List<Line> lines = new ArrayList<>();
    for (City city : cities) {
      String all = DrawBench.count(city.targets()) + " targets: ";
      lines.add(plain(all + "pool prepared", city.prepare()));
      lines.add(plain(all + "pool frozen", city.freeze()));
      lines.add(
          plain(all + DrawBench.count((int) city.drawn()) + " drawn, visits made", city.draw()));
    }
    lines.add(within("the whole city prepared", whole.prepare(), PREPARED_WITHIN));
    lines.add(within("the whole city frozen", whole.freeze(), FROZEN_WITHIN));
    City quarter = cities.get(0);
    lines.add(linear("prepared", whole, whole.prepare(), quarter, quarter.prepare()));
    lines.add(linear("frozen", whole, whole.freeze(), quarter, quarter.freeze()));
    lines.add(
        new Line(
            "peak memory of the process, of its heap at most 512 MiB",
            String.format(Locale.ROOT, "%,d MiB", whole.peak()),
            "",
            "",
            "",
            "",
            Line.Verdict.NO_LIMIT));
    report.section(
        "A task of a whole city",
        """
        A quarter, half and all of a city in twelve counties, on the platform's durable database as the application's role with row-level security, heap of 512 MiB. The
        pool: every target read, judged by all rules and written with its reason, as a job. Freezing: the pool compared line by line with the registry as it is now, each
        unit's token, the frame, the sealed order. The draw: witness, commitment, nonces, one target in fifty drawn, their visits made.""",
        lines);
  }

  private City measure(int targets) throws Exception {
    report.progress("city: " + DrawBench.count(targets) + " targets");
    try (Child child = Child.start(CityChild.class, "512m", Integer.toString(targets))) {
      Timed prepare = Timed.once(() -> child.ask("prepare"));
      Timed freeze = Timed.once(() -> child.ask("freeze"));
      Timed draw = Timed.once(() -> child.ask("draw"));
      return new City(targets, prepare, freeze, draw, child.ask("drawn"), child.ask("peak"));
    }
  }

  private static Line plain(String what, Timed time) {
    return new Line(what, time.toString(), "", "", "", "", Line.Verdict.NO_LIMIT);
  }

  private static Line within(String what, Timed time, double seconds) {
    return Line.within(
        what,
        time.toString(),
        String.format(Locale.ROOT, "≤ %.0f s", seconds),
        time.median() <= seconds * 1e9);
  }

  private static Line linear(String what, City one, Timed ours, City other, Timed theirs) {
    double per = (double) ours.median() / one.targets();
    double before = (double) theirs.median() / other.targets();
    return new Line(
        what + ", for each target",
        String.format(Locale.ROOT, "%.1f µs", per / 1e3),
        "a quarter of the city",
        String.format(Locale.ROOT, "%.1f µs", before / 1e3),
        String.format(Locale.ROOT, "%.2f", per / before),
        "≤ " + LINEAR,
        Line.Verdict.of(per <= LINEAR * before));
  }
}
