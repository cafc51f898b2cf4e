package cn.sunlot.fieldwork.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.fieldwork.domain.RecordCommand;
import cn.sunlot.fieldwork.domain.RecordContent;
import cn.sunlot.fieldwork.domain.RecordLifecycle;
import cn.sunlot.fieldwork.domain.RecordRules;
import cn.sunlot.fieldwork.domain.RecordState;
import cn.sunlot.fieldwork.domain.VisitRecord;
import cn.sunlot.fieldwork.store.RecordStore;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.web.IfMatch;
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
  private final Checklists checklists;
  private final AuditLog audit;

  SaveRecord(RecordStore store, Team team, Checklists checklists, AuditLog audit) {
    this.store = store;
    this.team = team;
    this.checklists = checklists;
    this.audit = audit;
  }

  public void run(UUID visitId, IfMatch seen, RecordContent content) {
    Visit visit = team.getOwnUnderWay(visitId);
    team.demandLicence(visit, content.visitedOn());
    VisitRecord entry = open(visit);
    seen.check(entry.version());
    var edge = RecordLifecycle.TABLE.take(entry.state(), RecordCommand.SAVE);
    if (content.direct() != null) {
      new RecordRules(team.rules(visit))
          .checkDirect(content.direct(), store.listEvidence(visitId).size());
    }
    store.save(entry.saved(edge.to(), checklists.derive(visit, content)));
    audit.record(edge.entryType(), visit.number(), Map.of("items", content.items().size()));
  }

  private VisitRecord open(Visit visit) {
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
