package cn.sunlot.drawing.web;

import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.DrawLifecycle;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.drawing.store.RecordStore;
import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.SignedIn;
import java.util.List;
import org.springframework.stereotype.Component;

/** The buttons of a draw's screen: what state, permissions and the steps so far admit. */
@Component
class AllowedCommands {

  private final DrawStore draws;
  private final RecordStore records;

  AllowedCommands(DrawStore draws, RecordStore records) {
    this.draws = draws;
    this.records = records;
  }

  List<String> of(Draw draw, Ceremony ceremony, SignedIn person) {
    return DrawLifecycle.TABLE.allowed(draw.state()).stream()
        .filter(command -> person.may(permission(command)))
        .filter(command -> makesSense(command, draw, ceremony, person))
        .map(Lifecycle::wireName)
        .toList();
  }

  private static Permission permission(DrawCommand command) {
    return switch (command) {
      case VOID -> Permission.DRAW_VOID;
      case ACKNOWLEDGE_REPORT, PUBLIC_VALUE -> Permission.DRAW_VIEW;
      default -> Permission.DRAW_OPERATE;
    };
  }

  private boolean makesSense(DrawCommand command, Draw draw, Ceremony ceremony, SignedIn person) {
    return switch (command) {
      case PUBLIC_VALUE -> !ceremony.openSources().isEmpty();
      case DRAW -> ceremony.openSources().isEmpty();
      case DRAW_ROUND -> ceremony.pendingRound().isPresent();
      // Ordered from the task, not from the screen of the draw.
      case REQUEST_ROUND -> false;
      case REMOVE_WITNESS -> !ceremony.witnesses().isEmpty();
      case SUCCEED -> draws.findSuccessor(draw.id()).isEmpty();
      case ACKNOWLEDGE_REPORT ->
          records
              .findReport(draw.id())
              .filter(r -> r.acknowledgedAt() == null)
              .filter(r -> r.departmentId().equals(person.departmentId()))
              .isPresent();
      default -> true;
    };
  }
}
