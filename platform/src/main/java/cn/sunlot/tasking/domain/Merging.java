package cn.sunlot.tasking.domain;

import cn.sunlot.tasking.Tasks.VisitItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How a task's items join a visit that other tasks have at the target (TZ-20, PDS-2.1, ZB-12): one
 * visit with all items, in the days that suit all, led as the earliest task has it.
 */
public record Merging(Levels levels) {

  /** The task that leads a visit, and when it was opened. */
  public record Leading(UUID taskId, Instant openedAt) {}

  /**
   * What comes of it.
   *
   * @param leads whether the task that joins leads from now on
   * @param teamBroken whether a department has come that has nobody in the team yet
   */
  public record Merged(Visit visit, boolean leads, boolean teamBroken) {}

  /**
   * Joins.
   *
   * @param lead the department that would lead the task's visit at the target
   * @param items what the task asks for there
   */
  public Merged join(Visit visit, Leading leading, Task task, UUID lead, List<VisitItem> items) {
    TaskTerms terms = task.terms();
    // Once there is a team it keeps its leader; before, the earliest task has it.
    boolean leads =
        visit.state() == VisitState.DRAWN
            && visit.members().isEmpty()
            && terms.createdAt().isBefore(leading.openedAt());
    UUID department = leads ? lead : visit.departmentId();
    List<VisitItem> all = ofOneBody(department, visit.items(), items);
    boolean broken =
        visit.state() == VisitState.STAFFED
            && items.stream()
                .anyMatch(i -> !levels.isOneBodyWithAny(i.departmentId(), visit.departments()));
    Visit.Terms old = visit.terms();
    Visit.Terms joined =
        new Visit.Terms(
            old.number(),
            old.authorityId(),
            department,
            old.targetId(),
            old.unitId(),
            old.targetName(),
            old.regionCode(),
            later(old.from(), terms.from()),
            earlier(old.to(), terms.to()),
            leads ? terms.profileId() : old.profileId(),
            leads ? terms.profileVersion() : old.profileVersion());
    return new Merged(visit.joined(joined, all), leads, broken);
  }

  /**
   * Sections of the department that leads make one team: theirs are checked by the one that does.
   */
  public List<VisitItem> ofOneBody(UUID lead, List<VisitItem> before, List<VisitItem> added) {
    Set<VisitItem> all = new LinkedHashSet<>();
    List<VisitItem> both = new ArrayList<>(before);
    both.addAll(added);
    for (VisitItem item : both) {
      boolean own = levels.areOneBody(item.departmentId(), lead);
      all.add(own ? new VisitItem(item.taskId(), item.itemVersionId(), lead) : item);
    }
    return List.copyOf(all);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
