package cn.sunlot.tasking.domain;

import static cn.sunlot.kernel.Lifecycle.edge;
import static cn.sunlot.tasking.domain.VisitCommand.*;
import static cn.sunlot.tasking.domain.VisitState.*;

import cn.sunlot.kernel.Lifecycle;

/** The way of a visit, up to the end of the work on site. */
public final class VisitLifecycle {

  public static final Lifecycle<VisitState, VisitCommand> TABLE =
      new Lifecycle<>(
          "visit",
          edge(DRAWN, NOTE_TEAM, STAFFED, "team-formed", "ZB-9"),
          edge(DRAWN, REPORT_SHORTAGE, DRAWN, "shortage-reported", "ZB-10"),
          edge(DRAWN, DROP_AS_EXEMPT, DROPPED, "visit-dropped", "ZB-9"),
          edge(STAFFED, RECUSE, STAFFED, "recusal-requested", "ZB-11"),
          edge(STAFFED, REPLACE, STAFFED, "replacement-requested", "ZB-11"),
          edge(STAFFED, PLAN_DAY, STAFFED, "visit-planned", "PDS-17"),
          edge(STAFFED, APPOINT_LEADER, STAFFED, "leader-appointed", "SX-4.2"),
          edge(STAFFED, ADD_ASSISTANT, STAFFED, "assistant-added", "ZB-9"),
          edge(STAFFED, REMOVE_ASSISTANT, STAFFED, "assistant-removed", "ZB-9"),
          edge(STAFFED, NOTE_TEAM, STAFFED, "team-changed", "ZB-11"),
          edge(STAFFED, NOTE_TEAM_BROKEN, DRAWN, "team-broken", "ZB-11"),
          edge(STAFFED, DROP_AS_EXEMPT, DROPPED, "visit-dropped", "ZB-9"),
          edge(STAFFED, NOTE_DISPATCHED, DISPATCHED, "visit-dispatched", "ZB-9"),
          edge(DISPATCHED, RECUSE, DISPATCHED, "recusal-requested", "ZB-11"),
          edge(DISPATCHED, REPLACE, DISPATCHED, "replacement-requested", "ZB-11"),
          edge(DISPATCHED, PLAN_DAY, DISPATCHED, "visit-planned", "PDS-17"),
          edge(DISPATCHED, APPOINT_LEADER, DISPATCHED, "leader-appointed", "SX-4.2"),
          edge(DISPATCHED, ADD_ASSISTANT, DISPATCHED, "assistant-added", "ZB-9"),
          edge(DISPATCHED, REMOVE_ASSISTANT, DISPATCHED, "assistant-removed", "ZB-9"),
          edge(DISPATCHED, NOTE_TEAM, DISPATCHED, "team-changed", "ZB-11"),
          edge(DISPATCHED, NOTE_TEAM_BROKEN, DRAWN, "team-broken", "ZB-11"),
          edge(DISPATCHED, DROP_AS_EXEMPT, DROPPED, "visit-dropped", "ZB-9"),
          edge(DISPATCHED, NOTE_FINISHED, FINISHED, "visit-finished", "ZB-15"));

  private VisitLifecycle() {}
}
