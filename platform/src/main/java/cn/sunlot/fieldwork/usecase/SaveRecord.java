package cn.sunlot.fieldwork.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.fieldwork.FieldworkProblem;
import cn.sunlot.fieldwork.domain.RecordCommand;
import cn.sunlot.fieldwork.domain.RecordContent;
import cn.sunlot.fieldwork.domain.RecordLifecycle;
import cn.sunlot.fieldwork.domain.RecordRules;
import cn.sunlot.fieldwork.domain.RecordState;
import cn.sunlot.fieldwork.domain.VisitRecord;
import cn.sunlot.fieldwork.store.RecordStore;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.policy.Policies;
import cn.sunlot.tasking.Tasks.Visit;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts down what the team found, complete or not; a direct result needs its evidence first (ZB-17).
 */
@Component
@Transactional
public class SaveRecord {

  private final RecordStore store;
  private final Team team;
  private final Policies policies;
  private final AuditLog audit;

  SaveRecord(RecordStore store, Team team, Policies policies, AuditLog audit) {
    this.store = store;
    this.team = team;
    this.policies = policies;
    this.audit = audit;
  }

  public void run(UUID visitId, IfMatch seen, RecordContent content) {
    Visit visit = team.getOwn(visitId);
    VisitRecord entry = open(visit);
    seen.check(entry.version());
    var edge = RecordLifecycle.TABLE.take(entry.state(), RecordCommand.SAVE);
    if (content.direct() != null) {
      new RecordRules(policies.getVersion(visit.profileId(), visit.profileVersion()))
          .checkDirect(content.direct(), store.listEvidence(visitId).size());
    }
    store.save(entry.saved(edge.to(), content));
    audit.record(edge.entryType(), visit.number(), Map.of("items", content.items().size()));
  }

  private VisitRecord open(Visit visit) {
    if (!visit.state().equals("dispatched") && !visit.state().equals("finished")) {
      throw Refused.because(FieldworkProblem.VISIT_NOT_DISPATCHED, visit.number()).by("ZB-9");
    }
    store.add(
        new VisitRecord(
            Ids.next(),
            visit.id(),
            visit.authorityId(),
            visit.departmentId(),
            RecordState.DRAFT,
            RecordContent.empty(),
            null,
            null,
            null,
            1));
    return store.lock(visit.id());
  }
}
