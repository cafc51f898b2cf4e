package cn.sunlot.registry.store;

import static cn.sunlot.registry.store.jooq.Tables.SUB_REGISTRY;
import static cn.sunlot.registry.store.jooq.Tables.TARGET;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.registry.domain.SubRegistry;
import cn.sunlot.registry.domain.SubRegistry.Place;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.jooq.tables.records.SubRegistryRecord;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Sub-registries, and what was put in or taken out by hand. */
@Repository
@Transactional
public class SubRegistryStore {

  private final DSLContext database;
  private final ObjectMapper json;
  private final Clock clock;

  SubRegistryStore(DSLContext database, ObjectMapper json, Clock clock) {
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  public SubRegistry get(UUID id) {
    return database
        .selectFrom(SUB_REGISTRY)
        .where(SUB_REGISTRY.ID.eq(id))
        .fetchOptional(this::read)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** Those of an authority, by name. */
  public List<SubRegistry> list(UUID authorityId) {
    return database
        .selectFrom(SUB_REGISTRY)
        .where(SUB_REGISTRY.AUTHORITY_ID.eq(authorityId))
        .orderBy(SUB_REGISTRY.NAME)
        .fetch(this::read);
  }

  public Optional<SubRegistry> findByName(UUID authorityId, String name) {
    return list(authorityId).stream().filter(one -> one.name().equals(name)).findFirst();
  }

  public void add(SubRegistry added) {
    SubRegistryRecord row = database.newRecord(SUB_REGISTRY);
    row.setId(added.id());
    row.setAuthorityId(added.authorityId());
    row.setDepartmentId(added.departmentId());
    row.setName(added.name());
    row.setRule(JSONB.jsonb(json.writeValueAsString(added.rule())));
    row.setCreatedAt(clock.instant());
    row.setUpdatedAt(clock.instant());
    row.insert();
  }

  public void save(SubRegistry changed) {
    int updated =
        database
            .update(SUB_REGISTRY)
            .set(SUB_REGISTRY.NAME, changed.name())
            .set(SUB_REGISTRY.RULE, JSONB.jsonb(json.writeValueAsString(changed.rule())))
            .set(SUB_REGISTRY.UPDATED_AT, clock.instant())
            .set(SUB_REGISTRY.VERSION, changed.version() + 1)
            .where(SUB_REGISTRY.ID.eq(changed.id()))
            .and(SUB_REGISTRY.VERSION.eq(changed.version()))
            .execute();
    if (updated == 0) {
      throw Refused.because(
          KernelProblem.VERSION_CLASH, changed.version(), get(changed.id()).version());
    }
  }

  public void remove(UUID id) {
    database.deleteFrom(SUB_REGISTRY).where(SUB_REGISTRY.ID.eq(id)).execute();
  }

  /** How a target stands in it by hand. */
  public Place placeOf(UUID targetId, UUID registerId) {
    List<String> placed = placed(targetId);
    if (placed.contains(SubRegistry.in(registerId))) {
      return Place.IN;
    }
    return placed.contains(SubRegistry.out(registerId)) ? Place.OUT : Place.BY_RULE;
  }

  /** Puts it in, takes it out, or leaves it to the rule. */
  public void place(UUID targetId, UUID registerId, Place place) {
    String in = SubRegistry.in(registerId);
    String out = SubRegistry.out(registerId);
    List<String> placed = new java.util.ArrayList<>(placed(targetId));
    placed.removeAll(List.of(in, out));
    switch (place) {
      case IN -> placed.add(in);
      case OUT -> placed.add(out);
      case BY_RULE -> {}
    }
    savePlaces(targetId, placed);
  }

  /**
   * Where a target was put in or taken out by hand, another is too, unless that was decided of it
   * otherwise.
   *
   * @return what it took over
   */
  public List<String> takeOver(UUID survivorId, UUID absorbedId) {
    List<String> own = placed(survivorId);
    Set<String> decided = own.stream().map(SubRegistryStore::register).collect(Collectors.toSet());
    List<String> taken =
        placed(absorbedId).stream().filter(place -> !decided.contains(register(place))).toList();
    savePlaces(survivorId, Stream.concat(own.stream(), taken.stream()).toList());
    return taken;
  }

  /** Takes these back, as far as they are still there. */
  public void giveBack(UUID survivorId, List<String> taken) {
    savePlaces(survivorId, placed(survivorId).stream().filter(p -> !taken.contains(p)).toList());
  }

  /** The sub-registry of a place, whichever it is. */
  private static String register(String place) {
    return place.substring(1);
  }

  private void savePlaces(UUID targetId, List<String> places) {
    database
        .update(TARGET)
        .set(TARGET.PLACED, places.toArray(String[]::new))
        .where(TARGET.ID.eq(targetId))
        .execute();
  }

  private List<String> placed(UUID targetId) {
    return database
        .select(TARGET.PLACED)
        .from(TARGET)
        .where(TARGET.ID.eq(targetId))
        .fetchOptional(TARGET.PLACED)
        .map(Arrays::asList)
        .orElse(List.of());
  }

  private SubRegistry read(SubRegistryRecord r) {
    return new SubRegistry(
        r.getId(),
        r.getAuthorityId(),
        r.getDepartmentId(),
        r.getName(),
        json.readValue(r.getRule().data(), TargetListFilter.class),
        r.getVersion());
  }
}
