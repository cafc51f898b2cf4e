package cn.sunlot.drawing.web;

import cn.sunlot.drawing.domain.Ceremony;
import cn.sunlot.drawing.domain.Draw;
import cn.sunlot.drawing.domain.DrawCommand;
import cn.sunlot.drawing.domain.DrawLifecycle;
import cn.sunlot.drawing.domain.DrawState;
import cn.sunlot.drawing.domain.Participant;
import cn.sunlot.drawing.store.DrawStore;
import cn.sunlot.drawing.store.RecordStore;
import cn.sunlot.drawing.usecase.EndRounds;
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
  private final EndRounds endRounds;

  AllowedCommands(DrawStore draws, RecordStore records, EndRounds endRounds) {
    this.draws = draws;
    this.records = records;
    this.endRounds = endRounds;
  }

  List<String> of(Draw draw, Ceremony ceremony, SignedIn person) {
    return DrawLifecycle.TABLE.allowed(draw.state()).stream()
        .filter(command -> person.may(permission(command)))
        .filter(command -> !draw.isEnded() || !DrawLifecycle.OF_ROUNDS.contains(command))
        .filter(command -> makesSense(command, draw, ceremony, person))
        .map(Lifecycle::wireName)
        .toList();
  }

  private static Permission permission(DrawCommand command) {
    return switch (command) {
      case VOID, END_ROUNDS -> Permission.DRAW_VOID;
      case ACKNOWLEDGE_REPORT, PUBLIC_VALUE -> Permission.DRAW_VIEW;
      default -> Permission.DRAW_OPERATE;
    };
  }

  private boolean makesSense(DrawCommand command, Draw draw, Ceremony ceremony, SignedIn person) {
    return switch (command) {
      case PUBLIC_VALUE -> isWaited(draw, ceremony) && !isComplete(ceremony);
      // The party that supervises draws on its own phone.
      case DRAW -> isComplete(ceremony) && !isOpenedByLink(ceremony);
      case DRAW_ROUND ->
          ceremony.pendingRound().isPresent() && isComplete(ceremony) && !isOpenedByLink(ceremony);
      case DECLARE_SOURCE -> ceremony.pendingRound().isEmpty();
      case COMMIT_WITNESS -> !ceremony.awaited().isEmpty();
      case MAKE_LINK -> isByLink(ceremony);
      case SIGN -> records.listSigned(draw.id()).size() < ceremony.parties().size();
      // Ordered from the task, not from the screen of the draw.
      case REQUEST_ROUND -> false;
      case REMOVE_WITNESS -> !ceremony.witnesses().isEmpty() || !ceremony.awaited().isEmpty();
      case END_ROUNDS -> endRounds.admits(draw, ceremony);
      case SUCCEED -> isSucceedable(draw, ceremony) && draws.findSuccessor(draw.id()).isEmpty();
      case ACKNOWLEDGE_REPORT ->
          records
              .findReport(draw.id())
              .filter(r -> r.acknowledgedAt() == null)
              .filter(r -> r.departmentId().equals(person.departmentId()))
              .isPresent();
      default -> true;
    };
  }

  /** Void; or void for further rounds, with a round that was ordered and will not be drawn. */
  private static boolean isSucceedable(Draw draw, Ceremony ceremony) {
    return draw.state() == DrawState.VOID
        || (draw.isEnded() && ceremony.pendingRound().isPresent());
  }

  /** Whether a public value is to be typed: of the draw, or of the round that waits. */
  private static boolean isWaited(Draw draw, Ceremony ceremony) {
    return draw.state() == DrawState.REVEALED || ceremony.pendingRound().isPresent();
  }

  private static boolean isComplete(Ceremony ceremony) {
    return ceremony.openSources(ceremony.nextRound()).isEmpty();
  }

  private static boolean isOpenedByLink(Ceremony ceremony) {
    return ceremony.supervisor().filter(s -> s.way() == Participant.Way.LINK).isPresent();
  }

  private static boolean isByLink(Ceremony ceremony) {
    return !ceremony.awaited().isEmpty()
        || ceremony.parties().stream().anyMatch(p -> p.way() == Participant.Way.LINK);
  }
}
