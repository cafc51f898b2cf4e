package cn.sunlot.planning.web;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.planning.domain.Plan;
import cn.sunlot.planning.domain.PlanLifecycle;
import cn.sunlot.planning.domain.PlanVersion;
import cn.sunlot.planning.store.PlanSearch;
import cn.sunlot.planning.store.PlanStore;
import cn.sunlot.planning.web.PlanResponses.LineView;
import cn.sunlot.planning.web.PlanResponses.PlanDetail;
import cn.sunlot.planning.web.PlanResponses.PlanRow;
import cn.sunlot.planning.web.PlanResponses.VersionRef;
import cn.sunlot.planning.web.PlanResponses.VersionView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans as clients see them, with the names behind the keys. */
@Component
@Transactional(readOnly = true)
class PlanViews {

  private final PlanStore store;
  private final PlanSearch search;
  private final LineViews lines;
  private final Organisation organisation;

  PlanViews(PlanStore store, PlanSearch search, LineViews lines, Organisation organisation) {
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
        view(plan, plan.current(), sections),
        store.findBinding(plan.id()).map(PlanVersion::number).orElse(null),
        versions.stream().map(PlanViews::ref).toList(),
        PlanLifecycle.allowed(plan, SignedIn.get()).stream().map(Lifecycle::wireName).toList());
  }

  /** One version with its lines; earlier ones stay readable. */
  VersionView version(UUID id, int number) {
    Plan plan = store.get(id);
    return store.listVersions(id).stream()
        .filter(v -> v.number() == number)
        .findFirst()
        .map(v -> view(plan, v, sections(plan.authorityId())))
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
        trace.sentBack());
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
        row.changedAt());
  }
}
