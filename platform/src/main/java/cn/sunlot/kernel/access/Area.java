package cn.sunlot.kernel.access;

import java.io.Serial;
import java.io.Serializable;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The regions whose targets somebody may see.
 *
 * @param whole all of the authority, also what lies in no known region
 * @param regions otherwise these: codes of GB/T 2260, and of townships with nine digits
 */
public record Area(boolean whole, Set<String> regions) implements Serializable {

  /** All of the authority. */
  public static final Area WHOLE = new Area(true, Set.of());

  @Serial private static final long serialVersionUID = 1L;

  public Area {
    regions = Set.copyOf(regions);
  }

  /** These regions and nothing else. */
  public static Area of(Set<String> regions) {
    return new Area(false, regions);
  }

  /** The condition that a row lies in it. */
  public Condition covers(Field<String> region) {
    return whole
        ? DSL.trueCondition()
        : regions.isEmpty() ? DSL.falseCondition() : region.in(regions);
  }

  public boolean covers(String region) {
    return whole || regions.contains(region);
  }

  /** As {@code sunlot.regions} tells it to the database. */
  String setting() {
    return whole ? "*own" : String.join(",", regions);
  }
}
