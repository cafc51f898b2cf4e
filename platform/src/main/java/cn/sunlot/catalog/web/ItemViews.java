package cn.sunlot.catalog.web;

import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.catalog.CatalogProblem;
import cn.sunlot.catalog.domain.Comparison;
import cn.sunlot.catalog.domain.Item;
import cn.sunlot.catalog.domain.ItemLifecycle;
import cn.sunlot.catalog.domain.Version;
import cn.sunlot.catalog.store.ChecklistStore;
import cn.sunlot.catalog.store.ItemSearch;
import cn.sunlot.catalog.store.ItemStore;
import cn.sunlot.catalog.web.ItemResponses.ChecklistRef;
import cn.sunlot.catalog.web.ItemResponses.ComparisonView;
import cn.sunlot.catalog.web.ItemResponses.ItemDetail;
import cn.sunlot.catalog.web.ItemResponses.ItemRow;
import cn.sunlot.catalog.web.ItemResponses.VersionView;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
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

  ItemViews(
      ItemStore store, ItemSearch search, ChecklistStore checklists, Organisation organisation) {
    this.store = store;
    this.search = search;
    this.checklists = checklists;
    this.organisation = organisation;
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
    return new ItemDetail(
        item.id(),
        item.code(),
        item.version(),
        new NamedId(item.departmentId(), organisation.getDepartment(item.departmentId()).name()),
        view(item.current()),
        search.findNumberInForce(item.id()).orElse(null),
        ItemLifecycle.allowed(item, SignedIn.get()).stream().map(Lifecycle::wireName).toList());
  }

  List<VersionView> versions(UUID id) {
    store.get(id);
    return store.listVersions(id).stream().map(this::view).toList();
  }

  ComparisonView compare(UUID id, int from, int to) {
    Version a = version(id, from);
    Version b = version(id, to);
    return new ComparisonView(
        from,
        to,
        Comparison.of(
            a.content(),
            checklists.find(a.checklistId()).orElse(null),
            b.content(),
            checklists.find(b.checklistId()).orElse(null)));
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
        v.reason(),
        period == null ? null : period.from(),
        period == null ? null : period.until(),
        person(trace.draftedBy()),
        trace.approvedBy() == null ? null : person(trace.approvedBy()),
        trace.sentBack(),
        trace.retireReason());
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
        content.name(),
        Lifecycle.wireName(content.category()),
        Lifecycle.wireName(current.state()),
        current.number(),
        content.ratioCapBp(),
        content.timesPerYear(),
        content.targetKind(),
        new NamedId(
            item.departmentId(), Objects.requireNonNullElse(sections.get(item.departmentId()), "")),
        row.inForceId(),
        period == null ? null : period.from(),
        period == null ? null : period.until(),
        row.changedAt());
  }
}
