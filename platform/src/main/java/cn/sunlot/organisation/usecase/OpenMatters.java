package cn.sunlot.organisation.usecase;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.Todos;
import cn.sunlot.kernel.access.OthersView;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.Organisation.Post;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.store.PostStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits for somebody in a post, for whoever hands it over when the post changes (TZ-4). It is
 * looked at with the eyes of that person.
 */
@Component
@Transactional(readOnly = true)
public class OpenMatters {

  /**
   * A post with what waits in it.
   *
   * @param todos what is due first at the top
   * @param others colleagues of the same department with all the same roles, who can go on with it
   */
  public record OpenPost(Post post, Person person, List<Todo> todos, List<NamedId> others) {}

  private final PostStore posts;
  private final Organisation organisation;
  private final Access access;
  private final OthersView view;
  private final Todos todos;
  private final Clock clock;

  OpenMatters(
      PostStore posts,
      Organisation organisation,
      Access access,
      OthersView view,
      Todos todos,
      Clock clock) {
    this.posts = posts;
    this.organisation = organisation;
    this.access = access;
    this.view = view;
    this.todos = todos;
    this.clock = clock;
  }

  /**
   * What waits in a post.
   *
   * @throws Refused {@code NOT_FOUND} unless the reader acts for its department and it is in force
   */
  public OpenPost get(UUID postId) {
    Post post = posts.get(postId);
    if (!SignedIn.get().handles(post.departmentId()) || !post.isInForce(LocalDate.now(clock))) {
      throw Refused.because(KernelProblem.NOT_FOUND, postId);
    }
    return new OpenPost(
        post, organisation.getPerson(post.personId()), list(post), listOthers(post));
  }

  /** How much waits in a post. */
  public int count(Post post) {
    return post.isInForce(LocalDate.now(clock)) ? list(post).size() : 0;
  }

  private List<Todo> list(Post post) {
    Person person = organisation.getPerson(post.personId());
    SignedIn there = access.in(person, post.departmentId(), post.roles(), false, false);
    return view.look(there, () -> todos.of(there));
  }

  private List<NamedId> listOthers(Post post) {
    List<List<UUID>> holders =
        post.roles().stream().map(role -> holders(post, role).map(Person::id).toList()).toList();
    return post.roles().stream()
        .limit(1)
        .flatMap(role -> holders(post, role))
        .filter(p -> holders.stream().allMatch(ids -> ids.contains(p.id())))
        .map(p -> new NamedId(p.id(), p.name()))
        .toList();
  }

  private Stream<Person> holders(Post post, Role role) {
    return organisation.listPeople(post.departmentId(), role).stream()
        .filter(p -> !p.id().equals(post.personId()));
  }
}
