package cn.sunlot.tasking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The face of tasking: what other modules ask of tasks and visits. */
public interface Tasks {

  /**
   * A task.
   *
   * @param planLineId the plan line it carries out, or null on another ground
   * @param ground {@code plan}, or one of {@code complaint}, {@code assigned-work}, {@code
   *     emergency}, {@code campaign-from-above}, or of a line beside the yearly plan {@code
   *     when-needed}, {@code superior-order}, {@code superior-demand}, {@code law-fixes-the-way}
   * @param departments that check something: the one that leads, then those that take part
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
      Set<UUID> departments,
      LocalDate from,
      LocalDate to,
      String state,
      String profileId,
      String profileVersion,
      @Nullable UUID targetDrawId,
      @Nullable UUID inspectorDrawId,
      @Nullable LocalDate endedOn) {}

  /**
   * One joint team at one target, with the items of every task that hit it in the period.
   *
   * @param departmentId the department that leads it and carries it out: that of the earliest task,
   *     or the one of its line in the target's county (TZ-19)
   * @param regionCode where the target was when it was drawn, GB/T 2260
   * @param plannedOn the day on which the team means to go, or null
   */
  record Visit(
      UUID id,
      String number,
      UUID authorityId,
      UUID departmentId,
      UUID targetId,
      String unitId,
      String targetName,
      String regionCode,
      LocalDate from,
      LocalDate to,
      @Nullable LocalDate plannedOn,
      String state,
      String profileId,
      String profileVersion,
      List<VisitItem> items,
      List<Member> members) {

    /** Tasks that meet in this visit. */
    public Set<UUID> taskIds() {
      return items.stream().map(VisitItem::taskId).collect(Collectors.toSet());
    }

    /** Departments that take part: the one that leads, then those that check an item. */
    public Set<UUID> departments() {
      return VisitItem.departments(departmentId, items);
    }
  }

  /**
   * An item to be checked, the task that asks for it, and the department that checks it.
   *
   * @param departmentId answers for the item, its result and its publication (PDS-4, PDS-18)
   */
  record VisitItem(UUID taskId, UUID itemVersionId, UUID departmentId) {

    /** The department that leads, then the others that check an item. */
    public static Set<UUID> departments(UUID lead, Collection<VisitItem> items) {
      Set<UUID> all = new LinkedHashSet<>(List.of(lead));
      items.forEach(item -> all.add(item.departmentId()));
      return Collections.unmodifiableSet(all);
    }
  }

  /**
   * A member of the team.
   *
   * @param role {@code a-leader}; {@code b-member} … of the department that leads; {@code
   *     c-partner-1} … of those that take part
   * @param departmentId for which they are in the team
   */
  record Member(UUID inspectorId, String role, UUID departmentId) {}

  Task getTask(UUID id);

  Optional<Task> findTask(UUID id);

  Visit getVisit(UUID id);

  /**
   * How many of a task's pool can be drawn although a ceiling is reached, each for a stated reason.
   */
  int countBeyondCap(UUID taskId);

  /** Visits of a task, by number. */
  List<Visit> listVisits(UUID taskId);

  /** Targets that were drawn for a task and whose visits were dropped. */
  Set<UUID> listDroppedTargets(UUID taskId);

  /** Visits whose team this inspector is in, by date. */
  List<Visit> listVisitsOf(UUID inspectorId);

  /**
   * The visit has taken place, or has come to a direct result. Its tasks end with their last visit.
   */
  void finishVisit(UUID visitId, LocalDate day);
}
