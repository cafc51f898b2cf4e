package cn.sunlot.tasking.domain;

import static cn.sunlot.kernel.Lifecycle.edge;
import static cn.sunlot.tasking.domain.StaffingChange.State.*;
import static cn.sunlot.tasking.domain.StaffingCommand.*;

import cn.sunlot.kernel.Lifecycle;

/** The way of a request for another team or target. */
public final class StaffingLifecycle {

  public static final Lifecycle<StaffingChange.State, StaffingCommand> TABLE =
      new Lifecycle<>(
          "staffing-change",
          edge(REQUESTED, APPROVE, DONE, "staffing-approved", "ZB-11"),
          edge(REQUESTED, APPROVE_DRAW, TO_BE_DRAWN, "staffing-approved", "ZB-11"),
          edge(REQUESTED, REFUSE, REFUSED, "staffing-refused", "ZB-11"),
          edge(TO_BE_DRAWN, NOTE_DRAWN, DONE, "staffing-done", "ZB-11"));

  private StaffingLifecycle() {}
}
