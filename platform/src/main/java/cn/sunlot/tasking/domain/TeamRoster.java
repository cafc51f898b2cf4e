package cn.sunlot.tasking.domain;

import cn.sunlot.drawing.Draws.AbsentOfficer;
import cn.sunlot.drawing.Draws.Group;
import cn.sunlot.drawing.Draws.Officer;
import cn.sunlot.drawing.Draws.RecusedPair;
import cn.sunlot.drawing.Draws.SlotOrder;
import cn.sunlot.policy.InspectorRules;
import cn.sunlot.registry.Registry.Inspector;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Who can be drawn for which visit: one leader and further members per visit, licence valid on the
 * last day, nobody on leave for the whole period, nobody with a declared interest.
 *
 * @param groups the visits
 * @param slots {@code a-leader}, {@code b-member}, {@code c-member} … per visit
 * @param officers everybody who can be drawn
 * @param recused who must not go where
 * @param absent who cannot be drawn, with the reason's code
 */
public record TeamRoster(
    List<Group> groups,
    List<SlotOrder> slots,
    List<Officer> officers,
    List<RecusedPair> recused,
    List<AbsentOfficer> absent) {

  public static final String LEADER = "a-leader";

  /**
   * What the rules ask of inspectors.
   *
   * @param licence a licence that is valid on the last day (ZB-7, TZ-22)
   * @param training a training for double random before the first day (TZ-22)
   */
  public record Demands(boolean licence, boolean training) {

    public static Demands of(InspectorRules rules) {
      return new Demands(rules.mustHoldLicence(), rules.trainingFirst());
    }
  }

  /** The role names of a team of this size: the leader first. */
  public static List<String> roles(int size) {
    List<String> roles = new ArrayList<>(List.of(LEADER));
    for (int i = 1; i < size; i++) {
      roles.add((char) ('a' + i) + "-member");
    }
    return roles;
  }

  /**
   * Makes the roster.
   *
   * @param visits visits that need a team
   * @param inspectors everybody of the pool
   * @param interests inspector → targets they must not visit
   * @param qualified whether an inspector holds what a visit's items ask for
   * @param teamSize members per visit, at least 2
   * @param demands what else is asked of them
   */
  public static TeamRoster of(
      List<Visit> visits,
      List<Inspector> inspectors,
      Map<UUID, Set<UUID>> interests,
      BiPredicate<Inspector, Visit> qualified,
      int teamSize,
      Demands demands) {
    LocalDate first = visits.stream().map(Visit::from).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = visits.stream().map(Visit::to).max(LocalDate::compareTo).orElseThrow();
    List<Officer> officers = new ArrayList<>();
    List<AbsentOfficer> absent = new ArrayList<>();
    for (Inspector inspector : inspectors) {
      Optional<String> bar = bar(inspector, first, last, demands);
      if (bar.isPresent()) {
        absent.add(
            new AbsentOfficer(
                inspector.id(), inspector.licenceNumber(), inspector.name(), bar.get()));
      } else {
        officers.add(
            new Officer(
                inspector.id(), inspector.licenceNumber(), inspector.name(), visits.size()));
      }
    }
    Set<UUID> present = officers.stream().map(Officer::inspectorId).collect(Collectors.toSet());
    List<SlotOrder> slots = new ArrayList<>();
    List<RecusedPair> recused = new ArrayList<>();
    for (Visit visit : visits) {
      Set<UUID> eligible =
          inspectors.stream()
              .filter(i -> present.contains(i.id()) && qualified.test(i, visit))
              .map(Inspector::id)
              .collect(Collectors.toSet());
      roles(teamSize).forEach(role -> slots.add(new SlotOrder(visit.id(), role, eligible)));
      eligible.stream()
          .filter(i -> interests.getOrDefault(i, Set.of()).contains(visit.targetId()))
          .forEach(i -> recused.add(new RecusedPair(visit.id(), i)));
    }
    List<Group> groups = visits.stream().map(v -> new Group(v.id(), v.number())).toList();
    return new TeamRoster(groups, slots, officers, recused, absent);
  }

  /** Why an inspector cannot serve in this period, or empty. */
  public static Optional<String> bar(
      Inspector inspector, LocalDate from, LocalDate to, Demands demands) {
    if (!inspector.active()) {
      return Optional.of("not-active");
    }
    if (demands.licence() && inspector.licenceUntil().isBefore(to)) {
      return Optional.of("licence-expired");
    }
    LocalDate trainedOn = inspector.trainedOn();
    if (demands.training() && (trainedOn == null || trainedOn.isAfter(from))) {
      return Optional.of("untrained");
    }
    boolean away =
        inspector.leave().stream().anyMatch(l -> !l.from().isAfter(from) && !l.to().isBefore(to));
    return away ? Optional.of("leave") : Optional.empty();
  }
}
