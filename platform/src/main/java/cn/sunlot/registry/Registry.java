package cn.sunlot.registry;

import cn.sunlot.kernel.NamedId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The face of the registries: what other modules may ask of targets and inspectors. */
public interface Registry {

  /**
   * Somebody or something that is inspected.
   *
   * @param unitId credit code or other number that identifies it, unique in the authority
   * @param regionCode GB/T 2260 code
   * @param riskClass {@code A}, {@code B}, {@code C}, {@code D}, or {@code N} where not rated
   * @param status {@code active}, {@code closed}, {@code moved}, {@code revoked} or {@code merged}
   * @param contact in part, as {@code 133******78}; in full by {@link ShownContacts}
   * @param details what only its kind has, field → value
   * @param complete whether everything that ZB-6 asks for is known
   */
  record Target(
      UUID id,
      UUID authorityId,
      String unitId,
      String name,
      String kind,
      String regionCode,
      String address,
      String riskClass,
      Set<String> tags,
      String status,
      @Nullable String responsiblePerson,
      @Nullable String contact,
      Map<String, String> details,
      boolean complete) {}

  /** What a draw needs of a target. */
  record PoolTarget(
      UUID id,
      String unitId,
      String name,
      String regionCode,
      String riskClass,
      Set<String> tags,
      String status) {}

  /**
   * Which targets are meant; an empty set does not restrict.
   *
   * @param regionCodes divisions, each with everything that lies in it
   * @param subRegistries those that are in any of these sub-registries, by rule or by hand
   */
  record TargetFilter(
      Set<String> kinds,
      Set<String> regionCodes,
      Set<String> tags,
      Set<String> riskClasses,
      Set<UUID> subRegistries) {

    public TargetFilter {
      // A filter that was stored before there were sub-registries names none.
      subRegistries = subRegistries == null ? Set.of() : Set.copyOf(subRegistries);
    }

    /** One that names no sub-registry. */
    public TargetFilter(
        Set<String> kinds, Set<String> regionCodes, Set<String> tags, Set<String> riskClasses) {
      this(kinds, regionCodes, tags, riskClasses, Set.of());
    }
  }

  /**
   * How many active targets of a region and class there are.
   *
   * @param marked whether they carry one of the tags that were asked for
   */
  record Census(String regionCode, String riskClass, boolean marked, long number) {}

  /**
   * How many active targets are hit by exactly these filters.
   *
   * @param hits places of the filters in the list that was given, from 0; never empty
   * @param marked whether they carry one of the tags that were asked for
   */
  record Combination(Set<Integer> hits, String riskClass, boolean marked, long number) {}

  /**
   * Somebody who inspects, with the licence for it.
   *
   * @param items codes of the items they may inspect; none is all
   * @param trainedOn day of the first training for double random, or null
   */
  record Inspector(
      UUID id,
      UUID authorityId,
      UUID departmentId,
      @Nullable UUID personId,
      String name,
      String sex,
      String post,
      String licenceNumber,
      LocalDate licenceUntil,
      Set<String> qualifications,
      Set<String> items,
      @Nullable LocalDate trainedOn,
      boolean active,
      List<Leave> leave) {

    public record Leave(LocalDate from, LocalDate to, String reason) {}
  }

  Target getTarget(UUID id);

  /** The target of an id; where it was merged into another, that one. */
  Optional<Target> findByUnitId(UUID authorityId, String unitId);

  /**
   * The target that a person means by an id as written in a spreadsheet: small letters, old
   * registration numbers without their registry.
   */
  Optional<Target> findByWrittenId(UUID authorityId, String text);

  List<Target> listTargets(Collection<UUID> ids);

  /** Everything the filter hits, active or not, in no order that matters. */
  List<PoolTarget> listForPool(UUID authorityId, TargetFilter filter);

  /**
   * The same one by one, by id as the database orders them, without holding them in memory.
   *
   * <p>In the reader's transaction, which must not end meanwhile.
   */
  void forEachInPool(UUID authorityId, TargetFilter filter, Consumer<PoolTarget> take);

  /** Those of these targets that the filter hits, active or not. */
  List<PoolTarget> listForPool(UUID authorityId, TargetFilter filter, Collection<UUID> ids);

  /** How many active targets the filter hits. */
  long countForPool(UUID authorityId, TargetFilter filter);

  /** How many active targets the filter hits, per risk class. */
  Map<String, Long> countByRiskClass(UUID authorityId, TargetFilter filter);

  /**
   * The active targets that the filter hits, counted by region and risk class.
   *
   * @param marks tags by which each count is split again
   */
  List<Census> census(UUID authorityId, TargetFilter filter, Set<String> marks);

  /**
   * The active targets that these filters hit, counted by who hits them and by risk class; what
   * none of them hits is left out.
   *
   * @param marks tags by which each count is split again
   */
  List<Combination> combine(UUID authorityId, List<TargetFilter> filters, Set<String> marks);

  /** The sub-registries of an authority, by name. */
  List<NamedId> listSubRegistries(UUID authorityId);

  Inspector getInspector(UUID id);

  List<Inspector> listInspectors(UUID authorityId);

  Optional<Inspector> findInspectorOfPerson(UUID personId);

  /** Inspector → targets they must not visit, by declared interests. */
  Map<UUID, Set<UUID>> interests(UUID authorityId);
}
