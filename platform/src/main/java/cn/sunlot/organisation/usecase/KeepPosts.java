package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.Organisation.Post;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.store.PersonStore;
import cn.sunlot.organisation.store.PostStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The system administrator gives a person a further post, or says when one ends. */
@Component
@Transactional
public class KeepPosts {

  private final PersonStore store;
  private final PostStore posts;
  private final Organisation organisation;
  private final Administered administered;
  private final AuditLog audit;
  private final Clock clock;

  KeepPosts(
      PersonStore store,
      PostStore posts,
      Organisation organisation,
      Administered administered,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.posts = posts;
    this.organisation = organisation;
    this.administered = administered;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds a post, which can do nothing until the security administrator gives it roles.
   *
   * @param title as on the door, or empty
   * @param until last day, or null
   * @throws Refused if the row has moved on, somebody else manages the department, or the last day
   *     is before the first or over
   */
  public UUID add(
      UUID personId,
      IfMatch seen,
      UUID departmentId,
      String title,
      LocalDate from,
      @Nullable LocalDate until) {
    seen.check(store.getVersion(personId));
    Person person = organisation.getPerson(personId);
    Department department = administered.get(departmentId);
    demandOrder(from, until);
    var post = new Post(Ids.next(), personId, departmentId, title, false, from, until, List.of());
    posts.add(post, person.authorityId());
    store.noteChange(personId);
    record("post-added", person, department, post);
    return post.id();
  }

  /**
   * Says which day is the last of a further post; after it a session in the post is over.
   *
   * @throws Refused {@code MAIN_POST_STAYS} for the main one: the person is moved, or switched off
   */
  public void end(UUID personId, IfMatch seen, UUID postId, LocalDate until) {
    seen.check(store.getVersion(personId));
    Person person = organisation.getPerson(personId);
    Post post = posts.get(postId);
    if (!post.personId().equals(personId)) {
      throw Refused.because(KernelProblem.NOT_FOUND, postId);
    }
    Department department = administered.get(post.departmentId());
    if (post.main()) {
      throw Refused.because(OrganisationProblem.MAIN_POST_STAYS);
    }
    if (until.isBefore(post.from())) {
      throw Refused.because(OrganisationProblem.DAYS_REVERSED, post.from(), until);
    }
    Post ended =
        new Post(
            postId,
            personId,
            post.departmentId(),
            post.title(),
            false,
            post.from(),
            until,
            post.roles());
    posts.save(ended);
    store.noteChange(personId);
    store.noteStructure(person.authorityId());
    record("post-ended", person, department, ended);
  }

  private void demandOrder(LocalDate from, @Nullable LocalDate until) {
    if (until != null && (until.isBefore(from) || until.isBefore(LocalDate.now(clock)))) {
      throw Refused.because(OrganisationProblem.DAYS_REVERSED, from, until);
    }
  }

  private void record(String type, Person person, Department department, Post post) {
    audit.record(
        type,
        person.login(),
        Map.of(
            "person", person.id().toString(),
            "post", post.id().toString(),
            "department", department.name(),
            "title", post.title(),
            "from", post.from().toString(),
            "until", post.until() == null ? "" : post.until().toString()));
  }
}
