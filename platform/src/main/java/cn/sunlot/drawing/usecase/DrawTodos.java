package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.Occasions;
import cn.sunlot.drawing.store.DrawSearch;
import cn.sunlot.drawing.store.RecordStore;
import cn.sunlot.drawing.store.RecordStore.OpenReport;
import cn.sunlot.kernel.Page;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Scope;
import cn.sunlot.kernel.access.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws that wait: for their next step, or, reported to the regulation section, for its people to
 * acknowledge them (ZB-9.1).
 */
@Component
@Transactional(readOnly = true)
class DrawTodos implements TodoSource {

  /** States in which the people of the section have the next step, and what it is. */
  private static final Map<String, String> NEXT =
      Map.of(
          "prepared", "hold-draw",
          "committed", "hold-draw",
          "revealed", "hold-draw",
          "drawn", "close-draw");

  private final DrawSearch draws;
  private final RecordStore records;
  private final Occasions occasions;

  DrawTodos(DrawSearch draws, RecordStore records, Occasions occasions) {
    this.draws = draws;
    this.records = records;
    this.occasions = occasions;
  }

  @Override
  public List<Todo> todo(SignedIn person) {
    List<Todo> todos = new ArrayList<>();
    if (person.may(Permission.DRAW_OPERATE)) {
      NEXT.forEach(
          (state, kind) ->
              listIn(state, person).forEach(d -> todos.add(next(kind, d, person.scope()))));
    }
    if (person.may(Permission.DRAW_VIEW)) {
      List<OpenReport> open = records.listOpenReports(person.departmentId());
      Map<UUID, String> titles =
          occasions.titles(person.scope(), open.stream().map(OpenReport::taskId).toList());
      open.forEach(report -> todos.add(acknowledge(report, titles)));
    }
    return todos;
  }

  private List<DrawSearch.Row> listIn(String state, SignedIn person) {
    var filter = new DrawSearch.Filter(null, state, null, null);
    return draws.page(person.scope(), filter, new Page.Request(1, 50), "preparedAt").items();
  }

  private Todo next(String kind, DrawSearch.Row draw, Scope scope) {
    String title =
        occasions.titles(scope, List.of(draw.taskId())).getOrDefault(draw.taskId(), draw.number());
    return new Todo(kind, title, null, false, "/draws/" + draw.id(), draw.number());
  }

  private static Todo acknowledge(OpenReport report, Map<UUID, String> titles) {
    return new Todo(
        "acknowledge-draw-report",
        titles.getOrDefault(report.taskId(), report.number()),
        null,
        false,
        "/draws/" + report.drawId(),
        report.number());
  }
}
