package cn.sunlot.registry.domain;

import static cn.sunlot.kernel.Lifecycle.edge;
import static cn.sunlot.registry.domain.TargetCommand.*;
import static cn.sunlot.registry.domain.TargetStatus.*;

import cn.sunlot.kernel.Lifecycle;

/** A target's standing; what is not active stays in the registry and is kept out of draws. */
public final class TargetLifecycle {

  public static final Lifecycle<TargetStatus, TargetCommand> TABLE =
      new Lifecycle<>(
          "target",
          edge(ACTIVE, CLOSE, CLOSED, "target-closed", "ZB-6"),
          edge(ACTIVE, MOVE, MOVED, "target-moved", "ZB-6"),
          edge(ACTIVE, REVOKE, REVOKED, "target-revoked", "ZB-6"),
          edge(CLOSED, REOPEN, ACTIVE, "target-reopened", "ZB-6"),
          edge(MOVED, REOPEN, ACTIVE, "target-reopened", "ZB-6"),
          edge(REVOKED, REOPEN, ACTIVE, "target-reopened", "ZB-6"),
          edge(ACTIVE, MERGE, MERGED, "targets-merged", "TZ-10"),
          edge(CLOSED, MERGE, MERGED, "targets-merged", "TZ-10"),
          edge(MOVED, MERGE, MERGED, "targets-merged", "TZ-10"),
          edge(REVOKED, MERGE, MERGED, "targets-merged", "TZ-10"));

  private TargetLifecycle() {}
}
