package cn.sunlot.tasking.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import cn.sunlot.registry.Survivors;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Visits stay with the target at which they were; lists find them by the one that stands for it.
 */
final class MergedTargets {

  static final Table<?> SURVIVORS = table(name(Survivors.VIEW.split("\\."))).as("s");

  private static final Field<UUID> ID = field(name("s", "id"), UUID.class);
  private static final Field<UUID> SURVIVOR_ID = field(name("s", "survivor_id"), UUID.class);

  private MergedTargets() {}

  /** To join {@link #SURVIVORS} by. */
  static Condition isOf(Field<UUID> target) {
    return ID.eq(target);
  }

  /** Who stands for a target, where {@link #SURVIVORS} is joined; itself, unless it was merged. */
  static Field<UUID> standingFor(Field<UUID> target) {
    return coalesce(SURVIVOR_ID, target);
  }

  /** The target, or one that was merged into it. */
  static Condition at(Field<UUID> target, UUID id) {
    return target.eq(id).or(target.in(select(ID).from(SURVIVORS).where(SURVIVOR_ID.eq(id))));
  }
}
