package cn.sunlot.planning.web;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.domain.Line;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanComparison;
import cn.sunlot.planning.domain.PlanVersion;
import cn.sunlot.planning.store.PlanSearch;
import cn.sunlot.planning.store.PlanStore;
import cn.sunlot.planning.web.PlanResponses.ComparedLine;
import cn.sunlot.planning.web.PlanResponses.LineView;
import cn.sunlot.planning.web.PlanResponses.PlanComparisonView;
import cn.sunlot.planning.web.PlanResponses.PlanDetail;
import cn.sunlot.planning.web.PlanResponses.PlanRow;
import cn.sunlot.planning.web.PlanResponses.VersionRef;
import cn.sunlot.planning.web.PlanResponses.VersionView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans as clients see them, with the names behind the keys. */
@Component
@Transactional(readOnly = true)
class PlanViews {

  private final PlanStore store;
  private final PlanSearch search;
  private final LineViews lines;
  private final JointPlanViews joint;
  private final Organisation organisation;

  PlanViews(
      PlanStore store,
      PlanSearch search,
      LineViews lines,
      JointPlanViews joint,
      Organisation organisation) {
    this.joint = joint;
    this.store = store;
    this.search = search;
    this.lines = lines;
    this.organisation = organisation;
  }

  Page<PlanRow> page(PlanSearch.Filter filter, Page.Request request, String sort) {
    SignedIn person = SignedIn.get();
    Map<UUID, String> sections = sections(person.authorityId());
    return search.page(person.scope(), filter, request, sort).map(r -> row(r, sections));
  }

  /** A plan as a row of the list. */
  PlanRow row(UUID id) {
    PlanSearch.Row row = search.getRow(id);
    return row(row, sections(row.plan().authorityId()));
  }

  PlanDetail detail(UUID id) {
    return detail(store.get(id));
  }

  PlanDetail detail(Plan plan) {
    Map<UUID, String> sections = sections(plan.authorityId());
    List<PlanVersion> versions = store.listVersions(plan.id());
    return new PlanDetail(
        plan.id(),
        plan.number(),
        plan.year(),
        plan.version(),
        named(plan.departmentId(), sections),
        Lifecycle.wireName(plan.kind()),
        joint.region(plan),
        JointPlanViews.adHoc(plan.basis().adHoc()),
        view(plan, plan.current(), sections),
        store.findBinding(plan.id()).map(PlanVersion::number).orElse(null),
        versions.stream().map(PlanViews::ref).toList(),
        joint.way(plan),
        joint.filings(plan),
        joint.filingsOpen(plan),
        joint.publishAt(plan),
        joint.proposals(plan, sections),
        joint.allowed(plan, SignedIn.get()));
  }

  /** Two versions, line by line (TZ-13). */
  PlanComparisonView comparison(UUID id, int from, int to) {
    Plan plan = store.get(id);
    Map<UUID, String> sections = sections(plan.authorityId());
    PlanComparison compared = PlanComparison.of(find(id, from), find(id, to));
    return new PlanComparisonView(
        from,
        to,
        compared.lines().stream()
            .map(
                line ->
                    new ComparedLine(
                        Lifecycle.wireName(line.change()),
                        line(plan, line.before(), sections),
                        line(plan, line.after(), sections),
                        line.fields()))
            .toList());
  }

  private @Nullable LineView line(Plan plan, @Nullable Line line, Map<UUID, String> sections) {
    return line == null ? null : lines.of(plan.authorityId(), List.of(line), sections).get(0);
  }

  /** One version with its lines; earlier ones stay readable. */
  VersionView version(UUID id, int number) {
    Plan plan = store.get(id);
    return view(plan, find(id, number), sections(plan.authorityId()));
  }

  private PlanVersion find(UUID id, int number) {
    return store.listVersions(id).stream()
        .filter(v -> v.number() == number)
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, String.valueOf(number)));
  }

  private VersionView view(Plan plan, PlanVersion v, Map<UUID, String> sections) {
    List<LineView> views = lines.of(plan.authorityId(), v.lines(), sections);
    var trace = v.trace();
    return new VersionView(
        v.id(),
        v.number(),
        Lifecycle.wireName(v.state()),
        v.title(),
        views,
        v.reason(),
        person(trace.draftedBy()),
        trace.approvedBy() == null ? null : person(trace.approvedBy()),
        trace.approvedAt(),
        trace.publishedAt(),
        trace.sentBack(),
        JointPlanViews.decision(trace.decision()));
  }

  private NamedId person(UUID id) {
    return new NamedId(id, organisation.getPerson(id).name());
  }

  private Map<UUID, String> sections(UUID authorityId) {
    return organisation.listDepartments(authorityId).stream()
        .collect(Collectors.toMap(Department::id, Department::name));
  }

  private static NamedId named(UUID section, Map<UUID, String> sections) {
    return LineViews.named(section, sections);
  }

  private static VersionRef ref(PlanVersion v) {
    return new VersionRef(
        v.number(),
        Lifecycle.wireName(v.state()),
        v.reason(),
        v.trace().approvedAt(),
        v.trace().publishedAt());
  }

  private static PlanRow row(PlanSearch.Row row, Map<UUID, String> sections) {
    Plan plan = row.plan();
    return new PlanRow(
        plan.id(),
        plan.number(),
        plan.year(),
        plan.current().title(),
        Lifecycle.wireName(plan.current().state()),
        plan.current().number(),
        row.lines(),
        named(plan.departmentId(), sections),
        Lifecycle.wireName(plan.kind()),
        row.changedAt());
  }
}
