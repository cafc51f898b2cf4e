package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.DEPARTMENT;
import static cn.sunlot.organisation.store.jooq.Tables.IDENTITY;
import static cn.sunlot.organisation.store.jooq.Tables.PERSON;
import static cn.sunlot.organisation.store.jooq.Tables.POST;
import static cn.sunlot.organisation.store.jooq.Tables.POST_ROLE;
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
import cn.sunlot.organisation.Line;
import cn.sunlot.organisation.Role;
import cn.sunlot.organisation.domain.JointConference;
import cn.sunlot.organisation.domain.Township;
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
import org.jooq.Table;
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
   * @param region six digits; null for a section
   * @param people how many have their main post there, switched-off ones too
   * @param administered whether the reader may change it
   */
  public record DepartmentRow(
      UUID id,
      @Nullable UUID parentId,
      String name,
      String kind,
      @Nullable String region,
      @OneOf(Line.class) @Nullable String line,
      List<String> functions,
      int sort,
      int people,
      boolean administered,
      int version) {}

  /** Wire names of the roles of a post. */
  static final Field<List<String>> ROLES =
      multiset(
              select(POST_ROLE.ROLE)
                  .from(POST_ROLE)
                  .where(POST_ROLE.POST_ID.eq(POST.ID))
                  .orderBy(POST_ROLE.ROLE))
          .convertFrom(r -> r.map(row -> row.value1()));

  private static final Table<?> WITH_POST =
      PERSON.join(POST).on(POST.PERSON_ID.eq(PERSON.ID), POST.MAIN.isTrue());

  private final DSLContext database;
  private final TownshipStore townships;
  private final ConferenceStore conferences;
  private final Clock clock;

  OrganisationSearch(
      DSLContext database, TownshipStore townships, ConferenceStore conferences, Clock clock) {
    this.database = database;
    this.townships = townships;
    this.conferences = conferences;
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

  /** Towns and streets of the authority, by code. */
  public List<Township> listTownships(Scope scope) {
    return townships.list(scope.authorityId());
  }

  /** Joint conferences of the authority, the city's first. */
  public List<JointConference> listConferences(Scope scope) {
    return conferences.list(scope.authorityId());
  }

  /** Active people whose main post is in one of these departments, by name. */
  public List<NamedId> listActive(Scope scope, Set<UUID> departments) {
    return database
        .select(PERSON.ID, PERSON.NAME)
        .from(WITH_POST)
        .where(scope.shares(PERSON.AUTHORITY_ID), PERSON.ACTIVE.isTrue())
        .and(POST.DEPARTMENT_ID.in(departments))
        .orderBy(PERSON.NAME, PERSON.ID)
        .fetch(r -> new NamedId(r.value1(), r.value2()));
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
    Condition condition = administered(scope).and(condition(filter));
    Instant now = clock.instant();
    List<PersonRow> rows =
        database
            .select(PERSON.asterisk(), POST.DEPARTMENT_ID, DEPARTMENT.NAME, ROLES)
            .from(PERSON)
            .join(POST)
            .on(POST.PERSON_ID.eq(PERSON.ID), POST.MAIN.isTrue())
            .join(DEPARTMENT)
            .on(DEPARTMENT.ID.eq(POST.DEPARTMENT_ID))
            .where(condition)
            .orderBy(DEPARTMENT.SORT, PERSON.NAME, PERSON.ID)
            .limit(page.size())
            .offset(page.offset())
            .fetch(r -> person(r, now));
    return Page.of(rows, database.fetchCount(WITH_POST, condition), page);
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
        .select(PERSON.asterisk(), POST.DEPARTMENT_ID, DEPARTMENT.NAME, ROLES)
        .from(PERSON)
        .join(POST)
        .on(POST.PERSON_ID.eq(PERSON.ID), POST.MAIN.isTrue())
        .join(DEPARTMENT)
        .on(DEPARTMENT.ID.eq(POST.DEPARTMENT_ID))
        .where(administered(scope), PERSON.ID.eq(id))
        .fetchOptional(r -> person(r, now))
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** All departments, superior ones first. */
  public List<DepartmentRow> listDepartments(Scope scope) {
    Field<Integer> people =
        field(
            selectCount()
                .from(POST)
                .where(POST.DEPARTMENT_ID.eq(DEPARTMENT.ID), POST.MAIN.isTrue()));
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
                    r.get(DEPARTMENT.REGION),
                    r.get(DEPARTMENT.LINE),
                    List.of(r.get(DEPARTMENT.FUNCTIONS)),
                    r.get(DEPARTMENT.SORT),
                    r.get(people),
                    scope.handled().contains(r.get(DEPARTMENT.ID)),
                    r.get(DEPARTMENT.VERSION)));
  }

  /** People whose main post is in a department that the reader sees. */
  private static Condition administered(Scope scope) {
    return scope.shares(PERSON.AUTHORITY_ID).and(scope.covers(POST.DEPARTMENT_ID));
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
      condition = condition.and(POST.DEPARTMENT_ID.eq(filter.departmentId()));
    }
    if (filter.active() != null) {
      condition = condition.and(PERSON.ACTIVE.eq(filter.active()));
    }
    if (filter.role() != null) {
      condition =
          condition.andExists(
              selectOne()
                  .from(POST_ROLE)
                  .where(
                      POST_ROLE.POST_ID.eq(POST.ID),
                      POST_ROLE.ROLE.eq(Lifecycle.wireName(filter.role()))));
    }
    return condition;
  }

  private static PersonRow person(Record r, Instant now) {
    Instant until = r.get(PERSON.LOCKED_UNTIL);
    return new PersonRow(
        r.get(PERSON.ID),
        r.get(PERSON.NAME),
        r.get(PERSON.LOGIN),
        new NamedId(r.get(POST.DEPARTMENT_ID), r.get(DEPARTMENT.NAME)),
        r.get(ROLES),
        r.get(PERSON.ACTIVE),
        until != null && now.isBefore(until),
        r.get(PERSON.VERSION));
  }
}
