package cn.sunlot.planning.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.domain.Answer;
import cn.sunlot.planning.domain.AnswerState;
import cn.sunlot.planning.domain.KeptApart;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.Proposal;
import cn.sunlot.planning.domain.ProposalRules;
import cn.sunlot.planning.domain.ProposalState;
import cn.sunlot.planning.store.PlanStore;
import cn.sunlot.planning.store.ProposalSearch;
import cn.sunlot.planning.store.ProposalStore;
import cn.sunlot.planning.usecase.ParticipantItems;
import cn.sunlot.planning.usecase.ProposalSides;
import cn.sunlot.planning.usecase.RulesOfPlans;
import cn.sunlot.planning.web.PlanResponses.ItemRef;
import cn.sunlot.planning.web.ProposalResponses.AnswerView;
import cn.sunlot.planning.web.ProposalResponses.KeptApartView;
import cn.sunlot.planning.web.ProposalResponses.OtherProposal;
import cn.sunlot.planning.web.ProposalResponses.PlanLink;
import cn.sunlot.planning.web.ProposalResponses.ProposalDetail;
import cn.sunlot.planning.web.ProposalResponses.ProposalRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposals as clients see them, with the names behind the keys. */
@Component
@Transactional(readOnly = true)
class ProposalViews {

  private final ProposalStore store;
  private final ProposalSearch search;
  private final PlanStore plans;
  private final ProposalSides sides;
  private final ParticipantItems items;
  private final LineViews lines;
  private final Catalog catalog;
  private final Organisation organisation;
  private final RulesOfPlans rules;
  private final Clock clock;

  ProposalViews(
      ProposalStore store,
      ProposalSearch search,
      PlanStore plans,
      ProposalSides sides,
      ParticipantItems items,
      LineViews lines,
      Catalog catalog,
      Organisation organisation,
      RulesOfPlans rules,
      Clock clock) {
    this.store = store;
    this.search = search;
    this.plans = plans;
    this.sides = sides;
    this.items = items;
    this.lines = lines;
    this.catalog = catalog;
    this.organisation = organisation;
    this.rules = rules;
    this.clock = clock;
  }

  Page<ProposalRow> page(ProposalSearch.Filter filter, Page.Request request, String sort) {
    SignedIn person = SignedIn.get();
    Map<UUID, String> names = names(person.authorityId());
    return search.page(person.scope(), filter, request, sort).map(r -> row(r, names));
  }

  /** All that the reader sees, by number. */
  List<ProposalRow> list(ProposalSearch.Filter filter) {
    SignedIn person = SignedIn.get();
    Map<UUID, String> names = names(person.authorityId());
    return search.listRows(person.scope(), filter).stream().map(r -> row(r, names)).toList();
  }

  private ProposalRow row(ProposalSearch.Row row, Map<UUID, String> names) {
    Proposal proposal = row.proposal();
    var origin = proposal.origin();
    var period = proposal.line().period();
    return new ProposalRow(
        proposal.id(),
        origin.number(),
        origin.year(),
        proposal.line().title(),
        Lifecycle.wireName(proposal.state()),
        LineViews.named(origin.leadId(), names),
        proposal.participants().stream().map(id -> LineViews.named(id, names)).toList(),
        proposal.agreed().size(),
        proposal.awaited().size(),
        (int) proposal.answers().stream().filter(a -> a.state() == AnswerState.DECLINED).count(),
        period.from(),
        period.to(),
        proposal.asking().until(),
        proposal.trace().handedOn(),
        isLate(proposal),
        proposal.isAdHoc(),
        row.changedAt());
  }

  ProposalDetail detail(UUID id) {
    return detail(store.get(id));
  }

