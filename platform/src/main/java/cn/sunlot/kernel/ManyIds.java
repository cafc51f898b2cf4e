package cn.sunlot.kernel;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;

import java.util.Collection;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * The condition that a key is one of many, as a join. An array in a comparison is parsed and walked
 * through again for every row that another index has found: for thirty thousand ids and as many
 * rows that is minutes.
 */
public final class ManyIds {

  private ManyIds() {}

  public static Condition contain(Collection<UUID> ids, Field<UUID> key) {
    return key.in(
        select(field(name("many", "id"), UUID.class))
            .from(unnest(ids.toArray(UUID[]::new)).as("many", "id")));
  }
}
