package cn.sunlot.results.domain;

import static cn.sunlot.kernel.Lifecycle.edge;
import static cn.sunlot.results.domain.ResultCommand.*;
import static cn.sunlot.results.domain.ResultState.*;

import cn.sunlot.kernel.Lifecycle;

/**
 * The way of a result. No edge changes a published one: a correction is a further revision beside
 * it.
 */
public final class ResultLifecycle {

  public static final Lifecycle<ResultState, ResultCommand> TABLE =
      new Lifecycle<>(
          "result",
          edge(ACCEPTED, PUBLISH, PUBLISHED, "result-published", "ZB-15"),
          edge(ACCEPTED, CIRCULATE, CIRCULATED, "result-circulated", "ZB-15"),
          edge(ACCEPTED, WITHHOLD, WITHHELD, "result-withheld", "TZ-M9"),
          edge(PUBLISHED, CORRECT, CORRECTED, "result-corrected", "ZB-16"));

  private ResultLifecycle() {}
}
