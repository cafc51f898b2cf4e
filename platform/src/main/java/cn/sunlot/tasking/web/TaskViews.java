package cn.sunlot.tasking.web;

import cn.sunlot.catalog.Catalog;
import cn.sunlot.catalog.Catalog.ItemVersion;
import cn.sunlot.drawing.Draws;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Department;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.RegistryConfirmation.KeptRegistry;
import cn.sunlot.policy.RegistryConfirmation.Lack;
import cn.sunlot.registry.Registry.TargetFilter;
import cn.sunlot.tasking.domain.Task;
import cn.sunlot.tasking.domain.TaskCommand;
import cn.sunlot.tasking.domain.TaskItem;
import cn.sunlot.tasking.domain.TaskLifecycle;
import cn.sunlot.tasking.domain.TaskState;
import cn.sunlot.tasking.domain.TaskTerms;
import cn.sunlot.tasking.domain.TeamWay;
import cn.sunlot.tasking.store.TaskSearch;
import cn.sunlot.tasking.store.TaskSearch.PoolNumbers;
import cn.sunlot.tasking.store.TaskSearch.TaskRow;
import cn.sunlot.tasking.store.TaskStore;
import cn.sunlot.tasking.usecase.CurrentRegistries;
import cn.sunlot.tasking.usecase.Involvement;
import cn.sunlot.tasking.usecase.PoolRuns;
import cn.sunlot.tasking.web.TogetherViews.Together;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks as screens show them: with names, numbers, and the commands that this person has now. */
@Component
@Transactional(readOnly = true)
class TaskViews {

  record TaskListRow(
      UUID id,
      String number,
      String title,
      @OneOf(TaskTerms.Ground.class) String ground,
      NamedId department,
      LocalDate from,
      LocalDate to,
      @OneOf(TaskState.class) String state,
      int departments,
      boolean handedDown,
      int visits,
      int finished) {}

  /** An item of a task, and the department that picked it. */
  record TaskItemView(
      UUID id,
      String code,
      String name,
      int version,
      @OneOf(Catalog.Category.class) String category,
      NamedId department) {}

  record ItemView(
      UUID id,
      String code,
      String name,
      int version,
      @OneOf(Catalog.Category.class) String category) {}

  /**
   * A registry that must be confirmed as current before the next draw.
   *
   * @param confirmed when it was last, or null
   */
  record RegistryHint(
      @OneOf(KeptRegistry.class) String registry,
      @OneOf(Lack.class) String lack,
      @Nullable Instant confirmed,
      List<String> clauses) {}

  record DrawLink(UUID id, String number, String purpose, String state, int rounds) {}

  record TaskDetail(
      UUID id,
      int version,
      String number,
      String title,
      @OneOf(TaskState.class) String state,
      @OneOf(TaskTerms.Ground.class) String ground,
      String groundText,
      @Nullable UUID planLineId,
      NamedId department,
      List<TaskItemView> items,
      TargetFilter filter,
      Map<String, Integer> ratesBp,
      LocalDate from,
      LocalDate to,
      @Nullable String exemptionException,
      boolean joint,
      String separateReason,
      String aloneReason,
      Together together,
      String profileId,
      String profileVersion,
      String profileTitle,
      Instant createdAt,
      @Nullable Instant poolPreparedAt,
      List<RegistryHint> toConfirm,
      PoolNumbers pool,
      List<DrawLink> draws,
      Map<String, Integer> visitStates,
      List<String> teamWays,
      @Nullable LocalDate endedOn,
      @Nullable String abandonedReason,
      List<String> allowedCommands) {}

  private final TaskStore store;
  private final TaskSearch search;
  private final Organisation organisation;
  private final Catalog catalog;
  private final Draws draws;
  private final Policies policies;
  private final CurrentRegistries registries;
  private final PoolRuns runs;
  private final TogetherViews together;
  private final Involvement involvement;

  TaskViews(
      TaskStore store,
      TaskSearch search,
      Organisation organisation,
      Catalog catalog,
      Draws draws,
      Policies policies,
      CurrentRegistries registries,
      TogetherViews together,
      Involvement involvement,
      PoolRuns runs) {
    this.store = store;
    this.search = search;
    this.organisation = organisation;
    this.catalog = catalog;
    this.draws = draws;
    this.policies = policies;
    this.registries = registries;
    this.runs = runs;
    this.together = together;
    this.involvement = involvement;
  }

  Page<TaskListRow> rows(Page<TaskRow> rows) {
    Map<UUID, String> names = departmentNames();
    return rows.map(
        r ->
            new TaskListRow(
                r.id(),
                r.number(),
                r.title(),
                r.ground(),
                new NamedId(r.departmentId(), names.getOrDefault(r.departmentId(), "")),
                r.from(),
                r.to(),
                r.state(),
                r.departments(),
                r.handedDown(),
                r.visits(),
                r.finished()));
  }

  /** Refuses as not found what the person may not see. */
  Task checkVisible(UUID id) {
    Task task = store.get(id);
    if (!involvement.sees(SignedIn.get(), task)) {
      throw Refused.because(KernelProblem.NOT_FOUND, id);
    }
    return task;
  }

