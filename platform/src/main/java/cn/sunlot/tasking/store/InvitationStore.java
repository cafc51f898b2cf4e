package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.FILING;
import static cn.sunlot.tasking.store.jooq.Tables.INVITATION;
import static org.jooq.impl.DSL.noCondition;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.Refused;
import cn.sunlot.tasking.domain.Invitation;
import cn.sunlot.tasking.domain.Invitation.Answer;
import cn.sunlot.tasking.domain.Invitation.Terms;
import cn.sunlot.tasking.domain.InvitationState;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.store.jooq.tables.records.InvitationRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Loads and saves invitations to tasks, and with which office a task is filed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class InvitationStore {

  /**
   * A task filed with the office of a joint conference.
   *
   * @param officeId the department that is the office
   */
  public record Filing(UUID officeId, UUID filedBy, Instant filedAt) {}

  private final DSLContext database;

  InvitationStore(DSLContext database) {
    this.database = database;
  }

  public void add(Invitation invitation) {
    Terms terms = invitation.terms();
    InvitationRecord row = database.newRecord(INVITATION);
    row.setId(invitation.id());
    row.setTaskId(terms.taskId());
    row.setAuthorityId(terms.authorityId());
    row.setDepartmentId(terms.departmentId());
    row.setDeadline(terms.deadline());
    row.setState(Lifecycle.wireName(invitation.state()));
    row.setItemVersionIds(new UUID[0]);
    row.setReason("");
    row.setInvitedBy(terms.invitedBy());
    row.setInvitedAt(terms.invitedAt());
    row.setVersion(invitation.version());
    row.insert();
  }

  public Invitation get(UUID id) {
    return list(INVITATION.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
  }

  /** Invitations to a task, the earliest first. */
  public List<Invitation> listOfTask(UUID taskId) {
    return list(INVITATION.TASK_ID.eq(taskId));
  }

  /**
   * Invitations to one of these departments.
   *
   * @param state only those in this state, or null for all
   */
  public List<Invitation> listTo(Collection<UUID> departments, @Nullable InvitationState state) {
    return list(
        INVITATION
            .DEPARTMENT_ID
            .in(departments)
            .and(state == null ? noCondition() : INVITATION.STATE.eq(Lifecycle.wireName(state))));
  }

  /** Saves the answer. */
  public void save(Invitation invitation) {
    Answer answer = invitation.answer();
    int changed =
        database
            .update(INVITATION)
            .set(INVITATION.STATE, Lifecycle.wireName(answer.state()))
            .set(INVITATION.EXECUTING_ID, answer.executingId())
            .set(INVITATION.ITEM_VERSION_IDS, answer.itemVersionIds().toArray(UUID[]::new))
            .set(INVITATION.REASON, answer.reason())
            .set(INVITATION.ANSWERED_BY, answer.by())
            .set(INVITATION.ANSWERED_AT, answer.at())
            .set(INVITATION.VERSION, invitation.version() + 1)
            .where(
                INVITATION.ID.eq(invitation.id()).and(INVITATION.VERSION.eq(invitation.version())))
            .execute();
    if (changed == 0) {
      throw Refused.because(
          KernelProblem.VERSION_CLASH, invitation.version(), get(invitation.id()).version());
    }
  }

  public void file(Task task, Filing filing) {
    database
        .insertInto(FILING)
        .set(FILING.TASK_ID, task.id())
        .set(FILING.AUTHORITY_ID, task.terms().authorityId())
        .set(FILING.OFFICE_ID, filing.officeId())
        .set(FILING.FILED_BY, filing.filedBy())
        .set(FILING.FILED_AT, filing.filedAt())
        .execute();
  }

  public Optional<Filing> findFiling(UUID taskId) {
    return database
        .selectFrom(FILING)
        .where(FILING.TASK_ID.eq(taskId))
        .fetchOptional(r -> new Filing(r.getOfficeId(), r.getFiledBy(), r.getFiledAt()));
  }

  private List<Invitation> list(Condition condition) {
    return database
        .selectFrom(INVITATION)
        .where(condition)
        .orderBy(INVITATION.INVITED_AT, INVITATION.ID)
        .fetch(InvitationStore::invitation);
  }

  private static Invitation invitation(InvitationRecord r) {
    return new Invitation(
        r.getId(),
        new Terms(
            r.getTaskId(),
            r.getAuthorityId(),
            r.getDepartmentId(),
            r.getDeadline(),
            r.getInvitedBy(),
            r.getInvitedAt()),
        new Answer(
            Lifecycle.parse(InvitationState.class, r.getState()),
            r.getExecutingId(),
            List.of(r.getItemVersionIds()),
            r.getReason(),
            r.getAnsweredBy(),
            r.getAnsweredAt()),
        r.getVersion());
  }
}
