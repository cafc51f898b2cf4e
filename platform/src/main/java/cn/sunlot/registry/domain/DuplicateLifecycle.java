package cn.sunlot.registry.domain;

import static cn.sunlot.kernel.Lifecycle.edge;
import static cn.sunlot.registry.domain.DuplicateCommand.DISMISS;
import static cn.sunlot.registry.domain.DuplicateCommand.MERGE;
import static cn.sunlot.registry.domain.DuplicateCommand.RECONSIDER;
import static cn.sunlot.registry.domain.DuplicateCommand.SEPARATE;
import static cn.sunlot.registry.domain.DuplicateState.DIFFERENT;
import static cn.sunlot.registry.domain.DuplicateState.MERGED;
import static cn.sunlot.registry.domain.DuplicateState.OPEN;

import cn.sunlot.kernel.Lifecycle;

/** The way of a pair of targets that look like one. Who are separated again are known to be two. */
public final class DuplicateLifecycle {

  public static final Lifecycle<DuplicateState, DuplicateCommand> TABLE =
      new Lifecycle<>(
          "duplicate",
          edge(OPEN, MERGE, MERGED, "targets-merged", "TZ-10"),
          edge(OPEN, DISMISS, DIFFERENT, "duplicate-dismissed", "TZ-10"),
          edge(DIFFERENT, MERGE, MERGED, "targets-merged", "TZ-10"),
          edge(DIFFERENT, RECONSIDER, OPEN, "duplicate-reconsidered", "TZ-10"),
          edge(MERGED, SEPARATE, DIFFERENT, "targets-separated", "TZ-10"));

  private DuplicateLifecycle() {}
}
