package cn.sunlot.tasking.domain;

import cn.sunlot.kernel.Regions;
import cn.sunlot.policy.InspectorRules;
import cn.sunlot.policy.InspectorRules.Admitted;
import cn.sunlot.registry.Registry.Inspector;
import cn.sunlot.tasking.domain.Need.Demand;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The people there are, by the department whose places they may fill.
 *
 * @param ofDepartment a department's inspectors, or those from whom its places are filled
 * @param interests inspector → targets they must not visit
 * @param room how many more visits somebody may make; absent where nothing limits
 * @param terms what the rules ask of everybody
 */
public record Staff(
    Map<UUID, List<Inspector>> ofDepartment,
    Map<UUID, Set<UUID>> interests,
    Map<UUID, Integer> room,
    Terms terms) {

  /**
   * What the rules ask of inspectors.
   *
   * @param licence a licence for enforcement that is valid on the last day (ZB-7, TZ-22, N-6)
   * @param training a training for double random before the first day (TZ-22)
   * @param trainingOfOthers the same of who comes from another section (ZB-10)
   * @param admitted who is admitted to a draw of inspectors at all (TZ-12, ZB-7, SX-3.3, RS-2.3)
   */
  public record Terms(
      boolean licence, boolean training, Set<UUID> trainingOfOthers, Set<Admitted> admitted) {

    /** As whom a licence for enforcement admits its holder, whatever the rules call it. */
    private static final Set<Admitted> WITH_LICENCE =
        Set.of(
            Admitted.LICENSED_OFFICER,
            Admitted.ENFORCEMENT_CIVIL_SERVANT,
            Admitted.ENFORCEMENT_STAFF,
            Admitted.QUALIFIED_STAFF);

    public static Terms of(InspectorRules rules) {
      return new Terms(rules.mustHoldLicence(), rules.trainingFirst(), Set.of(), rules.admitted());
    }

    /** The same, with those from another section who must be trained. */
    public Terms training(Set<UUID> others) {
      return new Terms(licence, training, others, admitted);
    }

    boolean admits(Inspector inspector) {
      if (inspector.enforces()) {
        return admitted.stream().anyMatch(WITH_LICENCE::contains);
      }
      return admitted.contains(
          inspector.licenceKind().equals("supervision")
              ? Admitted.DAILY_SUPERVISION_STAFF
              : Admitted.QUALIFIED_STAFF);
    }

    boolean trained(Inspector inspector) {
      return training || trainingOfOthers.contains(inspector.id());
    }
  }

  public List<Inspector> of(UUID departmentId) {
    return ofDepartment.getOrDefault(departmentId, List.of());
  }

  /** Whether somebody can do what is asked. */
  public boolean suits(Inspector inspector, Demand demand) {
    return whyNot(inspector, demand, terms).isEmpty();
  }

  /** Why somebody cannot do what is asked, or empty. */
  public static Optional<String> whyNot(Inspector inspector, Demand demand, Terms terms) {
    Optional<String> bar = bar(inspector, demand.from(), demand.to(), terms);
    if (bar.isPresent()) {
      return bar;
    }
    if (!holdsIn(inspector, demand.region())) {
      return Optional.of("other-region");
    }
    boolean entered =
        demand.codes().isEmpty()
            || (demand.all()
                ? demand.codes().stream().allMatch(inspector::mayCheck)
                : demand.codes().stream().anyMatch(inspector::mayCheck));
    return entered ? Optional.empty() : Optional.of("not-qualified");
  }

  /** Whether the licence is good in a region; mostly none is asked for (TZ-22). */
  private static boolean holdsIn(Inspector inspector, String region) {
    return region.isEmpty()
        || inspector.licenceRegion().isEmpty()
        || Regions.isWithin(region, inspector.licenceRegion());
  }

  public boolean isInterested(UUID inspectorId, UUID targetId) {
    return interests.getOrDefault(inspectorId, Set.of()).contains(targetId);
  }

  /** Why an inspector cannot serve in this period, or empty. */
  public static Optional<String> bar(
      Inspector inspector, LocalDate from, LocalDate to, Terms terms) {
    if (!inspector.active()) {
      return Optional.of("not-active");
    }
    if (!terms.admits(inspector)) {
      return Optional.of("not-admitted");
    }
    if (terms.licence() && !inspector.enforces()) {
      return Optional.of("accompanies-only");
    }
    if (terms.licence() && inspector.licenceUntil().isBefore(to)) {
      return Optional.of("licence-expired");
    }
    LocalDate trainedOn = inspector.trainedOn();
    if (terms.trained(inspector) && (trainedOn == null || trainedOn.isAfter(from))) {
      return Optional.of("untrained");
    }
    boolean away =
        inspector.leave().stream().anyMatch(l -> !l.from().isAfter(from) && !l.to().isBefore(to));
    return away ? Optional.of("leave") : Optional.empty();
  }
}
