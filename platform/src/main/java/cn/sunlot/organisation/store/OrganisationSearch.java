package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.DEPARTMENT;
import static cn.sunlot.organisation.store.jooq.Tables.IDENTITY;
import static cn.sunlot.organisation.store.jooq.Tables.PERSON;
import static cn.sunlot.organisation.store.jooq.Tables.PERSON_ROLE;
import static cn.sunlot.organisation.store.jooq.Tables.SECOND_FACTOR;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.organisation.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of people and departments for those who administer them. */
@Repository
@Transactional(readOnly = true)
public class OrganisationSearch {

  /**
   * What a list of people is narrowed to; null does not narrow.
   *
   * @param text part of name or login
   */
  public record PeopleFilter(
      @Nullable String text,
      @Nullable UUID departmentId,
      @Nullable Role role,
      @Nullable Boolean active) {}

  /**
   * A person as administrators see them.
   *
   * @param roles wire names
   * @param locked whether wrong passwords have locked the account for now
   */
  public record PersonRow(
      UUID id,
      String name,
      String login,
      NamedId department,
      @OneOf(Role.class) List<String> roles,
      boolean active,
      boolean locked,
      int version) {}

  /**
   * A department as administrators see it.
   *
   * @param people how many have an account there, switched-off ones too
   */
  public record DepartmentRow(
      UUID id,
      @Nullable UUID parentId,
      String name,
      String kind,
      List<String> functions,
      int sort,
      int people,
      int version) {}

  private static final Field<List<String>> ROLES =
      multiset(
              select(PERSON_ROLE.ROLE)
                  .from(PERSON_ROLE)
                  .where(PERSON_ROLE.PERSON_ID.eq(PERSON.ID))
                  .orderBy(PERSON_ROLE.ROLE))
          .convertFrom(r -> r.map(row -> row.value1()));

  private final DSLContext database;
  private final Clock clock;

