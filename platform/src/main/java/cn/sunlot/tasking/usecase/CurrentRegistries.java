package cn.sunlot.tasking.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.RegistryConfirmation;
import cn.sunlot.policy.RegistryConfirmation.KeptRegistry;
import cn.sunlot.policy.RegistryConfirmation.Lack;
import cn.sunlot.policy.Rule;
import cn.sunlot.registry.Confirmations;
import cn.sunlot.registry.Confirmations.Confirmation;
import cn.sunlot.tasking.TaskingProblem;
import cn.sunlot.tasking.domain.TaskTerms;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether the registries from which a task draws were confirmed as current, where the task's rules
 * demand it (PDS-11).
 */
@Component
@Transactional(readOnly = true)
public class CurrentRegistries {

  /**
   * A registry that must be confirmed first.
   *
   * @param confirmed when it was last, or null
   */
  public record Missing(
      KeptRegistry registry, Lack lack, @Nullable Instant confirmed, List<String> clauses) {}

  private final Confirmations confirmations;
  private final Policies policies;
  private final Clock clock;

  CurrentRegistries(Confirmations confirmations, Policies policies, Clock clock) {
    this.confirmations = confirmations;
    this.policies = policies;
    this.clock = clock;
  }

  /** Which of these registries must be confirmed before a draw. */
  public List<Missing> listMissing(TaskTerms terms, List<KeptRegistry> registries) {
    List<Missing> missing = new ArrayList<>();
    for (KeptRegistry registry : registries) {
      find(terms, registry).ifPresent(missing::add);
    }
    return missing;
  }

  /**
   * Refuses what would draw from a registry that nobody confirmed as current.
   *
   * @throws Refused {@code REGISTRY_NOT_CONFIRMED}
   */
  void demand(TaskTerms terms, KeptRegistry registry) {
    find(terms, registry)
        .ifPresent(
            missing -> {
              Instant at = missing.confirmed();
              throw Refused.because(
                      TaskingProblem.REGISTRY_NOT_CONFIRMED,
                      missing.registry().ordinal(),
                      missing.lack().ordinal(),
                      at == null ? "" : LocalDate.ofInstant(at, clock.getZone()).toString(),
                      days(terms))
                  .by(missing.clauses());
            });
  }

  private Optional<Missing> find(TaskTerms terms, KeptRegistry registry) {
    Rule<RegistryConfirmation> rule = rule(terms);
    if (!rule.value().isDemanded(registry)) {
      return Optional.empty();
    }
    Instant last =
        confirmations.findLast(terms.departmentId(), registry).map(Confirmation::at).orElse(null);
    return rule.value()
        .lack(registry, last, terms.createdAt(), clock)
        .map(lack -> new Missing(registry, lack, last, rule.clauses()));
  }

  private int days(TaskTerms terms) {
    Integer days = rule(terms).value().withinDays();
    return days == null ? 0 : days;
  }

  private Rule<RegistryConfirmation> rule(TaskTerms terms) {
    return policies.getVersion(terms.profileId(), terms.profileVersion()).registryConfirmation();
  }
}
