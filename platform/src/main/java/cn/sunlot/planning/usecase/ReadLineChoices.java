package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.NamedId;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.policy.Inspections;
import cn.sunlot.policy.Method.Way;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can be chosen in a line that a department carries out. */
@Component
@Transactional(readOnly = true)
public class ReadLineChoices {

  /**
   * The choices.
   *
   * @param participants departments of the same level; none in a department's own line
   * @param aboveCounties whether there is somebody to hand down to
   * @param keyTargets whether the rules raise the ratio of key targets
   * @param methods ways of inspecting that the rules allow
   */
  public record Choices(
      List<NamedId> participants,
      boolean aboveCounties,
      boolean keyTargets,
      Set<Way> methods,
      List<NamedId> subRegistries) {}

  private final Organisation organisation;
  private final Registry registry;
  private final RulesOfPlans rules;

  ReadLineChoices(Organisation organisation, Registry registry, RulesOfPlans rules) {
    this.organisation = organisation;
    this.registry = registry;
    this.rules = rules;
  }

  /** For a line of this kind that this department leads. */
  public Choices run(UUID executingId, Inspections inspections) {
    Department executing = organisation.getDepartment(executingId);
    UUID authorityId = executing.authorityId();
    Bodies bodies = Bodies.of(organisation, authorityId);
    Department lead = bodies.body(executing);
    Optional<Profile> profile = rules.find(executingId, inspections);
    Set<Way> allowed = profile.map(p -> p.method().value().allowed()).orElse(Set.of());
    return new Choices(
        inspections == Inspections.OWN ? List.of() : others(bodies, lead),
        bodies.isAboveCounties(executing),
        profile
            .filter(p -> !p.keyTargets().value().raiseRateAndFrequencyFor().isEmpty())
            .isPresent(),
        allowed.isEmpty() ? EnumSet.allOf(Way.class) : allowed,
        registry.listSubRegistries(authorityId));
  }

  private static List<NamedId> others(Bodies bodies, Department lead) {
    return bodies.all().stream()
        .filter(d -> !d.id().equals(lead.id()) && bodies.areOfOneLevel(d, lead))
        .map(d -> new NamedId(d.id(), d.name()))
        .toList();
  }
}
