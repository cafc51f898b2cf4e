package cn.sunlot.drawing.web;

import cn.sunlot.drawing.DrawingProblem;
import cn.sunlot.drawing.Occasions;
import cn.sunlot.drawing.Occasions.Occasion;
import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Ceremony.Revealed;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.domain.Purpose;
import cn.sunlot.drawing.domain.WitnessRule;
import cn.sunlot.drawing.store.CeremonyStore;
import cn.sunlot.drawing.store.DrawSearch;
import cn.sunlot.drawing.store.DrawSearch.StratumRow;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.drawing.store.RecordStore;
import cn.sunlot.drawing.store.RecordStore.Attachment;
import cn.sunlot.drawing.store.RecordStore.Report;
import cn.sunlot.drawing.usecase.Overdue;
import cn.sunlot.drawing.usecase.Standings;
import cn.sunlot.drawing.usecase.WitnessRules;
import cn.sunlot.drawing.web.DrawResponses.AttachmentView;
import cn.sunlot.drawing.web.DrawResponses.DrawDetail;
import cn.sunlot.drawing.web.DrawResponses.DrawRow;
import cn.sunlot.drawing.web.DrawResponses.PoolView;
import cn.sunlot.drawing.web.DrawResponses.ProfileView;
import cn.sunlot.drawing.web.DrawResponses.ReasonView;
import cn.sunlot.drawing.web.DrawResponses.ReceiptView;
import cn.sunlot.drawing.web.DrawResponses.ReportView;
import cn.sunlot.drawing.web.DrawResponses.ResultView;
import cn.sunlot.drawing.web.DrawResponses.StratumView;
import cn.sunlot.drawing.web.DrawResponses.WitnessRuleView;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws as screens show them. Looking at anything changes nothing and draws nothing. */
@Component
@Transactional(readOnly = true)
class DrawViews {

  private final DrawStore draws;
  private final CeremonyStore ceremonies;
  private final RecordStore records;
  private final DrawSearch search;
  private final Standings standings;
  private final WitnessRules rules;
  private final Overdue overdue;
  private final AllowedCommands allowed;
  private final CeremonyViews steps;
  private final People people;
  private final Occasions occasions;

  DrawViews(
      DrawStore draws,
      CeremonyStore ceremonies,
      RecordStore records,
      DrawSearch search,
      Standings standings,
      WitnessRules rules,
      Overdue overdue,
      AllowedCommands allowed,
      CeremonyViews steps,
      People people,
      Occasions occasions) {
    this.draws = draws;
    this.ceremonies = ceremonies;
    this.records = records;
    this.search = search;
    this.standings = standings;
    this.rules = rules;
    this.overdue = overdue;
    this.allowed = allowed;
    this.steps = steps;
    this.people = people;
    this.occasions = occasions;
  }

  Page<DrawRow> page(DrawSearch.Filter filter, Page.Request request, String sort) {
    Page<DrawSearch.Row> rows = search.page(SignedIn.get().scope(), filter, request, sort);
    Map<UUID, String> titles =
        occasions.titles(
            SignedIn.get().scope(), rows.items().stream().map(DrawSearch.Row::taskId).toList());
    return rows.map(
        row ->
            new DrawRow(
                row.id(),
                row.number(),
                row.ref(),
                row.purpose(),
                row.state(),
                row.taskId(),
                row.taskNumber(),
                titles.getOrDefault(row.taskId(), ""),
                people.department(row.departmentId()),
                row.poolSize(),
                row.frameSize(),
                row.drawn(),
                row.preparedAt(),
                row.revealBy(),
                row.openBy(),
                row.drawnAt()));
  }

