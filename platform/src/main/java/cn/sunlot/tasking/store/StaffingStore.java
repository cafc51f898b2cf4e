package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.STAFFING_CHANGE;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.ManyIds;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.tasking.domain.StaffingChange;
import cn.sunlot.tasking.store.jooq.tables.records.StaffingChangeRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Loads and saves requests for another team or target. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class StaffingStore {

  private final DSLContext database;

  StaffingStore(DSLContext database) {
    this.database = database;
  }

  public void add(StaffingChange change) {
    StaffingChangeRecord row = database.newRecord(STAFFING_CHANGE);
    row.setId(change.id());
    row.setVisitId(change.visitId());
    row.setAuthorityId(change.authorityId());
    row.setDepartmentId(change.departmentId());
    row.setPrincipal(change.principal());
    row.setKind(Lifecycle.wireName(change.kind()));
    row.setWay(Lifecycle.wireName(change.way()));
    row.setRole(change.role());
    row.setLeavingId(change.leavingId());
    row.setIncomingId(change.incomingId());
    row.setOtherVisitId(change.otherVisitId());
    row.setReason(change.reason());
    row.setStatement(change.statement());
    row.setState(Lifecycle.wireName(change.state()));
    row.setRequestedBy(change.requestedBy());
    row.setRequestedAt(change.requestedAt());
    row.setVersion(change.version());
    row.insert();
  }

  public StaffingChange lock(UUID id) {
    return database
        .selectFrom(STAFFING_CHANGE)
        .where(STAFFING_CHANGE.ID.eq(id))
        .forUpdate()
        .fetchOptional(StaffingStore::change)
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  public void save(StaffingChange change) {
    int changed =
        database
            .update(STAFFING_CHANGE)
            .set(STAFFING_CHANGE.STATE, Lifecycle.wireName(change.state()))
            .set(STAFFING_CHANGE.INCOMING_ID, change.incomingId())
            .set(STAFFING_CHANGE.DECIDED_BY, change.decidedBy())
            .set(STAFFING_CHANGE.DECIDED_AT, change.decidedAt())
            .set(STAFFING_CHANGE.DECISION_NOTE, change.decisionNote())
            .set(STAFFING_CHANGE.VERSION, change.version() + 1)
            .where(
                STAFFING_CHANGE
                    .ID
                    .eq(change.id())
                    .and(STAFFING_CHANGE.VERSION.eq(change.version())))
            .execute();
    if (changed == 0) {
      throw Refused.because(KernelProblem.VERSION_CLASH, change.version(), change.version() + 1);
    }
  }

  /** Requests of a visit, earliest first. */
  public List<StaffingChange> listOfVisit(UUID visitId) {
    return database
        .selectFrom(STAFFING_CHANGE)
        .where(STAFFING_CHANGE.VISIT_ID.eq(visitId))
        .orderBy(STAFFING_CHANGE.REQUESTED_AT, STAFFING_CHANGE.ID)
        .fetch(StaffingStore::change);
  }

  /** Requests that wait for a decision, earliest first. */
  public List<StaffingChange> listWaiting(Scope scope) {
    return database
        .selectFrom(STAFFING_CHANGE)
        .where(
            scope
                .covers(STAFFING_CHANGE.DEPARTMENT_ID)
                .and(STAFFING_CHANGE.STATE.eq(Lifecycle.wireName(StaffingChange.State.REQUESTED))))
        .orderBy(STAFFING_CHANGE.REQUESTED_AT, STAFFING_CHANGE.ID)
        .fetch(StaffingStore::change);
  }

  /** Requests of these visits that nobody has decided on, by visit. */
  public List<StaffingChange> listOpen(Collection<UUID> visitIds) {
    return database
        .selectFrom(STAFFING_CHANGE)
        .where(
            ManyIds.contain(visitIds, STAFFING_CHANGE.VISIT_ID)
                .and(
                    STAFFING_CHANGE.STATE.in(
                        Lifecycle.wireName(StaffingChange.State.REQUESTED),
                        Lifecycle.wireName(StaffingChange.State.TO_BE_DRAWN))))
        .orderBy(STAFFING_CHANGE.REQUESTED_AT, STAFFING_CHANGE.ID)
        .fetch(StaffingStore::change);
  }

  /** Requests of this person that were decided since then, the latest first. */
  public List<StaffingChange> listDecided(UUID requestedBy, Instant since) {
    return database
        .selectFrom(STAFFING_CHANGE)
        .where(
            STAFFING_CHANGE.REQUESTED_BY.eq(requestedBy).and(STAFFING_CHANGE.DECIDED_AT.ge(since)))
        .orderBy(STAFFING_CHANGE.DECIDED_AT.desc(), STAFFING_CHANGE.ID)
        .fetch(StaffingStore::change);
  }

  /** Changes done since then by which this inspector came into a team or left it. */
  public List<StaffingChange> listConcerning(UUID inspectorId, Instant since) {
    return database
        .selectFrom(STAFFING_CHANGE)
        .where(
            STAFFING_CHANGE
                .INCOMING_ID
                .eq(inspectorId)
                .or(STAFFING_CHANGE.LEAVING_ID.eq(inspectorId))
                .and(STAFFING_CHANGE.DECIDED_AT.ge(since))
                .and(
                    STAFFING_CHANGE.STATE.in(
                        Lifecycle.wireName(StaffingChange.State.DONE),
                        Lifecycle.wireName(StaffingChange.State.TO_BE_DRAWN))))
        .orderBy(STAFFING_CHANGE.DECIDED_AT.desc(), STAFFING_CHANGE.ID)
        .fetch(StaffingStore::change);
  }

  private static StaffingChange change(StaffingChangeRecord r) {
    return new StaffingChange(
        r.getId(),
        r.getVisitId(),
        r.getAuthorityId(),
        r.getDepartmentId(),
        r.getPrincipal(),
        Lifecycle.parse(StaffingChange.Kind.class, r.getKind()),
        Lifecycle.parse(StaffingChange.Way.class, r.getWay()),
        r.getRole(),
        r.getLeavingId(),
        r.getIncomingId(),
        r.getOtherVisitId(),
        r.getReason(),
        r.getStatement(),
        Lifecycle.parse(StaffingChange.State.class, r.getState()),
        r.getRequestedBy(),
        r.getRequestedAt(),
        r.getDecidedBy(),
        r.getDecidedAt(),
        r.getDecisionNote(),
        r.getVersion());
  }
}
