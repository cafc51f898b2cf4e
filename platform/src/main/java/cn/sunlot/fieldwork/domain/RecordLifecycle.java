package cn.sunlot.fieldwork.domain;

import static cn.sunlot.fieldwork.domain.RecordCommand.*;
import static cn.sunlot.fieldwork.domain.RecordState.*;
import static cn.sunlot.kernel.Lifecycle.edge;

import cn.sunlot.kernel.Lifecycle;

/**
 * The way of a record: entered by the team, reviewed by the section's head, sent back as often as
 * needed.
 */
public final class RecordLifecycle {

  public static final Lifecycle<RecordState, RecordCommand> TABLE =
      new Lifecycle<>(
          "visit-record",
          edge(DRAFT, SAVE, DRAFT, "record-saved", "ZB-15"),
          edge(DRAFT, SUBMIT, SUBMITTED, "record-submitted", "ZB-15"),
          edge(SUBMITTED, ACCEPT, ACCEPTED, "record-accepted", "TZ-30"),
          edge(SUBMITTED, SEND_BACK, RETURNED, "record-sent-back", "TZ-30"),
          edge(RETURNED, SAVE, RETURNED, "record-saved", "ZB-15"),
          edge(RETURNED, SUBMIT, SUBMITTED, "record-submitted", "ZB-15"));

  private RecordLifecycle() {}
}
