package cn.sunlot.results.domain;

import cn.sunlot.calendar.DueDate;
import cn.sunlot.calendar.WorkingDays;
import cn.sunlot.policy.Profile;
import cn.sunlot.policy.Publish;
import cn.sunlot.policy.Term;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last days that the rules of a task set for what a department found in a visit: counted from
 * the end of the inspection (PDS-20), from when the result was made (TZ-30), from the end of the
 * task, or from its report (ZB-15). What has not happened yet sets no day.
 */
public final class DueRules {

  /**
   * What has happened so far.
   *
   * @param inspectedOn the day on which the inspection ended
   * @param madeOn the day on which the result was made
   * @param mobile whether it was entered by mobile
   * @param taskEndedOn the day on which the last visit of the task was over
   * @param reportedOn the day on which the report of the task was handed in
   * @param leads whether something is to be transferred
   * @param problems whether something is to be followed up
   */
  public record Facts(
      @Nullable LocalDate inspectedOn,
      @Nullable LocalDate madeOn,
      boolean mobile,
      @Nullable LocalDate taskEndedOn,
      @Nullable LocalDate reportedOn,
      boolean leads,
      boolean problems) {

    private @Nullable LocalDate start(Term.Start from) {
      return switch (from) {
        case INSPECTION_END -> inspectedOn;
        case RESULT_MADE -> madeOn;
        case TASK_END -> taskEndedOn;
        case TASK_REPORT -> reportedOn;
        case FOLLOW_UP_END, PUBLICATION, RECEIPT, RECHECK_RESULT -> null;
      };
    }
  }

  private final Profile profile;
  private final WorkingDays calendar;

  public DueRules(Profile profile, WorkingDays calendar) {
    this.profile = profile;
    this.calendar = calendar;
  }

  /** The last day of a kind, as far as it can be told. */
  public Optional<DueDate> due(VisitDue.Kind kind, Facts facts) {
    return switch (kind) {
      case PUBLICATION -> publication(facts);
      case TRANSFER ->
          facts.leads() ? due(profile.transfer().value().within(), facts) : Optional.empty();
      case FOLLOW_UP ->
          facts.problems()
              ? due(profile.followUp().value().completeWithin(), facts)
              : Optional.empty();
      case ARCHIVE -> due(profile.archive().value().within(), facts);
    };
  }

  /** The day that comes first of several: all of them hold. */
  public static Optional<DueDate> strictest(Stream<DueDate> days) {
    return days.min(Comparator.comparing(DueDate::date));
  }

  private Optional<DueDate> publication(Facts facts) {
    Publish publish = profile.publish().value();
    Optional<DueDate> latest = due(publish.within(), facts);
    Optional<DueDate> collected =
        facts.mobile() && publish.collectedMobile() == Publish.Collected.AT_ONCE
            ? Optional.ofNullable(facts.madeOn()).map(made -> new DueDate(made, false))
            : due(publish.collectedOtherwise(), facts);
    return strictest(Stream.of(latest, collected).flatMap(Optional::stream));
  }

  private Optional<DueDate> due(@Nullable Term term, Facts facts) {
    LocalDate start = term == null ? null : facts.start(term.from());
    return term == null || start == null
        ? Optional.empty()
        : Optional.of(term.due(start, calendar));
  }
}
