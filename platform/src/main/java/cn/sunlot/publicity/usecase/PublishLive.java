package cn.sunlot.publicity.usecase;

import cn.sunlot.drawing.DrawStepped;
import cn.sunlot.drawing.Draws;
import cn.sunlot.drawing.Draws.Draw;
import cn.sunlot.drawing.PublicDraws;
import cn.sunlot.kernel.access.WholeView;
import cn.sunlot.publicity.store.LiveRows;
import cn.sunlot.publicity.store.Turns;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.ObjectMapper;

/**
 * Lets everybody watch a draw: what may be seen of it is copied at each step, at the end of the
 * step's transaction, when all of the step is written.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PublishLive {

  private final PublicDraws draws;
  private final Draws faces;
  private final LiveRows rows;
  private final Turns turns;
  private final Owners owners;
  private final WholeView view;
  private final ObjectMapper json;
  private final Clock clock;
  private final EachByItself each;

  PublishLive(
      PublicDraws draws,
      Draws faces,
      LiveRows rows,
      Turns turns,
      Owners owners,
      WholeView view,
      ObjectMapper json,
      Clock clock,
      EachByItself each) {
    this.draws = draws;
    this.faces = faces;
    this.rows = rows;
    this.turns = turns;
    this.owners = owners;
    this.view = view;
    this.json = json;
    this.clock = clock;
    this.each = each;
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void on(DrawStepped event) {
    view.run(() -> run(event.drawId()));
  }

  /** Shows a draw as it is now. */
  void run(UUID drawId) {
    turns.await(faces.getDraw(drawId).authorityId());
    Draw draw = faces.getDraw(drawId);
    rows.replace(
        draw,
        owners.get(draw.authorityId(), draw.departmentId()),
        json.writeValueAsString(draws.getScreen(drawId)),
        clock.instant());
  }

  /** Shows all draws of an authority that can be shown. */
  void runAll(UUID authorityId) {
    draws.listAll(authorityId).forEach(id -> each.run("be shown live", id, () -> run(id)));
  }
}
