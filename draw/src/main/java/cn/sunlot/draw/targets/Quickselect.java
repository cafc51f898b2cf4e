package cn.sunlot.draw.targets;

import java.util.Arrays;

/** Hoare's selection of one order statistic, in place. */
final class Quickselect {

  private static final int SMALL = 64;

  private Quickselect() {}

  /** The value that stands at index n, from 0, when the values are sorted; rearranges them. */
  static long nth(long[] values, int n) {
    int from = 0;
    int to = values.length;
    while (to - from > SMALL) {
      long pivot = values[from + (to - from) / 2];
      int left = from;
      int right = to - 1;
      while (left <= right) {
        while (values[left] < pivot) {
          left++;
        }
        while (values[right] > pivot) {
          right--;
        }
        if (left <= right) {
          long kept = values[left];
          values[left++] = values[right];
          values[right--] = kept;
        }
      }
      if (n <= right) {
        to = right + 1;
      } else if (n >= left) {
        from = left;
      } else {
        return values[n];
      }
    }
    Arrays.sort(values, from, to);
    return values[n];
  }
}
