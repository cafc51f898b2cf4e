package cn.sunlot.results.usecase;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.calendar.WorkingDays;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Term;
import cn.sunlot.results.domain.Report.Dues;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last days for report, publication and objections, from the rules that a task has frozen. */
@Component
class ReportDues {

  private final WorkingDays calendar;

  ReportDues(WorkingDays calendar) {
    this.calendar = calendar;
  }

  /**
   * The days for report and publication.
   *
   * @param reportedOn when the report was handed in, or null before; publication may count from it
   */
  Dues of(Profile profile, LocalDate endedOn, @Nullable LocalDate reportedOn) {
    Term report = profile.taskReport().value().within();
    Term publication = profile.publish().value().within();
    LocalDate start = publication.from() == Term.Start.TASK_REPORT ? reportedOn : endedOn;
    return new Dues(
        report == null ? null : report.due(endedOn, calendar),
        start == null ? null : publication.due(start, calendar));
  }

  /** The last day on which a target may object, or null where the rules offer no objection. */
  @Nullable DueDate objection(Profile profile, LocalDate publishedOn) {
    Term window = profile.objection().value().openFor();
    return window == null ? null : window.due(publishedOn, calendar);
  }
}
