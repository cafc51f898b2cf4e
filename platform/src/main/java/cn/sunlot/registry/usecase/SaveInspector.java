package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.registry.InspectorsChanged;
import cn.sunlot.registry.RegistryProblem;
import cn.sunlot.registry.domain.InspectorContent;
import cn.sunlot.registry.domain.KnownInspector;
import cn.sunlot.registry.store.InspectorStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters an inspector, or changes one with a reason (ZB-7, TZ-11). */
@Component
@Transactional
public class SaveInspector {

  private final InspectorStore store;
  private final KeptInspectors kept;
  private final Organisation organisation;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;

  SaveInspector(
      InspectorStore store,
      KeptInspectors kept,
      Organisation organisation,
      AuditLog audit,
      ApplicationEventPublisher events) {
    this.store = store;
    this.kept = kept;
    this.organisation = organisation;
    this.audit = audit;
    this.events = events;
  }

  /** Enters a new one. */
  public UUID add(InspectorContent content) {
    SignedIn person = SignedIn.get();
    check(content, null);
    var added = new KnownInspector(Ids.next(), person.authorityId(), content, 1);
    store.add(added);
    audit.record("inspector-added", content.licence().number(), Map.of("name", content.name()));
    events.publishEvent(new InspectorsChanged(person.authorityId()));
    return added.id();
  }

  /** Changes one; content that is as it was changes nothing. */
  public void change(UUID id, IfMatch seen, InspectorContent content, String reason) {
    KnownInspector known = kept.get(id);
    seen.check(known.version());
    String why = TargetSteps.demandReason(reason);
    check(content, id);
    Map<String, List<Object>> changes = known.content().differences(content);
    if (changes.isEmpty()) {
      return;
    }
    store.save(new KnownInspector(id, known.authorityId(), content, known.version()), why, changes);
    Map<String, Object> payload = new HashMap<>(changes);
    payload.put("reason", why);
    audit.record("inspector-changed", content.licence().number(), payload);
    events.publishEvent(new InspectorsChanged(known.authorityId()));
  }

  /** The account of this login in the person's authority; null for an empty login. */
  public @Nullable UUID findAccount(@Nullable String login) {
    if (login == null || login.isBlank()) {
      return null;
    }
    return organisation
        .findPersonByLogin(login.strip())
        .filter(p -> p.authorityId().equals(SignedIn.get().authorityId()))
        .map(Person::id)
        .orElseThrow(() -> refused(List.of(WrongValue.of("login", login, "registry.wrong.login"))));
  }

  private void check(InspectorContent content, @Nullable UUID self) {
    UUID authority = SignedIn.get().authorityId();
    List<WrongValue> wrong = new ArrayList<>(content.wrong());
    if (!kept.isOwn(content.departmentId())) {
      wrong.add(
          WrongValue.of(
              "departmentId", content.departmentId().toString(), "registry.wrong.section"));
    }
    if (!wrong.isEmpty()) {
      throw refused(wrong);
    }
    other(store.findByLicence(authority, content.licence().number()), self)
        .ifPresent(
            o -> {
              throw Refused.because(
                  RegistryProblem.LICENCE_TAKEN, content.licence().number(), o.content().name());
            });
    UUID account = content.personId();
    if (account != null) {
      other(store.findOfPerson(account), self)
          .ifPresent(
              o -> {
                throw Refused.because(
                    RegistryProblem.ACCOUNT_LINKED,
                    organisation.getPerson(account).name(),
                    o.content().name());
              });
    }
  }

  private static Optional<KnownInspector> other(
      Optional<KnownInspector> found, @Nullable UUID self) {
    return found.filter(i -> !i.id().equals(self));
  }

  private static Refused refused(List<WrongValue> wrong) {
    return Refused.because(KernelProblem.VALUES_WRONG, wrong.size()).naming(wrong);
  }
}
