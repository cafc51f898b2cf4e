package cn.sunlot.fieldwork.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.fieldwork.domain.AdvanceNotice;
import cn.sunlot.fieldwork.domain.RecordContent;
import cn.sunlot.fieldwork.domain.RecordLifecycle;
import cn.sunlot.fieldwork.domain.RecordState;
import cn.sunlot.fieldwork.domain.VisitPart;
import cn.sunlot.fieldwork.domain.VisitRecord;
import cn.sunlot.fieldwork.store.NoticeStore;
import cn.sunlot.fieldwork.store.RecordStore;
import cn.sunlot.fieldwork.store.RecordStore.Evidence;
import cn.sunlot.fieldwork.web.RuleViews.Demands;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.files.StoredResource;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.tasking.Tasks.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A department's record of a visit as screens show it, with the choices that the rules give. */
@Component
@Transactional(readOnly = true)
class RecordViews {

  record ItemForm(
      UUID taskId, UUID itemVersionId, String code, String name, @Nullable Checklist checklist) {}

  record EvidenceView(
      UUID id,
      String kind,
      String fileName,
      String mediaType,
      long size,
      String sha256,
      String caption,
      Instant addedAt) {}

  record ReviewView(String by, Instant at, String note) {}

  /**
   * What was put down of telling the target beforehand.
   *
   * @param way wire name, or ""
   */
  record NoticeView(
      boolean given,
      String way,
      String receiver,
      @Nullable Instant givenAt,
      String law,
      String reason,
      String notedBy,
      Instant notedAt) {}

  /** The part of a department of the visit, and how far its record is. */
  record PartView(NamedId department, @OneOf(RecordState.class) String state, int items) {}

  record EvidenceFile(Resource bytes, String name, String mediaType) {}

  /**
   * The record.
   *
   * @param version 1 while nothing was entered
   * @param department whose record it is
   * @param parts of all departments of the visit, that of the leading one first
   * @param notices what was put down of telling the target beforehand, the last line counts
   * @param demands what the rules ask for and let choose
   */
  record RecordDetail(
      UUID visitId,
      String visitNumber,
      String visitState,
      String targetName,
      int version,
      NamedId department,
      List<PartView> parts,
      @OneOf(RecordState.class) String state,
      RecordContent content,
      List<ItemForm> items,
      List<EvidenceView> evidence,
      List<NoticeView> notices,
      @Nullable ReviewView review,
      Demands demands,
      List<String> allowedCommands) {}

  private final RecordStore store;
  private final NoticeStore notices;
  private final VisibleVisits visits;
  private final RuleViews rules;
  private final Catalog catalog;
  private final Organisation organisation;
  private final Files files;

  RecordViews(
      RecordStore store,
      NoticeStore notices,
      VisibleVisits visits,
      RuleViews rules,
      Catalog catalog,
      Organisation organisation,
      Files files) {
    this.store = store;
    this.notices = notices;
    this.visits = visits;
    this.rules = rules;
    this.catalog = catalog;
    this.organisation = organisation;
    this.files = files;
  }

  /**
   * The record of a department.
   *
   * @param departmentId whose; null for the one that is the person's
   */
  RecordDetail detail(UUID visitId, @Nullable UUID departmentId) {
    Visit visit = visits.get(visitId);
    VisitPart part = visits.part(visit, departmentId);
    List<VisitRecord> records = store.list(visitId);
    VisitRecord entry = find(records, part);
    RecordState state = entry == null ? RecordState.DRAFT : entry.state();
    Demands demands = rules.demands(visit);
    return new RecordDetail(
        visitId,
        visit.number(),
        visit.state(),
        visit.targetName(),
        entry == null ? 1 : entry.version(),
        named(part.departmentId()),
        visits.parts(visit).stream().map(p -> view(p, find(records, p))).toList(),
        Lifecycle.wireName(state),
        entry == null ? begun(records, demands) : entry.content(),
        part.items().stream()
            .map(i -> form(i.taskId(), catalog.getItem(i.itemVersionId())))
            .toList(),
        store.listEvidence(visitId).stream().map(RecordViews::evidence).toList(),
        notices.list(visitId).stream().map(this::notice).toList(),
        entry == null ? null : review(entry.review()),
        demands,
        allowed(visit, part, state));
  }

  private static @Nullable VisitRecord find(List<VisitRecord> records, VisitPart part) {
    return records.stream()
        .filter(r -> r.departmentId().equals(part.departmentId()))
        .findFirst()
        .orElse(null);
  }

  /**
   * A joint team went there once: who begins a record finds what another department put down of the
   * course, to be looked at and kept.
   */
  private static RecordContent begun(List<VisitRecord> records, Demands demands) {
    RecordContent begun =
        records.isEmpty() ? RecordContent.empty() : records.get(0).content().courseOnly();
    String usual = demands.method().usual();
    return usual == null || !begun.methods().isEmpty() ? begun : begun.by(List.of(usual));
  }

  private PartView view(VisitPart part, @Nullable VisitRecord entry) {
    return new PartView(
        named(part.departmentId()),
        Lifecycle.wireName(entry == null ? RecordState.DRAFT : entry.state()),
        part.items().size());
  }

  private NamedId named(UUID departmentId) {
    return new NamedId(departmentId, organisation.getDepartment(departmentId).name());
  }

  EvidenceFile evidence(UUID visitId, UUID evidenceId) {
    visits.get(visitId);
    Evidence found =
        store.listEvidence(visitId).stream()
            .filter(e -> e.id().equals(evidenceId))
            .findFirst()
            .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, evidenceId));
    return new EvidenceFile(
        new StoredResource(files, found.sha256()), found.fileName(), found.mediaType());
  }

  private List<String> allowed(Visit visit, VisitPart part, RecordState state) {
    SignedIn person = SignedIn.get();
    boolean member = visits.isMember(visit, person);
    boolean started = visit.state().equals("dispatched") || visit.state().equals("finished");
    boolean enters = started && visits.enters(visit, part, person);
    boolean reviews = !member && visits.reviews(visit, part, person);
    List<String> allowed = new ArrayList<>();
    RecordLifecycle.TABLE.allowed(state).stream()
        .filter(c -> person.may(c.permission()))
        .filter(
            c ->
                switch (c) {
                  case SAVE, SUBMIT -> enters;
                  case ACCEPT, SEND_BACK -> reviews;
                })
        .map(Lifecycle::wireName)
        .forEach(allowed::add);
    if (allowed.contains("save")) {
      allowed.add("note-notice");
    }
    return allowed;
  }

  private ItemForm form(UUID taskId, ItemVersion item) {
    UUID checklist = item.checklistVersionId();
    return new ItemForm(
        taskId,
        item.id(),
        item.code(),
        item.name(),
        checklist == null ? null : catalog.getChecklist(checklist));
  }

  private @Nullable ReviewView review(VisitRecord.@Nullable Review review) {
    return review == null
        ? null
        : new ReviewView(organisation.getPerson(review.by()).name(), review.at(), review.note());
  }

  private NoticeView notice(AdvanceNotice notice) {
    var said = notice.said();
    return new NoticeView(
        said.given(),
        said.way(),
        said.receiver(),
        said.givenAt(),
        said.law(),
        said.reason(),
        organisation.getPerson(notice.notedBy()).name(),
        notice.notedAt());
  }

  private static EvidenceView evidence(Evidence e) {
    return new EvidenceView(
        e.id(),
        e.kind(),
        e.fileName(),
        e.mediaType(),
        e.size(),
        e.sha256(),
        e.caption(),
        e.addedAt());
  }
}
