package cn.sunlot.tasking.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to change what the draw decided, and what came of it.
 *
 * @param departmentId the department whose leader decides; it need not be the one that leads
 * @param principal whether its principal decides, and no other leader
 * @param role the slot it concerns, or "" where it concerns the whole visit
 * @param leavingId who leaves the slot, or null
 * @param incomingId who takes it, once known
 * @param otherVisitId the visit to swap with, or null
 * @param reason listed code, or the stated case where the list is open
 * @param statement the written statement (ZB-11), or the reasoned note (ZB-10)
 */
public record StaffingChange(
    UUID id,
    UUID visitId,
    UUID authorityId,
    UUID departmentId,
    boolean principal,
    Kind kind,
    Way way,
    String role,
    @Nullable UUID leavingId,
    @Nullable UUID incomingId,
    @Nullable UUID otherVisitId,
    String reason,
    String statement,
    State state,
    UUID requestedBy,
    Instant requestedAt,
    @Nullable UUID decidedBy,
    @Nullable Instant decidedAt,
    String decisionNote,
    int version) {

  /** What is asked for. */
  public enum Kind {
    RECUSAL,
    REPLACEMENT,
    SHORTAGE,
    EXEMPTION
  }

  /** How it is to be done. */
  public enum Way {
    SWAP_TARGETS,
    NEW_RANDOM_DRAW,
    DESIGNATION,
    /** From all sections of the bureau (ZB-10). */
    CROSS_SECTION_DRAW,
    /** Together with the same line of neighbouring counties (TZ-21). */
    NEIGHBOUR_DRAW;

    /** Whether chance chooses. */
    public boolean isDrawn() {
      return this == NEW_RANDOM_DRAW || this == CROSS_SECTION_DRAW || this == NEIGHBOUR_DRAW;
    }
  }

  /** Where the request stands. */
  public enum State {
    REQUESTED,
    /** Approved; the new draw is still to be held. */
    TO_BE_DRAWN,
    DONE,
    REFUSED
  }

  public StaffingChange decided(State next, UUID personId, Instant at, String note) {
    return new StaffingChange(
        id,
        visitId,
        authorityId,
        departmentId,
        principal,
        kind,
        way,
        role,
        leavingId,
        incomingId,
        otherVisitId,
        reason,
        statement,
        next,
        requestedBy,
        requestedAt,
        personId,
        at,
        note,
        version);
  }

  public StaffingChange filledBy(State next, @Nullable UUID inspectorId) {
    return new StaffingChange(
        id,
        visitId,
        authorityId,
        departmentId,
        principal,
        kind,
        way,
        role,
        leavingId,
        inspectorId,
        otherVisitId,
        reason,
        statement,
        next,
        requestedBy,
        requestedAt,
        decidedBy,
        decidedAt,
        decisionNote,
        version);
  }
}
