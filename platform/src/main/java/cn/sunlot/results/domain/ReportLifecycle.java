package cn.sunlot.results.domain;

import static cn.sunlot.kernel.Lifecycle.edge;
import static cn.sunlot.results.domain.ReportCommand.*;
import static cn.sunlot.results.domain.ReportState.*;

import cn.sunlot.kernel.Lifecycle;

/**
 * The way of a task report: due 5 working days after the task's end, its results public 2 working
 * days after that (ZB-15).
 */
public final class ReportLifecycle {

  public static final Lifecycle<ReportState, ReportCommand> TABLE =
      new Lifecycle<>(
          "report",
          edge(DRAFT, SAVE, DRAFT, "report-saved", "ZB-15.4"),
          edge(DRAFT, SUBMIT, SUBMITTED, "report-submitted", "ZB-15"),
          edge(SUBMITTED, SEND_BACK, DRAFT, "report-sent-back", "TZ-30"),
          edge(SUBMITTED, PUBLISH, PUBLISHED, "report-published", "ZB-15"),
          edge(SUBMITTED, CIRCULATE, CIRCULATED, "report-circulated", "ZB-15"));

  private ReportLifecycle() {}
}
