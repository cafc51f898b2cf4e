package cn.sunlot.catalog.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of an item. Immutable; changes make a new one.
 *
 * @param number from 1
 * @param cause why it was made
 * @param period when it is in force, or null before publication
 * @param trace who did what with it
 * @param joint what the joint conference and its office did with it
 */
public record Version(
    UUID id,
    int number,
    ItemState state,
    ItemContent content,
    @Nullable UUID checklistId,
    Cause cause,
    @Nullable Period period,
    Trace trace,
    Joint joint) {

  /**
   * Why a version was made; "" for the first.
   *
   * @param reason in words
   * @param changedLaw the law that changed, or "" where it was none
   */
  public record Cause(String reason, String changedLaw) {

    static final Cause FIRST = new Cause("", "");
  }

  /** First and last day in force; no last day while nothing ends it. */
  public record Period(LocalDate from, @Nullable LocalDate until) {

    public boolean covers(LocalDate day) {
      return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
  }

  /** Who drafted and approved it, why it was sent back or retired. */
  public record Trace(
      UUID draftedBy,
      @Nullable UUID approvedBy,
      @Nullable String sentBack,
      @Nullable String retireReason) {

    static Trace draftedBy(UUID person) {
      return new Trace(person, null, null, null);
    }
  }

  /**
   * The way of a joint item (TZ-M3); nothing of it for a department's own.
   *
   * @param batchId the batch in which it was published
   * @param ended the decision to take it off the list
   */
  public record Joint(
      @Nullable UUID consolidatedBy,
      @Nullable Decision decision,
      @Nullable UUID batchId,
      @Nullable Decision ended) {

    public static final Joint NOTHING = new Joint(null, null, null, null);
  }

  /** The first version of a new item. */
  public static Version first(UUID id, ItemContent content, UUID draftedBy) {
    return drafted(id, 1, content, null, Cause.FIRST, draftedBy);
  }

  /** A draft that begins with what this version says, and with its checklist. */
  public Version successor(UUID newId, int newNumber, Cause why, UUID by) {
    return drafted(newId, newNumber, content, checklistId, why, by);
  }

  private static Version drafted(
      UUID id,
      int number,
      ItemContent content,
      @Nullable UUID checklistId,
      Cause cause,
      UUID draftedBy) {
    return new Version(
        id,
        number,
        ItemState.DRAFT,
        content,
        checklistId,
        cause,
        null,
        Trace.draftedBy(draftedBy),
        Joint.NOTHING);
  }

  public boolean isInForce(LocalDate day) {
    return period != null && period.covers(day);
  }

  public Version saying(ItemContent other) {
    return new Version(id, number, state, other, checklistId, cause, period, trace, joint);
  }

  public Version withChecklist(UUID checklist) {
    return new Version(id, number, state, content, checklist, cause, period, trace, joint);
  }

  public Version to(ItemState next) {
    return new Version(id, number, next, content, checklistId, cause, period, trace, joint);
  }

  public Version submitted() {
    return to(ItemState.SUBMITTED).traced(new Trace(trace.draftedBy(), null, null, null));
  }

  public Version approvedBy(UUID person) {
    return to(ItemState.APPROVED).traced(new Trace(trace.draftedBy(), person, null, null));
  }

  public Version consolidatedBy(UUID person) {
    return to(ItemState.CONSOLIDATED).jointly(new Joint(person, null, null, null));
  }

  /** Approved by somebody else's decision, which this person entered. */
  public Version decided(Decision decision, UUID enteredBy) {
    return approvedBy(enteredBy).jointly(new Joint(joint.consolidatedBy(), decision, null, null));
  }

  public Version inBatch(UUID batch) {
    return jointly(new Joint(joint.consolidatedBy(), joint.decision(), batch, null));
  }

  public Version sentBack(String why) {
    return to(ItemState.DRAFT)
        .traced(new Trace(trace.draftedBy(), null, why, null))
        .jointly(Joint.NOTHING);
  }

  public Version publishedFrom(LocalDate day) {
    return to(ItemState.PUBLISHED).in(new Period(day, null));
  }

  /**
   * In force up to and including this day at the latest; one that would begin later never comes
   * into force.
   */
  public Version endingBy(LocalDate day) {
    Period now = requirePeriod();
    LocalDate last = day.isBefore(now.from()) ? now.from().minusDays(1) : day;
    return now.until() != null && !now.until().isAfter(last)
        ? this
        : in(new Period(now.from(), last));
  }

  public Version retired(LocalDate lastDay, String why) {
    return to(ItemState.RETIRED)
        .endingBy(lastDay)
        .traced(new Trace(trace.draftedBy(), trace.approvedBy(), null, why));
  }

  /** Retired by this decision, as a joint item is. */
  public Version retired(LocalDate lastDay, String why, Decision decision) {
    return retired(lastDay, why)
        .jointly(new Joint(joint.consolidatedBy(), joint.decision(), joint.batchId(), decision));
  }

  /** When it is in force. */
  public Period requirePeriod() {
    if (period == null) {
      throw new IllegalStateException("version " + id + " was never published");
    }
    return period;
  }

  private Version in(Period other) {
    return new Version(id, number, state, content, checklistId, cause, other, trace, joint);
  }

  private Version traced(Trace other) {
    return new Version(id, number, state, content, checklistId, cause, period, other, joint);
  }

  private Version jointly(Joint other) {
    return new Version(id, number, state, content, checklistId, cause, period, trace, other);
  }
}
