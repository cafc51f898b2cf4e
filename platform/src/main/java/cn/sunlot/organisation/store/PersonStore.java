package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.AUTHORITY;
import static cn.sunlot.organisation.store.jooq.Tables.DEPARTMENT;
import static cn.sunlot.organisation.store.jooq.Tables.PERSON;
import static cn.sunlot.organisation.store.jooq.Tables.POST;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Changes of people and departments, one at a time, with a check of the version. */
@Repository
@Transactional
public class PersonStore {

  private static final long SET_UP_LOCK = 0x5e7_0b1L;

  private final DSLContext database;
  private final PostStore posts;
  private final Clock clock;

  PersonStore(DSLContext database, PostStore posts, Clock clock) {
    this.database = database;
    this.posts = posts;
    this.clock = clock;
  }

  /** Whether nobody has an account yet, for the whole platform. */
  public boolean isEmpty() {
    return !database.fetchExists(PERSON);
  }

  /** Lets one set-up at a time through, until the transaction ends. */
  public void lockSetUp() {
    database.select(DSL.field("pg_advisory_xact_lock({0})", DSL.inline(SET_UP_LOCK))).fetch();
  }

  /**
   * Adds a person without roles.
   *
   * @throws Refused {@code LOGIN_TAKEN} if the login is somebody's already, of any authority
   */
  public void add(Person person, String passwordHash) {
    int added =
        database
            .insertInto(PERSON)
            .set(PERSON.ID, person.id())
            .set(PERSON.AUTHORITY_ID, person.authorityId())
            .set(PERSON.NAME, person.name())
            .set(PERSON.LOGIN, person.login())
            .set(PERSON.PASSWORD_HASH, passwordHash)
            .onConflict(PERSON.LOGIN)
            .doNothing()
            .execute();
    if (added == 0) {
      throw Refused.because(OrganisationProblem.LOGIN_TAKEN, person.login());
    }
    posts.add(PostStore.main(person, LocalDate.now(clock)), person.authorityId());
  }

  /** The version of a person's row, for the check before a change. */
  public int getVersion(UUID personId) {
    return database
        .select(PERSON.VERSION)
        .from(PERSON)
        .where(PERSON.ID.eq(personId))
        .forUpdate()
        .fetchOptional(PERSON.VERSION)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, personId));
  }

  /** Saves name, department and whether the account is open; ends the person's sessions. */
  public void change(Person person) {
    database
        .update(PERSON)
        .set(PERSON.NAME, person.name())
        .set(PERSON.ACTIVE, person.active())
        .set(PERSON.VERSION, PERSON.VERSION.plus(1))
        .set(PERSON.ACCESS, PERSON.ACCESS.plus(1))
        .where(PERSON.ID.eq(person.id()))
        .execute();
    database
        .update(POST)
        .set(POST.DEPARTMENT_ID, person.departmentId())
        .where(POST.PERSON_ID.eq(person.id()), POST.MAIN.isTrue())
        .execute();
  }

  /** Replaces the roles in the main post of a person; ends the person's sessions. */
  public void assign(UUID personId, Set<Role> roles) {
    posts.assign(posts.list(personId).get(0).id(), roles);
    bump(personId);
  }

  /**
   * Sets a password and opens a locked account; ends the person's sessions.
   *
   * @param due whether the person changes it before anything else
   */
  public void setPassword(UUID personId, String hash, boolean due) {
    database
        .update(PERSON)
        .set(PERSON.PASSWORD_HASH, hash)
        .set(PERSON.PASSWORD_DUE, due)
        .set(PERSON.FAILURES, 0)
        .setNull(PERSON.LOCKED_UNTIL)
        .where(PERSON.ID.eq(personId))
        .execute();
    bump(personId);
  }

  /**
   * What a session is good for.
   *
   * @param access how often the person's access was changed; sessions of an earlier count are over
   * @param structure how often the departments around them changed; then scopes are worked out anew
   */
  public record Counts(int access, int structure) {}

  /** The counts of now. */
  public Counts getCounts(UUID personId) {
    return database
        .select(PERSON.ACCESS, AUTHORITY.STRUCTURE)
        .from(PERSON)
        .join(AUTHORITY)
        .on(AUTHORITY.ID.eq(PERSON.AUTHORITY_ID))
        .where(PERSON.ID.eq(personId))
        .fetchOptional(r -> new Counts(r.value1(), r.value2()))
        .orElse(new Counts(0, 0));
  }

  /** The version of a department's row, for the check before a change. */
  public int getDepartmentVersion(UUID departmentId) {
    return database
        .select(DEPARTMENT.VERSION)
        .from(DEPARTMENT)
        .where(DEPARTMENT.ID.eq(departmentId))
        .forUpdate()
        .fetchOptional(DEPARTMENT.VERSION)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, departmentId));
  }

  /** Whether another department below the same one has this name. */
  public boolean nameTaken(Department department) {
    return database.fetchExists(
        DEPARTMENT,
        DEPARTMENT
            .AUTHORITY_ID
            .eq(department.authorityId())
            .and(DEPARTMENT.PARENT_ID.isNotDistinctFrom(department.parentId()))
            .and(DEPARTMENT.NAME.eq(department.name()))
            .and(DEPARTMENT.ID.ne(department.id())));
  }

  /** Notes that departments or townships changed, so that open sessions work out their scope. */
  public void noteStructure(UUID authorityId) {
    database
        .update(AUTHORITY)
        .set(AUTHORITY.STRUCTURE, AUTHORITY.STRUCTURE.plus(1))
        .where(AUTHORITY.ID.eq(authorityId))
        .execute();
  }

  /** Saves name, line, functions and place in lists. */
  public void change(Department department, int sort) {
    database
        .update(DEPARTMENT)
        .set(DEPARTMENT.NAME, department.name())
        .set(DEPARTMENT.LINE, department.line() == null ? null : department.line().wireName())
        .set(DEPARTMENT.FUNCTIONS, department.functions().toArray(String[]::new))
        .set(DEPARTMENT.SORT, sort)
        .set(DEPARTMENT.VERSION, DEPARTMENT.VERSION.plus(1))
        .where(DEPARTMENT.ID.eq(department.id()))
        .execute();
  }

  /** Notes a change of a person that leaves open sessions as they are. */
  public void noteChange(UUID personId) {
    database
        .update(PERSON)
        .set(PERSON.VERSION, PERSON.VERSION.plus(1))
        .where(PERSON.ID.eq(personId))
        .execute();
  }

  /** Ends all sessions of a person. */
  public void endSessions(UUID personId) {
    bump(personId);
  }

  private void bump(UUID personId) {
    database
        .update(PERSON)
        .set(PERSON.VERSION, PERSON.VERSION.plus(1))
        .set(PERSON.ACCESS, PERSON.ACCESS.plus(1))
        .where(PERSON.ID.eq(personId))
        .execute();
  }
}
