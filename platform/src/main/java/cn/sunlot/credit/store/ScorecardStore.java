package cn.sunlot.credit.store;

import static cn.sunlot.credit.store.jooq.Tables.SCORECARD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import cn.sunlot.credit.domain.Scorecard;
import cn.sunlot.credit.domain.ScorecardState;
import cn.sunlot.credit.domain.ScorecardVersion;
import cn.sunlot.credit.domain.ScorecardVersion.Trace;
import cn.sunlot.credit.store.jooq.tables.records.ScorecardRecord;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Versions of scorecards. */
@Repository
@Transactional
public class ScorecardStore {

  private final DSLContext database;
  private final ObjectMapper json;

  ScorecardStore(DSLContext database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  public ScorecardVersion get(UUID id) {
    return database
        .selectFrom(SCORECARD)
        .where(SCORECARD.ID.eq(id))
        .fetchOptional(this::read)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** The draft, or what waits for approval, of an authority. */
  public Optional<ScorecardVersion> findOpen(UUID authorityId) {
    return database
        .selectFrom(SCORECARD)
        .where(SCORECARD.AUTHORITY_ID.eq(authorityId))
        .and(SCORECARD.STATE.in("draft", "submitted"))
        .fetchOptional(this::read);
  }

  /** The version in force on a day. */
  public Optional<ScorecardVersion> findInForce(UUID authorityId, LocalDate day) {
    return database
        .selectFrom(SCORECARD)
        .where(SCORECARD.AUTHORITY_ID.eq(authorityId))
        .and(SCORECARD.FROM_DAY.le(day))
        .orderBy(SCORECARD.FROM_DAY.desc(), SCORECARD.NUMBER.desc())
        .limit(1)
        .fetchOptional(this::read);
  }

  public List<ScorecardVersion> list(UUID authorityId) {
    return database
        .selectFrom(SCORECARD)
        .where(SCORECARD.AUTHORITY_ID.eq(authorityId))
        .orderBy(SCORECARD.NUMBER.desc())
        .fetch(this::read);
  }

  public int countVersions(UUID authorityId) {
    return database
        .select(coalesce(max(SCORECARD.NUMBER), val(0)))
        .from(SCORECARD)
        .where(SCORECARD.AUTHORITY_ID.eq(authorityId))
        .fetchSingle()
        .value1();
  }

  public void add(ScorecardVersion added) {
    ScorecardRecord row = database.newRecord(SCORECARD);
    row.setId(added.id());
    row.setAuthorityId(added.authorityId());
    row.setNumber(added.number());
    row.setDraftedBy(added.trace().draftedBy());
    fill(row, added);
    row.insert();
  }

  /**
   * Saves a change.
   *
   * @throws Refused if somebody else has changed it since
   */
  public ScorecardVersion save(ScorecardVersion changed) {
    ScorecardRecord row = new ScorecardRecord();
    fill(row, changed);
    row.setVersion(changed.version() + 1);
    int updated =
        database
            .update(SCORECARD)
            .set(row)
            .where(SCORECARD.ID.eq(changed.id()).and(SCORECARD.VERSION.eq(changed.version())))
            .execute();
    if (updated == 0) {
      throw Refused.because(
          KernelProblem.VERSION_CLASH, changed.version(), get(changed.id()).version());
    }
    return get(changed.id());
  }

  private void fill(ScorecardRecord row, ScorecardVersion said) {
    row.setState(Lifecycle.wireName(said.state()));
    row.setContent(JSONB.valueOf(json.writeValueAsString(said.content())));
    row.setReason(said.reason());
    row.setFromDay(said.from());
    row.setApprovedBy(said.trace().approvedBy());
    row.setSentBack(said.trace().sentBack());
    row.setChangedAt(said.changedAt());
  }

  private ScorecardVersion read(ScorecardRecord r) {
    return new ScorecardVersion(
        r.getId(),
        r.getAuthorityId(),
        r.getNumber(),
        Lifecycle.parse(ScorecardState.class, r.getState()),
        json.readValue(r.getContent().data(), Scorecard.class),
        r.getReason(),
        r.getFromDay(),
        new Trace(r.getDraftedBy(), r.getApprovedBy(), r.getSentBack()),
        r.getChangedAt(),
        r.getVersion());
  }
}
