package cn.sunlot.registry.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.registry.domain.Declaration;
import cn.sunlot.registry.domain.InspectorContent;
import cn.sunlot.registry.domain.KnownInspector;
import cn.sunlot.registry.domain.Licence.Kind;
import cn.sunlot.registry.domain.Sex;
import cn.sunlot.registry.domain.Training;
import cn.sunlot.registry.store.DeclarationStore;
import cn.sunlot.registry.store.InspectorSearch;
import cn.sunlot.registry.store.InspectorSearch.Change;
import cn.sunlot.registry.store.InspectorSearch.Filter;
import cn.sunlot.registry.store.InspectorSearch.InterestRow;
import cn.sunlot.registry.store.InspectorSearch.LeaveRow;
import cn.sunlot.registry.store.InspectorStore;
import cn.sunlot.registry.store.TrainingStore;
import cn.sunlot.registry.usecase.KeptInspectors;
import cn.sunlot.registry.web.TargetResponses.ChangeView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the answers. */
@Component
@Transactional(readOnly = true)
class InspectorViews {

  private static final int DAYS_AHEAD = 60;

  /** How long a licence is good for; expiring within 60 days. */
  enum Standing {
    VALID,
    EXPIRING,
    EXPIRED
  }

  /**
   * A row of the list.
   *
   * @param licence wire name of a {@link Standing}
   */
  record InspectorRow(
      UUID id,
      String name,
      @OneOf(Sex.class) String sex,
      String post,
      @Nullable NamedId department,
      String licenceNumber,
      @OneOf(Kind.class) String licenceKind,
      LocalDate licenceUntil,
      String licenceRegion,
      @OneOf(Standing.class) String licence,
      List<String> qualifications,
      List<String> specialities,
      List<String> items,
      boolean active) {}

  /**
   * An inspector.
   *
   * @param account the person with the account, or null
   */
  record InspectorDetail(
      InspectorRow inspector,
      @Nullable NamedId account,
      @Nullable String login,
      List<LeaveRow> leave,
      List<InterestRow> interests,
      List<DeclarationView> declarations,
      List<Training> trainings,
      List<ChangeView> history,
      int version,
      List<String> allowedCommands) {}

  /** An interest in a business or a person. */
  record DeclarationView(
      UUID id,
      @OneOf(Declaration.Kind.class) String kind,
      @Nullable String unitId,
      String name,
      @OneOf(Declaration.Relation.class) String relation,
      String reason) {}

  private final InspectorSearch search;
  private final InspectorStore store;
  private final DeclarationStore declarations;
  private final TrainingStore trainings;
  private final KeptInspectors kept;
  private final Organisation organisation;
  private final Clock clock;

  InspectorViews(
      InspectorSearch search,
      InspectorStore store,
      DeclarationStore declarations,
      TrainingStore trainings,
      KeptInspectors kept,
      Organisation organisation,
      Clock clock) {
    this.search = search;
    this.store = store;
    this.declarations = declarations;
    this.trainings = trainings;
    this.kept = kept;
    this.organisation = organisation;
    this.clock = clock;
  }

  Filter filter(
      @Nullable String q,
      @Nullable UUID department,
      @Nullable String qualification,
      @Nullable Boolean active,
      boolean expiring) {
    return new Filter(
        q == null || q.isBlank() ? null : q.strip(),
        department,
        qualification == null || qualification.isBlank() ? null : qualification.strip(),
        active,
        expiring ? LocalDate.now(clock).plusDays(DAYS_AHEAD + 1L) : null);
  }

  Page<InspectorRow> page(Filter filter, Page.Request request, String sort) {
    Scope scope = SignedIn.get().scope();
    Map<UUID, Department> departments = departments();
    return search.page(scope, filter, request, sort).map(i -> row(i, departments));
  }

  InspectorDetail detail(UUID id) {
    SignedIn person = SignedIn.get();
    KnownInspector inspector = store.get(id);
    UUID accountId = inspector.content().personId();
    var account = accountId == null ? null : organisation.getPerson(accountId);
    return new InspectorDetail(
        row(inspector, departments()),
        account == null ? null : new NamedId(account.id(), account.name()),
        account == null ? null : account.login(),
        search.listLeave(person.scope(), id),
        search.listInterests(person.scope(), id),
        declarations.list(id).stream().map(InspectorViews::declaration).toList(),
        trainings.list(id),
        search.listChanges(person.scope(), id).stream().map(this::change).toList(),
        inspector.version(),
        person.may(Permission.INSPECTORS_EDIT) && kept.isOwn(inspector.content().departmentId())
            ? List.of("change", "add-leave", "add-training", "declare-interest", "declare")
            : List.of());
  }

  private static DeclarationView declaration(Declaration declaration) {
    return new DeclarationView(
        declaration.id(),
        Lifecycle.wireName(declaration.kind()),
        declaration.unitId(),
        declaration.name(),
        Lifecycle.wireName(declaration.relation()),
        declaration.reason());
  }

  private ChangeView change(Change change) {
    String by = change.personId() == null ? "" : organisation.getPerson(change.personId()).name();
    return new ChangeView(change.at(), by, change.importId(), change.reason(), change.changes());
  }

  private InspectorRow row(KnownInspector inspector, Map<UUID, Department> departments) {
    InspectorContent content = inspector.content();
    Department department = departments.get(content.departmentId());
    return new InspectorRow(
        inspector.id(),
        content.name(),
        content.sex(),
        content.post(),
        department == null ? null : new NamedId(department.id(), department.name()),
        content.licence().number(),
        content.licence().kind().wireName(),
        content.licence().until(),
        content.licence().region(),
        Lifecycle.wireName(standing(content.licence().until())),
        content.abilities().qualifications(),
        content.abilities().specialities(),
        content.abilities().items(),
        content.active());
  }

  private Standing standing(LocalDate until) {
    LocalDate today = LocalDate.now(clock);
    if (until.isBefore(today)) {
      return Standing.EXPIRED;
    }
    return until.isAfter(today.plusDays(DAYS_AHEAD)) ? Standing.VALID : Standing.EXPIRING;
  }

  private Map<UUID, Department> departments() {
    return organisation.listDepartments(SignedIn.get().authorityId()).stream()
        .collect(Collectors.toMap(Department::id, Function.identity()));
  }
}