  TaskDetail detail(UUID id) {
    return show(checkVisible(id));
  }

  /** What whoever gave a task away is told, who may not see it any more. */
  TaskDetail givenAway(UUID id) {
    return show(store.get(id));
  }

  private TaskDetail show(Task task) {
    UUID id = task.id();
    var terms = task.terms();
    var progress = task.progress();
    return new TaskDetail(
        id,
        task.version(),
        terms.number(),
        terms.title(),
        Lifecycle.wireName(task.state()),
        Lifecycle.wireName(terms.ground()),
        terms.groundText(),
        terms.planLineId(),
        new NamedId(terms.departmentId(), organisation.getDepartment(terms.departmentId()).name()),
        terms.items().stream().map(this::item).toList(),
        terms.filter(),
        terms.ratesBp(),
        terms.from(),
        terms.to(),
        terms.exemptionException(),
        terms.joint(),
        terms.separateReason(),
        terms.aloneReason(),
        together.of(task),
        terms.profileId(),
        terms.profileVersion(),
        policies
            .getVersion(terms.profileId(), terms.profileVersion())
            .header()
            .title()
            .in(LocaleContextHolder.getLocale()),
        terms.createdAt(),
        progress.poolPreparedAt(),
        toConfirm(task),
        search.poolNumbers(id),
        draws.listOfTask(id).stream()
            .map(d -> new DrawLink(d.id(), d.number(), d.purpose(), d.state(), d.rounds()))
            .toList(),
        search.visitStates(id),
        teamWays(task),
        progress.endedOn(),
        progress.abandonedReason(),
        allowed(task));
  }

  /** Who may draw the inspectors, by the rules. */
  private List<String> teamWays(Task task) {
    var rules = policies.getVersion(task.terms().profileId(), task.terms().profileVersion());
    return TeamWay.allowed(rules.inspectorDraw().value()).stream()
        .map(Lifecycle::wireName)
        .toList();
  }

  /** What the next draws of the task wait for. */
  private List<RegistryHint> toConfirm(Task task) {
    List<KeptRegistry> next =
        switch (task.state()) {
          case SETTING_UP, OPENED, POOL_READY ->
              List.of(KeptRegistry.TARGETS, KeptRegistry.INSPECTORS);
          case DRAWING_TARGETS, TARGETS_DRAWN -> List.of(KeptRegistry.INSPECTORS);
          default -> List.of();
        };
    return registries.listMissing(task.terms(), next).stream()
        .map(
            m ->
                new RegistryHint(
                    Lifecycle.wireName(m.registry()),
                    Lifecycle.wireName(m.lack()),
                    m.confirmed(),
                    m.clauses()))
        .toList();
  }

  Map<UUID, String> departmentNames() {
    return organisation.listDepartments(SignedIn.get().authorityId()).stream()
        .collect(Collectors.toMap(Department::id, Department::name));
  }

  private TaskItemView item(TaskItem of) {
    ItemView item = item(catalog.getItem(of.versionId()));
    return new TaskItemView(
        item.id(),
        item.code(),
        item.name(),
        item.version(),
        item.category(),
        new NamedId(of.departmentId(), organisation.getDepartment(of.departmentId()).name()));
  }

  static ItemView item(ItemVersion item) {
    return new ItemView(
        item.id(), item.code(), item.name(), item.version(), Lifecycle.wireName(item.category()));
  }

  /** Commands of those who lead it; teams are formed and sent out by whoever carries them out. */
  private List<String> allowed(Task task) {
    if (runs.isUnderWay(task.id())) {
      return List.of();
    }
    SignedIn person = SignedIn.get();
    boolean leads = person.handles(task.terms().departmentId());
    Map<String, Integer> own = search.visitStates(task.id(), person.scope().handled());
    return TaskLifecycle.TABLE.allowed(task.state()).stream()
        .filter(c -> mayNow(c, person))
        .filter(
            c ->
                switch (c) {
                  case FORM_TEAMS -> formsTeams(task, leads, own);
                  case DISPATCH -> own.getOrDefault("staffed", 0) > 0 || leads && isStaffed(task);
                  case INVITE -> leads && together.mayInvite(task);
                  case HAND_OVER -> involvement.hasPart(person, task);
                  default -> leads;
                })
        .map(Lifecycle::wireName)
        .distinct()
        .toList();
  }

  /** Once teams are formed, more are formed only for visits that have none. */
  private static boolean formsTeams(Task task, boolean leads, Map<String, Integer> own) {
    boolean first = leads && task.state() == TaskState.TARGETS_DRAWN && !task.terms().handedDown();
    return first || own.getOrDefault("drawn", 0) > 0;
  }

  private static boolean isStaffed(Task task) {
    return task.state() == TaskState.STAFFED && !task.terms().handedDown();
  }

  private static boolean mayNow(TaskCommand command, SignedIn person) {
    return command.permission() != null && person.may(command.permission());
  }
}
