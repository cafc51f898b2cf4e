package cn.sunlot.planning.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.ItemVersion;
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
import cn.sunlot.planning.domain.PlanLifecycle;
import cn.sunlot.planning.domain.PlanVersion;
import cn.sunlot.planning.store.PlanSearch;
import cn.sunlot.planning.store.PlanStore;
import cn.sunlot.planning.usecase.CountLines;
import cn.sunlot.planning.web.PlanResponses.ItemRef;
import cn.sunlot.planning.web.PlanResponses.LineView;
import cn.sunlot.planning.web.PlanResponses.PlanDetail;
import cn.sunlot.planning.web.PlanResponses.PlanRow;
import cn.sunlot.planning.web.PlanResponses.VersionRef;
import cn.sunlot.planning.web.PlanResponses.VersionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final CountLines count;
  private final Catalog catalog;
  private final Organisation organisation;

  PlanViews(
      PlanStore store,
      PlanSearch search,
      CountLines count,
      Catalog catalog,
      Organisation organisation) {
    this.store = store;
    this.search = search;
    this.count = count;
    this.catalog = catalog;
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
    List<LineView> lines = new ArrayList<>();
    for (Line line : v.lines()) {
      lines.add(line(plan, line, lines.size() + 1, sections));
    }
    var trace = v.trace();
    return new VersionView(
        v.id(),
        v.number(),
        Lifecycle.wireName(v.state()),
        v.title(),
        lines,
        v.reason(),
        person(trace.draftedBy()),
        trace.approvedBy() == null ? null : person(trace.approvedBy()),
        trace.approvedAt(),
        trace.publishedAt(),
        trace.sentBack());
  }

  private LineView line(Plan plan, Line line, int position, Map<UUID, String> sections) {
    List<ItemVersion> items = line.itemVersionIds().stream().map(catalog::getItem).toList();
    List<String> types =
        items.stream().map(i -> Lifecycle.wireName(i.category())).distinct().toList();
    return new LineView(
        line.id(),
        position,
        line.title(),
        line.category(),
        types.size() == 1 ? types.get(0) : "mixed",
        items.stream().map(PlanViews::item).toList(),
        line.filter(),
        line.rates().bp(),
        line.timesPerYear(),
        line.period().from(),
        line.period().to(),
        named(line.executingId(), sections),
        line.body(),
        count.run(plan.authorityId(), line.filter(), line.rates()),
        line.planned());
  }

  private NamedId person(UUID id) {
    return new NamedId(id, organisation.getPerson(id).name());
  }

  private Map<UUID, String> sections(UUID authorityId) {
    return organisation.listDepartments(authorityId).stream()
        .collect(Collectors.toMap(Department::id, Department::name));
  }

  private static NamedId named(UUID section, Map<UUID, String> sections) {
    return new NamedId(section, Objects.requireNonNullElse(sections.get(section), ""));
  }

  private static ItemRef item(ItemVersion item) {
    return new ItemRef(
        item.id(),
        item.itemId(),
        item.version(),
        item.code(),
        item.name(),
        Lifecycle.wireName(item.category()),
        item.ratioCapBp(),
        item.timesPerYear());
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
