package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.Organisation.Post;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.domain.Delegation;
import cn.sunlot.organisation.domain.DepartmentTree;
import cn.sunlot.organisation.store.DelegationStore;
import cn.sunlot.organisation.store.PersonStore;
import cn.sunlot.organisation.store.PostStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody who will be away lets a colleague stand in; where they cannot any more, the security
 * administrator does it for them.
 */
@Component
@Transactional
public class Delegate {

  private final PostStore posts;
  private final PersonStore people;
  private final DelegationStore store;
  private final Organisation organisation;
  private final AllRoles allRoles;
  private final AuditLog audit;
  private final Clock clock;

  Delegate(
      PostStore posts,
      PersonStore people,
      DelegationStore store,
      Organisation organisation,
      AllRoles allRoles,
      AuditLog audit,
      Clock clock) {
    this.posts = posts;
    this.people = people;
    this.store = store;
    this.organisation = organisation;
    this.allRoles = allRoles;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Gives a post to a deputy for some days. What the deputy does is recorded under the deputy's own
   * name.
   *
   * @throws Refused if it is not one's own post, the deputy is the holder, not active, of another
   *     department or has a role that excludes one of the post; if the days are reversed, over, or
   *     more than {@link Delegation#LONGEST_DAYS}; or somebody stands in on one of them already
   */
  public UUID give(UUID postId, UUID deputyId, LocalDate from, LocalDate until, String reason) {
    Post post = own(postId);
    Person holder = organisation.getPerson(post.personId());
    // One at a time, or two deputies could be named for the same days.
    people.getVersion(holder.id());
    var delegation = new Delegation(Ids.next(), postId, deputyId, from, until, reason, false);
    demandDays(post, delegation);
    Person deputy = deputy(holder, post, deputyId);
    allRoles.demandCompatible(deputyId, null, post.roles());
    store.add(delegation, holder.authorityId(), SignedIn.get().personId(), clock.instant());
    record("delegation-given", delegation, holder, deputy);
    return delegation.id();
  }

  /** Ends it before its last day; the session of a deputy who acts in the post is over. */
  public void end(UUID id) {
    Delegation delegation = store.lock(id);
    Post post = own(delegation.postId());
    if (delegation.ended()) {
      return;
    }
    store.end(id, SignedIn.get().personId(), clock.instant());
    people.noteStructure(organisation.getPerson(post.personId()).authorityId());
    record(
        "delegation-ended",
        delegation,
        organisation.getPerson(post.personId()),
        organisation.getPerson(delegation.personId()));
  }

  private Post own(UUID postId) {
    SignedIn person = SignedIn.get();
    Post post = posts.get(postId);
    boolean administers =
        person.may(Permission.ROLES_ASSIGN) && person.handles(post.departmentId());
    if (!post.personId().equals(person.personId()) && !administers) {
      throw Refused.because(KernelProblem.NOT_FOUND, postId);
    }
    return post;
  }

  private Person deputy(Person holder, Post post, UUID deputyId) {
    Person deputy = organisation.getPerson(deputyId);
    var tree = new DepartmentTree(organisation.listDepartments(holder.authorityId()));
    UUID body = tree.body(post.departmentId()).id();
    boolean colleague =
        organisation.listPosts(deputyId).stream()
            .anyMatch(p -> tree.withBelow(body).contains(p.departmentId()));
    if (deputyId.equals(holder.id()) || !deputy.active() || !colleague) {
      throw Refused.because(
          OrganisationProblem.NO_DEPUTY, deputy.name(), organisation.getDepartment(body).name());
    }
    return deputy;
  }

  private void demandDays(Post post, Delegation delegation) {
    LocalDate today = LocalDate.now(clock);
    if (delegation.until().isBefore(delegation.from()) || delegation.until().isBefore(today)) {
      throw Refused.because(
          OrganisationProblem.DAYS_REVERSED, delegation.from(), delegation.until());
    }
    if (delegation.isTooLong()) {
      throw Refused.because(OrganisationProblem.DELEGATION_TOO_LONG, Delegation.LONGEST_DAYS);
    }
    store.listOfPost(post.id(), today).stream()
        .filter(
            d -> !d.from().isAfter(delegation.until()) && !d.until().isBefore(delegation.from()))
        .findFirst()
        .ifPresent(
            d -> {
              throw Refused.because(
                  OrganisationProblem.DELEGATED_ALREADY,
                  organisation.getPerson(d.personId()).name(),
                  d.from(),
                  d.until());
            });
  }

  private void record(String type, Delegation delegation, Person holder, Person deputy) {
    audit.record(
        type,
        holder.login(),
        Map.of(
            "delegation", delegation.id().toString(),
            "holder", holder.id().toString(),
            "deputy", deputy.id().toString(),
            "from", delegation.from().toString(),
            "until", delegation.until().toString(),
            "reason", delegation.reason()));
  }
}
