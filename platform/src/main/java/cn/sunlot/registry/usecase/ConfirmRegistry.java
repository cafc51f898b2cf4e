package cn.sunlot.registry.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Post;
import cn.sunlot.policy.RegistryConfirmation.KeptRegistry;
import cn.sunlot.registry.Confirmations.Confirmation;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.ConfirmationStore;
import cn.sunlot.registry.store.InspectorStore;
import cn.sunlot.registry.store.TargetSearch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says, for the own department or bureau, that its registry is current: who, in which post, when,
 * and how much was in it (PDS-11).
 */
@Component
@Transactional
public class ConfirmRegistry {

  private static final TargetListFilter ACTIVE = TargetListFilter.ALL.withStatus("active");

  private final RegistryState state;
  private final ConfirmationStore store;
  private final TargetSearch targets;
  private final InspectorStore inspectors;
  private final Organisation organisation;
  private final AuditLog audit;
  private final Clock clock;

  ConfirmRegistry(
      RegistryState state,
      ConfirmationStore store,
      TargetSearch targets,
      InspectorStore inspectors,
      Organisation organisation,
      AuditLog audit,
      Clock clock) {
    this.state = state;
    this.store = store;
    this.targets = targets;
    this.inspectors = inspectors;
    this.organisation = organisation;
    this.audit = audit;
    this.clock = clock;
  }

  public void run(KeptRegistry registry, String note) {
    SignedIn person = SignedIn.get();
    var confirmed =
        new Confirmation(
            Ids.next(),
            person.authorityId(),
            state.bodyOf(person.departmentId()).id(),
            person.departmentId(),
            registry,
            person.personId(),
            person.name(),
            title(person),
            person.roles().stream().sorted().toList(),
            count(person, registry),
            note.strip(),
            clock.instant());
    store.add(confirmed);
    audit.record(
        registry == KeptRegistry.TARGETS ? "targets-confirmed" : "inspectors-confirmed",
        state.bodyOf(person.departmentId()).name(),
        Map.of(
            "counted", confirmed.counted(),
            "post", confirmed.post(),
            "roles", confirmed.roles(),
            "note", confirmed.note()));
  }

  /** How many there are that could be drawn. */
  private long count(SignedIn person, KeptRegistry registry) {
    return registry == KeptRegistry.TARGETS
        ? targets.count(person.scope(), ACTIVE)
        : inspectors.countActive(
            organisation.listBody(person.departmentId()).stream()
                .map(Organisation.Department::id)
                .toList());
  }

  private String title(SignedIn person) {
    LocalDate today = LocalDate.now(clock);
    List<Post> posts = organisation.listPosts(person.personId());
    return posts.stream()
        .filter(post -> post.departmentId().equals(person.departmentId()) && post.isInForce(today))
        .map(Post::title)
        .findFirst()
        .orElse("");
  }
}
