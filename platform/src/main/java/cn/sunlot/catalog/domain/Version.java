package cn.sunlot.catalog.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of an item. Immutable; changes make a new one.
 *
 * @param number from 1
 * @param reason why it was made, e.g. which law changed; "" for the first
 * @param period when it is in force, or null before publication
 * @param trace who did what with it
 */
public record Version(
    UUID id,
    int number,
    ItemState state,
    ItemContent content,
    @Nullable UUID checklistId,
    String reason,
    @Nullable Period period,
    Trace trace) {

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

  /** The first version of a new item. */
  public static Version first(UUID id, ItemContent content, UUID draftedBy) {
    return new Version(id, 1, ItemState.DRAFT, content, null, "", null, Trace.draftedBy(draftedBy));
  }

  /** A draft that begins with what this version says, and with its checklist. */
  public Version successor(UUID newId, int newNumber, String why, UUID by) {
    return new Version(
        newId, newNumber, ItemState.DRAFT, content, checklistId, why, null, Trace.draftedBy(by));
  }

  public boolean isInForce(LocalDate day) {
    return period != null && period.covers(day);
  }

  public Version saying(ItemContent other) {
    return new Version(id, number, state, other, checklistId, reason, period, trace);
  }

  public Version withChecklist(UUID checklist) {
    return new Version(id, number, state, content, checklist, reason, period, trace);
  }

  public Version to(ItemState next) {
    return new Version(id, number, next, content, checklistId, reason, period, trace);
  }

  public Version submitted() {
    return to(ItemState.SUBMITTED).traced(new Trace(trace.draftedBy(), null, null, null));
  }

  public Version approvedBy(UUID person) {
    return to(ItemState.APPROVED).traced(new Trace(trace.draftedBy(), person, null, null));
  }

  public Version sentBack(String why) {
    return to(ItemState.DRAFT).traced(new Trace(trace.draftedBy(), null, why, null));
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

  /** When it is in force. */
  public Period requirePeriod() {
    if (period == null) {
      throw new IllegalStateException("version " + id + " was never published");
    }
    return period;
  }

  private Version in(Period other) {
    return new Version(id, number, state, content, checklistId, reason, other, trace);
  }

  private Version traced(Trace other) {
    return new Version(id, number, state, content, checklistId, reason, period, other);
  }
}
