package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.TARGET;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.when;

import cn.sunlot.registry.Registry.Census;
import cn.sunlot.registry.Registry.Combination;
import cn.sunlot.registry.Registry.TargetFilter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Counts active targets by what a plan distinguishes. */
@Component
class PoolCounts {

  private static final Field<Long> NUMBER = count().cast(Long.class);
  private static final Field<String> HITS = field(name("hits"), String.class);
  private static final Field<String> REGION = field(name("region"), String.class);
  private static final Field<String> RISK_CLASS = field(name("risk_class"), String.class);
  private static final Field<Boolean> MARKED = field(name("marked"), Boolean.class);

  private final DSLContext database;
  private final PoolConditions pools;

  PoolCounts(DSLContext database, PoolConditions pools) {
    this.database = database;
    this.pools = pools;
  }

  List<Census> census(UUID authorityId, TargetFilter filter, Set<String> marks) {
    var each =
        database
            .select(TARGET.REGION_CODE.as(REGION), TARGET.RISK_CLASS.as(RISK_CLASS), marked(marks))
            .from(TARGET)
            .where(pools.drawable(authorityId, filter));
    return database
        .select(REGION, RISK_CLASS, MARKED, NUMBER)
        .from(each.asTable("each"))
        .groupBy(REGION, RISK_CLASS, MARKED)
        .orderBy(REGION, RISK_CLASS, MARKED)
        .fetch(r -> new Census(r.value1(), r.value2(), r.value3(), r.value4()));
  }

  List<Combination> combine(UUID authorityId, List<TargetFilter> filters, Set<String> marks) {
    if (filters.isEmpty()) {
      return List.of();
    }
    List<Condition> hits = filters.stream().map(f -> pools.hit(authorityId, f)).toList();
    var each =
        database
            .select(pattern(hits).as(HITS), TARGET.RISK_CLASS.as(RISK_CLASS), marked(marks))
            .from(TARGET)
            .where(pools.active(authorityId))
            .and(or(hits));
    return database
        .select(HITS, RISK_CLASS, MARKED, NUMBER)
        .from(each.asTable("each"))
        .groupBy(HITS, RISK_CLASS, MARKED)
        .orderBy(HITS, RISK_CLASS, MARKED)
        .fetch(r -> new Combination(places(r.value1()), r.value2(), r.value3(), r.value4()));
  }

  /** A digit for each condition, 1 where it holds. */
  private static Field<String> pattern(List<Condition> hits) {
    return hits.stream()
        .<Field<String>>map(hit -> when(hit, inline("1")).otherwise(inline("0")))
        .reduce((a, b) -> a.concat(b))
        .orElseThrow();
  }

  private static Field<Boolean> marked(Set<String> marks) {
    return field(marks.isEmpty() ? falseCondition() : PoolConditions.tagged(marks)).as(MARKED);
  }

  private static Set<Integer> places(String pattern) {
    return IntStream.range(0, pattern.length())
        .filter(at -> pattern.charAt(at) == '1')
        .boxed()
        .collect(Collectors.toUnmodifiableSet());
  }
}
