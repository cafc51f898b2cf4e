package cn.sunlot.tasking.domain;

import cn.sunlot.tasking.domain.DrawTerms.Batch;
import java.time.LocalDate;
import java.util.List;

/**
 * Cuts the drawing order of each stratum into batches of equal size (TZ-8, ZB-5): where most of a
 * class is inspected, the draw decides who comes first.
 */
public final class Batches {

  /** As many as there are weeks. */
  public static final int MOST = 52;

  private final List<Batch> periods;

  public Batches(List<Batch> periods) {
    this.periods = List.copyOf(periods);
  }

  /**
   * The batch of a drawn target, from 0; sizes differ by one at most, earlier ones are not smaller.
   *
   * @param position in the stratum's drawing order, from 1
   * @param drawn how many were drawn in the stratum
   */
  public int of(int position, int drawn) {
    int batches = periods.size();
    int whole = drawn / batches;
    int larger = drawn % batches;
    int inLarger = larger * (whole + 1);
    int before = position - 1;
    return before < inLarger
        ? before / (whole + 1)
        : larger + (before - inLarger) / Math.max(1, whole);
  }

  /** When a drawn target is visited. */
  public Batch period(int position, int drawn) {
    return periods.get(of(position, drawn));
  }

  /** Whether the periods follow one another inside the task's. */
  public boolean fit(LocalDate from, LocalDate to) {
    LocalDate after = from;
    for (Batch batch : periods) {
      if (batch.from().isBefore(after)
          || batch.to().isBefore(batch.from())
          || batch.to().isAfter(to)) {
        return false;
      }
      after = batch.to().plusDays(1);
    }
    return periods.size() >= 2 && periods.size() <= MOST;
  }
}
