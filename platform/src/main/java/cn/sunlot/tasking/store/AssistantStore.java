package cn.sunlot.tasking.store;

import static cn.sunlot.tasking.store.jooq.Tables.VISIT_ASSISTANT;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.tasking.domain.VisitAssistant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who goes along with teams. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class AssistantStore {

  private final DSLContext database;

  AssistantStore(DSLContext database) {
    this.database = database;
  }

  /** False if they go along already. */
  public boolean add(VisitAssistant one) {
    return database
            .insertInto(VISIT_ASSISTANT)
            .set(VISIT_ASSISTANT.VISIT_ID, one.visitId())
            .set(VISIT_ASSISTANT.SUBJECT_ID, one.subjectId())
            .set(VISIT_ASSISTANT.AUTHORITY_ID, one.authorityId())
            .set(VISIT_ASSISTANT.KIND, Lifecycle.wireName(one.kind()))
            .set(VISIT_ASSISTANT.NAME, one.name())
            .set(VISIT_ASSISTANT.ORGANISATION, one.organisation())
            .set(VISIT_ASSISTANT.PURPOSE, one.purpose())
            .set(VISIT_ASSISTANT.ADDED_BY, one.addedBy())
            .set(VISIT_ASSISTANT.ADDED_AT, one.addedAt())
            .onConflictDoNothing()
            .execute()
        > 0;
  }

  /** False if they did not go along. */
  public boolean remove(UUID visitId, UUID subjectId) {
    return database
            .deleteFrom(VISIT_ASSISTANT)
            .where(
                VISIT_ASSISTANT.VISIT_ID.eq(visitId).and(VISIT_ASSISTANT.SUBJECT_ID.eq(subjectId)))
            .execute()
        > 0;
  }

  /** Of a visit, in the order in which they were added. */
  public List<VisitAssistant> list(UUID visitId) {
    return database
        .selectFrom(VISIT_ASSISTANT)
        .where(VISIT_ASSISTANT.VISIT_ID.eq(visitId))
        .orderBy(VISIT_ASSISTANT.ADDED_AT, VISIT_ASSISTANT.SUBJECT_ID)
        .fetch(
            r ->
                new VisitAssistant(
                    r.getVisitId(),
                    r.getSubjectId(),
                    r.getAuthorityId(),
                    Lifecycle.parse(VisitAssistant.Kind.class, r.getKind()),
                    r.getName(),
                    r.getOrganisation(),
                    r.getPurpose(),
                    r.getAddedBy(),
                    r.getAddedAt()));
  }
}
