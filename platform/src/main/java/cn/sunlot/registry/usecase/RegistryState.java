package cn.sunlot.registry.usecase;

import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.policy.Inspections;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.RegistryConfirmation;
import cn.sunlot.policy.RegistryConfirmation.KeptRegistry;
import cn.sunlot.policy.RegistryConfirmation.Lack;
import cn.sunlot.policy.Rule;
import cn.sunlot.registry.Confirmations;
import cn.sunlot.registry.store.ConfirmationStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether registries were confirmed, and what today's rules demand of it. */
@Component
@Transactional(readOnly = true)
public class RegistryState implements Confirmations {

  private static final int SHOWN = 20;

  private final ConfirmationStore store;
  private final Organisation organisation;
  private final Policies policies;
  private final Clock clock;

  RegistryState(
      ConfirmationStore store, Organisation organisation, Policies policies, Clock clock) {
    this.store = store;
    this.organisation = organisation;
    this.policies = policies;
    this.clock = clock;
  }

  @Override
  public Optional<Confirmation> findLast(UUID departmentId, KeptRegistry registry) {
    return store.list(bodyOf(departmentId).id(), registry, 1).stream().findFirst();
  }

  /** The last confirmations of the own department or bureau, newest first. */
  public List<Confirmation> listOwn(KeptRegistry registry) {
    return store.list(bodyOf(SignedIn.get().departmentId()).id(), registry, SHOWN);
  }

  /** The department or bureau that a section belongs to. */
  public Department bodyOf(UUID departmentId) {
    return organisation.listBody(departmentId).stream()
        .filter(department -> !department.isSection())
        .findFirst()
        .orElseGet(() -> organisation.getDepartment(departmentId));
  }

  /**
   * What the rules of today say of draws for joint inspections, which never ask for less than those
   * of one department; where there are none in force, nothing is demanded.
   */
  public Rule<RegistryConfirmation> rule() {
    return policies
        .findProfileOf(SignedIn.get().departmentId(), LocalDate.now(clock), Inspections.JOINT)
        .map(Profile::registryConfirmation)
        .orElseGet(() -> new Rule<>(RegistryConfirmation.NONE, List.of(), ""));
  }

  /** What the last confirmation lacks by these rules, whatever the task. */
  public Optional<Lack> lack(RegistryConfirmation rule, KeptRegistry registry) {
    return rule.lack(
        registry,
        listOwn(registry).stream().findFirst().map(Confirmation::at).orElse(null),
        null,
        clock);
  }
}
