package cn.sunlot.fieldwork.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.fieldwork.domain.RecordCommand;
import cn.sunlot.fieldwork.domain.RecordContent;
import cn.sunlot.fieldwork.domain.RecordContent.ItemEntry;
import cn.sunlot.fieldwork.domain.RecordLifecycle;
import cn.sunlot.fieldwork.domain.RecordRules;
import cn.sunlot.fieldwork.domain.RecordState;
import cn.sunlot.fieldwork.domain.VisitPart;
import cn.sunlot.fieldwork.domain.VisitRecord;
import cn.sunlot.fieldwork.store.RecordStore;
import cn.sunlot.kernel.Ids;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.WrongValue;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.tasking.Tasks.Visit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  private final Parts parts;
  private final Checklists checklists;
  private final RuleWords words;
  private final AuditLog audit;

  SaveRecord(
      RecordStore store,
      Team team,
      Parts parts,
      Checklists checklists,
      RuleWords words,
      AuditLog audit) {
    this.store = store;
    this.team = team;
    this.parts = parts;
    this.checklists = checklists;
    this.words = words;
    this.audit = audit;
  }

  /**
   * Saves it.
   *
   * @param departmentId whose record it is; null for that of the person's department
   */
  public void run(UUID visitId, @Nullable UUID departmentId, IfMatch seen, RecordContent content) {
    Visit visit = team.getOwnUnderWay(visitId);
    VisitPart part = team.ownPart(visit, departmentId);
    demandOwnItems(visit, part, content);
    team.demandLicence(visit, content.visitedOn());
    VisitRecord entry = open(visit, part);
    seen.check(entry.version());
    var edge = RecordLifecycle.TABLE.take(entry.state(), RecordCommand.SAVE);
    if (content.direct() != null) {
      new RecordRules(team.rules(visit))
          .checkDirect(content.direct(), store.listEvidence(visitId).size(), words::of);
    }
    store.save(entry.saved(edge.to(), checklists.derive(part, content)));
    audit.record(edge.entryType(), visit.number(), Map.of("items", content.items().size()));
  }

  private void demandOwnItems(Visit visit, VisitPart part, RecordContent content) {
    for (ItemEntry entry : content.items()) {
      if (!part.itemVersionIds().contains(entry.itemVersionId())) {
        throw parts
            .findHolding(visit, entry.itemVersionId())
            .map(other -> team.othersItems(visit, other))
            .orElseGet(() -> notOfTheVisit(visit, entry.itemVersionId()));
      }
    }
  }

  private static Refused notOfTheVisit(Visit visit, UUID itemVersionId) {
    return Refused.because(KernelProblem.VALUES_WRONG, 1)
        .naming(
            List.of(
                WrongValue.of(
                    "itemVersionId",
                    itemVersionId.toString(),
                    "fieldwork.field.item-not-of-visit",
                    visit.number())));
  }

  private VisitRecord open(Visit visit, VisitPart part) {
    store.add(
        new VisitRecord(
            Ids.next(),
            visit.id(),
            visit.authorityId(),
            part.departmentId(),
            RecordState.DRAFT,
            RecordContent.empty(),
            null,
            null,
            1));
    return store.lock(visit.id(), part.departmentId());
  }
}
