package cn.sunlot.tasking.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A department of the same level is asked to take part in a task (TZ-17): it accepts with its own
 * items, or refuses with a reason.
 *
 * @param version counts changes, for two people who change it at once
 */
public record Invitation(UUID id, Terms terms, Answer answer, int version) {

  /**
   * Who is asked, by whom, and until when an answer is expected; nothing of it changes.
   *
   * @param departmentId the department, not one of its sections
   */
  public record Terms(
      UUID taskId,
      UUID authorityId,
      UUID departmentId,
      LocalDate deadline,
      UUID invitedBy,
      Instant invitedAt) {}

  /**
   * What came of it.
   *
   * @param executingId the section that carries it out, or the department itself; once accepted
   * @param itemVersionIds what it checks
   * @param reason of a refusal or a withdrawal, or ""
   */
  public record Answer(
      InvitationState state,
      @Nullable UUID executingId,
      List<UUID> itemVersionIds,
      String reason,
      @Nullable UUID by,
      @Nullable Instant at) {

    public Answer {
      itemVersionIds = List.copyOf(itemVersionIds);
    }
  }

  public static Invitation of(UUID id, Terms terms) {
    return new Invitation(
        id, terms, new Answer(InvitationState.INVITED, null, List.of(), "", null, null), 1);
  }

  public InvitationState state() {
    return answer.state();
  }

  /** Whether the answer is overdue. */
  public boolean isLate(LocalDate today) {
    return state() == InvitationState.INVITED && terms.deadline().isBefore(today);
  }

  public Invitation accepted(
      InvitationState next, UUID executingId, List<UUID> items, UUID by, Instant at) {
    return new Invitation(id, terms, new Answer(next, executingId, items, "", by, at), version);
  }

  public Invitation ended(InvitationState next, String reason, UUID by, Instant at) {
    return new Invitation(id, terms, new Answer(next, null, List.of(), reason, by, at), version);
  }
}
