package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.EXPERT;
import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR;
import static cn.sunlot.registry.store.jooq.Tables.INSPECTOR_LEAVE;
import static cn.sunlot.registry.store.jooq.Tables.TARGET;
import static cn.sunlot.registry.store.jooq.Tables.TRAINING;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.ManyIds;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Refused;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Inspector.Leave;
import cn.sunlot.registry.domain.Masked;
import cn.sunlot.registry.domain.UnitId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** What other modules ask of the registries. */
@Repository
@Transactional
class RegistryStore implements Registry {

  private static final int FETCH = 5_000;

  private final DSLContext database;
  private final DeclarationStore declarations;
  private final PoolConditions pools;
  private final PoolCounts counts;
  private final Contacts contacts;
  private final ObjectMapper json;

  RegistryStore(
      DSLContext database,
      DeclarationStore declarations,
      PoolConditions pools,
      PoolCounts counts,
      Contacts contacts,
      ObjectMapper json) {
    this.database = database;
    this.pools = pools;
    this.counts = counts;
    this.contacts = contacts;
    this.declarations = declarations;
    this.json = json;
  }

  @Override
  public Target getTarget(UUID id) {
    return targets(TARGET.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  @Override
  public Optional<Target> findByUnitId(UUID authorityId, String unitId) {
    return targets(TARGET.AUTHORITY_ID.eq(authorityId).and(TARGET.UNIT_ID.eq(unitId))).stream()
        .findFirst()
        .map(this::survivor);
  }

  /** Who stands for it; itself, unless it was merged into another. */
  private Target survivor(Target target) {
    if (!target.status().equals("merged")) {
      return target;
    }
    return database
        .select(TARGET.MERGED_INTO)
        .from(TARGET)
        .where(TARGET.ID.eq(target.id()).and(TARGET.MERGED_INTO.isNotNull()))
        .fetchOptional(TARGET.MERGED_INTO)
        .flatMap(into -> targets(TARGET.ID.eq(into)).stream().findFirst())
        .map(this::survivor)
        .orElse(target);
  }

  @Override
  public Optional<Target> findByWrittenId(UUID authorityId, String text) {
    return UnitId.read(text).id().flatMap(id -> findByUnitId(authorityId, id.value()));
  }

  @Override
  public List<Target> listTargets(Collection<UUID> ids) {
    return targets(ManyIds.contain(ids, TARGET.ID));
  }

  @Override
  public List<PoolTarget> listForPool(UUID authorityId, TargetFilter filter) {
    return pool(pools.matches(authorityId, filter)).fetch(RegistryStore::poolTarget);
  }

  @Override
  public List<PoolTarget> listForPool(UUID authorityId, TargetFilter filter, Collection<UUID> ids) {
    return pool(pools.matches(authorityId, filter).and(ManyIds.contain(ids, TARGET.ID)))
        .fetch(RegistryStore::poolTarget);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void forEachInPool(UUID authorityId, TargetFilter filter, Consumer<PoolTarget> take) {
    try (var rows =
        pool(pools.matches(authorityId, filter)).orderBy(TARGET.ID).fetchSize(FETCH).fetchLazy()) {
      rows.forEach(r -> take.accept(poolTarget(r)));
    }
  }

  private SelectConditionStep<? extends Record> pool(Condition condition) {
    return database
        .select(
            TARGET.ID,
            TARGET.UNIT_ID,
            TARGET.NAME,
            TARGET.REGION_CODE,
            TARGET.RISK_CLASS,
            TARGET.TAGS,
            TARGET.STATUS)
        .from(TARGET)
        .where(condition);
  }

  private static PoolTarget poolTarget(Record r) {
    return new PoolTarget(
        r.get(TARGET.ID),
        r.get(TARGET.UNIT_ID),
        r.get(TARGET.NAME),
        r.get(TARGET.REGION_CODE),
        r.get(TARGET.RISK_CLASS),
        Set.of(r.get(TARGET.TAGS)),
        r.get(TARGET.STATUS));
  }

  @Override
  public long countForPool(UUID authorityId, TargetFilter filter) {
    return database.fetchCount(TARGET, pools.drawable(authorityId, filter));
  }

  @Override
  public Map<String, Long> countByRiskClass(UUID authorityId, TargetFilter filter) {
    Field<Long> number = count().cast(Long.class);
    return new TreeMap<>(
        database
            .select(TARGET.RISK_CLASS, number)
            .from(TARGET)
            .where(pools.drawable(authorityId, filter))
            .groupBy(TARGET.RISK_CLASS)
            .fetchMap(TARGET.RISK_CLASS, number));
  }

  @Override
  public List<Census> census(UUID authorityId, TargetFilter filter, Set<String> marks) {
    return counts.census(authorityId, filter, marks);
  }

  @Override
  public List<Combination> combine(
      UUID authorityId, List<TargetFilter> filters, Set<String> marks) {
    return counts.combine(authorityId, filters, marks);
  }

  @Override
  public List<NamedId> listSubRegistries(UUID authorityId) {
    return pools.listSubRegistries(authorityId);
  }

  @Override
  public Inspector getInspector(UUID id) {
    return inspectors(INSPECTOR.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  @Override
  public List<Inspector> listInspectors(UUID authorityId) {
    return inspectors(INSPECTOR.AUTHORITY_ID.eq(authorityId));
  }

  @Override
  public Optional<Inspector> findInspectorOfPerson(UUID personId) {
    return inspectors(INSPECTOR.PERSON_ID.eq(personId)).stream().findFirst();
  }

  @Override
  public Assistant getExpert(UUID id) {
    return database
        .selectFrom(EXPERT)
        .where(EXPERT.ID.eq(id))
        .fetchOptional(
            r ->
                new Assistant(
                    r.getId(),
                    r.getAuthorityId(),
                    r.getKind(),
                    r.getName(),
                    r.getOrganisation(),
                    r.getValidUntil(),
                    r.getActive()))
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  @Override
  public Map<UUID, Set<UUID>> interests(UUID authorityId) {
    return declarations.interests(authorityId);
  }

  private List<Target> targets(Condition condition) {
    return database
        .selectFrom(TARGET)
        .where(condition)
        .orderBy(TARGET.UNIT_ID)
        .fetch(
            r ->
                new Target(
                    r.getId(),
                    r.getAuthorityId(),
                    r.getUnitId(),
                    r.getName(),
                    r.getKind(),
                    r.getRegionCode(),
                    r.getAddress(),
                    r.getRiskClass(),
                    Set.of(r.getTags()),
                    r.getStatus(),
                    r.getResponsiblePerson(),
                    Masked.contact(contacts.open(r.getUnitId(), r.getContact())),
                    Details.read(json, r.getDetails()),
                    r.getComplete()));
  }

  private List<Inspector> inspectors(Condition condition) {
    Field<List<Leave>> leave =
        multiset(
                select(INSPECTOR_LEAVE.FROM_DAY, INSPECTOR_LEAVE.TO_DAY, INSPECTOR_LEAVE.REASON)
                    .from(INSPECTOR_LEAVE)
                    .where(INSPECTOR_LEAVE.INSPECTOR_ID.eq(INSPECTOR.ID))
                    .orderBy(INSPECTOR_LEAVE.FROM_DAY))
            .convertFrom(r -> r.map(row -> new Leave(row.value1(), row.value2(), row.value3())));
    Field<LocalDate> trainedOn =
        field(
            select(min(TRAINING.ON_DAY))
                .from(TRAINING)
                .where(TRAINING.INSPECTOR_ID.eq(INSPECTOR.ID)));
    return database
        .select(INSPECTOR.asterisk(), leave, trainedOn)
        .from(INSPECTOR)
        .where(condition)
        .orderBy(INSPECTOR.LICENCE_NUMBER)
        .fetch(r -> inspector(r, r.get(leave), r.get(trainedOn)));
  }

  private static Inspector inspector(Record r, List<Leave> leave, @Nullable LocalDate trainedOn) {
    return new Inspector(
        r.get(INSPECTOR.ID),
        r.get(INSPECTOR.AUTHORITY_ID),
        r.get(INSPECTOR.DEPARTMENT_ID),
        r.get(INSPECTOR.PERSON_ID),
        r.get(INSPECTOR.NAME),
        r.get(INSPECTOR.SEX),
        r.get(INSPECTOR.POST),
        r.get(INSPECTOR.LICENCE_NUMBER),
        r.get(INSPECTOR.LICENCE_KIND),
        r.get(INSPECTOR.LICENCE_UNTIL),
        r.get(INSPECTOR.LICENCE_REGION),
        Set.of(r.get(INSPECTOR.QUALIFICATIONS)),
        Set.of(r.get(INSPECTOR.ITEMS)),
        trainedOn,
        r.get(INSPECTOR.ACTIVE),
        leave);
  }
}