  DrawDetail detail(UUID id) {
    Draw draw = draws.get(id);
    Ceremony ceremony = ceremonies.get(id);
    WitnessRule rule = rules.of(draw);
    List<Attachment> attachments = records.listAttachments(id);
    return new DrawDetail(
        id,
        draw.version(),
        draw.number(),
        draw.ref(),
        Lifecycle.wireName(draw.purpose()),
        Lifecycle.wireName(draw.state()),
        draw.taskId(),
        draw.taskNumber(),
        occasions
            .titles(SignedIn.get().scope(), List.of(draw.taskId()))
            .getOrDefault(draw.taskId(), ""),
        people.department(draw.departmentId()),
        new ProfileView(draw.profile().id(), draw.profile().version(), draw.profile().hash()),
        draw.suite(),
        draw.preparedAt(),
        people.person(draw.preparedBy()),
        pool(draw),
        view(rule),
        steps.parties(ceremony, records.listSigned(id)),
        steps.awaited(ceremony),
        "w" + ceremony.nextPosition(),
        steps.sources(draw, ceremony),
        steps.commitment(ceremony),
        overdue.is(draw, ceremony),
        steps.steps(draw, ceremony),
        result(draw),
        steps.rounds(ceremony),
        attachments.stream().map(this::view).toList(),
        rule.missing(ceremony, records.listKinds(id), records.listSigned(id)),
        records.findReport(id).map(this::view).orElse(null),
        steps.voided(draw, ceremony),
        draw.previousId() == null ? null : named(draws.get(draw.previousId())),
        draws.findSuccessor(id).map(DrawViews::named).orElse(null),
        allowed.of(draw, ceremony, SignedIn.get()));
  }

  private static NamedId named(Draw draw) {
    return new NamedId(draw.id(), draw.number());
  }

  private PoolView pool(Draw draw) {
    return new PoolView(
        draw.frozen().poolSize(),
        draw.frozen().frameSize(),
        draw.frozen().excludedSize(),
        search.listStrata(draw.id()).stream().map(DrawViews::view).toList(),
        search.countExcluded(draw.id()).entrySet().stream()
            .map(e -> new ReasonView(e.getKey(), e.getValue()))
            .toList());
  }

  private static StratumView view(StratumRow s) {
    return new StratumView(
        s.stratum(),
        s.size(),
        s.rateBp(),
        s.count(),
        s.quota(),
        s.weighted() ? null : s.quota() + "/" + s.size());
  }

  private static WitnessRuleView view(WitnessRule rule) {
    return new WitnessRuleView(
        rule.min(),
        rule.kinds(),
        rule.open(),
        rule.photoOrVideo(),
        rule.signedSheet(),
        rule.clauses());
  }

  private ResultView result(Draw draw) {
    return draw.purpose() == Purpose.TARGETS
        ? new ResultView(standings.listTargets(draw.id()), List.of(), null, Map.of())
        : new ResultView(
            List.of(),
            standings.listSlots(draw.id()),
            standings.findShortage(draw.id()).orElse(null),
            occasions.find(draw.taskId()).map(Occasion::targets).orElse(Map.of()));
  }

  private AttachmentView view(Attachment a) {
    return new AttachmentView(
        a.id(),
        a.kind(),
        a.name(),
        a.mediaType(),
        a.size(),
        a.sha256(),
        a.party(),
        a.at(),
        people.person(a.by()));
  }

  private ReportView view(Report report) {
    return new ReportView(
        people.department(report.departmentId()),
        report.at(),
        report.acknowledgedAt(),
        people.personOrNull(report.acknowledgedBy()));
  }

  /** The receipt of a party, once there is a commitment to receive it for. */
  ReceiptView receipt(UUID id, String party) {
    Draw draw = draws.get(id);
    Ceremony ceremony = ceremonies.get(id);
    Participant participant =
        ceremony
            .findParty(party)
            .orElseThrow(() -> Refused.because(DrawingProblem.PARTY_UNKNOWN, party));
    if (ceremony.committed() == null) {
      throw Refused.because(DrawingProblem.TRANSCRIPT_TOO_EARLY, draw.number());
    }
    Revealed revealed = ceremony.reveals().get(party);
    return new ReceiptView(
        draw.ref(),
        ceremony.getCommitted().hash(),
        party,
        participant.commitment(),
        revealed == null ? null : revealed.nonce());
  }

  /** A file of the record. */
  Attachment attachment(UUID id, UUID attachmentId) {
    draws.get(id);
    return records.listAttachments(id).stream()
        .filter(a -> a.id().equals(attachmentId))
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, attachmentId));
  }
}
