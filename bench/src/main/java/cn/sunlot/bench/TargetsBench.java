package cn.sunlot.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lists of a city's targets, looked at by twenty people at once. */
final class TargetsBench {

  /** Nineteen of twenty lists are there within this. */
  private static final long LIMIT = 150_000_000;

  private final Scale scale;
  private final Report report;

  TargetsBench(Scale scale, Report report) {
    this.scale = scale;
    this.report = report;
  }

  void run() throws Exception {
    report.progress("targets: " + DrawBench.count(scale.targets()));
    Path plans = Path.of("bench/target/targets-plans.txt").toAbsolutePath();
    java.nio.file.Files.createDirectories(plans.getParent());
    List<Line> lines = new ArrayList<>();
    try (Child child =
        scale.child(
            TargetsChild.class,
            "1g",
            Integer.toString(scale.targets()),
            Integer.toString(scale.lists()),
            plans.toString())) {
      long built = child.ask("built");
      report.progress("targets: " + TargetsChild.USERS + " people look at lists");
      child.ask("measure");
      for (ListKind kind : ListKind.values()) {
        lines.add(line(child, kind.words(), kind.name(), child.ask("plain " + kind)));
      }
      lines.add(line(child, "all of these, people of a county", TargetsChild.COUNTY, 0));
      long bytes = child.ask("bytes");
      lines.add(
          new Line(
              "the index from nothing",
              Timed.show(built),
              "on the disk",
              String.format(Locale.ROOT, "%,d MiB", bytes >> 20),
              "",
              "",
              Line.Verdict.NO_LIMIT));
      child.ask("plans");
    }
    report.progress("plans in " + plans);
    report.section(
        "Lists of targets",
        """
        %s targets of twelve counties, with row-level security, as the platform's role; %d people at once, each asking for the next list as soon as one is there, a
        first page of twenty rows where nothing else is said, in any order of the list, with its count. p50 / p95 / max. Next to it SQL alone: the same kind of list, a page
        and its count, for one person with nobody else there."""
            .formatted(DrawBench.count(scale.targets()), TargetsChild.USERS),
        lines);
  }

  private static Line line(Child child, String what, String name, long plain) throws Exception {
    long p95 = child.ask("p95 " + name);
    return new Line(
        what,
        Timed.show(child.ask("p50 " + name))
            + " / "
            + Timed.show(p95)
            + " / "
            + Timed.show(child.ask("max " + name)),
        plain == 0 ? "" : "SQL alone",
        plain == 0 ? "" : Timed.show(plain),
        "",
        "p95 ≤ 150 ms",
        Line.Verdict.of(p95 <= LIMIT));
  }
}
