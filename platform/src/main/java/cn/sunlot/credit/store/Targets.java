package cn.sunlot.credit.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import cn.sunlot.kernel.access.Scope;
import cn.sunlot.registry.ClassesAndTags;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Targets as the registry shows them to work in sets. */
final class Targets {

  static final Table<?> TARGETS = table(name(ClassesAndTags.TARGETS.split("\\."))).as("t");
  static final Field<UUID> ID = column("id", UUID.class);
  static final Field<UUID> AUTHORITY_ID = column("authority_id", UUID.class);
  static final Field<String> UNIT_ID = column("unit_id", String.class);
  static final Field<String> NAME = column("name", String.class);
  static final Field<String> RISK_CLASS = column("risk_class", String.class);
  static final Field<String> STATUS = column("status", String.class);
  static final Field<String> REGION_CODE = column("region_code", String.class);

  private Targets() {}

  /** Part of a name, or the beginning of an id. */
  static Condition found(@Nullable String q) {
    if (q == null || q.isBlank()) {
      return noCondition();
    }
    String text = q.strip();
    return NAME.contains(text)
        .or(UNIT_ID.startsWith(text.toUpperCase(Locale.ROOT)))
        .or(UNIT_ID.startsWith(text));
  }

  static Condition of(Scope scope) {
    return scope.shares(AUTHORITY_ID);
  }

  private static <T> Field<T> column(String name, Class<T> type) {
    return field(name("t", name), type);
  }
}
