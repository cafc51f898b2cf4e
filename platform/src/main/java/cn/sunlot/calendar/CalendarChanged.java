package cn.sunlot.calendar;

import java.util.Set;

/**
 * Told in the transaction in which days were changed: whoever stores due dates in these years
 * computes the provisional ones again and logs what moved.
 *
 * @param years years in which a day changed or which were announced
 */
public record CalendarChanged(Set<Integer> years) {

  public CalendarChanged {
    years = Set.copyOf(years);
  }
}