  ProposalDetail detail(Proposal proposal) {
    var origin = proposal.origin();
    var trace = proposal.trace();
    Map<UUID, String> names = names(origin.authorityId());
    return new ProposalDetail(
        proposal.id(),
        origin.number(),
        origin.year(),
        proposal.version(),
        Lifecycle.wireName(proposal.state()),
        JointPlanViews.region(origin.region()),
        LineViews.named(origin.departmentId(), names),
        LineViews.named(origin.leadId(), names),
        sides.findOffice(proposal).map(d -> new NamedId(d.id(), d.name())).orElse(null),
        lines.of(origin.authorityId(), List.of(proposal.line()), names).get(0),
        proposal.focus(),
        proposal.asking().until(),
        proposal.asking().byOffice(),
        proposal.answers().stream().map(a -> answer(a, names)).toList(),
        JointPlanViews.adHoc(origin.adHoc()),
        person(trace.draftedBy()),
        trace.proposedAt(),
        trace.handedOn(),
        due(proposal),
        isLate(proposal),
        trace.sentBack(),
        trace.ended(),
        trace.mergedInto() == null ? null : other(store.get(trace.mergedInto()), names),
        store.listMergedInto(proposal.id()).stream().map(p -> other(p, names)).toList(),
        store.listKeptApart(proposal.id()).stream()
            .map(k -> keptApart(proposal.id(), k, names))
            .toList(),
        trace.planId() == null ? null : plan(plans.get(trace.planId())),
        sides.allowed(proposal, SignedIn.get()).stream().map(Lifecycle::wireName).toList());
  }

  /** What a participant can bring, or the reader's own department where none is named. */
  List<ItemRef> items(UUID id, @Nullable UUID participant) {
    Proposal proposal = store.get(id);
    UUID department =
        participant == null
            ? organisation.getBody(SignedIn.get().departmentId()).id()
            : participant;
    return items.list(proposal, department).stream().map(LineViews::item).toList();
  }

  private AnswerView answer(Answer answer, Map<UUID, String> names) {
    return new AnswerView(
        LineViews.named(answer.departmentId(), names),
        Lifecycle.wireName(answer.state()),
        answer.remark(),
        answer.itemVersionIds().stream().map(catalog::getItem).map(LineViews::item).toList(),
        answer.coordinated(),
        answer.by() == null ? null : person(answer.by()),
        answer.at());
  }

  private KeptApartView keptApart(UUID of, KeptApart kept, Map<UUID, String> names) {
    UUID other = kept.proposalId().equals(of) ? kept.otherId() : kept.proposalId();
    return new KeptApartView(
        search.find(other).map(p -> other(p, names)).orElseGet(() -> hidden(other)),
        kept.reason(),
        person(kept.by()),
        kept.at());
  }

  private static OtherProposal hidden(UUID id) {
    return new OtherProposal(id, "", "", new NamedId(id, ""), null);
  }

  private static OtherProposal other(Proposal proposal, Map<UUID, String> names) {
    return new OtherProposal(
        proposal.id(),
        proposal.origin().number(),
        proposal.line().title(),
        LineViews.named(proposal.origin().leadId(), names),
        proposal.trace().ended());
  }

  private static PlanLink plan(Plan plan) {
    return new PlanLink(plan.id(), plan.number(), plan.current().title());
  }

  private boolean isLate(Proposal proposal) {
    return proposal.state() != ProposalState.WITHDRAWN
        && ProposalRules.isLate(due(proposal), proposal.trace().handedOn(), LocalDate.now(clock));
  }

  private @Nullable LocalDate due(Proposal proposal) {
    return proposal.isAdHoc()
        ? null
        : rules
            .find(proposal.origin().leadId())
            .flatMap(p -> p.plan().value().submitBy(proposal.origin().year()))
            .orElse(null);
  }

  private NamedId person(UUID id) {
    return new NamedId(id, organisation.getPerson(id).name());
  }

  private Map<UUID, String> names(UUID authorityId) {
    return organisation.listDepartments(authorityId).stream()
        .collect(Collectors.toMap(Department::id, Department::name));
  }
}
