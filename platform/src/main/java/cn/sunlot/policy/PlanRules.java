package cn.sunlot.policy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the yearly plan binds, who decides on it, and its days. What is null, as in versions from
 * before it was asked, is not laid down.
 *
 * @param nothingOutsidePlan no inspection outside the plan: it contains every one
 * @param unless grounds on which there is one all the same
 * @param jointApprovedBy who decides on the joint plan
 * @param fileWith with whom the joint plan is filed
 * @param publish whether plans are published
 * @param publishAt where they are published besides the own portal
 * @param submitBy until when departments hand in their part of the joint plan
 * @param submitTo to whom
 * @param publishBy until when the joint plan is published
 * @param late what becomes of what comes later
 * @param ownFileBy until when departments file their own plans
 * @param ownFileTo with whom
 */
public record PlanRules(
    boolean nothingOutsidePlan,
    Set<Ground> unless,
    @Nullable JointApprover jointApprovedBy,
    @Nullable Set<Recipient> fileWith,
    @Nullable Boolean publish,
    @Nullable Set<Place> publishAt,
    @Nullable YearDay submitBy,
    @Nullable Recipient submitTo,
    @Nullable YearDay publishBy,
    @Nullable Late late,
    @Nullable YearDay ownFileBy,
    @Nullable Recipient ownFileTo) {

  /** Grounds of inspections that need no plan. */
  public enum Ground {
    COMPLAINT,
    ASSIGNED_WORK,
    EMERGENCY,
    CAMPAIGN_FROM_ABOVE,
    LAW_FIXES_THE_WAY,
    SUPERIOR_DEMAND
  }

  /** What becomes of a plan that comes late. */
  public enum Late {
    ACCEPTED_AND_SHOWN
  }

  public PlanRules {
    unless = Set.copyOf(unless);
    fileWith = fileWith == null ? null : Set.copyOf(fileWith);
    publishAt = publishAt == null ? null : Set.copyOf(publishAt);
  }

  /** With whom the joint plan is filed; nobody where nothing is laid down. */
  @Override
  public Set<Recipient> fileWith() {
    return fileWith == null ? Set.of() : fileWith;
  }

  /** Where plans are published besides the own portal; nowhere where nothing is laid down. */
  @Override
  public Set<Place> publishAt() {
    return publishAt == null ? Set.of() : publishAt;
  }

  /** Whether plans are published. */
  public boolean isPublished() {
    return Boolean.TRUE.equals(publish);
  }

  /**
   * The last day on which departments hand in their part of a year's joint plan, if there is one.
   */
  public Optional<LocalDate> submitBy(int year) {
    return Optional.ofNullable(submitBy).map(day -> day.in(year));
  }

  /** The last day on which a year's joint plan is published, if there is one. */
  public Optional<LocalDate> publishBy(int year) {
    return Optional.ofNullable(publishBy).map(day -> day.in(year));
  }

  /** The last day on which departments file their own plans of a year, if there is one. */
  public Optional<LocalDate> ownFileBy(int year) {
    return Optional.ofNullable(ownFileBy).map(day -> day.in(year));
  }
}
