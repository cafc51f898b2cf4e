package cn.sunlot.drawing.usecase;

import cn.sunlot.drawing.store.RecordStore;
import cn.sunlot.kernel.Todo;
import cn.sunlot.kernel.TodoSource;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws reported to the regulation section that its people have not acknowledged (ZB-9.1). */
@Component
@Transactional(readOnly = true)
class DrawTodos implements TodoSource {

  private final RecordStore records;

  DrawTodos(RecordStore records) {
    this.records = records;
  }

  @Override
  public List<Todo> todo(SignedIn person) {
    if (!person.may(Permission.DRAW_VIEW)) {
      return List.of();
    }
    return records.listOpenReports(person.departmentId()).stream()
        .map(
            report ->
                new Todo(
                    "acknowledge-draw-report",
                    report.number() + " · " + report.taskNumber(),
                    null,
                    false,
                    "/draws/" + report.drawId(),
                    report.number()))
        .toList();
  }
}