  OrganisationSearch(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Departments of the authority by name alone, in their order. */
  public List<NamedId> listNames(Scope scope) {
    return database
        .select(DEPARTMENT.ID, DEPARTMENT.NAME)
        .from(DEPARTMENT)
        .where(scope.shares(DEPARTMENT.AUTHORITY_ID))
        .orderBy(DEPARTMENT.SORT, DEPARTMENT.NAME)
        .fetch(r -> new NamedId(r.value1(), r.value2()));
  }

  /** Names of these people, as far as they are of the authority. */
  public Map<UUID, String> listPeopleNames(Scope scope, Collection<UUID> people) {
    return database
        .select(PERSON.ID, PERSON.NAME)
        .from(PERSON)
        .where(scope.shares(PERSON.AUTHORITY_ID).and(PERSON.ID.in(people)))
        .fetchMap(PERSON.ID, PERSON.NAME);
  }

  /** People of the authority whose name or login holds this text. */
  public Set<UUID> findPeople(Scope scope, String text) {
    return database
        .select(PERSON.ID)
        .from(PERSON)
        .where(scope.shares(PERSON.AUTHORITY_ID))
        .and(PERSON.NAME.containsIgnoreCase(text).or(PERSON.LOGIN.containsIgnoreCase(text)))
        .fetchSet(PERSON.ID);
  }

  /** A page of people, by department and name. */
  public Page<PersonRow> pagePeople(Scope scope, PeopleFilter filter, Page.Request page) {
    Condition condition = scope.shares(PERSON.AUTHORITY_ID).and(condition(filter));
    Instant now = clock.instant();
    List<PersonRow> rows =
        database
            .select(PERSON.asterisk(), DEPARTMENT.NAME, ROLES)
            .from(PERSON)
            .join(DEPARTMENT)
            .on(DEPARTMENT.ID.eq(PERSON.DEPARTMENT_ID))
            .where(condition)
            .orderBy(DEPARTMENT.SORT, PERSON.NAME, PERSON.ID)
            .limit(page.size())
            .offset(page.offset())
            .fetch(r -> person(r, now));
    return Page.of(rows, database.fetchCount(PERSON, condition), page);
  }

  /** Whether the sign-in of a person has a second step. */
  public boolean hasSecondFactor(UUID personId) {
    return database.fetchExists(
        SECOND_FACTOR, SECOND_FACTOR.PERSON_ID.eq(personId).and(SECOND_FACTOR.CONFIRMED));
  }

  /** Whether a person is bound to somebody at the identity provider. */
  public boolean isIdentityBound(UUID personId) {
    return database.fetchExists(IDENTITY, IDENTITY.PERSON_ID.eq(personId));
  }

  /**
   * One person.
   *
   * @throws Refused {@code NOT_FOUND} if there is none in the authority
   */
  public PersonRow getPerson(Scope scope, UUID id) {
    Instant now = clock.instant();
    return database
        .select(PERSON.asterisk(), DEPARTMENT.NAME, ROLES)
        .from(PERSON)
        .join(DEPARTMENT)
        .on(DEPARTMENT.ID.eq(PERSON.DEPARTMENT_ID))
        .where(scope.shares(PERSON.AUTHORITY_ID), PERSON.ID.eq(id))
        .fetchOptional(r -> person(r, now))
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** All departments, superior ones first. */
  public List<DepartmentRow> listDepartments(Scope scope) {
    Field<Integer> people =
        field(selectCount().from(PERSON).where(PERSON.DEPARTMENT_ID.eq(DEPARTMENT.ID)));
    return database
        .select(DEPARTMENT.asterisk(), people)
        .from(DEPARTMENT)
        .where(scope.shares(DEPARTMENT.AUTHORITY_ID))
        .orderBy(DEPARTMENT.PARENT_ID.asc().nullsFirst(), DEPARTMENT.SORT, DEPARTMENT.NAME)
        .fetch(
            r ->
                new DepartmentRow(
                    r.get(DEPARTMENT.ID),
                    r.get(DEPARTMENT.PARENT_ID),
                    r.get(DEPARTMENT.NAME),
                    r.get(DEPARTMENT.KIND),
                    List.of(r.get(DEPARTMENT.FUNCTIONS)),
                    r.get(DEPARTMENT.SORT),
                    r.get(people),
                    r.get(DEPARTMENT.VERSION)));
  }

  private static Condition condition(PeopleFilter filter) {
    Condition condition = noCondition();
    if (filter.text() != null && !filter.text().isBlank()) {
      String text = filter.text().strip();
      condition =
          condition.and(
              PERSON.NAME.containsIgnoreCase(text).or(PERSON.LOGIN.containsIgnoreCase(text)));
    }
    if (filter.departmentId() != null) {
      condition = condition.and(PERSON.DEPARTMENT_ID.eq(filter.departmentId()));
    }
    if (filter.active() != null) {
      condition = condition.and(PERSON.ACTIVE.eq(filter.active()));
    }
    if (filter.role() != null) {
      condition =
          condition.andExists(
              selectOne()
                  .from(PERSON_ROLE)
                  .where(
                      PERSON_ROLE.PERSON_ID.eq(PERSON.ID),
                      PERSON_ROLE.ROLE.eq(Lifecycle.wireName(filter.role()))));
    }
    return condition;
  }

  private static PersonRow person(Record r, Instant now) {
    Instant until = r.get(PERSON.LOCKED_UNTIL);
    return new PersonRow(
        r.get(PERSON.ID),
        r.get(PERSON.NAME),
        r.get(PERSON.LOGIN),
        new NamedId(r.get(PERSON.DEPARTMENT_ID), r.get(DEPARTMENT.NAME)),
        r.get(ROLES),
        r.get(PERSON.ACTIVE),
        until != null && now.isBefore(until),
        r.get(PERSON.VERSION));
  }
}
