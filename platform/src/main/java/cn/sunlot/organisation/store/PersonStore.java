package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.DEPARTMENT;
import static cn.sunlot.organisation.store.jooq.Tables.PERSON;
import static cn.sunlot.organisation.store.jooq.Tables.PERSON_ROLE;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.organisation.Organisation.Person;
import cn.sunlot.organisation.OrganisationProblem;
import cn.sunlot.organisation.Role;
import java.time.Clock;
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
  private final Clock clock;

  PersonStore(DSLContext database, Clock clock) {
    this.database = database;
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
            .set(PERSON.DEPARTMENT_ID, person.departmentId())
            .set(PERSON.NAME, person.name())
            .set(PERSON.LOGIN, person.login())
            .set(PERSON.PASSWORD_HASH, passwordHash)
            .set(PERSON.PASSWORD_SET_AT, clock.instant())
            .onConflict(PERSON.LOGIN)
            .doNothing()
            .execute();
    if (added == 0) {
      throw Refused.because(OrganisationProblem.LOGIN_TAKEN, person.login());
    }
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
        .set(PERSON.DEPARTMENT_ID, person.departmentId())
        .set(PERSON.ACTIVE, person.active())
        .set(PERSON.VERSION, PERSON.VERSION.plus(1))
        .set(PERSON.ACCESS, PERSON.ACCESS.plus(1))
        .where(PERSON.ID.eq(person.id()))
        .execute();
  }

  /** Replaces the roles of a person; ends the person's sessions. */
  public void assign(UUID personId, Set<Role> roles) {
    database.deleteFrom(PERSON_ROLE).where(PERSON_ROLE.PERSON_ID.eq(personId)).execute();
    for (Role role : roles) {
      database
          .insertInto(PERSON_ROLE)
          .set(PERSON_ROLE.PERSON_ID, personId)
          .set(PERSON_ROLE.ROLE, Lifecycle.wireName(role))
          .execute();
    }
    bump(personId);
  }

  /** How often the person's access was changed; sessions of an earlier count are over. */
  public int getAccess(UUID personId) {
    return database
        .select(PERSON.ACCESS)
        .from(PERSON)
        .where(PERSON.ID.eq(personId))
        .fetchOptional(PERSON.ACCESS)
        .orElse(0);
  }

  /** Active people of the authority who hold the role. */
  public int countActive(UUID authorityId, Role role) {
    return database.fetchCount(
        PERSON.join(PERSON_ROLE).on(PERSON_ROLE.PERSON_ID.eq(PERSON.ID)),
        PERSON
            .AUTHORITY_ID
            .eq(authorityId)
            .and(PERSON.ACTIVE)
            .and(PERSON_ROLE.ROLE.eq(Lifecycle.wireName(role))));
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

  /** Whether another department of the authority has this name. */
  public boolean nameTaken(UUID authorityId, UUID departmentId, String name) {
    return database.fetchExists(
        DEPARTMENT,
        DEPARTMENT
            .AUTHORITY_ID
            .eq(authorityId)
            .and(DEPARTMENT.NAME.eq(name))
            .and(DEPARTMENT.ID.ne(departmentId)));
  }

  /** Saves name, functions and place in lists. */
  public void change(Department department, int sort) {
    database
        .update(DEPARTMENT)
        .set(DEPARTMENT.NAME, department.name())
        .set(DEPARTMENT.FUNCTIONS, department.functions().toArray(String[]::new))
        .set(DEPARTMENT.SORT, sort)
        .set(DEPARTMENT.VERSION, DEPARTMENT.VERSION.plus(1))
        .where(DEPARTMENT.ID.eq(department.id()))
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
