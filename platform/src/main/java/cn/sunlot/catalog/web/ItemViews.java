package cn.sunlot.catalog.web;

import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.catalog.CatalogProblem;
import cn.sunlot.catalog.domain.Comparison;
import cn.sunlot.catalog.domain.Decision;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemLifecycle;
import cn.sunlot.catalog.domain.Version;
import cn.sunlot.catalog.store.BatchStore;
import cn.sunlot.catalog.store.ChecklistStore;
import cn.sunlot.catalog.store.ItemSearch;
import cn.sunlot.catalog.store.ItemStore;
import cn.sunlot.catalog.usecase.FindOverlaps;
import cn.sunlot.catalog.usecase.JointOffice;
import cn.sunlot.catalog.web.ItemResponses.BatchRef;
import cn.sunlot.catalog.web.ItemResponses.ChecklistRef;
import cn.sunlot.catalog.web.ItemResponses.ComparisonView;
import cn.sunlot.catalog.web.ItemResponses.DecisionView;
import cn.sunlot.catalog.web.ItemResponses.ItemDetail;
import cn.sunlot.catalog.web.ItemResponses.ItemRow;
import cn.sunlot.catalog.web.ItemResponses.OverlapView;
import cn.sunlot.catalog.web.ItemResponses.VersionView;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Items as clients see them, with the names behind the keys. */
@Component
@Transactional(readOnly = true)
class ItemViews {

  private final ItemStore store;
  private final ItemSearch search;
  private final ChecklistStore checklists;
  private final Organisation organisation;
  private final JointOffice office;
  private final BatchStore batches;
  private final FindOverlaps overlaps;

  ItemViews(
      ItemStore store,
      ItemSearch search,
      ChecklistStore checklists,
      Organisation organisation,
      JointOffice office,
      BatchStore batches,
      FindOverlaps overlaps) {
    this.store = store;
    this.search = search;
    this.checklists = checklists;
    this.organisation = organisation;
    this.office = office;
    this.batches = batches;
    this.overlaps = overlaps;
  }

  Page<ItemRow> page(ItemSearch.Filter filter, Page.Request request, String sort) {
    SignedIn person = SignedIn.get();
    Map<UUID, String> sections =
        organisation.listDepartments(person.authorityId()).stream()
            .collect(Collectors.toMap(Department::id, Department::name));
    return search.page(person.scope(), filter, request, sort).map(r -> row(r, sections));
  }

  ItemDetail detail(UUID id) {
    return detail(store.get(id));
  }

  ItemDetail detail(Item item) {
    SignedIn person = SignedIn.get();
    Department lead = office.body(item.departmentId());
    boolean joint = item.current().content().isJoint();
    return new ItemDetail(
        item.id(),
        item.code(),
        item.version(),
        new NamedId(item.departmentId(), organisation.getDepartment(item.departmentId()).name()),
        named(lead),
        joint ? office.find(item.departmentId()).map(ItemViews::named).orElse(null) : null,
        view(item.current()),
        search.findNumberInForce(item.id()).orElse(null),
        ItemLifecycle.allowed(item, person, joint && office.isActedForBy(person, item)).stream()
            .map(Lifecycle::wireName)
            .toList());
  }

  List<VersionView> versions(UUID id) {
    store.get(id);
    return store.listVersions(id).stream().map(this::view).toList();
  }

  ComparisonView compare(UUID id, int from, int to) {
    Version a = version(id, from);
    Version b = version(id, to);
    List<Comparison.Difference> differences = new ArrayList<>();
    differences.addAll(
        Comparison.ofJoint(
            names(a.content().participants()),
            a.joint().decision(),
            names(b.content().participants()),
            b.joint().decision()));
    differences.addAll(
        Comparison.of(
            a.content(),
            checklists.find(a.checklistId()).orElse(null),
            b.content(),
            checklists.find(b.checklistId()).orElse(null)));
    return new ComparisonView(from, to, differences);
  }

