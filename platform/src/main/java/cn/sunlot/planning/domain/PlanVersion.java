package cn.sunlot.planning.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan. Immutable; changes make a new one.
 *
 * @param number from 1
 * @param reason why the plan is adjusted; "" for the first version
 * @param trace who did what with it, and when
 */
public record PlanVersion(
    UUID id,
    int number,
    PlanState state,
    String title,
    List<Line> lines,
    String reason,
    Trace trace) {

  public PlanVersion {
    lines = List.copyOf(lines);
  }

  /**
   * Who drafted and approved it, why it was sent back, when it was published.
   *
   * @param decision on a joint plan; {@code approvedBy} is who entered it
   */
  public record Trace(
      UUID draftedBy,
      @Nullable String sentBack,
      @Nullable UUID approvedBy,
      @Nullable Instant approvedAt,
      @Nullable Instant publishedAt,
      @Nullable Decision decision) {

    static Trace draftedBy(UUID person) {
      return new Trace(person, null, null, null, null, null);
    }
  }

  /** The first version of a new plan, without lines. */
  public static PlanVersion first(UUID id, String title, UUID draftedBy) {
    return new PlanVersion(
        id, 1, PlanState.DRAFT, title, List.of(), "", Trace.draftedBy(draftedBy));
  }

  /** A draft that begins with what this version says; its lines stay the same lines. */
  public PlanVersion successor(UUID newId, int newNumber, String why, UUID by) {
    return new PlanVersion(
        newId, newNumber, PlanState.DRAFT, title, lines, why, Trace.draftedBy(by));
  }

  public PlanVersion saying(String otherTitle, List<Line> otherLines) {
    return new PlanVersion(id, number, state, otherTitle, otherLines, reason, trace);
  }

  public PlanVersion submitted(List<Line> counted) {
    return new PlanVersion(
        id,
        number,
        PlanState.SUBMITTED,
        title,
        counted,
        reason,
        Trace.draftedBy(trace.draftedBy()));
  }

  public PlanVersion approved(UUID by, Instant at) {
    return to(PlanState.APPROVED, new Trace(trace.draftedBy(), null, by, at, null, null));
  }

  public PlanVersion decided(Decision decision, UUID enteredBy, Instant at) {
    return to(
        PlanState.APPROVED, new Trace(trace.draftedBy(), null, enteredBy, at, null, decision));
  }

  public PlanVersion sentBack(String why) {
    return to(PlanState.DRAFT, new Trace(trace.draftedBy(), why, null, null, null, null));
  }

  public PlanVersion published(Instant at) {
    return to(
        PlanState.PUBLISHED,
        new Trace(
            trace.draftedBy(), null, trace.approvedBy(), trace.approvedAt(), at, trace.decision()));
  }

  public PlanVersion discarded() {
    return to(PlanState.DISCARDED, trace);
  }

  private PlanVersion to(PlanState next, Trace other) {
    return new PlanVersion(id, number, next, title, lines, reason, other);
  }
}
