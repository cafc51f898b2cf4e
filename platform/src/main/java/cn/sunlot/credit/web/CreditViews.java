package cn.sunlot.credit.web;

import cn.sunlot.credit.domain.Evaluation;
import cn.sunlot.credit.domain.Evaluation.Visits;
import cn.sunlot.credit.domain.ListEntry;
import cn.sunlot.credit.domain.ScorecardVersion;
import cn.sunlot.credit.domain.Scoring;
import cn.sunlot.credit.domain.Scoring.Explained;
import cn.sunlot.credit.domain.Scoring.Term;
import cn.sunlot.credit.domain.TrendTest;
import cn.sunlot.credit.store.CreditSearch;
import cn.sunlot.credit.store.CreditSearch.Score;
import cn.sunlot.credit.store.ListSearch;
import cn.sunlot.credit.store.ScorecardStore;
import cn.sunlot.credit.web.CreditResponses.ClassChangeView;
import cn.sunlot.credit.web.CreditResponses.ClassRates;
import cn.sunlot.credit.web.CreditResponses.CreditCard;
import cn.sunlot.credit.web.CreditResponses.EvaluationView;
import cn.sunlot.credit.web.CreditResponses.ExplanationView;
import cn.sunlot.credit.web.CreditResponses.FloorView;
import cn.sunlot.credit.web.CreditResponses.GivenView;
import cn.sunlot.credit.web.CreditResponses.ListEntryView;
import cn.sunlot.credit.web.CreditResponses.RateView;
import cn.sunlot.credit.web.CreditResponses.SeenView;
import cn.sunlot.credit.web.CreditResponses.TermView;
import cn.sunlot.credit.web.CreditResponses.TrendView;
import cn.sunlot.credit.web.CreditResponses.WarningRow;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.registry.ClassesAndTags;
import cn.sunlot.registry.Registry;
import cn.sunlot.registry.Registry.Target;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the answers about targets, lists, warnings and the evaluation. */
@Component
@Transactional(readOnly = true)
class CreditViews {

  private static final int MOST_SEEN = 200;

  private final CreditSearch search;
  private final ListSearch lists;
  private final ScorecardStore scorecards;
  private final Registry registry;
  private final ClassesAndTags classes;
  private final Organisation organisation;
  private final Clock clock;

  CreditViews(
      CreditSearch search,
      ListSearch lists,
      ScorecardStore scorecards,
      Registry registry,
      ClassesAndTags classes,
      Organisation organisation,
      Clock clock) {
    this.search = search;
    this.lists = lists;
    this.scorecards = scorecards;
    this.registry = registry;
    this.classes = classes;
    this.organisation = organisation;
    this.clock = clock;
  }

  CreditCard card(UUID targetId) {
    SignedIn person = SignedIn.get();
    Scope scope = person.scope();
    Target target = registry.getTarget(targetId);
    return new CreditCard(
        target.id(),
        target.unitId(),
        target.name(),
        target.riskClass(),
        search.findScore(scope, targetId).map(this::explain).orElse(null),
        lists.listOfTarget(scope, targetId).stream().map(this::entry).toList(),
        classes.listClassChanges(targetId).stream()
            .map(c -> new ClassChangeView(c.at(), c.from(), c.to(), c.reason(), name(c.personId())))
            .toList(),
        search.listSeen(scope, targetId, MOST_SEEN).stream().map(CreditViews::seen).toList(),
        search.listGiven(scope, targetId).stream()
            .map(g -> new GivenView(g.code(), g.value(), g.day(), g.source()))
            .toList(),
        person.may(Permission.CREDIT_EDIT));
  }

  private ExplanationView explain(Score score) {
    ScorecardVersion card = scorecards.get(score.scorecardId());
    Explained why = Scoring.explain(card.content(), score.measured(), score.rating());
    return new ExplanationView(
        card.number(),
        card.id(),
        score.day(),
        why.terms().stream().map(CreditViews::term).toList(),
        why.score(),
        card.content().cutOffs(),
        why.byScore().name(),
        why.floors().stream().map(f -> new FloorView(f.list(), f.atLeast())).toList(),
        why.rating() == null ? null : why.rating().name(),
        why.riskClass().name());
  }

  private static TermView term(Term term) {
    var indicator = term.indicator();
    var source = indicator.source();
    boolean text = indicator.readsText();
    return new TermView(
        indicator.code(),
        indicator.name(),
        indicator.group(),
        source.kind(),
        source.name(),
        source.observations(),
        source.months(),
        text ? null : term.value(),
        text && term.band() != null ? term.band().texts() : List.of(),
        term.points(),
        indicator.weight(),
        term.hundredths(),
        indicator.basis());
  }

  private static SeenView seen(CreditSearch.Seen seen) {
    return new SeenView(
        seen.kind(),
        seen.day(),
        seen.selection(),
        seen.source(),
        seen.ref(),
        seen.revision(),
        seen.superseded());
  }

  ListEntryView entry(ListSearch.Row row) {
    ListEntry entry = row.entry();
    LocalDate today = LocalDate.now(clock);
    var ended = entry.ended();
    boolean mayEnd = SignedIn.get().may(Permission.CREDIT_EDIT) && entry.canEnd(today);
    return new ListEntryView(
        entry.id(),
        entry.targetId(),
        row.unitId(),
        row.name(),
        Lifecycle.wireName(entry.list()),
        entry.from(),
        entry.until(),
        entry.ground(),
        entry.decidedBy(),
        entry.document(),
        row.source(),
        name(row.enteredBy()),
        row.enteredAt(),
        ended == null ? null : ended.on(),
        ended == null ? "" : ended.reason(),
        entry.superseded(),
        entry.isActive(today),
        entry.version(),
        mayEnd ? List.of("end") : List.of());
  }

  /** The entry of a target with this id. */
  ListEntryView entry(ListEntry entry) {
    return lists.listOfTarget(SignedIn.get().scope(), entry.targetId()).stream()
        .filter(row -> row.entry().id().equals(entry.id()))
        .findFirst()
        .map(this::entry)
        .orElseThrow();
  }

  WarningRow warning(CreditSearch.Warning warning) {
    boolean open = warning.settledAt() == null;
    return new WarningRow(
        warning.id(),
        warning.targetId(),
        warning.unitId(),
        warning.name(),
        warning.oldClass(),
        warning.newClass(),
        warning.raisedOn(),
        warning.settledAt(),
        name(warning.settledBy()),
        warning.note(),
        open && SignedIn.get().may(Permission.CREDIT_EDIT) ? List.of("settle") : List.of());
  }

  static EvaluationView evaluation(Evaluation found, LocalDate from, LocalDate until) {
    return new EvaluationView(
        from,
        until,
        found.classes().stream()
            .map(
                c ->
                    new ClassRates(
                        c.riskClass(),
                        rate(c.random()),
                        rate(c.targeted()),
                        rate(c.all()),
                        c.tooFewRandom()))
            .toList(),
        trend(found.trend()),
        trend(found.trendOfAll()),
        Evaluation.LEAST_RANDOM,
        found.floorEverywhere());
  }

  private static RateView rate(Visits visits) {
    var rate = visits.rate();
    return new RateView(
        visits.inspected(),
        visits.problems(),
        visits.prevented(),
        rate.rate(),
        rate.low(),
        rate.high());
  }

  private static TrendView trend(TrendTest test) {
    return new TrendView(Lifecycle.wireName(test.verdict()), test.z(), test.p());
  }

  private String name(@Nullable UUID person) {
    return person == null ? "" : organisation.getPerson(person).name();
  }
}
