package cn.sunlot.tasking.domain;

import cn.sunlot.planning.Plans.PlanLine;
import cn.sunlot.planning.Weights;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How many are drawn of which class, over which regions, in which batches: what the plan said when
 * the task was opened (TZ-14, TZ-18). Nothing but the batches changes after that.
 *
 * @param ratesBp ratio per class in ten-thousandths; {@code K} for key targets
 * @param counts fixed number of classes that have no ratio
 * @param weights how the number of each class is split over regions; empty: it is not
 * @param batches in which order of drawing the targets are visited when; empty: all at once
 */
public record DrawTerms(
    Map<String, Integer> ratesBp,
    Map<String, Integer> counts,
    Map<String, Integer> weights,
    List<Batch> batches) {

  /** Key targets, where the plan raises their ratio (TZ-18, ZB-12). */
  public static final String KEY = "K";

  /** A share of the drawing order, and when it is visited. */
  public record Batch(LocalDate from, LocalDate to) {}

  public DrawTerms {
    ratesBp = Map.copyOf(ratesBp);
    counts = Map.copyOf(counts);
    weights = Map.copyOf(weights);
    batches = List.copyOf(batches);
  }

  /** Of a task outside the plan, or one from before plans could say more. */
  public static DrawTerms of(Map<String, Integer> ratesBp) {
    return new DrawTerms(ratesBp, Map.of(), Map.of(), List.of());
  }

  /** Of a task that carries out a line. */
  public static DrawTerms of(PlanLine line) {
    return new DrawTerms(
        line.ratesBp(), line.counts(), line.arrangement().weights().byRegion(), List.of());
  }

  public DrawTerms in(List<Batch> those) {
    return new DrawTerms(ratesBp, counts, weights, those);
  }

  /** Whether anything of a class is drawn. */
  public boolean draws(String ofClass) {
    return ratesBp.getOrDefault(ofClass, 0) > 0 || counts.getOrDefault(ofClass, 0) > 0;
  }

  /** The classes of which something is drawn. */
  public SortedSet<String> drawn() {
    SortedSet<String> classes = new TreeSet<>(ratesBp.keySet());
    classes.addAll(counts.keySet());
    classes.removeIf(c -> !draws(c));
    return classes;
  }

  /** How many of so many members of a class, rounded up so that it is not less than planned. */
  public int quota(String ofClass, int members) {
    Integer count = counts.get(ofClass);
    return count == null
        ? (int) (((long) members * ratesBp.getOrDefault(ofClass, 0) + 9_999) / 10_000)
        : Math.min(members, count);
  }

  /** Whether the numbers are split over regions, because the plan says so. */
  public boolean splitsOverRegions() {
    return !weights.isEmpty();
  }

  public Weights regions() {
    return Weights.of(weights);
  }
}
