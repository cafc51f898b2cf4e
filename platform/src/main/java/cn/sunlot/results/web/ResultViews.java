package cn.sunlot.results.web;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.catalog.Catalog;
import cn.sunlot.fieldwork.Fieldwork.Lead;
import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.policy.Policies;
import cn.sunlot.policy.Profile;
import cn.sunlot.results.domain.Result;
import cn.sunlot.results.domain.Result.Statement;
import cn.sunlot.results.domain.ResultLifecycle;
import cn.sunlot.results.domain.ResultState;
import cn.sunlot.results.store.LeadStore;
import cn.sunlot.results.store.ResultSearch.ResultRow;
import cn.sunlot.results.store.ResultStore;
import cn.sunlot.results.web.DueViews.DueView;
import cn.sunlot.tasking.Tasks;
import cn.sunlot.tasking.Tasks.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Results as screens show them. */
@Component
@Transactional(readOnly = true)
class ResultViews {

  record ResultListRow(
      UUID id,
      String number,
      int revision,
      String unitId,
      String targetName,
      String taskNumber,
      String item,
      LocalDate visitedOn,
      String type,
      @OneOf(ResultState.class) String state,
      @Nullable DueDate publishDue,
      @Nullable LocalDate publishedOn) {}

  record RevisionView(
      UUID id,
      int revision,
      Statement statement,
      @OneOf(ResultState.class) String state,
      @Nullable Instant publishedAt,
      String correctionReason,
      @Nullable String correctedBy) {}

  /** Clauses on which a correction, an objection, a result without inspection rest. */
  record ResultClauses(List<String> correction, List<String> objection, List<String> direct) {}

  record ResultDetail(
      UUID id,
      int version,
      String number,
      int revision,
      String unitId,
      String targetName,
      NamedId department,
      UUID visitId,
      UUID taskId,
      String taskNumber,
      String taskTitle,
      String item,
      LocalDate visitedOn,
      Statement statement,
      @Nullable String directReason,
      @OneOf(ResultState.class) String state,
      @Nullable Instant publishedAt,
      @Nullable DueDate objectionUntil,
      String limitedReason,
      List<DueView> dues,
      List<Lead> leads,
      List<RevisionView> revisions,
      List<String> resultTypes,
      boolean resultTypesOpen,
      ResultClauses clauses,
      List<String> allowedCommands) {}

  private final ResultStore store;
  private final Tasks tasks;
  private final Catalog catalog;
  private final Organisation organisation;
  private final Policies policies;
  private final DueViews dues;
  private final LeadStore leads;

  ResultViews(
      ResultStore store,
      Tasks tasks,
      Catalog catalog,
      Organisation organisation,
      Policies policies,
      DueViews dues,
      LeadStore leads) {
    this.store = store;
    this.tasks = tasks;
    this.catalog = catalog;
    this.organisation = organisation;
    this.policies = policies;
    this.dues = dues;
    this.leads = leads;
  }

  Page<ResultListRow> rows(Page<ResultRow> rows) {
    Map<UUID, String> taskNumbers = new HashMap<>();
    Map<UUID, String> items = new HashMap<>();
    return rows.map(
        r ->
            new ResultListRow(
                r.id(),
                r.number(),
                r.revision(),
                r.unitId(),
                r.targetName(),
                taskNumbers.computeIfAbsent(r.taskId(), id -> tasks.getTask(id).number()),
                items.computeIfAbsent(r.itemVersionId(), id -> catalog.getItem(id).name()),
                r.visitedOn(),
                r.type(),
                r.state(),
                r.publishDue(),
                r.publishedOn()));
  }

  ResultDetail detail(UUID id) {
    Result result = store.get(id);
    SignedIn person = SignedIn.get();
    if (!person.sees(result.departmentId())) {
      throw Refused.because(KernelProblem.NOT_FOUND, id);
    }
    Task task = tasks.getTask(result.taskId());
    Profile rules = policies.getVersion(task.profileId(), task.profileVersion());
    return new ResultDetail(
        id,
        result.version(),
        result.number(),
        result.revision(),
        result.unitId(),
        result.targetName(),
        new NamedId(
            result.departmentId(), organisation.getDepartment(result.departmentId()).name()),
        result.visitId(),
        task.id(),
        task.number(),
        task.title(),
        catalog.getItem(result.itemVersionId()).name(),
        result.visitedOn(),
        result.finding(),
        result.directReason(),
        Lifecycle.wireName(result.state()),
        result.publishedAt(),
        result.objectionUntil(),
        result.limitedReason(),
        dues.of(result.visitId(), result.departmentId()),
        leads.list(first(result).id()),
        store.listRevisions(result.authorityId(), result.number()).stream()
            .map(this::revision)
            .toList(),
        rules.resultTypes().value().values().stream().map(Lifecycle::wireName).toList(),
        rules.resultTypes().value().open(),
        new ResultClauses(
            rules.correction().clauses(),
            rules.objection().clauses(),
            rules.directResults().clauses()),
        ResultLifecycle.TABLE.allowed(result.state()).stream()
            .filter(c -> c.permission() != null && person.may(c.permission()))
            .map(Lifecycle::wireName)
            .toList());
  }

  /** The revision that the record made: what it leaves for others is kept with it. */
  private Result first(Result result) {
    return store.listRevisions(result.authorityId(), result.number()).get(0);
  }

  private RevisionView revision(Result r) {
    return new RevisionView(
        r.id(),
        r.revision(),
        r.finding(),
        Lifecycle.wireName(r.state()),
        r.publishedAt(),
        r.correctionReason(),
        r.correctedBy() == null ? null : organisation.getPerson(r.correctedBy()).name());
  }
}
