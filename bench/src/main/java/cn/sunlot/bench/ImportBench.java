package cn.sunlot.bench;

import java.util.List;
import java.util.Locale;

/** Workbooks of targets on their way into the registry. */
final class ImportBench {

  /** The whole way may take this many times as long as COPY of what comes out of it. */
  private static final double AT_MOST = 3;

  private final Scale scale;
  private final Report report;

  ImportBench(Scale scale, Report report) {
    this.scale = scale;
    this.report = report;
  }

  void run() throws Exception {
    int rows = scale.imported();
    report.progress("import: " + DrawBench.count(rows) + " rows");
    try (Child child = scale.child(ImportChild.class, "512m", Integer.toString(rows))) {
      child.ask("warm");
      long copy = child.ask("copy");
      Timed insert = Timed.once(() -> child.ask("insert"));
      Timed full = Timed.once(() -> child.ask("full"));
      Timed again = Timed.once(() -> child.ask("again"));
      Timed delta = Timed.once(() -> child.ask("delta"));
      long peak = child.ask("peak");
      var peers =
          new Peers(
              Timed.once(() -> child.ask("copy and index")),
              new Timed(List.of(Math.min(copy, child.ask("copy")))),
              insert,
              Timed.once(() -> child.ask("month")));
      section(rows, full, again, delta, peers, peak);
    }
  }

  /**
   * The same rows by others.
   *
   * @param indexed COPY, and the index of lists
   * @param copy COPY alone
   * @param insert batches of INSERT
   * @param month a month's changes by one UPDATE and one COPY, and the index of lists
   */
  private record Peers(Timed indexed, Timed copy, Timed insert, Timed month) {}

  private void section(int rows, Timed full, Timed again, Timed delta, Peers peers, long peak) {
    String all = DrawBench.count(rows) + " rows";
    int month = rows / 20;
    double proportion = each(peers.month(), month) / each(peers.indexed(), rows);
    report.section(
        "Imports",
        """
        A workbook of twelve columns from the moment it is sent in until the job ends: kept by its hash, read, checked row by row, matched with the registry, merged with
        history and entry of the record in one transaction, found in lists. Heap of 512 MiB; a smaller import went before, as on a platform that has been used. Next to it the
        rows as they end up in the table, into the same table with the same indexes, from a file that is there: one COPY (the faster of two), with and without the index
        that lists are found in, and INSERTs with bindings in batches of a thousand, without it. Of a month's rows four in five change a target that is there: it is found, locked,
        written anew and taken out of the index, which a new one is spared. The limit is what PostgreSQL itself needs for that, in proportion to new rows, without history.""",
        List.of(
            Line.atMost(
                AT_MOST, all + ", all new", full, "COPY and the same indexes", peers.indexed()),
            Line.beside(all + ", all new", full, "COPY, not found in lists", peers.copy()),
            Line.faster(all + ", all new", full, "batches of INSERT", peers.insert()),
            Line.faster(all + " again, nothing changes", again, "all new", full),
            perRow(
                "the same by one UPDATE and one COPY, for each row",
                peers.month(),
                month,
                "COPY and the same indexes",
                peers.indexed(),
                rows,
                Double.POSITIVE_INFINITY),
            perRow(
                "a month's " + DrawBench.count(month) + " rows, for each row",
                delta,
                month,
                "all new",
                full,
                rows,
                proportion),
            new Line(
                "peak memory of the process, of its heap at most 512 MiB",
                String.format(Locale.ROOT, "%,d MiB", peak),
                "",
                "",
                "",
                "",
                Line.Verdict.NO_LIMIT)));
  }

  private static double each(Timed time, int rows) {
    return (double) time.median() / rows;
  }

  private static Line perRow(
      String what, Timed ours, int rows, String next, Timed all, int allRows, double most) {
    double one = each(ours, rows);
    double of = each(all, allRows);
    boolean free = Double.isInfinite(most);
    return new Line(
        what,
        String.format(Locale.ROOT, "%.1f µs", one / 1e3),
        next,
        String.format(Locale.ROOT, "%.1f µs", of / 1e3),
        String.format(Locale.ROOT, "%.2f", one / of),
        free ? "" : String.format(Locale.ROOT, "≤ %.2f", most),
        free ? Line.Verdict.NO_LIMIT : Line.Verdict.of(one / of <= most));
  }
}
