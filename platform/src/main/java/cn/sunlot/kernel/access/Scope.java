package cn.sunlot.kernel.access;

import java.io.Serial;
import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Whose data somebody may see and handle: departments of one authority, by region and line. An
 * argument of every search, and the same again behind it as row-level security.
 *
 * <p>Reading is wider than handling: a city's bureau reads what the bureaus of its line do in the
 * counties, and does nothing in their place.
 *
 * @param authorityId the authority (a city with its departments, or one bureau)
 * @param departments departments whose rows are visible
 * @param handled departments for which the person acts; all of them are visible
 * @param area regions whose targets are visible
 */
public record Scope(UUID authorityId, Set<UUID> departments, Set<UUID> handled, Area area)
    implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  public Scope {
    departments = Set.copyOf(departments);
    handled = Set.copyOf(handled);
    if (!departments.containsAll(handled)) {
      throw new IllegalArgumentException("handles what is not visible: " + handled);
    }
  }

  /** The same departments to see and to act for, in all of the authority. */
  public static Scope of(UUID authorityId, Set<UUID> departments) {
    return new Scope(authorityId, departments, departments, Area.WHOLE);
  }

  /** The condition that a row belongs to a visible department. */
  public Condition covers(Field<UUID> department) {
    return departments.isEmpty() ? DSL.falseCondition() : department.in(departments);
  }

  /** The same without what the person only looks at. */
  public Scope acting() {
    return new Scope(authorityId, handled, handled, area);
  }

  /**
   * The condition that a row belongs to the authority, for what all its departments share (item
   * lists, inspectors).
   */
  public Condition shares(Field<UUID> authority) {
    return authority.eq(authorityId);
  }

  /** The condition that a row lies in a visible region, for targets. */
  public Condition coversRegion(Field<String> region) {
    return area.covers(region);
  }
}
