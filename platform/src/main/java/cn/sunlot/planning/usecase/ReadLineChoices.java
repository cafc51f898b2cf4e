package cn.sunlot.planning.usecase;

import cn.sunlot.kernel.NamedId;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.policy.Method.Way;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.registry.Registry;
import java.time.Clock;
import java.time.LocalDate;
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
   * @param participants departments of the same level
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
  private final Policies policies;
  private final Clock clock;

  ReadLineChoices(Organisation organisation, Registry registry, Policies policies, Clock clock) {
    this.organisation = organisation;
    this.registry = registry;
    this.policies = policies;
    this.clock = clock;
  }

  public Choices run(UUID executingId) {
    Department executing = organisation.getDepartment(executingId);
    UUID authorityId = executing.authorityId();
    Bodies bodies = Bodies.of(organisation, authorityId);
    Department lead = bodies.body(executing);
    Optional<Profile> profile = policies.findProfile(authorityId, LocalDate.now(clock));
    Set<Way> allowed = profile.map(p -> p.method().value().allowed()).orElse(Set.of());
    return new Choices(
        bodies.all().stream()
            .filter(d -> !d.id().equals(lead.id()) && bodies.areOfOneLevel(d, lead))
            .map(d -> new NamedId(d.id(), d.name()))
            .toList(),
        bodies.isAboveCounties(executing),
        profile
            .filter(p -> !p.keyTargets().value().raiseRateAndFrequencyFor().isEmpty())
            .isPresent(),
        allowed.isEmpty() ? EnumSet.allOf(Way.class) : allowed,
        registry.listSubRegistries(authorityId));
  }
}
