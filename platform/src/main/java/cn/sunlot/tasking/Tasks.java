package cn.sunlot.tasking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The face of tasking: what other modules ask of tasks and visits. */
public interface Tasks {

  /**
   * A task.
   *
   * @param planLineId the plan line it carries out, or null on another ground
   * @param ground {@code plan}, or one of {@code complaint}, {@code assigned-work}, {@code
   *     emergency}, {@code campaign-from-above}
   * @param profileVersion the version of the rules that the task has frozen
   */
  record Task(
      UUID id,
      String number,
      UUID authorityId,
      UUID departmentId,
      String title,
      @Nullable UUID planLineId,
      String ground,
      String groundText,
      List<UUID> itemVersionIds,
      LocalDate from,
      LocalDate to,
      String state,
      String profileId,
      String profileVersion,
      @Nullable UUID targetDrawId,
      @Nullable UUID inspectorDrawId,
      @Nullable LocalDate endedOn) {}

  /**
   * One team at one target, with the items of every task that hit it in the period.
   *
   * @param departmentId the section that leads it: that of the earliest task
   */
  record Visit(
      UUID id,
      String number,
      UUID authorityId,
      UUID departmentId,
      UUID targetId,
      String unitId,
      String targetName,
      LocalDate from,
      LocalDate to,
      String state,
      String profileId,
      String profileVersion,
      List<VisitItem> items,
      List<Member> members) {

    /** Tasks that meet in this visit. */
    public Set<UUID> taskIds() {
      return items.stream().map(VisitItem::taskId).collect(java.util.stream.Collectors.toSet());
    }
  }

  /** An item to be checked, and the task that asks for it. */
  record VisitItem(UUID taskId, UUID itemVersionId) {}

  /**
   * A member of the team.
   *
   * @param role {@code a-leader} or {@code b-member}, {@code c-member} …
   */
  record Member(UUID inspectorId, String role) {}

  Task getTask(UUID id);

  Optional<Task> findTask(UUID id);

  Visit getVisit(UUID id);

  /** Visits of a task, by number. */
  List<Visit> listVisits(UUID taskId);

  /** Visits whose team this inspector is in, by date. */
  List<Visit> listVisitsOf(UUID inspectorId);

  /**
   * The visit has taken place, or has come to a direct result. Its tasks end with their last visit.
   */
  void finishVisit(UUID visitId, LocalDate day);
}
