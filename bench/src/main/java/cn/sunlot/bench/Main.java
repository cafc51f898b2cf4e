package cn.sunlot.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code bench/run [city] [credit] [draw] [freeze] [import] [log] [match] [targets] [--tiny]
 * [--write]}: runs the benchmarks named, or all. Exit code 1 if a limit is broken, 2 if the
 * arguments are wrong.
 */
public final class Main {
  private static final Set<String> BENCHES =
      new TreeSet<>(
          List.of("city", "credit", "draw", "freeze", "import", "log", "match", "targets"));
  private static final Path DOCUMENT = Path.of("docs/benchmarks.md");
  private static final String BEGIN = "<!-- begin of the last run -->\n";
  private static final String END = "<!-- end of the last run -->\n";

  private Main() {}

  public static void main(String... arguments) throws Exception {
    List<String> wanted = new ArrayList<>(List.of(arguments));
    boolean tiny = wanted.remove("--tiny");
    boolean write = wanted.remove("--write");
    if (!BENCHES.containsAll(wanted)) {
      System.err.printf("usage: bench/run %s [--tiny] [--write]%n", BENCHES);
      System.exit(2);
    }
    Set<String> names = wanted.isEmpty() ? BENCHES : new TreeSet<>(wanted);
    String machine = Machine.describe();
    System.out.println(machine);
    Report report = new Report(System.out);
    run(names, tiny ? Scale.TINY : Scale.FULL, report);
    System.out.println("\n" + report.summary());
    report.broken().forEach(line -> System.out.println("over: " + line.cells()));
    if (write) {
      write(String.join(" ", arguments), machine, report);
    }
    System.exit(report.broken().isEmpty() ? 0 : 1);
  }

  static void run(Set<String> names, Scale scale, Report report) throws Exception {
    for (String name : names) {
      switch (name) {
        case "city" -> new CityBench(scale, report).run();
        case "credit" -> new CreditBench(scale, report).run();
        case "draw" -> new DrawBench(scale, report).run();
        case "freeze" -> new FreezeBench(scale, report).run();
        case "import" -> new ImportBench(scale, report).run();
        case "log" -> new LogBench(scale, report).run();
        case "targets" -> new TargetsBench(scale, report).run();
        default -> new MatchBench(scale, report).run();
      }
    }
  }

  private static void write(String arguments, String machine, Report report) throws IOException {
    String text = Files.readString(DOCUMENT, StandardCharsets.UTF_8);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    if (begin < BEGIN.length() || end < begin) {
      throw new IOException(DOCUMENT + " has lost the lines that say where the last run stands");
    }
    String run =
        """

        `bench/run %s`, %s, on %s.
        Times are medians of 5 to 301 repetitions after warming up, ours and theirs in turn. **%s.**

        %s"""
            .formatted(
                arguments,
                LocalDate.now(ZoneOffset.UTC),
                machine,
                report.summary(),
                report.markdown());
    Files.writeString(DOCUMENT, text.substring(0, begin) + run + text.substring(end));
    System.out.println("written to " + DOCUMENT);
  }
}
