package cn.sunlot.kernel.access;

import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Whose data somebody may see: departments of one authority. An argument of every search, and the
 * same again behind it as row-level security.
 *
 * @param authorityId the authority (a city with its departments, or one bureau)
 * @param departments departments whose rows are visible
 */
public record Scope(UUID authorityId, Set<UUID> departments) {

  public Scope {
    departments = Set.copyOf(departments);
  }

  /** The condition that a row belongs to a visible department. */
  public Condition covers(Field<UUID> department) {
    return departments.isEmpty() ? DSL.falseCondition() : department.in(departments);
  }

  /**
   * The condition that a row belongs to the authority, for what all its departments share
   * (registries, item lists).
   */
  public Condition shares(Field<UUID> authority) {
    return authority.eq(authorityId);
  }
}
