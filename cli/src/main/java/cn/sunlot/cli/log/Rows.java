package cn.sunlot.cli.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rows by table and key, each as one text, to be compared with the same from elsewhere. */
final class Rows {

  private record Place(String table, String key) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int tables = table.compareTo(other.table);
      return tables == 0 ? key.compareTo(other.key) : tables;
    }
  }

  private final Map<Place, List<String>> rows = new TreeMap<>();

  void add(String table, String key, String value) {
    rows.computeIfAbsent(new Place(table, key), p -> new ArrayList<>()).add(value);
  }

  void add(String table, String key, String value, Instant at) {
    add(table, key, value + " " + at.truncatedTo(ChronoUnit.SECONDS));
  }

  /** Names every row that is here and not there, there and not here, or not the same. */
  void compare(Rows found, AuditReport report) {
    TreeSet<Place> all = new TreeSet<>(rows.keySet());
    all.addAll(found.rows.keySet());
    for (Place place : all) {
      List<String> here = sorted(rows.get(place));
      List<String> there = sorted(found.rows.get(place));
      if (there.isEmpty()) {
        report.fail("audit.row-gone", place.table(), place.key());
      } else if (here.isEmpty()) {
        report.fail("audit.row-extra", place.table(), place.key());
      } else if (!here.equals(there)) {
        report.fail("audit.row", place.table(), place.key());
      }
    }
  }

  private static List<String> sorted(@Nullable List<String> values) {
    List<String> sorted = new ArrayList<>(values == null ? List.of() : values);
    Collections.sort(sorted);
    return sorted;
  }
}
