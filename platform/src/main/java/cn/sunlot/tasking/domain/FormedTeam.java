package cn.sunlot.tasking.domain;

import cn.sunlot.tasking.Tasks.Member;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A team that is drawn before anybody knows where it goes (draw.md section 9).
 *
 * @param number of the task and of the team in it, e.g. {@code T-2026-0012/G3}
 * @param drawId the draw that filled it, once it did
 */
public record FormedTeam(
    UUID id,
    UUID taskId,
    UUID authorityId,
    UUID departmentId,
    String number,
    Optional<UUID> drawId,
    List<Member> members) {

  public FormedTeam {
    members = List.copyOf(members);
  }

  public FormedTeam with(List<Member> team) {
    return new FormedTeam(id, taskId, authorityId, departmentId, number, drawId, team);
  }

  /** Whether every place has its officer. */
  public boolean isFull(int size) {
    return members.size() >= size;
  }
}
