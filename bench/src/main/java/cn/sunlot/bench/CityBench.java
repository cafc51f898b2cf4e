package cn.sunlot.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A joint task of a whole city, from its pool to the teams on their way, and whether it grows with
 * the city.
 */
final class CityBench {

  /** How much longer a target may take in a city four times as large, for linear. */
  private static final double LINEAR = 1.5;

  private static final double PREPARED_WITHIN = 60;
  private static final double FROZEN_WITHIN = 90;
  private static final double ALL_WITHIN = 600;

  /** What the child is asked for, in this order, and what it is. */
  private static final Map<String, String> STEPS = new LinkedHashMap<>();

  static {
    STEPS.put("prepare", "pool prepared");
    STEPS.put("freeze", "pool frozen");
    STEPS.put("draw", "drawn, visits made");
    STEPS.put("join-pool", "pool of the task that joins prepared and frozen");
    STEPS.put("join", "drawn, visits merged");
    STEPS.put("receive", "lists received by the departments of the counties");
    STEPS.put("form", "rosters of teams fixed by the counties");
    STEPS.put("staff", "teams drawn by the counties");
    STEPS.put("dispatch", "visits sent out by the counties");
  }

  private final Scale scale;
  private final Report report;

  CityBench(Scale scale, Report report) {
    this.scale = scale;
    this.report = report;
  }

  /** What a city of some size took, and how much came of it. */
  private record City(int targets, Map<String, Timed> steps, Map<String, Long> counts) {

    Timed step(String name) {
      return steps.getOrDefault(name, new Timed(List.of(0L)));
    }

    long count(String name) {
      return counts.getOrDefault(name, 0L);
    }

    Timed whole() {
      return new Timed(List.of(steps.values().stream().mapToLong(Timed::median).sum()));
    }
  }

  void run() throws Exception {
    City quarter = measure(scale.targets() / 4);
    City whole = measure(scale.targets());
    List<Line> lines = new ArrayList<>();
    for (City city : List.of(quarter, whole)) {
      steps(city, lines);
    }
    lines.add(within("the whole city prepared", whole.step("prepare"), PREPARED_WITHIN));
    lines.add(within("the whole city frozen", whole.step("freeze"), FROZEN_WITHIN));
    lines.add(within("the whole city end to end", whole.whole(), ALL_WITHIN));
    lines.add(all("visits with a whole team, sent out", whole, "dispatched", "visits"));
    STEPS.forEach(
        (name, what) ->
            lines.add(linear(what, whole, whole.step(name), quarter, quarter.step(name))));
    lines.add(linear("end to end", whole, whole.whole(), quarter, quarter.whole()));
    lines.add(
        new Line(
            "peak memory of the process, of its heap at most 1 GiB",
            String.format(Locale.ROOT, "%,d MiB", whole.count("peak")),
            "",
            "",
            "",
            "",
            Line.Verdict.NO_LIMIT));
    report.section(
        "A joint task of a whole city",
        """
        A quarter and all of a city of nine departments, each again in twelve counties, on the platform's durable database as the application's role with row-level
        security, heap of 1 GiB. The pool: every target read, judged by all rules and written with its reason, as a job. Freezing: the pool compared line by line with the
        registry as it is now, each unit's token, the frame, the sealed order. The draw: witness, commitment, nonces, one target in fifty drawn, their visits made, handed
        down the nine lines. Then a second joint task draws the targets of the highest risk again, whose visits it joins. Each department of each county receives its lists;
        market supervision of each county draws the teams of its visits, ten places each, from nine departments, and sends them out.""",
        lines);
  }

  private City measure(int targets) throws Exception {
    report.progress("city: " + DrawBench.count(targets) + " targets");
    try (Child child = scale.child(CityChild.class, "1g", Integer.toString(targets))) {
      Map<String, Timed> steps = new LinkedHashMap<>();
      for (String step : STEPS.keySet()) {
        steps.put(step, Timed.once(() -> child.ask(step)));
        report.progress("city: " + STEPS.get(step) + ", " + steps.get(step));
      }
      Map<String, Long> counts = new LinkedHashMap<>();
      for (String count : List.of("visits", "joined", "lists", "members", "dispatched", "peak")) {
        counts.put(count, child.ask(count));
      }
      return new City(targets, steps, counts);
    }
  }

  private static void steps(City city, List<Line> lines) {
    String size = DrawBench.count(city.targets()) + " targets: ";
    STEPS.forEach(
        (name, what) -> {
          Timed time = city.step(name);
          String share =
              String.format(Locale.ROOT, "%.0f%%", 100.0 * time.median() / city.whole().median());
          lines.add(plain(size + counted(city, name) + what, time, share));
        });
    lines.add(plain(size + "end to end", city.whole(), "100%"));
  }

  /** What the step was done with, where that is not every target. */
  private static String counted(City city, String step) {
    String count =
        switch (step) {
          case "draw", "form", "dispatch" -> "visits";
          case "join" -> "joined";
          case "receive" -> "lists";
          case "staff" -> "members";
          default -> "";
        };
    return count.isEmpty() ? "" : DrawBench.count((int) city.count(count)) + " ";
  }

  private static Line plain(String what, Timed time, String share) {
    return new Line(what, time.toString(), "of the whole", share, "", "", Line.Verdict.NO_LIMIT);
  }

  private static Line within(String what, Timed time, double seconds) {
    return Line.within(
        what,
        time.toString(),
        String.format(Locale.ROOT, "≤ %.0f s", seconds),
        time.median() <= seconds * 1e9);
  }

  private static Line all(String what, City city, String ours, String theirs) {
    return Line.must(
        what,
        DrawBench.count((int) city.count(ours)),
        theirs,
        DrawBench.count((int) city.count(theirs)),
        city.count(ours) == city.count(theirs));
  }

  private static Line linear(String what, City one, Timed ours, City other, Timed theirs) {
    double per = (double) ours.median() / one.targets();
    double before = (double) theirs.median() / other.targets();
    return new Line(
        what + ", for each target",
        String.format(Locale.ROOT, "%.2f µs", per / 1e3),
        "a quarter of the city",
        String.format(Locale.ROOT, "%.2f µs", before / 1e3),
        String.format(Locale.ROOT, "%.2f", per / before),
        "≤ " + LINEAR,
        Line.Verdict.of(per <= LINEAR * before));
  }
}
