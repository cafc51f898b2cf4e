package cn.sunlot.organisation.store;

import static cn.sunlot.organisation.store.jooq.Tables.DEPARTMENT;
import static cn.sunlot.organisation.store.jooq.Tables.PERSON;
import static cn.sunlot.organisation.store.jooq.Tables.POST;
import static cn.sunlot.organisation.store.jooq.Tables.POST_ROLE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.organisation.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Posts of colleagues, for those who hand over what lies with them. */
@Repository
@Transactional(readOnly = true)
public class ColleagueSearch {

  /**
   * A post in which something can wait.
   *
   * @param id of the post
   * @param title as on the door, or empty
   * @param until last day, or null while nothing ends it
   */
  public record ColleagueRow(
      UUID id,
      NamedId person,
      NamedId department,
      String title,
      @OneOf(Role.class) List<String> roles,
      @Nullable LocalDate until) {}

  private final DSLContext database;
  private final Clock clock;

  ColleagueSearch(DSLContext database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Posts with roles, in force today, of active people in the departments that the reader acts for:
   * those that end first, then by department and name.
   *
   * @param text part of a name, or null
   */
  public Page<ColleagueRow> page(Scope scope, @Nullable String text, Page.Request page) {
    Condition condition =
        scope
            .acting()
            .covers(POST.DEPARTMENT_ID)
            .and(PERSON.ACTIVE.isTrue())
            .and(PostStore.inForce(LocalDate.now(clock)))
            .andExists(selectOne().from(POST_ROLE).where(POST_ROLE.POST_ID.eq(POST.ID)))
            .and(
                text == null || text.isBlank()
                    ? noCondition()
                    : PERSON.NAME.containsIgnoreCase(text.strip()));
    var posts =
        POST.join(PERSON)
            .on(PERSON.ID.eq(POST.PERSON_ID))
            .join(DEPARTMENT)
            .on(DEPARTMENT.ID.eq(POST.DEPARTMENT_ID));
    List<ColleagueRow> rows =
        database
            .select(
                POST.ID,
                PERSON.ID,
                PERSON.NAME,
                DEPARTMENT.ID,
                DEPARTMENT.NAME,
                POST.TITLE,
                OrganisationSearch.ROLES,
                POST.UNTIL_DAY)
            .from(posts)
            .where(condition)
            .orderBy(POST.UNTIL_DAY.asc().nullsLast(), DEPARTMENT.SORT, PERSON.NAME, POST.ID)
            .limit(page.size())
            .offset(page.offset())
            .fetch(
                r ->
                    new ColleagueRow(
                        r.value1(),
                        new NamedId(r.value2(), r.value3()),
                        new NamedId(r.value4(), r.value5()),
                        r.value6(),
                        r.value7(),
                        r.value8()));
    return Page.of(rows, database.fetchCount(posts, condition), page);
  }
}
