package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.SubRegistryRemoved;
import cn.sunlot.registry.domain.KnownTarget;
import cn.sunlot.registry.domain.SubRegistry;
import cn.sunlot.registry.domain.SubRegistry.Place;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.SubRegistryStore;
import cn.sunlot.registry.store.TargetStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes sub-registries by rules, changes them, and puts targets in or takes them out by hand. */
@Component
@Transactional
public class KeepSubRegistry {

  private final SubRegistryStore store;
  private final TargetStore targets;
  private final TargetSteps steps;
  private final KindSchemas schemas;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;

  KeepSubRegistry(
      SubRegistryStore store,
      TargetStore targets,
      TargetSteps steps,
      KindSchemas schemas,
      AuditLog audit,
      ApplicationEventPublisher events) {
    this.events = events;
    this.store = store;
    this.targets = targets;
    this.steps = steps;
    this.schemas = schemas;
    this.audit = audit;
  }

  /** Makes one of the own section. */
  public void add(String name, TargetListFilter rule) {
    SignedIn person = SignedIn.get();
    demandRight(rule);
    demandFree(person.authorityId(), name.strip(), null);
    var added =
        new SubRegistry(
            Ids.next(), person.authorityId(), person.departmentId(), name.strip(), rule, 1);
    store.add(added);
    audit.record("sub-registry-added", added.name(), Map.of("rule", rule));
  }

  /** Changes name and rule of one that the own section keeps. */
  public void change(UUID id, IfMatch seen, String name, TargetListFilter rule) {
    SubRegistry known = demandOwn(id);
    seen.check(known.version());
    demandRight(rule);
    demandFree(known.authorityId(), name.strip(), id);
    store.save(
        new SubRegistry(
            id, known.authorityId(), known.departmentId(), name.strip(), rule, known.version()));
    audit.record(
        "sub-registry-changed", name.strip(), Map.of("before", known.rule(), "rule", rule));
  }

  /** Takes one away; its targets stay as they are. */
  public void remove(UUID id, IfMatch seen) {
    SubRegistry known = demandOwn(id);
    seen.check(known.version());
    events.publishEvent(new SubRegistryRemoved(known.authorityId(), id, known.name()));
    store.remove(id);
    audit.record("sub-registry-removed", known.name(), Map.of("rule", known.rule()));
  }

  /** Puts a target in, takes it out, or leaves it to the rule again. */
  public void place(UUID targetId, IfMatch seen, UUID registerId, Place place, String reason) {
    KnownTarget target = targets.get(targetId);
    seen.check(target.version());
    String why = TargetSteps.demandReason(reason);
    SubRegistry register = demandOwn(registerId);
    Place before = store.placeOf(targetId, registerId);
    if (before != place) {
      store.place(targetId, registerId, place);
      steps.save(
          target,
          "target-placed",
          why,
          Map.of(
              "register",
              List.<Object>of(
                  register.name() + "/" + Lifecycle.wireName(before),
                  register.name() + "/" + Lifecycle.wireName(place))));
    }
  }

  private SubRegistry demandOwn(UUID id) {
    SubRegistry register = store.get(id);
    if (!SignedIn.get().handles(register.departmentId())) {
      throw Refused.because(KernelProblem.ONLY_TO_LOOK_AT, register.name());
    }
    return register;
  }

  private void demandFree(UUID authorityId, String name, @Nullable UUID self) {
    store
        .findByName(authorityId, name)
        .filter(other -> !other.id().equals(self))
        .ifPresent(
            other -> {
              throw Refused.because(RegistryProblem.SUB_REGISTRY_NAME_TAKEN, name);
            });
  }

  private void demandRight(TargetListFilter rule) {
    if (rule.register() != null || rule.equals(TargetListFilter.ALL)) {
      throw wrong("rule", "", "registry.wrong.rule");
    }
    String detail = rule.detail();
    if (detail != null) {
      boolean known =
          !rule.details().isEmpty()
              && rule.details().keySet().stream()
                  .allMatch(field -> schemas.get().find(field).isPresent());
      if (!known) {
        throw wrong("rule.detail", detail, "registry.wrong.rule-detail");
      }
    }
  }

  private static Refused wrong(String field, String value, String key) {
    return Refused.because(KernelProblem.VALUES_WRONG, 1)
        .naming(List.of(WrongValue.of(field, value, key)));
  }
}
