package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.Organisation.Post;
import cn.sunlot.organisation.domain.Delegation;
import cn.sunlot.organisation.domain.SecondFactor;
import cn.sunlot.organisation.domain.SecondFactorPolicy;
import cn.sunlot.organisation.store.DelegationStore;
import cn.sunlot.organisation.store.PostStore;
import cn.sunlot.organisation.store.SecondFactorStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person with several posts says in which one they act, or for whom they stand in. */
@Component
@Transactional
public class TakePost {

  /**
   * A post that a person may act in today.
   *
   * @param holder for whom, where the person stands in; null for an own post
   */
  public record Choice(Post post, String department, @Nullable String holder) {}

  private final PostStore posts;
  private final DelegationStore delegations;
  private final Organisation organisation;
  private final Access access;
  private final SecondFactorStore factors;
  private final SecondFactorPolicy policy;
  private final AuditLog audit;
  private final Clock clock;

  TakePost(
      PostStore posts,
      DelegationStore delegations,
      Organisation organisation,
      Access access,
      SecondFactorStore factors,
      @Value("${sunlot.second-factor:optional}") SecondFactorPolicy policy,
      AuditLog audit,
      Clock clock) {
    this.posts = posts;
    this.delegations = delegations;
    this.organisation = organisation;
    this.access = access;
    this.factors = factors;
    this.policy = policy;
    this.audit = audit;
    this.clock = clock;
  }

  /** The posts in which a person may act today: own ones first, the main one at the top. */
  public List<Choice> list(UUID personId) {
    LocalDate today = LocalDate.now(clock);
    List<Choice> choices = new ArrayList<>();
    posts.list(personId).stream()
        .filter(p -> p.isInForce(today))
        .forEach(p -> choices.add(choice(p, null)));
    for (Delegation delegation : delegations.listOfDeputy(personId, today)) {
      Post post = posts.get(delegation.postId());
      if (delegation.isInForce(today) && post.isInForce(today)) {
        choices.add(choice(post, organisation.getPerson(post.personId()).name()));
      }
    }
    return choices;
  }

  /**
   * Who the person is in this post.
   *
   * @throws Refused {@code NOT_FOUND} if it is not theirs today
   */
  public SignedIn run(UUID postId) {
    SignedIn now = SignedIn.get();
    Choice choice =
        list(now.personId()).stream()
            .filter(c -> c.post().id().equals(postId))
            .findFirst()
            .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, postId));
    audit.record(
        "post-taken",
        now.login(),
        Map.of(
            "post", postId.toString(),
            "department", choice.department(),
            "holder", choice.post().personId().toString()));
    return in(now, choice.post());
  }

  /** The same person in the same post, as the departments are now; nothing if it ended. */
  Optional<SignedIn> again(SignedIn now, UUID postId) {
    return list(now.personId()).stream()
        .map(Choice::post)
        .filter(p -> p.id().equals(postId))
        .findFirst()
        .map(p -> in(now, p));
  }

  private SignedIn in(SignedIn now, Post post) {
    Person person = organisation.getPerson(now.personId());
    boolean due =
        policy.demands(post.roles())
            && factors.find(person.id()).filter(SecondFactor::confirmed).isEmpty();
    return access.in(
        person,
        post.departmentId(),
        post.roles(),
        now.passwordDue(),
        due || now.permissions().contains(Permission.SECOND_FACTOR_DUE));
  }

  private Choice choice(Post post, @Nullable String holder) {
    return new Choice(post, organisation.getDepartment(post.departmentId()).name(), holder);
  }
}
