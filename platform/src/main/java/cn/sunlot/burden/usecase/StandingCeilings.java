package cn.sunlot.burden.usecase;

import cn.sunlot.burden.Burden;
import cn.sunlot.burden.Burden.Counted;
import cn.sunlot.burden.Burden.Kind;
import cn.sunlot.burden.Ceilings;
import cn.sunlot.burden.domain.DepartmentCeilings;
import cn.sunlot.burden.domain.ProfileCeiling;
import cn.sunlot.burden.store.CeilingStore;
import cn.sunlot.kernel.Regions;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.PoolTarget;
import cn.sunlot.registry.Registry.TargetFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ceilings as they stand now. Only targets that were drawn are counted, never the whole pool. */
@Component
@Transactional(readOnly = true)
class StandingCeilings implements Ceilings {

  private static final TargetFilter EVERYBODY =
      new TargetFilter(Set.of(), Set.of(), Set.of(), Set.of());

  private final Burden burden;
  private final CeilingStore store;
  private final Organisation organisation;
  private final Registry registry;

  StandingCeilings(
      Burden burden, CeilingStore store, Organisation organisation, Registry registry) {
    this.burden = burden;
    this.store = store;
    this.organisation = organisation;
    this.registry = registry;
  }

  /**
   * The ceilings of one department and how often it drew whom.
   *
   * @param region in which they hold, or "" for everywhere
   */
  private record OfDepartment(
      DepartmentCeilings ceilings, Map<UUID, Integer> drawn, String region) {

    boolean holdsAt(PoolTarget target) {
      return region.isEmpty() || Regions.isWithin(target.regionCode(), region);
    }
  }

  private record Counts(
      ProfileCeiling rules, Map<UUID, Integer> drawn, List<OfDepartment> departments, Kind kind)
      implements Reading {

    @Override
    public List<Standing> of(PoolTarget target) {
      List<Standing> standings = new ArrayList<>();
      standings.add(rules.standing(target, drawn.getOrDefault(target.id(), 0)));
      departments.stream()
          .filter(one -> one.holdsAt(target))
          .flatMap(
              one ->
                  one
                      .ceilings()
                      .standing(target.riskClass(), one.drawn().getOrDefault(target.id(), 0), kind)
                      .stream())
          .forEach(standings::add);
      return standings;
    }

    Set<UUID> everDrawn() {
      Set<UUID> ids = new HashSet<>(drawn.keySet());
      departments.forEach(one -> ids.addAll(one.drawn().keySet()));
      return ids;
    }
  }

  @Override
  public Reading read(Profile profile, Occasion occasion) {
    return counts(profile, occasion);
  }

  private Counts counts(Profile profile, Occasion occasion) {
    ProfileCeiling rules = new ProfileCeiling(profile, occasion);
    Map<UUID, List<Department>> bodies = new HashMap<>();
    for (UUID department : occasion.departmentIds()) {
      List<Department> body = organisation.listBody(department);
      bodies.put(head(body).id(), body);
    }
    List<OfDepartment> departments = new ArrayList<>();
    bodies.forEach((id, body) -> ofDepartment(id, body, "", occasion).ifPresent(departments::add));
    if (occasion.below()) {
      bodies.values().stream()
          .flatMap(body -> listBelow(head(body)).stream())
          .distinct()
          .flatMap(d -> ofDepartment(d, occasion).stream())
          .forEach(departments::add);
    }
    return new Counts(rules, burden.count(rules.counted()), departments, occasion.kind());
  }

  /** The departments of the same line in the counties below, each with what is inside it. */
  private List<Department> listBelow(Department head) {
    String region = head.region();
    return head.line() == null || region == null
        ? List.of()
        : organisation.listDepartments(head.authorityId()).stream()
            .filter(d -> !d.isSection() && Objects.equals(head.line(), d.line()))
            .filter(d -> isInside(d.region(), region))
            .toList();
  }

  private static boolean isInside(@Nullable String county, String city) {
    return county != null && !county.equals(city) && Regions.isWithin(county, city);
  }

  private Optional<OfDepartment> ofDepartment(Department county, Occasion occasion) {
    return ofDepartment(
        county.id(),
        organisation.listBody(county.id()),
        Objects.requireNonNull(county.region()),
        occasion);
  }

  private Optional<OfDepartment> ofDepartment(
      UUID id, List<Department> body, String region, Occasion occasion) {
    DepartmentCeilings ceilings = new DepartmentCeilings(store.listInForce(id, occasion.year()));
    return ceilings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OfDepartment(
                ceilings,
                burden.count(
                    Counted.all(occasion.authorityId(), occasion.year())
                        .ofDepartments(body.stream().map(Department::id).toList())),
                region));
  }

  /** The department itself; its sections have no ceilings of their own. */
  static Department head(List<Department> body) {
    return body.stream()
        .filter(department -> !department.isSection())
        .findFirst()
        .orElse(body.get(0));
  }

  @Override
  public List<Standing> of(Profile profile, Occasion occasion, UUID targetId) {
    return registry.listForPool(occasion.authorityId(), EVERYBODY, List.of(targetId)).stream()
        .flatMap(target -> counts(profile, occasion).of(target).stream())
        .toList();
  }

  @Override
  public long countReached(
      Profile profile, Occasion occasion, TargetFilter filter, @Nullable Ceiling ceiling) {
    Counts counts = counts(profile, occasion);
    return registry.listForPool(occasion.authorityId(), filter, counts.everDrawn()).stream()
        .filter(target -> target.status().equals("active"))
        .filter(
            target ->
                counts
                    .reached(target)
                    .filter(s -> ceiling == null || s.ceiling() == ceiling)
                    .isPresent())
        .count();
  }
}
