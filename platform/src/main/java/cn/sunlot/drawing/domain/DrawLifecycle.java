package cn.sunlot.drawing.domain;

import static cn.sunlot.drawing.domain.DrawCommand.*;
import static cn.sunlot.drawing.domain.DrawState.*;
import static cn.sunlot.kernel.Lifecycle.edge;

import cn.sunlot.kernel.Lifecycle;
import java.util.EnumSet;
import java.util.Set;

/**
 * The life of a draw. Entry types of the steps themselves are those of the public log; an edge that
 * leads back to its own state, or waits for further parties, leaves the state as it is.
 */
public final class DrawLifecycle {

  /** Entry type of the opened chain value, which {@link DrawCommand#DRAW} writes first. */
  public static final String OPENED = "draw-opened";

  /** Entry type of the frozen pool, with which a draw begins. */
  public static final String PREPARED_ENTRY = "draw-prepared";

  /** Entry type of reason and approver, before a round's input. */
  public static final String ROUND_APPROVED = "draw-round-approved";

  /** Steps whose order decides about the result; each waits for a checkpoint of the one before. */
  public static final Set<DrawCommand> IN_ORDER =
      EnumSet.of(COMMIT, REVEAL, PUBLIC_VALUE, DRAW, REQUEST_ROUND, DRAW_ROUND);

  /**
   * What a draw that is void for further rounds does not take any more (draw.md section 5). A round
   * can still be ordered: that says which places are missing, and its successor draws them.
   */
  public static final Set<DrawCommand> OF_ROUNDS =
      EnumSet.of(DECLARE_SOURCE, PUBLIC_VALUE, DRAW_ROUND, END_ROUNDS, DrawCommand.VOID);

  public static final Lifecycle<DrawState, DrawCommand> TABLE =
      new Lifecycle<>(
          "draw",
          edge(PREPARED, ADD_WITNESS, PREPARED, "draw-witness-named", "ZB-9"),
          edge(PREPARED, COMMIT_WITNESS, PREPARED, "draw-witness-committed", "ZB-9"),
          edge(PREPARED, REMOVE_WITNESS, PREPARED, "draw-witness-removed", "ZB-9"),
          edge(PREPARED, MAKE_LINK, PREPARED, "draw-link-made", ""),
          edge(COMMITTED, MAKE_LINK, COMMITTED, "draw-link-made", ""),
          edge(REVEALED, MAKE_LINK, REVEALED, "draw-link-made", ""),
          edge(DRAWN, MAKE_LINK, DRAWN, "draw-link-made", ""),
          edge(CLOSED, MAKE_LINK, CLOSED, "draw-link-made", ""),
          edge(PREPARED, DECLARE_SOURCE, PREPARED, "draw-source-declared", ""),
          edge(DRAWN, DECLARE_SOURCE, DRAWN, "draw-source-declared", ""),
          edge(CLOSED, DECLARE_SOURCE, CLOSED, "draw-source-declared", ""),
          edge(PREPARED, COMMIT, COMMITTED, "draw-committed", "ZB-9"),
          edge(COMMITTED, REVEAL, REVEALED, "draw-revealed", ""),
          edge(REVEALED, PUBLIC_VALUE, REVEALED, "draw-public", ""),
          edge(DRAWN, PUBLIC_VALUE, DRAWN, "draw-public", ""),
          edge(CLOSED, PUBLIC_VALUE, CLOSED, "draw-public", ""),
          edge(REVEALED, DRAW, DRAWN, "draw-drawn", "ZB-9"),
          edge(DRAWN, CLOSE, CLOSED, "draw-closed", "ZB-9"),
          edge(DRAWN, REQUEST_ROUND, DRAWN, "draw-round", "ZB-11"),
          edge(DRAWN, DRAW_ROUND, DRAWN, "draw-drawn", "ZB-11"),
          edge(CLOSED, REQUEST_ROUND, CLOSED, "draw-round", "ZB-11"),
          edge(CLOSED, DRAW_ROUND, CLOSED, "draw-drawn", "ZB-11"),
          edge(COMMITTED, ATTACH, COMMITTED, "draw-attached", "ZB-9"),
          edge(REVEALED, ATTACH, REVEALED, "draw-attached", "ZB-9"),
          edge(DRAWN, ATTACH, DRAWN, "draw-attached", "ZB-9"),
          edge(CLOSED, ATTACH, CLOSED, "draw-attached", "ZB-9"),
          edge(DRAWN, SIGN, DRAWN, "draw-signed", "ZB-9"),
          edge(CLOSED, ACKNOWLEDGE_REPORT, CLOSED, "draw-report-acknowledged", "ZB-9.1"),
          edge(PREPARED, DrawCommand.VOID, DrawState.VOID, "draw-void", "ZB-9"),
          edge(COMMITTED, DrawCommand.VOID, DrawState.VOID, "draw-void", "ZB-9"),
          edge(REVEALED, DrawCommand.VOID, DrawState.VOID, "draw-void", "ZB-9"),
          edge(DRAWN, DrawCommand.VOID, DrawState.VOID, "draw-void", "ZB-9"),
          edge(DRAWN, END_ROUNDS, DRAWN, "draw-void", "ZB-11"),
          edge(CLOSED, END_ROUNDS, CLOSED, "draw-void", "ZB-11"),
          edge(DRAWN, SUCCEED, DRAWN, "draw-succeeded", "ZB-11"),
          edge(CLOSED, SUCCEED, CLOSED, "draw-succeeded", "ZB-11"),
          edge(DrawState.VOID, SUCCEED, DrawState.VOID, "draw-succeeded", "ZB-9"));

  private DrawLifecycle() {}
}
