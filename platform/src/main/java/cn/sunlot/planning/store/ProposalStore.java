package cn.sunlot.planning.store;

import static cn.sunlot.planning.store.jooq.Tables.KEPT_APART;
import static cn.sunlot.planning.store.jooq.Tables.PROPOSAL;
import static cn.sunlot.planning.store.jooq.Tables.PROPOSAL_ANSWER;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.planning.domain.Answer;
import cn.sunlot.planning.domain.KeptApart;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.store.jooq.tables.records.KeptApartRecord;
import cn.sunlot.planning.store.jooq.tables.records.ProposalRecord;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Proposals of joint inspections: loads and saves one at a time. */
@Repository
@Transactional
public class ProposalStore {

  private final DSLContext database;
  private final ProposalRow rows;
  private final Clock clock;

  ProposalStore(DSLContext database, ProposalRow rows, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.clock = clock;
  }

  public Proposal get(UUID id) {
    return database
        .selectFrom(PROPOSAL)
        .where(PROPOSAL.ID.eq(id))
        .fetchOptional(this::read)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** Those that another one carries on, by number. */
  public List<Proposal> listMergedInto(UUID id) {
    return database
        .selectFrom(PROPOSAL)
        .where(PROPOSAL.MERGED_INTO.eq(id))
        .orderBy(PROPOSAL.NUMBER)
        .fetch(this::read);
  }

  /** Those that stand in a plan, by number. */
  public List<Proposal> listIn(UUID planId) {
    return database
        .selectFrom(PROPOSAL)
        .where(PROPOSAL.PLAN_ID.eq(planId))
        .orderBy(PROPOSAL.NUMBER)
        .fetch(this::read);
  }

  public void add(Proposal proposal) {
    ProposalRecord row = rows.write(proposal);
    row.setChangedAt(clock.instant());
    database.insertInto(PROPOSAL).set(row).execute();
    saveAnswers(proposal);
  }

  /**
   * Saves it.
   *
   * @return the proposal as it is now, one version further
   * @throws Refused if somebody else has saved it since it was loaded
   */
  public Proposal save(Proposal proposal) {
    Proposal next = proposal.at(proposal.version() + 1);
    ProposalRecord row = rows.write(next);
    row.setChangedAt(clock.instant());
    int saved =
        database
            .update(PROPOSAL)
            .set(row)
            .where(PROPOSAL.ID.eq(next.id()).and(PROPOSAL.VERSION.eq(proposal.version())))
            .execute();
    if (saved == 0) {
      throw Refused.because(
          KernelProblem.VERSION_CLASH, proposal.version(), get(next.id()).version());
    }
    saveAnswers(next);
    return next;
  }

  private void saveAnswers(Proposal proposal) {
    database
        .deleteFrom(PROPOSAL_ANSWER)
        .where(PROPOSAL_ANSWER.PROPOSAL_ID.eq(proposal.id()))
        .execute();
    int position = 0;
    for (Answer answer : proposal.answers()) {
      position++;
      database
          .insertInto(PROPOSAL_ANSWER)
          .set(ProposalRow.write(proposal, position, answer))
          .execute();
    }
  }

  /** Keeps why two stay two. */
  public void add(KeptApart kept) {
    var row = new KeptApartRecord();
    row.setId(kept.id());
    row.setAuthorityId(kept.authorityId());
    row.setDepartmentId(kept.officeId());
    row.setProposalId(kept.proposalId());
    row.setOtherId(kept.otherId());
    row.setReason(kept.reason());
    row.setDecidedBy(kept.by());
    row.setDecidedAt(kept.at());
    database.insertInto(KEPT_APART).set(row).execute();
  }

  /** What was written down about this proposal and others, the first one first. */
  public List<KeptApart> listKeptApart(UUID proposalId) {
    return database
        .selectFrom(KEPT_APART)
        .where(KEPT_APART.PROPOSAL_ID.eq(proposalId).or(KEPT_APART.OTHER_ID.eq(proposalId)))
        .orderBy(KEPT_APART.DECIDED_AT)
        .fetch(
            r ->
                new KeptApart(
                    r.getId(),
                    r.getAuthorityId(),
                    r.getDepartmentId(),
                    r.getProposalId(),
                    r.getOtherId(),
                    r.getReason(),
                    r.getDecidedBy(),
                    r.getDecidedAt()));
  }

  private Proposal read(ProposalRecord r) {
    return rows.read(r, answers(r.getId()));
  }

  private List<Answer> answers(UUID proposalId) {
    return database
        .selectFrom(PROPOSAL_ANSWER)
        .where(PROPOSAL_ANSWER.PROPOSAL_ID.eq(proposalId))
        .orderBy(PROPOSAL_ANSWER.POSITION)
        .fetch(ProposalRow::answer);
  }
}
