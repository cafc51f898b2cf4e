package cn.sunlot.results.usecase;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.results.Results;
import cn.sunlot.results.ResultsProblem;
import cn.sunlot.results.domain.Report;
import cn.sunlot.results.domain.Result;
import cn.sunlot.results.store.ResultSearch;
import cn.sunlot.results.store.ResultStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The face of the module, and the reports that wait. */
@Component
@Transactional(readOnly = true)
class ResultAnswers implements Results, TodoSource {

  private static final Page.Request FIRST = new Page.Request(1, 50);

  private final ResultStore store;
  private final ResultSearch search;

  ResultAnswers(ResultStore store, ResultSearch search) {
    this.store = store;
    this.search = search;
  }

  @Override
  public Published getPublished(UUID resultId) {
    Result result = store.get(resultId);
    if (result.publishedAt() == null) {
      throw Refused.because(ResultsProblem.NOT_PUBLISHED, result.number());
    }
    return published(result);
  }

  @Override
  public List<Published> listPublishedOfTask(UUID taskId) {
    return store.listOfTask(taskId).stream()
        .filter(r -> r.publishedAt() != null)
        .map(ResultAnswers::published)
        .toList();
  }

  @Override
  public List<Published> listPublished(UUID authorityId) {
    return store.listPublished(authorityId).stream().map(ResultAnswers::published).toList();
  }

  @Override
  public List<Todo> todo(SignedIn person) {
    List<Todo> todo = new ArrayList<>();
    if (person.may(Permission.REPORT_EDIT)) {
      search.pageReports(person.scope(), "draft", FIRST).items().stream()
          .map(r -> todo("write-report", r, r.due()))
          .forEach(todo::add);
    }
    if (person.may(Permission.REPORT_PUBLISH)) {
      search.pageReports(person.scope(), "submitted", FIRST).items().stream()
          .map(r -> todo("publish-report", r, r.publishDue()))
          .forEach(todo::add);
    }
    return todo;
  }

  private static Todo todo(String kind, Report report, @Nullable DueDate due) {
    return new Todo(
        kind,
        report.title(),
        due == null ? null : due.date(),
        due != null && due.provisional(),
        "/reports/" + report.id(),
        report.taskNumber());
  }

  private static Published published(Result r) {
    return new Published(
        r.id(),
        r.number(),
        r.revision(),
        r.authorityId(),
        r.departmentId(),
        r.taskId(),
        r.visitId(),
        r.itemVersionId(),
        r.unitId(),
        r.targetName(),
        r.visitedOn(),
        r.finding().type(),
        r.finding().finding(),
        r.finding().measures(),
        r.finding().handling(),
        r.directReason(),
        Objects.requireNonNull(r.publishedAt()),
        r.objectionUntil(),
        r.correctsId(),
        r.correctionReason());
  }
}
