package cn.sunlot.tasking.domain;

import cn.sunlot.tasking.Tasks.Member;
import cn.sunlot.tasking.Tasks.VisitItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One team at one target in one period, with all items of all tasks that hit it there (ZB-12). */
public record Visit(
    UUID id,
    String number,
    UUID authorityId,
    UUID departmentId,
    UUID targetId,
    String unitId,
    String targetName,
    LocalDate from,
    LocalDate to,
    String profileId,
    String profileVersion,
    VisitState state,
    @Nullable String droppedReason,
    @Nullable LocalDate finishedOn,
    List<VisitItem> items,
    List<Member> members,
    int version) {

  public Visit {
    items = List.copyOf(items);
    members = List.copyOf(members);
  }

  public Set<UUID> taskIds() {
    return items.stream().map(VisitItem::taskId).collect(Collectors.toSet());
  }

  /**
   * Whether another task's items for the same target can join: not started, and the periods
   * overlap.
   */
  public boolean canTakeIn(LocalDate otherFrom, LocalDate otherTo) {
    return (state == VisitState.DRAWN || state == VisitState.STAFFED)
        && !otherFrom.isAfter(to)
        && !otherTo.isBefore(from);
  }

  public Visit in(VisitState next) {
    return new Visit(
        id,
        number,
        authorityId,
        departmentId,
        targetId,
        unitId,
        targetName,
        from,
        to,
        profileId,
        profileVersion,
        next,
        droppedReason,
        finishedOn,
        items,
        members,
        version);
  }

  public Visit staffed(VisitState next, List<Member> team) {
    return new Visit(
        id,
        number,
        authorityId,
        departmentId,
        targetId,
        unitId,
        targetName,
        from,
        to,
        profileId,
        profileVersion,
        next,
        droppedReason,
        finishedOn,
        items,
        team,
        version);
  }

  public Visit dropped(VisitState next, String reason) {
    return new Visit(
        id,
        number,
        authorityId,
        departmentId,
        targetId,
        unitId,
        targetName,
        from,
        to,
        profileId,
        profileVersion,
        next,
        reason,
        finishedOn,
        items,
        List.of(),
        version);
  }

  public Visit finished(VisitState next, LocalDate day) {
    return new Visit(
        id,
        number,
        authorityId,
        departmentId,
        targetId,
        unitId,
        targetName,
        from,
        to,
        profileId,
        profileVersion,
        next,
        droppedReason,
        day,
        items,
        members,
        version);
  }

  /** The team with another inspector in a role. */
  public List<Member> teamWith(String role, UUID inspectorId) {
    List<Member> team = new ArrayList<>(members);
    team.removeIf(m -> m.role().equals(role));
    team.add(new Member(inspectorId, role));
    team.sort(java.util.Comparator.comparing(Member::role));
    return team;
  }

  public boolean hasMember(UUID inspectorId) {
    return members.stream().anyMatch(m -> m.inspectorId().equals(inspectorId));
  }
}
