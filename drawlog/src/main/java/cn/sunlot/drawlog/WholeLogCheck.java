package cn.sunlot.drawlog;

import cn.sunlot.draw.Suites;
import cn.sunlot.draw.verify.Check;
import cn.sunlot.draw.verify.LogCheck.Stated;
import cn.sunlot.translog.merkle.Frontier;
import cn.sunlot.translog.merkle.Hash;
import cn.sunlot.translog.note.Checkpoint;
import cn.sunlot.translog.note.SignedCheckpoint;
import cn.sunlot.translog.proof.Policy;
import cn.sunlot.translog.tiles.Tile;
import cn.sunlot.translog.tiles.Tiling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a whole log: it continues every checkpoint of the transcript (V13), has no other entry for
 * this draw (V6), and no earlier commitment that is passed over (V14).
 */
final class WholeLogCheck {

  /** Names of files of the whole log in findings begin so. */
  static final String FOLDER = "whole-log/";

  private static final int SHOWN = 20;

  private final Suites suites;
  private final Stated stated;
  private final Policy policy;
  private final LogReport report;
  private final Map<Long, Step> steps;
  private final TreeMap<Long, Checkpoint> checkpoints = new TreeMap<>();
  private final List<LogEntry> draws = new ArrayList<>();
  private int faults;

  WholeLogCheck(Suites suites, Stated stated, List<Step> steps, Policy policy, LogReport report) {
    this.suites = suites;
    this.stated = stated;
    this.policy = policy;
    this.report = report;
    this.steps = steps.stream().collect(Collectors.toMap(Step::seq, Function.identity()));
    steps.forEach(step -> checkpoints.put(step.checkpoint().size(), step.checkpoint()));
  }

  void check(WholeLog log) {
    String file = FOLDER + "checkpoint";
    Optional<SignedCheckpoint> signed =
        report.attempt(
            file,
            0,
            () -> {
              SignedCheckpoint checkpoint = log.checkpoint();
              policy.check(checkpoint);
              return checkpoint;
            });
    if (signed.isEmpty()) {
      report.notChecked(Check.V14, "skip.whole-log");
      return;
    }
    Checkpoint now = signed.get().checkpoint();
    boolean read = read(log, now);
    checkpoints.tailMap(now.size(), false).keySet().stream()
        .limit(1)
        .forEach(size -> report.fail(Check.V13, file, 2, "v13.old-log", now.size(), size));
    if (!read) {
      report.notChecked(Check.V14, "skip.whole-log");
      return;
    }
    report.note(Check.V6, "v6.whole", now.size());
    new Predecessors(suites, stated, draws, log, report).check();
  }

  /** Reads every entry; false if one is missing or the entries are not those of the checkpoint. */
  private boolean read(WholeLog log, Checkpoint now) {
    Frontier tree = new Frontier();
    for (long seq = 0; seq < now.size(); seq++) {
      long number = seq;
      String file = bundle(now.size(), seq);
      Optional<byte[]> bytes = report.attempt(file, 0, () -> log.entry(number));
      if (bytes.isEmpty()) {
        return false;
      }
      tree.append(Hash.leaf(bytes.get()));
      continued(tree);
      entry(file, seq, bytes.get());
    }
    if (!tree.root().equals(now.root())) {
      report.fail(Check.V13, FOLDER + "checkpoint", 3, "v13.root", tree.root(), now.root());
      return false;
    }
    return true;
  }

  private static String bundle(long size, long seq) {
    return FOLDER + Tiling.in(size, Tile.ENTRIES, seq / Tile.WIDTH).path();
  }

  private void continued(Frontier tree) {
    Checkpoint seen = checkpoints.get(tree.size());
    if (seen != null && !seen.root().equals(tree.root())) {
      report.fail(
          Check.V13, FOLDER + "checkpoint", 0, "v13.fork", tree.size(), tree.root(), seen.root());
    }
  }

  private void entry(String file, long seq, byte[] bytes) {
    Step step = steps.get(seq);
    if (step != null && !Arrays.equals(step.bytes(), bytes)) {
      report.fail(Check.V13, step.file(), 1, "v13.not-same", seq);
    }
    // When enough faults have been named, further ones are passed over, but no entry is.
    LogReport named = faults < SHOWN ? report : new LogReport();
    Optional<LogEntry> entry = named.attempt(file, 0, () -> LogEntry.parse(bytes));
    if (entry.isEmpty() || entry.get().seq() != seq) {
      faults++;
      named.fail(Check.V13, file, 0, "v13.entry", seq);
    }
    entry.ifPresent(e -> ofDraw(file, e));
  }

  private void ofDraw(String file, LogEntry entry) {
    Optional<StepType> type = StepType.of(entry.type());
    if (type.isEmpty()) {
      return;
    }
    if (type.get() == StepType.COMMITTED || type.get() == StepType.VOID) {
      draws.add(entry);
    }
    if (!entry.ref().equals(stated.commitment().draw()) || steps.containsKey(entry.seq())) {
      return;
    }
    long covered = checkpoints.isEmpty() ? 0 : checkpoints.lastKey();
    if (type.get() == StepType.COMMITTED) {
      report.fail(Check.V6, file, 0, "v6.another", entry.seq());
    } else if (entry.seq() < covered) {
      report.fail(Check.V13, file, 0, "v13.hidden", entry.type(), entry.seq());
    } else {
      report.note(Check.V6, "v6.later", entry.type(), entry.seq(), entry.at());
    }
  }
}
