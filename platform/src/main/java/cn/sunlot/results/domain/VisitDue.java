package cn.sunlot.results.domain;

import cn.sunlot.calendar.DueDate;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A last day that follows from a visit, for a department that checked something in it.
 *
 * @param doneOn when it was done, or null
 */
public record VisitDue(
    UUID visitId,
    UUID departmentId,
    UUID authorityId,
    Kind kind,
    DueDate due,
    @Nullable LocalDate doneOn) {

  /** What is due. */
  public enum Kind {
    /** The results are public, or it is said why not. */
    PUBLICATION,
    /** Leads have left for the body that handles them (PDS-20). */
    TRANSFER,
    /** What follows from problems has ended (TZ-33). */
    FOLLOW_UP,
    /** The dossier is bound (ZB-19). */
    ARCHIVE
  }

  public boolean isOverdue(LocalDate today) {
    return doneOn == null && today.isAfter(due.date());
  }
}
