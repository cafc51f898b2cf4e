package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.TARGET;
import static cn.sunlot.registry.store.jooq.Tables.TARGET_CHANGE;
import static org.jooq.impl.DSL.any;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.registry.Registry.Target;
import cn.sunlot.registry.domain.Narrowing;
import cn.sunlot.registry.domain.SubRegistry;
import cn.sunlot.registry.domain.TargetContent;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.index.TargetIndex;
import cn.sunlot.registry.store.index.TargetIndex.Found;
import cn.sunlot.registry.store.index.TargetIndexFeeder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Lists of targets. */
@Repository
@Transactional(readOnly = true)
public class TargetSearch {

  /** A row of the list. */
  public record Row(Target target, List<String> warnings, Instant updatedAt, int version) {}

  /**
   * A change of a target.
   *
   * @param changes field → before and after
   */
  public record Change(
      Instant at,
      @Nullable UUID personId,
      @Nullable UUID importId,
      String reason,
      Map<String, List<Object>> changes) {}

  /** Numbers of the active targets. */
  public record Summary(
      long active, Map<String, Long> perRiskClass, long incomplete, long warned, long inactive) {}

  private static final TargetListFilter ACTIVE = TargetListFilter.ALL.withStatus("active");

  private static final TypeReference<Map<String, List<Object>>> CHANGES = new TypeReference<>() {};

  private final TargetIndex index;
  private final TargetIndexFeeder feeder;
  private final DSLContext database;
  private final TransactionTemplate reading;
  private final SubRegistryStore registers;
  private final ObjectMapper json;

  TargetSearch(
      TargetIndex index,
      TargetIndexFeeder feeder,
      DSLContext database,
      PlatformTransactionManager transactions,
      SubRegistryStore registers,
      ObjectMapper json) {
    this.index = index;
    this.feeder = feeder;
    this.database = database;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.registers = registers;
    this.json = json;
  }

  /**
   * A page of the targets of an authority. The index says which, and is waited for without a
   * connection; the rows come from the table, under row-level security.
   *
   * @param sort {@code name} (by pinyin), {@code unitId}, {@code riskClass}, {@code updatedAt};
   *     with {@code -} before it the other way round
   */
  @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
  public Page<Row> page(Scope scope, TargetListFilter filter, Page.Request request, String sort) {
    feeder.settle();
    Found found = index.find(scope, narrow(filter), sort, request.offset(), request.size());
    List<Row> rows =
        Objects.requireNonNull(reading.execute(status -> listRows(scope, found.ids())));
    return Page.of(rows, found.total(), request);
  }

  /** Rows in the order of these ids; what is not there any more, or out of sight, is left out. */
  private List<Row> listRows(Scope scope, List<UUID> ids) {
    Map<UUID, Row> rows =
        database
            .selectFrom(TARGET)
            .where(visible(scope).and(TARGET.ID.eq(any(ids.toArray(UUID[]::new)))))
            .fetchMap(TARGET.ID, this::row);
    return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
  }

  /** One target with its warnings. */
  public Row get(Scope scope, UUID id) {
    return database
        .selectFrom(TARGET)
        .where(visible(scope).and(TARGET.ID.eq(id)))
        .fetchOptional(this::row)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** How many there are, exactly. */
  public long count(Scope scope, TargetListFilter filter) {
    feeder.settle();
    return index.count(scope, narrow(filter));
  }

  /** All rows, by unit id, without holding them in memory. */
  public void forEach(Scope scope, TargetListFilter filter, Consumer<Row> take) {
    feeder.settle();
    index.forEach(scope, narrow(filter), ids -> listRows(scope, ids).forEach(take));
  }

  /** The ids alone, a few thousand at a time. */
  public void forEachId(Scope scope, TargetListFilter filter, Consumer<List<UUID>> take) {
    feeder.settle();
    index.forEach(scope, narrow(filter), take);
  }

  /** The history of a target, newest first. */
  public List<Change> listChanges(Scope scope, UUID targetId) {
    return database
        .selectFrom(TARGET_CHANGE)
        .where(
            TARGET_CHANGE
                .TARGET_ID
                .eq(targetId)
                .and(TARGET_CHANGE.AUTHORITY_ID.eq(scope.authorityId())))
        .orderBy(TARGET_CHANGE.AT.desc(), TARGET_CHANGE.ID.desc())
        .fetch(
            r ->
                new Change(
                    r.getAt(),
                    r.getPersonId(),
                    r.getImportId(),
                    r.getReason(),
                    json.readValue(r.getChanges().data(), CHANGES)));
  }

  /** Numbers of the active targets, of each class and of those that need care. */
  public Summary summarise(Scope scope) {
    feeder.settle();
    Map<String, Long> perClass = new TreeMap<>();
    for (String riskClass : TargetContent.RISK_CLASSES) {
      long number = counted(scope, ACTIVE.withRiskClass(riskClass));
      if (number > 0) {
        perClass.put(riskClass, number);
      }
    }
    long active = counted(scope, ACTIVE);
    return new Summary(
        active,
        perClass,
        counted(scope, ACTIVE.withComplete(false)),
        counted(scope, ACTIVE.withWarned(true)),
        counted(scope, TargetListFilter.ALL) - active);
  }

  /** Whether a target is in a sub-registry. */
  public boolean isIn(Scope scope, SubRegistry register, UUID id) {
    feeder.settle();
    TargetListFilter filter =
        new TargetListFilter(null, null, null, null, null, null, null, null, null, register.id());
    return index.has(scope, new Narrowing(filter, register), id);
  }

  private long counted(Scope scope, TargetListFilter filter) {
    return index.count(scope, Narrowing.of(filter));
  }

  private Narrowing narrow(TargetListFilter filter) {
    UUID register = filter.register();
    return register == null
        ? Narrowing.of(filter)
        : new Narrowing(
            filter, Objects.requireNonNull(reading.execute(s -> registers.get(register))));
  }

  private static Condition visible(Scope scope) {
    return scope.shares(TARGET.AUTHORITY_ID).and(scope.coversRegion(TARGET.REGION_CODE));
  }

  private Row row(cn.sunlot.registry.store.jooq.tables.records.TargetRecord r) {
    var target =
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
            r.getContact(),
            Details.read(json, r.getDetails()),
            r.getComplete());
    return new Row(target, List.of(r.getWarnings()), r.getUpdatedAt(), r.getVersion());
  }
}
