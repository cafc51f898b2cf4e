package cn.sunlot.organisation.usecase;

import cn.sunlot.kernel.Refused;
import cn.sunlot.organisation.Organisation.Post;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.domain.Delegation;
import cn.sunlot.organisation.domain.Roles;
import cn.sunlot.organisation.store.DelegationStore;
import cn.sunlot.organisation.store.PostStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * All that a person may be, in whichever post, also as a deputy: administrators exclude each other
 * there too, or one person could be two by changing posts.
 */
@Component
class AllRoles {

  private final PostStore posts;
  private final DelegationStore delegations;
  private final Clock clock;

  AllRoles(PostStore posts, DelegationStore delegations, Clock clock) {
    this.posts = posts;
    this.delegations = delegations;
    this.clock = clock;
  }

  /**
   * Refuses further roles that exclude one that the person has or will have.
   *
   * @param instead the post whose roles they replace, or null
   */
  void demandCompatible(UUID personId, @Nullable UUID instead, Collection<Role> further) {
    LocalDate today = LocalDate.now(clock);
    Set<Role> roles = new HashSet<>(further);
    for (Post post : posts.list(personId)) {
      boolean over = post.until() != null && post.until().isBefore(today);
      if (!over && !post.id().equals(instead)) {
        roles.addAll(post.roles());
      }
      if (post.id().equals(instead)) {
        delegations
            .listOfPost(post.id(), today)
            .forEach(d -> demandCompatible(d.personId(), null, further));
      }
    }
    for (Delegation standingIn : delegations.listOfDeputy(personId, today)) {
      roles.addAll(posts.get(standingIn.postId()).roles());
    }
    Roles.findConflict(roles)
        .ifPresent(
            c -> {
              throw Refused.because(
                  OrganisationProblem.ROLES_EXCLUDE_EACH_OTHER,
                  new DefaultMessageSourceResolvable(AssignRoles.textKey(c.one())),
                  new DefaultMessageSourceResolvable(AssignRoles.textKey(c.other())));
            });
  }
}
