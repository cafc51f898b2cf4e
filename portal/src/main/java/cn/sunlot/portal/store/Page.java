package cn.sunlot.portal.store;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items rows of this page
 * @param total how many rows there are, counted up to {@link #COUNTED}
 * @param number number of this page, from 1
 */
public record Page<T>(List<T> items, int total, int number) {

  /** Rows on a page. */
  public static final int SIZE = 20;

  /** Counting further costs time and tells nobody anything. */
  public static final int COUNTED = 10_000;

  public Page {
    items = List.copyOf(items);
  }

  /** Number of the last page that can be asked for. */
  public int last() {
    return Math.max(1, (Math.min(total, COUNTED) + SIZE - 1) / SIZE);
  }

  public boolean hasPrevious() {
    return number > 1;
  }

  public boolean hasNext() {
    return number < last();
  }

  /** Whether {@link #total} is only a floor. */
  public boolean more() {
    return total > COUNTED;
  }

  /** Where the rows of a page begin. */
  static int offset(int number) {
    return (number - 1) * SIZE;
  }

  /** A page number that can be served, whatever was asked for. */
  public static int number(int asked) {
    return Math.min(Math.max(1, asked), COUNTED / SIZE);
  }
}
