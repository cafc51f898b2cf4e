package cn.sunlot.fieldwork.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.fieldwork.FieldworkProblem;
import cn.sunlot.fieldwork.domain.RecordCommand;
import cn.sunlot.fieldwork.domain.RecordLifecycle;
import cn.sunlot.fieldwork.domain.RecordRules;
import cn.sunlot.fieldwork.domain.RecordRules.Missing;
import cn.sunlot.fieldwork.domain.VisitRecord;
import cn.sunlot.fieldwork.store.RecordStore;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Refused.FieldError;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.policy.Policies;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Visit;
import cn.sunlot.tasking.Tasks.VisitItem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands a complete record in for review; with it the work on site is over. */
@Component
@Transactional
public class SubmitRecord {

  private final RecordStore store;
  private final Team team;
  private final Tasks tasks;
  private final Checklists checklists;
  private final Policies policies;
  private final ProblemTexts texts;
  private final AuditLog audit;
  private final Clock clock;

  SubmitRecord(
      RecordStore store,
      Team team,
      Tasks tasks,
      Checklists checklists,
      Policies policies,
      ProblemTexts texts,
      AuditLog audit,
      Clock clock) {
    this.store = store;
    this.team = team;
    this.tasks = tasks;
    this.checklists = checklists;
    this.policies = policies;
    this.texts = texts;
    this.audit = audit;
    this.clock = clock;
  }

  public void run(UUID visitId, IfMatch seen) {
    Visit visit = team.getOwn(visitId);
    VisitRecord found = store.lock(visitId);
    seen.check(found.version());
    // The canonical answers are what is judged, and what is kept.
    VisitRecord entry = found.saved(found.state(), checklists.settle(visit, found.content()));
    team.demandLicence(visit, entry.content().visitedOn());
    var edge = RecordLifecycle.TABLE.take(entry.state(), RecordCommand.SUBMIT);
    checkComplete(visit, entry);
    store.save(entry.submitted(edge.to(), SignedIn.get().personId(), clock.instant()));
    LocalDate day = Objects.requireNonNull(entry.content().visitedOn());
    audit.record(edge.entryType(), visit.number(), Map.of("visitedOn", day.toString()));
    if (visit.state().equals("dispatched")) {
      tasks.finishVisit(visitId, day);
    }
  }

  private void checkComplete(Visit visit, VisitRecord entry) {
    var profile = policies.getVersion(visit.profileId(), visit.profileVersion());
    var rules = new RecordRules(profile);
    List<RecordStore.Evidence> evidence = store.listEvidence(visit.id());
    if (entry.content().direct() != null) {
      rules.checkDirect(entry.content().direct(), evidence.size());
    }
    Set<UUID> items =
        visit.items().stream().map(VisitItem::itemVersionId).collect(Collectors.toSet());
    List<Missing> missing =
        rules.missing(
            entry.content(),
            items,
            checklists.of(visit),
            evidence.stream().map(RecordStore.Evidence::kind).collect(Collectors.toSet()),
            evidence.stream()
                .filter(e -> e.kind().equals("photo"))
                .map(RecordStore.Evidence::sha256)
                .collect(Collectors.toSet()),
            visit.from(),
            LocalDate.now(clock));
    missing.addAll(rules.missingOfficers(entry.content(), team.licences(visit)));
    if (!missing.isEmpty()) {
      throw Refused.because(FieldworkProblem.RECORD_INCOMPLETE, missing.size())
          .by(profile.wholeProcessRecording().clauses())
          .by(profile.refusalToSign().clauses())
          .by(profile.team().clauses())
          .with(missing.stream().map(this::inWords).toList());
    }
  }

  private FieldError inWords(Missing missing) {
    var locale = LocaleContextHolder.getLocale();
    return new FieldError(
        null,
        missing.field(),
        null,
        texts.text(missing.key(), locale, missing.arguments().toArray()),
        texts.text(missing.key() + ".fix", locale, missing.arguments().toArray()));
  }
}
