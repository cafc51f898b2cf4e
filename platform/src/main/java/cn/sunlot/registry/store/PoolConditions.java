package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.TARGET;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import cn.sunlot.kernel.ManyIds;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.registry.Registry.TargetFilter;
import cn.sunlot.registry.domain.Narrowing;
import cn.sunlot.registry.domain.SubRegistry;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.index.TargetIndex;
import cn.sunlot.registry.store.index.TargetIndexFeeder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** Which rows of targets a filter hits. */
@Component
class PoolConditions {

  private final SubRegistryStore registers;
  private final TargetIndex index;
  private final TargetIndexFeeder feeder;

  PoolConditions(SubRegistryStore registers, TargetIndex index, TargetIndexFeeder feeder) {
    this.registers = registers;
    this.index = index;
    this.feeder = feeder;
  }

  /** Everything of the authority that the filter hits, active or not. */
  Condition matches(UUID authorityId, TargetFilter filter) {
    return standing(authorityId).and(hit(authorityId, filter));
  }

  /**
   * Only what is active can be drawn; the others are in the pool so that it says why they are out.
   */
  Condition drawable(UUID authorityId, TargetFilter filter) {
    return active(authorityId).and(hit(authorityId, filter));
  }

  Condition active(UUID authorityId) {
    return TARGET.AUTHORITY_ID.eq(authorityId).and(TARGET.STATUS.eq("active"));
  }

  /** What the filter says, of whatever authority and state. */
  Condition hit(UUID authorityId, TargetFilter filter) {
    return noCondition()
        .and(filter.kinds().isEmpty() ? noCondition() : TARGET.KIND.in(filter.kinds()))
        .and(
            filter.regionCodes().isEmpty()
                ? noCondition()
                : or(filter.regionCodes().stream().map(PoolConditions::within).toList()))
        .and(
            filter.riskClasses().isEmpty()
                ? noCondition()
                : TARGET.RISK_CLASS.in(filter.riskClasses()))
        .and(filter.tags().isEmpty() ? noCondition() : tagged(filter.tags()))
        .and(
            filter.subRegistries().isEmpty()
                ? noCondition()
                : in(authorityId, filter.subRegistries()));
  }

  /** Whether a target carries one of these tags. */
  static Condition tagged(Collection<String> tags) {
    return arrayOverlap(TARGET.TAGS, val(tags.toArray(String[]::new), TARGET.TAGS));
  }

  List<NamedId> listSubRegistries(UUID authorityId) {
    return registers.list(authorityId).stream().map(r -> new NamedId(r.id(), r.name())).toList();
  }

  private static Condition standing(UUID authorityId) {
    return TARGET.AUTHORITY_ID.eq(authorityId).and(TARGET.STATUS.ne("merged"));
  }

  /** A city's code stands for its counties as well. */
  private static Condition within(String region) {
    String prefix = region.replaceFirst("(00){1,2}$", "");
    return prefix.length() == region.length()
        ? TARGET.REGION_CODE.eq(region)
        : TARGET.REGION_CODE.startsWith(prefix);
  }

  /** Those in any of them; one that is no longer there has nothing in it. */
  private Condition in(UUID authorityId, Set<UUID> wanted) {
    return registers.list(authorityId).stream()
        .filter(register -> wanted.contains(register.id()))
        .map(this::in)
        .reduce(falseCondition(), Condition::or);
  }

  /** What its rule leaves or was put in, without what was taken out. */
  private Condition in(SubRegistry register) {
    Condition placedIn = placed(SubRegistry.in(register.id()));
    Condition takenOut = placed(SubRegistry.out(register.id()));
    return placedIn.or(left(register)).andNot(takenOut);
  }

  private static Condition placed(String place) {
    return arrayOverlap(TARGET.PLACED, val(new String[] {place}, TARGET.PLACED));
  }

  /** What the rule of a sub-registry leaves, as the index of lists understands it. */
  private Condition left(SubRegistry register) {
    TargetListFilter rule = register.rule();
    Condition left = noCondition();
    if (rule.kind() != null) {
      left = left.and(TARGET.KIND.eq(rule.kind()));
    }
    if (rule.region() != null) {
      left = left.and(within(rule.region()));
    }
    if (rule.riskClass() != null) {
      left = left.and(TARGET.RISK_CLASS.eq(rule.riskClass()));
    }
    if (rule.tag() != null) {
      left = left.and(tagged(List.of(rule.tag())));
    }
    if (rule.status() != null) {
      left = left.and(TARGET.STATUS.eq(rule.status()));
    }
    if (rule.complete() != null) {
      left = left.and(TARGET.COMPLETE.eq(rule.complete()));
    }
    if (rule.warned() != null) {
      Condition warned = cardinality(TARGET.WARNINGS).gt(0);
      left = left.and(rule.warned() ? warned : warned.not());
    }
    for (var detail : rule.details().entrySet()) {
      left =
          left.and(jsonbGetAttributeAsText(TARGET.DETAILS, detail.getKey()).eq(detail.getValue()));
    }
    return rule.q() == null ? left : left.and(found(register.authorityId(), rule.q()));
  }

  /** Words are looked up in the index, which alone knows the first letters of names. */
  private Condition found(UUID authorityId, String words) {
    feeder.settle();
    List<UUID> ids = new ArrayList<>();
    index.forEach(
        Scope.of(authorityId, Set.of()),
        Narrowing.of(new TargetListFilter(words, null, null, null, null, null, null, null)),
        ids::addAll);
    return ManyIds.contain(ids, TARGET.ID);
  }
}
