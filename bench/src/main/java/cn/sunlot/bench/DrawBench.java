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
        library's own HMAC, which computes three compressions for a ticket where `javax.crypto.Mac` computes five. Memory: the
        process's peak (VmHWM), with the pages of the mapped file."""
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
    int times = scale.times(size);
    Child ours = child(file, result, "sha256", times);
    Timed query = Timed.of(times, () -> postgres.drawByQuery(Source.REGISTRY, quotas, result));
    Timed slim = Timed.of(times, () -> postgres.drawByQuery(Source.IDS_ONLY, quotas, result));
    Timed shuffle = Timed.of(times, () -> postgres.drawByShuffle(quotas, result));
    Timed draw = ours.timed("draw");
    List<Line> lines = new ArrayList<>();
    String random = "ORDER BY random(), registry";
    lines.add(
        size < LARGE
            ? Line.faster(what, draw, random, query)
            : Line.atMost(0.5, what, draw, random, query));
    lines.add(Line.faster(what, draw, "ORDER BY random(), ids only", slim));
    lines.add(Line.faster(what, draw, "JDBC, Collections.shuffle", shuffle));
    lines.add(Line.atMost(2, what, draw, "bare HMACs", ours.timed("bare")));
    lines.add(memory(what, ours));
    Child sm3 = child(file, result, "sm3", Math.min(3, times));
    lines.add(Line.beside(what + ", SM3", sm3.timed("draw"), "bare HMACs, SM3", sm3.timed("bare")));
    return lines;
  }

  private static Child child(Path frame, Path result, String suite, int times)
      throws IOException, InterruptedException {
    return Child.run(
        DrawChild.class, "1g", frame.toString(), result.toString(), suite, Integer.toString(times));
  }

  private static Line memory(String what, Child child) {
    long peak = child.number("peak");
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
