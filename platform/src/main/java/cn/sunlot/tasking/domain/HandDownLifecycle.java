package cn.sunlot.tasking.domain;

import static cn.sunlot.kernel.Lifecycle.edge;
import static cn.sunlot.tasking.domain.HandDownCommand.RECEIVE_LIST;
import static cn.sunlot.tasking.domain.HandDownState.HANDED_DOWN;
import static cn.sunlot.tasking.domain.HandDownState.RECEIVED;

import cn.sunlot.kernel.Lifecycle;

/** The way of a part of a drawn list down the line; what was received is not given back. */
public final class HandDownLifecycle {

  public static final Lifecycle<HandDownState, HandDownCommand> TABLE =
      new Lifecycle<>(
          "hand-down", edge(HANDED_DOWN, RECEIVE_LIST, RECEIVED, "list-received", "TZ-19"));

  private HandDownLifecycle() {}
}
