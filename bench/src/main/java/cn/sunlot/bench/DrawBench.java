package cn.sunlot.bench;

import cn.sunlot.bench.Postgres.Source;
import cn.sunlot.draw.targets.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Drawing 1% of the businesses of a frozen frame. */
final class DrawBench {
  private static final long MOST_MEMORY_KIB = 1536 << 10;
  private static final String HEAP = "512m";
  private static final int LARGE = 10_000_000;

  private final Scale scale;
  private final Report report;

  DrawBench(Scale scale, Report report) {
    this.scale = scale;
    this.report = report;
  }

  void run() throws Exception {
    List<Line> lines = new ArrayList<>();
    Path folder = Files.createTempDirectory("sunlot-draw-");
    try (Postgres postgres = Postgres.start()) {
      for (int size : scale.drawn()) {
        lines.addAll(compare(size, folder, postgres));
      }
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
    report.section(
        "Drawing 1% of the businesses",
        """
        Four strata, 70, 20, 8 and 2%% of all, of which 0.5, 1, 3 and 10%% are drawn. Ours, in a process of its own with 512 MB of heap: mapping
        the frame's binary file, every ticket, selection, writing `result.json`. PostgreSQL, for each stratum: `SELECT unit_id … WHERE risk_class = ?
        ORDER BY random() LIMIT ?`, warm, %s; once from the columns of the
        platform's own table of targets, once from a table of nothing but id and stratum, indexed by stratum. Shuffle: each stratum over
        JDBC from that small table into a list, `Collections.shuffle`. Bare HMACs: one for each business in a loop on the same threads, by the
        library's own HMAC, which computes three compressions for a ticket where `javax.crypto.Mac` computes five. Memory: what
        the process held at most (VmHWM) until its first draw was written, with the pages of the mapped file."""
            .formatted(Postgres.SETTINGS),
        lines);
  }

  private List<Line> compare(int size, Path folder, Postgres postgres) throws Exception {
    String what = "draw from " + count(size);
    report.progress(what + ": freezing the frame, filling the table");
    Path file = folder.resolve("frame");
    Frame frame = Population.freeze(FreezeChild.units(), size).frame();
    frame.save(file);
    Map<String, Integer> quotas = new TreeMap<>();
    frame.quotas(Population.QUOTAS).forEach((name, s) -> quotas.put(name, s.quota()));
    postgres.load(size);

    report.progress(what);
    Path result = folder.resolve("result");
    List<Line> lines = new ArrayList<>();
    try (Child child = child(file, result, "sha256")) {
      child.ask("draw");
      Line memory = memory(what, child);
      List<Timed> times =
          scale.inTurn(
              size,
              () -> child.ask("draw"),
              Timed.clock(() -> postgres.drawByQuery(Source.REGISTRY, quotas, result)),
              Timed.clock(() -> postgres.drawByQuery(Source.IDS_ONLY, quotas, result)),
              Timed.clock(() -> postgres.drawByShuffle(quotas, result)),
              () -> child.ask("bare"));
      lines.addAll(lines(what, size, times));
      lines.add(memory);
    }
    if (size < LARGE) {
      lines.add(sm3(what, file, result, size));
    }
    return lines;
  }

  private static List<Line> lines(String what, int size, List<Timed> times) {
    Timed draw = times.get(0);
    Timed query = times.get(1);
    String random = "ORDER BY random(), registry";
    return List.of(
        size < LARGE
            ? Line.faster(what, draw, random, query)
            : Line.atMost(0.5, what, draw, random, query),
        Line.faster(what, draw, "ORDER BY random(), ids only", times.get(2)),
        Line.faster(what, draw, "JDBC, Collections.shuffle", times.get(3)),
        Line.atMost(2, what, draw, "bare HMACs", times.get(4)));
  }

  private Line sm3(String what, Path frame, Path result, int size) throws Exception {
    try (Child child = child(frame, result, "sm3")) {
      List<Timed> both = scale.inTurn(size, () -> child.ask("draw"), () -> child.ask("bare"));
      return Line.beside(what + ", SM3", both.get(0), "bare HMACs, SM3", both.get(1));
    }
  }

  private Child child(Path frame, Path result, String suite) throws IOException {
    return scale.child(DrawChild.class, HEAP, frame.toString(), result.toString(), suite);
  }

  private static Line memory(String what, Child child) throws IOException {
    long peak = child.ask("peak");
    return Line.within(
        what + ", peak memory",
        String.format(Locale.ROOT, "%d MiB", peak >> 10),
        "≤ 1536 MiB",
        peak <= MOST_MEMORY_KIB);
  }

  static String count(int size) {
    return String.format(Locale.ROOT, "%,d", size);
  }
}
