package cn.sunlot.fieldwork.usecase;

import cn.sunlot.audit.AuditLog;
import cn.sunlot.fieldwork.FieldworkProblem;
import cn.sunlot.fieldwork.RecordHandedIn;
import cn.sunlot.fieldwork.domain.Missing;
import cn.sunlot.fieldwork.domain.RecordCommand;
import cn.sunlot.fieldwork.domain.RecordLifecycle;
import cn.sunlot.fieldwork.domain.RecordRules;
import cn.sunlot.fieldwork.domain.RecordRules.Proof;
import cn.sunlot.fieldwork.domain.VisitPart;
import cn.sunlot.fieldwork.domain.VisitRecord;
import cn.sunlot.fieldwork.store.NoticeStore;
import cn.sunlot.fieldwork.store.RecordStore;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Refused.FieldError;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.kernel.web.ProblemTexts;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Visit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a department's complete record in for review; with the first of a visit the work on site is
 * over.
 */
@Component
@Transactional
public class SubmitRecord {

  private final RecordStore store;
  private final NoticeStore notices;
  private final Team team;
  private final Tasks tasks;
  private final Checklists checklists;
  private final RuleWords words;
  private final ProblemTexts texts;
  private final AuditLog audit;
  private final WholeView view;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SubmitRecord(
      RecordStore store,
      NoticeStore notices,
      Team team,
      Tasks tasks,
      Checklists checklists,
      RuleWords words,
      ProblemTexts texts,
      AuditLog audit,
      WholeView view,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.notices = notices;
    this.team = team;
    this.tasks = tasks;
    this.checklists = checklists;
    this.words = words;
    this.texts = texts;
    this.audit = audit;
    this.view = view;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Hands it in.
   *
   * @param departmentId whose record it is; null for that of the person's department
   * @param mobile whether it comes by mobile, so that it is published at once (TZ-30)
   */
  public void run(UUID visitId, @Nullable UUID departmentId, IfMatch seen, boolean mobile) {
    store.lockAll(visitId);
    Visit visit = team.getOwn(visitId);
    VisitPart part = team.ownPart(visit, departmentId);
    VisitRecord found = store.lock(visitId, part.departmentId());
    seen.check(found.version());
    // The canonical answers are what is judged, and what is kept.
    VisitRecord entry = found.saved(found.state(), checklists.settle(part, found.content()));
    team.demandLicence(visit, entry.content().visitedOn());
    var edge = RecordLifecycle.TABLE.take(entry.state(), RecordCommand.SUBMIT);
    checkComplete(visit, part, entry);
    store.save(
        entry.submitted(
            edge.to(), SignedIn.get().personId(), clock.instant(), LocalDate.now(clock), mobile));
    LocalDate day = Objects.requireNonNull(entry.content().visitedOn());
    audit.record(
        edge.entryType(),
        visit.number(),
        Map.of(
            "visitedOn", day.toString(),
            "department", part.departmentId().toString(),
            "mobile", mobile));
    if (visit.state().equals("dispatched")) {
      // The visit may be led by another department of the joint team.
      view.run(() -> tasks.finishVisit(visitId, day));
    }
    events.publishEvent(new RecordHandedIn(visitId, part.departmentId()));
  }

  private void checkComplete(Visit visit, VisitPart part, VisitRecord entry) {
    var rules = new RecordRules(team.rules(visit));
    List<RecordStore.Evidence> evidence = store.listEvidence(visit.id());
    if (entry.content().direct() != null) {
      rules.checkDirect(entry.content().direct(), evidence.size(), words::of);
    }
    List<Missing> missing =
        rules.missing(
            entry.content(),
            part.itemVersionIds(),
            checklists.of(part),
            proof(evidence),
            visit.from(),
            LocalDate.now(clock));
    missing.addAll(rules.missingNotice(entry.content(), notices.findLast(visit.id()).orElse(null)));
    missing.addAll(rules.missingOfficers(entry.content(), team.licences(visit)));
    if (!missing.isEmpty()) {
      throw refusal(missing);
    }
  }

  private static Proof proof(List<RecordStore.Evidence> evidence) {
    return new Proof(
        evidence.stream().map(RecordStore.Evidence::kind).collect(Collectors.toSet()),
        evidence.stream()
            .filter(e -> e.kind().equals("photo"))
            .map(RecordStore.Evidence::sha256)
            .collect(Collectors.toSet()));
  }

  /** What is missing, with the clauses that ask for it. */
  private Refused refusal(List<Missing> missing) {
    Refused refused = Refused.because(FieldworkProblem.RECORD_INCOMPLETE, missing.size());
    for (Missing one : missing) {
      refused = refused.by(one.clauses());
    }
    return refused.with(missing.stream().map(this::inWords).toList());
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
