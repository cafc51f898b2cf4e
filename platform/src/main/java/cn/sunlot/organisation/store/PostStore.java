package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.AUTHORITY;
import static cn.sunlot.organisation.store.jooq.Tables.DEPARTMENT;
import static cn.sunlot.organisation.store.jooq.Tables.PERSON;
import static cn.sunlot.organisation.store.jooq.Tables.POST;
import static cn.sunlot.organisation.store.jooq.Tables.POST_ROLE;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.Organisation.Post;
import cn.sunlot.organisation.Role;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Posts of people and the roles in them. */
@Repository
@Transactional
public class PostStore {

  private final DSLContext database;

  PostStore(DSLContext database) {
    this.database = database;
  }

  static Post main(Person person, LocalDate from) {
    return new Post(
        Ids.next(), person.id(), person.departmentId(), "", true, from, null, person.roles());
  }

  static Condition inForce(LocalDate day) {
    return POST.FROM_DAY.le(day).and(POST.UNTIL_DAY.isNull().or(POST.UNTIL_DAY.ge(day)));
  }

  /** Posts of a person, the main one first, then by their first day. */
  public List<Post> list(UUID personId) {
    return fetch(POST.PERSON_ID.eq(personId));
  }

  /**
   * One post.
   *
   * @throws Refused {@code NOT_FOUND} if there is none
   */
  public Post get(UUID id) {
    return fetch(POST.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** Adds a post without roles. */
  public void add(Post post, UUID authorityId) {
    database
        .insertInto(POST)
        .set(POST.ID, post.id())
        .set(POST.PERSON_ID, post.personId())
        .set(POST.AUTHORITY_ID, authorityId)
        .set(POST.DEPARTMENT_ID, post.departmentId())
        .set(POST.TITLE, post.title())
        .set(POST.MAIN, post.main())
        .set(POST.FROM_DAY, post.from())
        .set(POST.UNTIL_DAY, post.until())
        .execute();
  }

  /** Saves department, title and last day. */
  public void save(Post post) {
    database
        .update(POST)
        .set(POST.DEPARTMENT_ID, post.departmentId())
        .set(POST.TITLE, post.title())
        .set(POST.UNTIL_DAY, post.until())
        .where(POST.ID.eq(post.id()))
        .execute();
  }

  /** Replaces the roles of a post. */
  public void assign(UUID postId, Collection<Role> roles) {
    database.deleteFrom(POST_ROLE).where(POST_ROLE.POST_ID.eq(postId)).execute();
    for (Role role : roles) {
      database
          .insertInto(POST_ROLE)
          .select(
              select(POST.ID, POST.AUTHORITY_ID, org.jooq.impl.DSL.val(Lifecycle.wireName(role)))
                  .from(POST)
                  .where(POST.ID.eq(postId)))
          .execute();
    }
  }

  /**
   * Active people who hold the role where it reaches the whole authority: anywhere in a bureau, at
   * the root of a city.
   */
  public int countActiveEverywhere(UUID authorityId, Role role, LocalDate day) {
    return database.fetchCount(
        PERSON
            .join(POST)
            .on(POST.PERSON_ID.eq(PERSON.ID).and(inForce(day)))
            .join(POST_ROLE)
            .on(POST_ROLE.POST_ID.eq(POST.ID))
            .join(DEPARTMENT)
            .on(DEPARTMENT.ID.eq(POST.DEPARTMENT_ID))
            .join(AUTHORITY)
            .on(AUTHORITY.ID.eq(PERSON.AUTHORITY_ID)),
        PERSON
            .AUTHORITY_ID
            .eq(authorityId)
            .and(PERSON.ACTIVE)
            .and(POST_ROLE.ROLE.eq(Lifecycle.wireName(role)))
            .and(DEPARTMENT.PARENT_ID.isNull().or(AUTHORITY.KIND.eq("bureau"))));
  }

  private List<Post> fetch(Condition condition) {
    var roles =
        multiset(
                select(POST_ROLE.ROLE)
                    .from(POST_ROLE)
                    .where(POST_ROLE.POST_ID.eq(POST.ID))
                    .orderBy(POST_ROLE.ROLE))
            .convertFrom(r -> r.map(row -> Lifecycle.parse(Role.class, row.value1())));
    return database
        .select(POST.asterisk(), roles)
        .from(POST)
        .where(condition)
        .orderBy(POST.MAIN.desc(), POST.FROM_DAY, POST.ID)
        .fetch(r -> post(r, r.get(roles)));
  }

  private static Post post(Record r, List<Role> roles) {
    return new Post(
        r.get(POST.ID),
        r.get(POST.PERSON_ID),
        r.get(POST.DEPARTMENT_ID),
        r.get(POST.TITLE),
        r.get(POST.MAIN),
        r.get(POST.FROM_DAY),
        r.get(POST.UNTIL_DAY),
        roles);
  }
}