  /** Items that inspect the same as a joint one. */
  List<OverlapView> overlaps(UUID id) {
    return overlaps.run(store.get(id)).stream().map(this::view).toList();
  }

  private OverlapView view(FindOverlaps.Found found) {
    Item item = found.item();
    Version current = item.current();
    return new OverlapView(
        item.id(),
        item.code(),
        current.content().name(),
        Lifecycle.wireName(current.state()),
        named(office.body(item.departmentId())),
        current.content().isJoint(),
        found.overlap().name(),
        found.overlap().targetKind(),
        found.overlap().basis());
  }

  private List<String> names(List<UUID> departments) {
    return departments.stream().map(d -> organisation.getDepartment(d).name()).toList();
  }

  /** The checklist of a version, or of the current one where no number is given. */
  Checklist checklist(UUID id, @Nullable Integer number) {
    Version version = number == null ? store.get(id).current() : version(id, number);
    return checklists
        .find(version.checklistId())
        .orElseThrow(() -> Refused.because(CatalogProblem.CHECKLIST_MISSING, version.number()));
  }

  private Version version(UUID id, int number) {
    return store.listVersions(id).stream()
        .filter(v -> v.number() == number)
        .findFirst()
        .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, String.valueOf(number)));
  }

  private VersionView view(Version v) {
    var content = v.content();
    var period = v.period();
    var trace = v.trace();
    var joint = v.joint();
    return new VersionView(
        v.id(),
        v.number(),
        Lifecycle.wireName(v.state()),
        content.name(),
        Lifecycle.wireName(content.category()),
        content.ratioCapBp(),
        content.timesPerYear(),
        content.targetKind(),
        content.content(),
        content.basis(),
        content.methods(),
        content.body(),
        checklists.find(v.checklistId()).map(ItemViews::ref).orElse(null),
        content.participants().stream()
            .map(organisation::getDepartment)
            .map(ItemViews::named)
            .toList(),
        v.cause().reason(),
        v.cause().changedLaw(),
        period == null ? null : period.from(),
        period == null ? null : period.until(),
        person(trace.draftedBy()),
        trace.approvedBy() == null ? null : person(trace.approvedBy()),
        trace.sentBack(),
        trace.retireReason(),
        joint.consolidatedBy() == null ? null : person(joint.consolidatedBy()),
        joint.decision() == null ? null : view(joint.decision()),
        batches
            .find(joint.batchId())
            .map(b -> new BatchRef(b.id(), b.number(), b.name()))
            .orElse(null),
        joint.ended() == null ? null : view(joint.ended()));
  }

  private static NamedId named(Department department) {
    return new NamedId(department.id(), department.name());
  }

  private static DecisionView view(Decision decision) {
    return new DecisionView(
        Lifecycle.wireName(decision.by()), decision.on(), decision.documentNumber());
  }

  private NamedId person(UUID id) {
    return new NamedId(id, organisation.getPerson(id).name());
  }

  private static ChecklistRef ref(Checklist checklist) {
    return new ChecklistRef(
        checklist.versionId(),
        checklist.version(),
        checklist.title(),
        checklist.questions(),
        checklist.frozen());
  }

  private static ItemRow row(ItemSearch.Row row, Map<UUID, String> sections) {
    Item item = row.item();
    Version current = item.current();
    var content = current.content();
    var period = current.period();
    return new ItemRow(
        item.id(),
        item.code(),
        item.version(),
        content.name(),
        Lifecycle.wireName(content.category()),
        Lifecycle.wireName(current.state()),
        current.number(),
        content.ratioCapBp(),
        content.timesPerYear(),
        content.targetKind(),
        new NamedId(
            item.departmentId(), Objects.requireNonNullElse(sections.get(item.departmentId()), "")),
        content.participants().stream()
            .map(p -> new NamedId(p, Objects.requireNonNullElse(sections.get(p), "")))
            .toList(),
        row.inForceId(),
        period == null ? null : period.from(),
        period == null ? null : period.until(),
        row.changedAt());
  }
}
