package cn.sunlot.planning.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Regions;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Conference;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.domain.AdHocGround;
import cn.sunlot.planning.domain.PlanDuty;
import cn.sunlot.planning.domain.ProposalRules;
import cn.sunlot.planning.store.DutyStore;
import cn.sunlot.planning.store.PlanSearch;
import cn.sunlot.planning.store.ProposalSearch;
import cn.sunlot.planning.usecase.RulesOfPlans;
import cn.sunlot.planning.web.PlanResponses.PlanRow;
import cn.sunlot.planning.web.PlanResponses.RegionRef;
import cn.sunlot.planning.web.ProposalResponses.DutyView;
import cn.sunlot.planning.web.ProposalResponses.JointYear;
import cn.sunlot.planning.web.ProposalResponses.MemberAnswer;
import cn.sunlot.planning.web.ProposalResponses.ProposalRow;
import cn.sunlot.planning.web.ProposalResponses.ProposalRulesView;
import cn.sunlot.policy.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The joint planning of a year in a city or county, and what to know before one proposes. */
@Component
@Transactional(readOnly = true)
class JointYearViews {

  private final ProposalViews proposals;
  private final PlanViews plans;
  private final PlanSearch search;
  private final DutyStore duties;
  private final MemberAnswers memberAnswers;
  private final Organisation organisation;
  private final RulesOfPlans rules;
  private final Clock clock;

  JointYearViews(
      ProposalViews proposals,
      PlanViews plans,
      PlanSearch search,
      DutyStore duties,
      MemberAnswers memberAnswers,
      Organisation organisation,
      RulesOfPlans rules,
      Clock clock) {
    this.proposals = proposals;
    this.plans = plans;
    this.search = search;
    this.duties = duties;
    this.memberAnswers = memberAnswers;
    this.organisation = organisation;
    this.rules = rules;
    this.clock = clock;
  }

  ProposalRulesView rules(int year) {
    SignedIn person = SignedIn.get();
    Department lead = organisation.getBody(person.departmentId());
    Optional<Profile> profile = rules.find(lead.id());
    boolean possible = isCity(person) && lead.region() != null;
    return new ProposalRulesView(
        possible,
        named(lead),
        organisation.findConferenceOffice(lead.id()).map(JointYearViews::named).orElse(null),
        organisation.listBody(lead.id()).stream().map(JointYearViews::named).toList(),
        possible ? candidates(lead) : List.of(),
        ProposalRules.FEW,
        profile.flatMap(p -> p.plan().value().submitBy(year)).orElse(null),
        profile
            .map(p -> AdHocGround.allowed(p.adHoc().value(), p.plan().value()))
            .map(grounds -> grounds.stream().map(Lifecycle::wireName).toList())
            .orElse(List.of()),
        profile.map(p -> p.adHoc().clauses()).orElse(List.of()));
  }

  private boolean isCity(SignedIn person) {
    return organisation.getAuthority(person.authorityId()).kind().equals("city")
        && !rules.find(person.departmentId()).map(p -> p.singleBureau().value()).orElse(false);
  }

  private List<NamedId> candidates(Department lead) {
    return organisation.listDepartments(lead.authorityId()).stream()
        .filter(d -> !d.isSection() && !d.kind().equals("government"))
        .filter(d -> Objects.equals(d.region(), lead.region()) && !d.id().equals(lead.id()))
        .map(JointYearViews::named)
        .toList();
  }

  JointYear year(int year, @Nullable String wanted) {
    SignedIn person = SignedIn.get();
    String own =
        Objects.requireNonNullElse(
            organisation.getBody(person.departmentId()).region(),
            organisation.getAuthority(person.authorityId()).region());
    String region = wanted == null ? own : wanted;
    Optional<Department> office =
        organisation
            .findConference(person.authorityId(), region)
            .map(Conference::office)
            .map(organisation::getDepartment);
    Optional<Profile> profile =
        rules.find(office.map(Department::id).orElse(person.departmentId()));
    Map<UUID, String> names = names(person.authorityId());
    List<ProposalRow> rows = proposals.list(ProposalSearch.Filter.of(region, year));
    List<MemberAnswer> answers = memberAnswers.of(person, region, year);
    return new JointYear(
        year,
        JointPlanViews.region(region),
        office.map(JointYearViews::named).orElse(null),
        office.map(Department::id).filter(person::handles).isPresent(),
        plan(person, region, year),
        profile.map(p -> Lifecycle.wireName(JointPlanViews.approver(p))).orElse(null),
        profile.flatMap(p -> p.plan().value().submitBy(year)).orElse(null),
        profile.flatMap(p -> p.plan().value().publishBy(year)).orElse(null),
        rows.stream().filter(r -> !r.besidePlan()).toList(),
        rows.stream().filter(ProposalRow::besidePlan).toList(),
        answers,
        answers.stream().anyMatch(a -> memberAnswers.mayDeclare(person, a)),
        duties.list(person.authorityId(), year).stream()
            .filter(d -> d.region().equals(region))
            .map(d -> duty(d, names))
            .toList(),
        counties(person.authorityId(), own),
        profile.map(p -> p.plan().clauses()).orElse(List.of()));
  }

  private @Nullable PlanRow plan(SignedIn person, String region, int year) {
    return search.findJoint(person.scope(), region, year).map(p -> plans.row(p.id())).orElse(null);
  }

  /** The city and the counties in it whose joint conferences make plans of their own (SX-4.1.1). */
  private List<RegionRef> counties(UUID authorityId, String own) {
    return organisation.listDepartments(authorityId).stream()
        .map(Department::region)
        .filter(Objects::nonNull)
        .distinct()
        .filter(region -> Regions.isWithin(region, own))
        .filter(region -> organisation.findConference(authorityId, region).isPresent())
        .sorted()
        .map(JointPlanViews::region)
        .toList();
  }

  private DutyView duty(PlanDuty duty, Map<UUID, String> names) {
    return new DutyView(
        duty.id(),
        LineViews.named(duty.departmentId(), names),
        JointPlanViews.region(duty.region()),
        duty.year(),
        Lifecycle.wireName(duty.kind()),
        duty.due(),
        duty.done(),
        duty.doneBy(),
        duty.isLate(LocalDate.now(clock)));
  }

  private Map<UUID, String> names(UUID authorityId) {
    return organisation.listDepartments(authorityId).stream()
        .collect(Collectors.toMap(Department::id, Department::name));
  }

  private static NamedId named(Department department) {
    return new NamedId(department.id(), department.name());
  }
}
