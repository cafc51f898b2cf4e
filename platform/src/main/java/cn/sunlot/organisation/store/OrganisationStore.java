package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.AUTHORITY;
import static cn.sunlot.organisation.store.jooq.Tables.DEPARTMENT;
import static cn.sunlot.organisation.store.jooq.Tables.PERSON;
import static cn.sunlot.organisation.store.jooq.Tables.POST;
import static cn.sunlot.organisation.store.jooq.Tables.POST_ROLE;
import static cn.sunlot.organisation.store.jooq.Tables.TOWNSHIP;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.organisation.Line;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.domain.Account;
import cn.sunlot.organisation.domain.DepartmentTree;
import cn.sunlot.organisation.store.jooq.tables.records.PersonRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Authorities, departments, people and their accounts. */
@Repository
@Transactional
public class OrganisationStore implements Organisation {

  private final DSLContext database;
  private final PostStore posts;
  private final ConferenceStore conferences;
  private final Clock clock;

  OrganisationStore(
      DSLContext database, PostStore posts, ConferenceStore conferences, Clock clock) {
    this.database = database;
    this.posts = posts;
    this.conferences = conferences;
    this.clock = clock;
  }

  @Override
  public Authority getAuthority(UUID id) {
    return database
        .selectFrom(AUTHORITY)
        .where(AUTHORITY.ID.eq(id))
        .fetchOptional(OrganisationStore::authority)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  @Override
  public List<Authority> listAuthorities() {
    return database
        .selectFrom(AUTHORITY)
        .orderBy(AUTHORITY.REGION, AUTHORITY.NAME)
        .fetch(OrganisationStore::authority);
  }

  @Override
  public Department getDepartment(UUID id) {
    return database
        .selectFrom(DEPARTMENT)
        .where(DEPARTMENT.ID.eq(id))
        .fetchOptional(OrganisationStore::department)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  @Override
  public List<Department> listDepartments(UUID authorityId) {
    return database
        .selectFrom(DEPARTMENT)
        .where(DEPARTMENT.AUTHORITY_ID.eq(authorityId))
        .orderBy(DEPARTMENT.PARENT_ID.asc().nullsFirst(), DEPARTMENT.SORT, DEPARTMENT.NAME)
        .fetch(OrganisationStore::department);
  }

  @Override
  public Map<String, String> listTownshipNames(UUID authorityId) {
    return database
        .select(TOWNSHIP.CODE, TOWNSHIP.NAME)
        .from(TOWNSHIP)
        .where(TOWNSHIP.AUTHORITY_ID.eq(authorityId))
        .fetchMap(TOWNSHIP.CODE, TOWNSHIP.NAME);
  }

  @Override
  public List<Department> listBody(UUID departmentId) {
    List<Department> all = listDepartments(getDepartment(departmentId).authorityId());
    var tree = new DepartmentTree(all);
    Set<UUID> body = tree.withBelow(tree.body(departmentId).id());
    return all.stream().filter(d -> body.contains(d.id())).toList();
  }

  @Override
  public Person getPerson(UUID id) {
    return people(PERSON.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  @Override
  public Optional<Person> findPersonByLogin(String login) {
    return people(PERSON.LOGIN.eq(login)).stream().findFirst();
  }

  @Override
  public List<Person> listPeople(UUID departmentId, Role role) {
    LocalDate today = LocalDate.now(clock);
    return people(
        PERSON
            .ACTIVE
            .isTrue()
            .andExists(
                selectOne()
                    .from(POST)
                    .join(POST_ROLE)
                    .on(POST_ROLE.POST_ID.eq(POST.ID))
                    .where(POST.PERSON_ID.eq(PERSON.ID), POST.DEPARTMENT_ID.eq(departmentId))
                    .and(PostStore.inForce(today))
                    .and(POST_ROLE.ROLE.eq(Lifecycle.wireName(role)))));
  }

  @Override
  public List<Post> listPosts(UUID personId) {
    return posts.list(personId);
  }

  @Override
  public Optional<Conference> findConference(UUID authorityId, String region) {
    return conferences.find(authorityId, region);
  }

  /** The account of a person, locked against other sign-ins until the transaction ends. */
  public Account lockAccount(UUID personId) {
    return account(
        database.selectFrom(PERSON).where(PERSON.ID.eq(personId)).forUpdate().fetchSingle());
  }

  /** The account of a person as it is now. */
  public Account getAccount(UUID personId) {
    return account(database.selectFrom(PERSON).where(PERSON.ID.eq(personId)).fetchSingle());
  }

  private static Account account(PersonRecord row) {
    return new Account(
        row.getId(),
        row.getPasswordHash(),
        row.getActive(),
        row.getFailures(),
        row.getLockedUntil(),
        row.getPasswordDue(),
        row.getPasswordSetAt());
  }

  public void save(Account account) {
    database
        .update(PERSON)
        .set(PERSON.PASSWORD_HASH, account.passwordHash())
        .set(PERSON.FAILURES, account.failures())
        .set(PERSON.LOCKED_UNTIL, account.lockedUntil())
        .where(PERSON.ID.eq(account.personId()))
        .execute();
  }

  /** Adds an authority, or leaves the one with this id as it is. */
  public void add(Authority authority) {
    database
        .insertInto(AUTHORITY)
        .set(AUTHORITY.ID, authority.id())
        .set(AUTHORITY.NAME, authority.name())
        .set(AUTHORITY.KIND, authority.kind())
        .set(AUTHORITY.REGION, authority.region())
        .set(AUTHORITY.PROFILE_ID, authority.profileId())
        .onConflictDoNothing()
        .execute();
  }

  /** Adds a department, or leaves the one with this id as it is. */
  public void add(Department department, int sort) {
    database
        .insertInto(DEPARTMENT)
        .set(DEPARTMENT.ID, department.id())
        .set(DEPARTMENT.AUTHORITY_ID, department.authorityId())
        .set(DEPARTMENT.PARENT_ID, department.parentId())
        .set(DEPARTMENT.NAME, department.name())
        .set(DEPARTMENT.KIND, department.kind())
        .set(DEPARTMENT.REGION, department.region())
        .set(DEPARTMENT.LINE, department.line() == null ? null : department.line().wireName())
        .set(DEPARTMENT.FUNCTIONS, department.functions().toArray(String[]::new))
        .set(DEPARTMENT.SORT, sort)
        .onConflict(DEPARTMENT.ID)
        .doNothing()
        .execute();
  }

  /** Adds a person with an account and roles, or leaves the one with this id as it is. */
  public void add(Person person, String passwordHash) {
    int added =
        database
            .insertInto(PERSON)
            .set(PERSON.ID, person.id())
            .set(PERSON.AUTHORITY_ID, person.authorityId())
            .set(PERSON.NAME, person.name())
            .set(PERSON.LOGIN, person.login())
            .set(PERSON.PASSWORD_HASH, passwordHash)
            .onConflictDoNothing()
            .execute();
    if (added > 0) {
      Post main = PostStore.main(person, LocalDate.now(clock));
      posts.add(main, person.authorityId());
      posts.assign(main.id(), person.roles());
    }
  }

  private List<Person> people(Condition condition) {
    var roles =
        multiset(
                select(POST_ROLE.ROLE)
                    .from(POST_ROLE)
                    .where(POST_ROLE.POST_ID.eq(POST.ID))
                    .orderBy(POST_ROLE.ROLE))
            .convertFrom(r -> r.map(row -> Lifecycle.parse(Role.class, row.value1())));
    return database
        .select(PERSON.asterisk(), POST.DEPARTMENT_ID, roles)
        .from(PERSON)
        .join(POST)
        .on(POST.PERSON_ID.eq(PERSON.ID), POST.MAIN.isTrue())
        .where(condition)
        .orderBy(PERSON.NAME, PERSON.ID)
        .fetch(
            r ->
                new Person(
                    r.get(PERSON.ID),
                    r.get(PERSON.AUTHORITY_ID),
                    r.get(POST.DEPARTMENT_ID),
                    r.get(PERSON.NAME),
                    r.get(PERSON.LOGIN),
                    r.get(roles),
                    r.get(PERSON.ACTIVE)));
  }

  private static Authority authority(Record r) {
    return new Authority(
        r.get(AUTHORITY.ID),
        r.get(AUTHORITY.NAME),
        r.get(AUTHORITY.KIND),
        r.get(AUTHORITY.REGION),
        r.get(AUTHORITY.PROFILE_ID));
  }

  private static Department department(Record r) {
    return new Department(
        r.get(DEPARTMENT.ID),
        r.get(DEPARTMENT.AUTHORITY_ID),
        r.get(DEPARTMENT.PARENT_ID),
        r.get(DEPARTMENT.NAME),
        r.get(DEPARTMENT.KIND),
        r.get(DEPARTMENT.REGION),
        line(r.get(DEPARTMENT.LINE)),
        List.of(r.get(DEPARTMENT.FUNCTIONS)));
  }

  static @Nullable Line line(@Nullable String name) {
    return name == null ? null : Lifecycle.parse(Line.class, name);
  }
}
