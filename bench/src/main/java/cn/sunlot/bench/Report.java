package cn.sunlot.bench;

import cn.sunlot.bench.Line.Verdict;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What the benchmarks found, section by section, printed as it comes. */
final class Report {
  private final PrintStream out;
  private final StringBuilder text = new StringBuilder();
  private final List<Line> all = new ArrayList<>();

  Report(PrintStream out) {
    this.out = out;
  }

  /** Says what is going on; not part of the result. */
  void progress(String what) {
    out.println("… " + what);
  }

  /** Adds a section: a heading, what was measured and how, the figures. */
  void section(String heading, String explanation, List<Line> lines) {
    Table table = new Table(2, "what", "next to", "ours", "theirs", "ratio", "limit", "");
    lines.forEach(line -> table.row(line.cells()));
    String section = "### %s%n%n%s%n%n%s%n".formatted(heading, explanation.strip(), table);
    out.print("\n" + section);
    text.append(section);
    all.addAll(lines);
  }

  /** The lines whose limit is broken. */
  List<Line> broken() {
    return all.stream().filter(line -> line.verdict() == Verdict.OVER).toList();
  }

  /** One line that says how many limits are kept. */
  String summary() {
    long limits = all.stream().filter(line -> line.verdict() != Verdict.NO_LIMIT).count();
    return "%d limits, %d kept, %d broken"
        .formatted(limits, limits - broken().size(), broken().size());
  }

  /** All sections, in Markdown. */
  String markdown() {
    return text.toString();
  }
}
