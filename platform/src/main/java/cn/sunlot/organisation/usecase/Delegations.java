package cn.sunlot.organisation.usecase;

import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Post;
import cn.sunlot.organisation.domain.Delegation;
import cn.sunlot.organisation.domain.DepartmentTree;
import cn.sunlot.organisation.store.DelegationStore;
import cn.sunlot.organisation.store.OrganisationSearch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who stands in for whom, and who may. */
@Component
@Transactional(readOnly = true)
public class Delegations {

  private final DelegationStore store;
  private final Organisation organisation;
  private final OrganisationSearch search;
  private final Clock clock;

  Delegations(
      DelegationStore store, Organisation organisation, OrganisationSearch search, Clock clock) {
    this.store = store;
    this.organisation = organisation;
    this.search = search;
    this.clock = clock;
  }

  /** Those of a post that are in force or will be. */
  public List<Delegation> list(UUID postId) {
    return store.listOfPost(postId, LocalDate.now(clock));
  }

  /** Active colleagues of the same department, with all its sections, by name. */
  public List<NamedId> listColleagues(Post post) {
    UUID authority = organisation.getPerson(post.personId()).authorityId();
    var tree = new DepartmentTree(organisation.listDepartments(authority));
    Set<UUID> body = tree.withBelow(tree.body(post.departmentId()).id());
    return search.listActive(SignedIn.get().scope(), body).stream()
        .filter(p -> !p.id().equals(post.personId()))
        .toList();
  }
}
