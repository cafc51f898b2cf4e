package cn.sunlot.fieldwork.domain;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.calendar.WorkingDays;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Term;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Until when the record of a visit is entered: where the rules count a term from the end of the
 * inspection (PDS-20), within that; otherwise on the day on which the team means to go, for a term
 * from the end of the task or from the result says nothing of the record. While no day is known,
 * until the last day of the visit.
 */
public final class EntryDue {

  private final Term publication;
  private final WorkingDays calendar;

  public EntryDue(Profile profile, WorkingDays calendar) {
    this.publication = profile.publish().value().within();
    this.calendar = calendar;
  }

  /**
   * The last day.
   *
   * @param last of the period of the visit
   * @param plannedOn the day on which the team means to go, or null
   * @param visitedOn the day on which it went, as far as the record says so, or null
   */
  public DueDate of(LocalDate last, @Nullable LocalDate plannedOn, @Nullable LocalDate visitedOn) {
    LocalDate inspected = visitedOn == null ? plannedOn : visitedOn;
    if (inspected != null && publication.from() == Term.Start.INSPECTION_END) {
      return publication.due(inspected, calendar);
    }
    return new DueDate(plannedOn == null ? last : plannedOn, false);
  }
}
