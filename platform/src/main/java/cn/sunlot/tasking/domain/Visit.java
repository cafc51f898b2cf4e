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
public record Visit(UUID id, Terms terms, Progress progress, int version) {

  /**
   * Whom, when and by which rules; changes only where another task joins (TZ-20).
   *
   * @param departmentId the department that leads it and carries it out
   * @param regionCode where the target was when it was drawn
   */
  public record Terms(
      String number,
      UUID authorityId,
      UUID departmentId,
      UUID targetId,
      String unitId,
      String targetName,
      String regionCode,
      LocalDate from,
      LocalDate to,
      String profileId,
      String profileVersion) {}

  /** How far it has come; items join as long as it has not started. */
  public record Progress(
      VisitState state,
      @Nullable String droppedReason,
      @Nullable LocalDate finishedOn,
      List<VisitItem> items,
      List<Member> members) {

    public Progress {
      items = List.copyOf(items);
      members = List.copyOf(members);
    }
  }

  /** A visit of a drawn target, without a team yet. */
  public static Visit drawn(UUID id, Terms terms, List<VisitItem> items) {
    return new Visit(id, terms, new Progress(VisitState.DRAWN, null, null, items, List.of()), 1);
  }

  public String number() {
    return terms.number();
  }

  public UUID authorityId() {
    return terms.authorityId();
  }

  public UUID departmentId() {
    return terms.departmentId();
  }

  public UUID targetId() {
    return terms.targetId();
  }

  public String targetName() {
    return terms.targetName();
  }

  public String regionCode() {
    return terms.regionCode();
  }

  public LocalDate from() {
    return terms.from();
  }

  public LocalDate to() {
    return terms.to();
  }

  public String profileId() {
    return terms.profileId();
  }

  public String profileVersion() {
    return terms.profileVersion();
  }

  public VisitState state() {
    return progress.state();
  }

  public List<VisitItem> items() {
    return progress.items();
  }

  public List<Member> members() {
    return progress.members();
  }

  public Set<UUID> taskIds() {
    return items().stream().map(VisitItem::taskId).collect(Collectors.toSet());
  }

  /** Departments that take part: the one that leads, then those that check an item. */
  public Set<UUID> departments() {
    return VisitItem.departments(departmentId(), items());
  }

  /**
   * Whether another task's items for the same target can join: not started, and the periods
   * overlap.
   */
  public boolean canTakeIn(LocalDate otherFrom, LocalDate otherTo) {
    return (state() == VisitState.DRAWN || state() == VisitState.STAFFED)
        && !otherFrom.isAfter(to())
        && !otherTo.isBefore(from());
  }

  /** With the items of another task. */
  Visit joined(Terms together, List<VisitItem> all) {
    Progress now =
        new Progress(state(), progress.droppedReason(), progress.finishedOn(), all, members());
    return new Visit(id, together, now, version);
  }

  public Visit in(VisitState next) {
    return staffed(next, members());
  }

  public Visit staffed(VisitState next, List<Member> team) {
    return with(new Progress(next, progress.droppedReason(), progress.finishedOn(), items(), team));
  }

  public Visit dropped(VisitState next, String reason) {
    return with(new Progress(next, reason, progress.finishedOn(), items(), List.of()));
  }

  public Visit finished(VisitState next, LocalDate day) {
    return with(new Progress(next, progress.droppedReason(), day, items(), members()));
  }

  /** The team with another inspector in a role. */
  public List<Member> teamWith(String role, UUID inspectorId) {
    List<Member> team = new ArrayList<>(members());
    team.removeIf(m -> m.role().equals(role));
    team.add(new Member(inspectorId, role));
    team.sort(java.util.Comparator.comparing(Member::role));
    return team;
  }

  public boolean hasMember(UUID inspectorId) {
    return members().stream().anyMatch(m -> m.inspectorId().equals(inspectorId));
  }

  private Visit with(Progress next) {
    return new Visit(id, terms, next, version);
  }
}
