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
    try (Child child = Child.start(ImportChild.class, "512m", Integer.toString(rows))) {
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
              insert);
      section(rows, full, again, delta, peers, peak);
    }
  }

  /**
   * The same rows by others.
   *
   * @param indexed COPY, and the index of lists
   * @param copy COPY alone
   * @param insert batches of INSERT
   */
  private record Peers(Timed indexed, Timed copy, Timed insert) {}

  private void section(int rows, Timed full, Timed again, Timed delta, Peers peers, long peak) {
    String all = DrawBench.count(rows) + " rows";
    int month = rows / 20;
    report.section(
        "Imports",
        """
        A workbook of twelve columns from the moment it is sent in until the job ends: kept by its hash, read, checked row by row, matched with the registry, merged with
        history and entry of the record in one transaction, found in lists. Heap of 512 MiB; a smaller import went before, as on a platform that has been used. Next to it the
        rows as they end up in the table, into the same table with the same indexes, from a file that is there: one COPY (the faster of two), with and without the index
        that lists are found in, and INSERTs with bindings in batches of a thousand, without it.""",
        List.of(
            Line.atMost(
                AT_MOST, all + ", all new", full, "COPY and the same indexes", peers.indexed()),
            Line.beside(all + ", all new", full, "COPY, not found in lists", peers.copy()),
            Line.faster(all + ", all new", full, "batches of INSERT", peers.insert()),
            Line.faster(all + " again, nothing changes", again, "all new", full),
            perRow(
                "a month's " + DrawBench.count(month) + " rows, for each row",
                delta,
                month,
                full,
                rows),
            new Line(
                "peak memory of the process, of its heap at most 512 MiB",
                String.format(Locale.ROOT, "%,d MiB", peak),
                "",
                "",
                "",
                "",
                Line.Verdict.NO_LIMIT)));
  }

  private static Line perRow(String what, Timed ours, int rows, Timed all, int allRows) {
    double one = (double) ours.median() / rows;
    double of = (double) all.median() / allRows;
    return new Line(
        what,
        String.format(Locale.ROOT, "%.1f µs", one / 1e3),
        "all new",
        String.format(Locale.ROOT, "%.1f µs", of / 1e3),
        String.format(Locale.ROOT, "%.2f", one / of),
        "< 1",
        Line.Verdict.of(one < of));
  }
}
