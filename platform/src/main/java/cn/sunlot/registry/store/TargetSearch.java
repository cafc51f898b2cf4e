package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.TARGET;
import static cn.sunlot.registry.store.jooq.Tables.TARGET_CHANGE;
import static org.jooq.impl.DSL.any;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.registry.Registry.Target;
import cn.sunlot.registry.domain.Masked;
import cn.sunlot.registry.domain.Narrowing;
import cn.sunlot.registry.domain.SubRegistry;
import cn.sunlot.registry.domain.TargetContent;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.index.TargetIndex;
import cn.sunlot.registry.store.index.TargetIndex.Found;
import cn.sunlot.registry.store.index.TargetIndexFeeder;
import cn.sunlot.registry.store.jooq.tables.records.TargetRecord;
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
import org.jooq.JSONB;
import org.jooq.RecordMapper;
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
   * A row with what is personal about it.
   *
   * @param contact in full
   */
  public record FullRow(Target target, @Nullable String contact) {}

  /**
   * A change of a target.
   *
   * @param changes field → before and after; contacts in part
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
  private final Contacts contacts;

  TargetSearch(
      TargetIndex index,
      TargetIndexFeeder feeder,
      DSLContext database,
      PlatformTransactionManager transactions,
      SubRegistryStore registers,
      ObjectMapper json,
      Contacts contacts) {
    this.index = index;
    this.feeder = feeder;
    this.database = database;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.registers = registers;
    this.json = json;
    this.contacts = contacts;
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
    return listRows(scope, ids, this::row);
  }

  private <T> List<T> listRows(Scope scope, List<UUID> ids, RecordMapper<TargetRecord, T> read) {
    Map<UUID, T> rows =
        database
            .selectFrom(TARGET)
            .where(visible(scope).and(TARGET.ID.eq(any(ids.toArray(UUID[]::new)))))
            .fetchMap(TARGET.ID, read);
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
  public void forEach(Scope scope, TargetListFilter filter, Consumer<FullRow> take) {
    feeder.settle();
    index.forEach(scope, narrow(filter), ids -> listRows(scope, ids, this::fullRow).forEach(take));
  }

  /** The ids alone, a few thousand at a time. */
  public void forEachId(Scope scope, TargetListFilter filter, Consumer<List<UUID>> take) {
    feeder.settle();
    index.forEach(scope, narrow(filter), take);
  }

  /** The history of a target, newest first. */
  public List<Change> listChanges(Scope scope, UUID targetId) {
    return database
        .select(TARGET_CHANGE.asterisk(), TARGET.UNIT_ID)
        .from(TARGET_CHANGE)
        .join(TARGET)
        .on(TARGET.ID.eq(TARGET_CHANGE.TARGET_ID))
        .where(visible(scope).and(TARGET_CHANGE.TARGET_ID.eq(targetId)))
        .orderBy(TARGET_CHANGE.AT.desc(), TARGET_CHANGE.ID.desc())
        .fetch(
            r ->
                new Change(
                    r.get(TARGET_CHANGE.AT),
                    r.get(TARGET_CHANGE.PERSON_ID),
                    r.get(TARGET_CHANGE.IMPORT_ID),
                    r.get(TARGET_CHANGE.REASON),
                    changes(r.get(TARGET.UNIT_ID), r.get(TARGET_CHANGE.CHANGES))));
  }

  private Map<String, List<Object>> changes(String unitId, JSONB stored) {
    Map<String, List<Object>> changes = json.readValue(stored.data(), CHANGES);
    changes.computeIfPresent(
        "contact",
        (field, values) ->
            values.stream().<Object>map(v -> masked(unitId, String.valueOf(v))).toList());
    return changes;
  }

  private String masked(String unitId, @Nullable String stored) {
    return Objects.requireNonNullElse(Masked.contact(contacts.open(unitId, stored)), "");
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

  private Row row(TargetRecord r) {
    return new Row(target(r), List.of(r.getWarnings()), r.getUpdatedAt(), r.getVersion());
  }

  private FullRow fullRow(TargetRecord r) {
    return new FullRow(target(r), contacts.open(r.getUnitId(), r.getContact()));
  }

  private Target target(TargetRecord r) {
    return new Target(
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
        r.getComplete());
  }
}
