package cn.sunlot.credit.web;

import cn.sunlot.credit.domain.Run;
import cn.sunlot.credit.domain.ScorecardLifecycle;
import cn.sunlot.credit.domain.ScorecardVersion;
import cn.sunlot.credit.store.RunStore;
import cn.sunlot.credit.store.ScorecardStore;
import cn.sunlot.credit.web.CreditResponses.RunView;
import cn.sunlot.credit.web.CreditResponses.ScorecardDetail;
import cn.sunlot.credit.web.CreditResponses.ScorecardRow;
import cn.sunlot.credit.web.CreditResponses.ScorecardsView;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the answers about scorecards and computations. */
@Component
@Transactional(readOnly = true)
class ScorecardViews {

  private static final int RUNS = 12;

  private final ScorecardStore scorecards;
  private final RunStore runs;
  private final Organisation organisation;
  private final Clock clock;

  ScorecardViews(ScorecardStore scorecards, RunStore runs, Organisation organisation, Clock clock) {
    this.scorecards = scorecards;
    this.runs = runs;
    this.organisation = organisation;
    this.clock = clock;
  }

  ScorecardsView all() {
    SignedIn person = SignedIn.get();
    UUID authority = person.authorityId();
    Optional<UUID> inForce = inForce(authority);
    boolean mayEdit = person.may(Permission.CREDIT_EDIT);
    return new ScorecardsView(
        scorecards.list(authority).stream().map(card -> row(card, inForce)).toList(),
        runs.listLast(authority, RUNS).stream().map(this::run).toList(),
        mayEdit && scorecards.findOpen(authority).isEmpty(),
        mayEdit
            && inForce.isPresent()
            && runs.findUnderWay(authority, Run.Kind.RECOMPUTE).isEmpty());
  }

  ScorecardDetail detail(UUID id) {
    ScorecardVersion card = scorecards.get(id);
    Optional<Run> trial = runs.findTrial(id);
    return new ScorecardDetail(
        card.id(),
        card.number(),
        Lifecycle.wireName(card.state()),
        inForce(card.authorityId()).filter(id::equals).isPresent(),
        card.from(),
        card.reason(),
        name(card.trace().draftedBy()),
        name(card.trace().approvedBy()),
        card.trace().sentBack(),
        card.changedAt(),
        card.version(),
        card.content(),
        trial.map(this::run).orElse(null),
        trial.filter(t -> !t.startedAt().isBefore(card.changedAt())).isPresent(),
        ScorecardLifecycle.allowed(card.state(), SignedIn.get()).stream()
            .map(Lifecycle::wireName)
            .toList());
  }

  RunView run(UUID id) {
    return run(runs.get(id));
  }

  private RunView run(Run run) {
    return new RunView(
        run.id(),
        Lifecycle.wireName(run.kind()),
        Lifecycle.wireName(run.outcome()),
        scorecards.get(run.scorecardId()).number(),
        run.day(),
        run.jobId(),
        name(run.startedBy()),
        run.startedAt(),
        run.endedAt(),
        run.read(),
        run.classesBefore(),
        run.classesAfter(),
        run.result().changed(),
        run.result().worsened(),
        run.result().digest());
  }

  private ScorecardRow row(ScorecardVersion card, Optional<UUID> inForce) {
    return new ScorecardRow(
        card.id(),
        card.number(),
        card.content().title(),
        Lifecycle.wireName(card.state()),
        inForce.filter(card.id()::equals).isPresent(),
        card.from(),
        card.reason(),
        name(card.trace().draftedBy()),
        name(card.trace().approvedBy()),
        card.changedAt());
  }

  private Optional<UUID> inForce(UUID authority) {
    return scorecards.findInForce(authority, LocalDate.now(clock)).map(ScorecardVersion::id);
  }

  private String name(@Nullable UUID person) {
    return person == null ? "" : organisation.getPerson(person).name();
  }
}
