package cn.sunlot.fieldwork.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.Checklist;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.fieldwork.domain.RecordContent;
import cn.sunlot.fieldwork.domain.RecordLifecycle;
import cn.sunlot.fieldwork.domain.RecordState;
import cn.sunlot.fieldwork.domain.VisitRecord;
import cn.sunlot.fieldwork.store.RecordStore;
import cn.sunlot.fieldwork.store.RecordStore.Evidence;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.files.Files;
import cn.sunlot.kernel.files.StoredResource;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.tasking.Tasks.Visit;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The record of a visit as screens show it, with the choices that the rules give. */
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

  record EvidenceFile(Resource bytes, String name, String mediaType) {}

  /**
   * The record.
   *
   * @param version 1 while nothing was entered
   */
  record RecordDetail(
      UUID visitId,
      String visitNumber,
      String visitState,
      String targetName,
      int version,
      @OneOf(RecordState.class) String state,
      RecordContent content,
      List<ItemForm> items,
      List<EvidenceView> evidence,
      @Nullable ReviewView review,
      List<String> resultTypes,
      boolean resultTypesOpen,
      List<String> directReasons,
      boolean directReasonsOpen,
      List<String> methods,
      List<String> allowedCommands) {}

  private final RecordStore store;
  private final VisibleVisits visits;
  private final Catalog catalog;
  private final Organisation organisation;
  private final Policies policies;
  private final Files files;

  RecordViews(
      RecordStore store,
      VisibleVisits visits,
      Catalog catalog,
      Organisation organisation,
      Policies policies,
      Files files) {
    this.store = store;
    this.visits = visits;
    this.catalog = catalog;
    this.organisation = organisation;
    this.policies = policies;
    this.files = files;
  }

  RecordDetail detail(UUID visitId) {
    Visit visit = visits.get(visitId);
    Optional<VisitRecord> entry = store.find(visitId);
    Profile profile = policies.getVersion(visit.profileId(), visit.profileVersion());
    RecordState state = entry.map(VisitRecord::state).orElse(RecordState.DRAFT);
    return new RecordDetail(
        visitId,
        visit.number(),
        visit.state(),
        visit.targetName(),
        entry.map(VisitRecord::version).orElse(1),
        Lifecycle.wireName(state),
        entry.map(VisitRecord::content).orElse(RecordContent.empty()),
        visit.items().stream()
            .map(i -> form(i.taskId(), catalog.getItem(i.itemVersionId())))
            .toList(),
        store.listEvidence(visitId).stream().map(RecordViews::evidence).toList(),
        entry.map(VisitRecord::review).map(this::review).orElse(null),
        wireNames(profile.resultTypes().value().values()),
        profile.resultTypes().value().open(),
        wireNames(profile.directResults().value().reasons()),
        profile.directResults().value().open(),
        wireNames(profile.method().value().allowed()),
        allowed(visit, state));
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

  private List<String> allowed(Visit visit, RecordState state) {
    SignedIn person = SignedIn.get();
    boolean member = visits.isMember(visit, person);
    boolean started = visit.state().equals("dispatched") || visit.state().equals("finished");
    return RecordLifecycle.TABLE.allowed(state).stream()
        .filter(c -> person.may(c.permission()))
        .filter(
            c ->
                switch (c) {
                  case SAVE, SUBMIT -> member && started;
                  case ACCEPT, SEND_BACK -> !member;
                })
        .map(Lifecycle::wireName)
        .toList();
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

  private ReviewView review(VisitRecord.Review review) {
    return new ReviewView(organisation.getPerson(review.by()).name(), review.at(), review.note());
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

  private static List<String> wireNames(Collection<? extends Enum<?>> values) {
    return values.stream().map(Lifecycle::wireName).toList();
  }
}
