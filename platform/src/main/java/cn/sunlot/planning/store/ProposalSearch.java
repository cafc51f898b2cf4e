package cn.sunlot.planning.store;

import static cn.sunlot.planning.store.jooq.Tables.PROPOSAL;
import static cn.sunlot.planning.store.jooq.Tables.PROPOSAL_ANSWER;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.planning.domain.Answer;
import cn.sunlot.planning.domain.PlannedLine.Place;
import cn.sunlot.planning.domain.PlannedLine.Source;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalState;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of proposals. Whom a proposal is shown to (lead, participants, office) the database knows:
 * row-level security of the table.
 */
@Repository
@Transactional(readOnly = true)
public class ProposalSearch {

  /**
   * What a list is narrowed to; null does not narrow.
   *
   * @param participant who is asked
   * @param adHoc only those beside the plan, or only those of it
   */
  public record Filter(
      @Nullable String q,
      @Nullable Integer year,
      @Nullable ProposalState state,
      @Nullable String region,
      @Nullable UUID leadId,
      @Nullable UUID participant,
      @Nullable Boolean adHoc) {

    /** All of a year of a region. */
    public static Filter of(String region, int year) {
      return new Filter(null, year, null, region, null, null, null);
    }
  }

  /** A row of the list. */
  public record Row(Proposal proposal, Instant changedAt) {}

  private final DSLContext database;
  private final ProposalRow rows;

  ProposalSearch(DSLContext database, ProposalRow rows) {
    this.database = database;
    this.rows = rows;
  }

  /**
   * A page of them.
   *
   * @param sort {@code number}, {@code changedAt}, {@code answersUntil}; with {@code -} before it
   *     the other way round
   */
  public Page<Row> page(Scope scope, Filter filter, Page.Request request, String sort) {
    Condition condition = scope.shares(PROPOSAL.AUTHORITY_ID).and(condition(filter));
    List<Row> found =
        read(condition, request.size(), request.offset(), order(sort), PROPOSAL.NUMBER.desc());
    return Page.of(found, database.fetchCount(PROPOSAL, condition), request);
  }

  /** All of them, by number. */
  public List<Proposal> list(Scope scope, Filter filter) {
    return listRows(scope, filter).stream().map(Row::proposal).toList();
  }

  /** The same as rows. */
  public List<Row> listRows(Scope scope, Filter filter) {
    return read(
        scope.shares(PROPOSAL.AUTHORITY_ID).and(condition(filter)),
        Integer.MAX_VALUE,
        0,
        PROPOSAL.NUMBER.asc());
  }

  /** Lines of proposals that participants are asked on, or that wait for a plan. */
  public List<LineSearch.Row> listUnderWay(Scope scope, int year) {
    Condition condition =
        scope
            .shares(PROPOSAL.AUTHORITY_ID)
            .and(PROPOSAL.YEAR.eq(year))
            .and(
                PROPOSAL.STATE.in(
                    Lifecycle.wireName(ProposalState.PROPOSED),
                    Lifecycle.wireName(ProposalState.AGREED)));
    return read(condition, Integer.MAX_VALUE, 0, PROPOSAL.NUMBER.asc()).stream()
        .map(row -> new LineSearch.Row(row.proposal().line(), place(row.proposal())))
        .toList();
  }

  private static Place place(Proposal proposal) {
    return new Place(
        Source.PROPOSAL,
        proposal.id(),
        proposal.origin().number(),
        proposal.focus(),
        proposal.origin().departmentId(),
        Lifecycle.wireName(proposal.state()),
        proposal.trace().draftedBy());
  }

  /** One that the reader may see. */
  public Optional<Proposal> find(UUID id) {
    return read(PROPOSAL.ID.eq(id), 1, 0, PROPOSAL.NUMBER.asc()).stream()
        .map(Row::proposal)
        .findFirst();
  }

  /** Of the proposals in this state, those whose section this person acts for, by number. */
  public List<Proposal> listOwn(Scope scope, ProposalState state) {
    return read(
            scope
                .shares(PROPOSAL.AUTHORITY_ID)
                .and(scope.acting().covers(PROPOSAL.DEPARTMENT_ID))
                .and(PROPOSAL.STATE.eq(Lifecycle.wireName(state))),
            Integer.MAX_VALUE,
            0,
            PROPOSAL.NUMBER.asc())
        .stream()
        .map(Row::proposal)
        .toList();
  }

  private List<Row> read(Condition condition, int size, long offset, SortField<?>... order) {
    var records =
        database
            .selectFrom(PROPOSAL)
            .where(condition)
            .orderBy(order)
            .limit(size)
            .offset(offset)
            .fetch();
    var answers = answers(records.getValues(PROPOSAL.ID));
    return records.map(
        r ->
            new Row(
                rows.read(r, answers.getOrDefault(r.getId(), List.of())),
                r.get(PROPOSAL.CHANGED_AT)));
  }

  private Map<UUID, List<Answer>> answers(Collection<UUID> ids) {
    return new LinkedHashMap<>(
        database
            .selectFrom(PROPOSAL_ANSWER)
            .where(PROPOSAL_ANSWER.PROPOSAL_ID.in(ids))
            .orderBy(PROPOSAL_ANSWER.POSITION)
            .fetchGroups(PROPOSAL_ANSWER.PROPOSAL_ID, ProposalRow::answer));
  }

  private static Condition condition(Filter filter) {
    Condition condition = noCondition();
    if (filter.q() != null && !filter.q().isBlank()) {
      String q = filter.q().strip();
      condition =
          PROPOSAL
              .NUMBER
              .containsIgnoreCase(q)
              .or(PROPOSAL.FOCUS.containsIgnoreCase(q))
              .or("{0} ->> 'title' ILIKE '%' || {1} || '%'", PROPOSAL.LINE, val(q));
    }
    if (filter.year() != null) {
      condition = condition.and(PROPOSAL.YEAR.eq(filter.year()));
    }
    if (filter.state() != null) {
      condition = condition.and(PROPOSAL.STATE.eq(Lifecycle.wireName(filter.state())));
    }
    if (filter.region() != null) {
      condition = condition.and(PROPOSAL.REGION.eq(filter.region()));
    }
    if (filter.leadId() != null) {
      condition = condition.and(PROPOSAL.LEAD_ID.eq(filter.leadId()));
    }
    if (filter.participant() != null) {
      condition = condition.and(PROPOSAL.PARTICIPANTS.contains(new UUID[] {filter.participant()}));
    }
    return filter.adHoc() == null
        ? condition
        : condition.and(filter.adHoc() ? PROPOSAL.GROUND.isNotNull() : PROPOSAL.GROUND.isNull());
  }

  private static SortField<?> order(String sort) {
    boolean down = sort.startsWith("-");
    Field<?> field =
        switch (down ? sort.substring(1) : sort) {
          case "answersUntil" -> PROPOSAL.ANSWERS_UNTIL;
          case "changedAt" -> PROPOSAL.CHANGED_AT;
          default -> PROPOSAL.NUMBER;
        };
    return down ? field.desc() : field.asc();
  }
}
