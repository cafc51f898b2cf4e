package cn.sunlot.planning.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a department owes about the plans of a year (PDS-7, SX-4.1, RS-2.4).
 *
 * @param region of the joint conference that it is a member of
 * @param doneBy number of the proposal or plan that fulfilled it, or {@link
 *     NothingProposed#DONE_BY}
 */
public record PlanDuty(
    UUID id,
    UUID authorityId,
    UUID departmentId,
    String region,
    int year,
    Kind kind,
    LocalDate due,
    @Nullable LocalDate done,
    @Nullable String doneBy) {

  /** What is owed. */
  public enum Kind {
    /** To hand in joint inspections for the plan. */
    PROPOSE,
    PUBLISH_JOINT_PLAN,
    FILE_OWN_PLAN
  }

  /** So many days before the last one people are reminded. */
  public static final int REMINDED_DAYS = 28;

  public boolean isRemindedOf(LocalDate today) {
    return done == null && !today.isBefore(due.minusDays(REMINDED_DAYS));
  }

  public boolean isLate(LocalDate today) {
    return (done == null ? today : done).isAfter(due);
  }
}
